"""One run a folder; what is in it is whole, and the owner's alone."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from handout.batch.folder import LOCK, WORK, opened, write_private
from handout.batch.ledger import Ledger, keeps
from handout.batch.scratch import scratch
from handout.errors import BatchError

HOLDING = """
import sys
from pathlib import Path
from handout.batch.folder import opened
with opened(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_second_run_into_one_folder_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    first = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert first.stdout is not None
    assert first.stdin is not None
    assert first.stdout.readline().strip() == b"held"
    with pytest.raises(BatchError, match="another run is writing"), opened(tmp_path):
        pass
    assert (tmp_path / WORK).is_dir()  # the first run's work is not touched
    first.stdin.close()
    first.wait()
    first.stdout.close()
    with opened(tmp_path) as folder:
        assert folder.work.is_dir()


def test_a_lock_left_by_a_killed_run_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / LOCK).write_bytes(b"")
    (tmp_path / WORK).mkdir()
    (tmp_path / WORK / "half.pdf").write_bytes(b"%PDF")
    with opened(tmp_path) as folder:
        assert list(folder.work.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == []


def test_files_and_folders_are_the_owners_alone(tmp_path: Path) -> None:
    with opened(tmp_path / "out") as folder:
        assert mode(folder.work) == 0o700
        assert mode(folder.release("notes/2.txt", b"x")) == 0o600
        assert mode(tmp_path / "out") == 0o700
        assert mode(tmp_path / "out" / "notes") == 0o700


def test_a_file_is_replaced_whole_and_takes_no_old_permission(tmp_path: Path) -> None:
    with opened(tmp_path) as folder:
        (tmp_path / "manifest.csv").write_bytes(b"old")
        (tmp_path / "manifest.csv").chmod(0o644)
        folder.release("manifest.csv", b"new")
    assert (tmp_path / "manifest.csv").read_bytes() == b"new"
    assert mode(tmp_path / "manifest.csv") == 0o600


def test_a_folder_that_cannot_be_written_to_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"a file")
    with pytest.raises(BatchError, match="Choose another folder"), opened(tmp_path / "out"):
        pass


def test_the_folder_of_a_dry_run_is_private_and_gone_afterwards() -> None:
    with scratch() as folder:
        assert mode(folder.work) == 0o700
        write_private(folder.work / "x.pdf", b"x")
    assert not folder.work.exists()


def test_the_ledger_survives_a_torn_line_and_knows_a_file_that_was_changed(tmp_path: Path) -> None:
    first = Ledger(tmp_path)
    (tmp_path / "2-back.en.pdf").write_bytes(b"whole")
    first.add("2-back.en.pdf", "key", b"whole")
    with first.path.open("ab") as file:
        file.write(b'["3-back.en.pdf", "ke')
    second = Ledger(tmp_path)
    assert second.salt == first.salt
    entry = second.entries["2-back.en.pdf"]
    assert list(second.entries) == ["2-back.en.pdf"]
    assert keeps(entry, "key", tmp_path / "2-back.en.pdf")
    assert not keeps(entry, "other", tmp_path / "2-back.en.pdf")
    (tmp_path / "2-back.en.pdf").write_bytes(b"changed")
    assert not keeps(entry, "key", tmp_path / "2-back.en.pdf")
