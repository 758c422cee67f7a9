"""One run a folder; what is in it is whole, and the owner's alone."""

from __future__ import annotations

import stat
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from handout.batch.folder import LOCK, MARKER, WORK, opened, put, write_private
from handout.batch.jobs import Job
from handout.batch.ledger import Ledger, fits, keeps, key_of
from handout.batch.scratch import scratch
from handout.errors import BatchError, Private
from handout.prescription import Clinician, Order, Patient

HOLDING = """
import sys
from dataclasses import replace
from datetime import date
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
    (tmp_path / WORK / MARKER).write_bytes(b"")
    (tmp_path / WORK / "half.pdf").write_bytes(b"%PDF")
    with opened(tmp_path) as folder:
        assert [path.name for path in folder.work.iterdir()] == [MARKER]
    assert sorted(path.name for path in tmp_path.iterdir()) == []


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Windows' way to lock, which knows only whole handles and raises where one is taken; and the handles it locked."""
    fcntl = pytest.importorskip("fcntl")
    locked: list[int] = []

    def locking(handle: int, mode: int, count: int) -> None:
        assert (mode, count) == (2, 1)  # at once or not at all; the first byte
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        locked.append(handle)

    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(locking=locking, LK_NBLCK=2))
    monkeypatch.setattr(sys, "platform", "win32")
    return locked


def test_on_windows_a_second_run_into_one_folder_is_refused_until_the_first_ends(
    tmp_path: Path, windows: list[int]
) -> None:
    with opened(tmp_path) as folder:
        folder.release("2.en.pdf", b"%PDF")
        with pytest.raises(BatchError, match="another run is writing"), opened(tmp_path):
            pass
        assert folder.work.is_dir()  # the first run's work is not touched
    assert len(windows) == 1
    with opened(tmp_path):
        assert len(windows) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["2.en.pdf"]


def test_on_windows_a_lock_that_cannot_be_removed_while_it_is_open_stays_and_harms_nobody(
    tmp_path: Path, windows: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def held_open(path: Path, **_: bool) -> None:
        raise PermissionError(32, "The process cannot access the file because it is being used", str(path))

    monkeypatch.setattr(Path, "unlink", held_open)
    for _ in range(2):
        with opened(tmp_path) as folder:
            assert folder.work.is_dir()
    assert [path.name for path in tmp_path.iterdir()] == [LOCK]
    assert len(windows) == 2


@pytest.mark.parametrize("kind", ["a folder of somebody's", "a link", "a file"])
def test_what_handout_did_not_make_is_neither_removed_nor_followed(tmp_path: Path, kind: str) -> None:
    mine, out = tmp_path / "mine", tmp_path / "out"
    mine.mkdir()
    out.mkdir()
    (mine / "thesis.txt").write_bytes(b"years of work")
    if kind == "a link":
        (out / WORK).symlink_to(mine)
    elif kind == "a file":
        (out / WORK).write_bytes(b"mine")
    else:
        mine.rename(out / WORK)
        mine = out / WORK
    with pytest.raises(BatchError, match="that handout did not make"), opened(out):
        pass
    assert (mine / "thesis.txt").read_bytes() == b"years of work"


def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / LOCK).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BatchError, match="cannot write here"), opened(tmp_path):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_is_written_beside_its_place_under_a_name_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"kept")
    (tmp_path / "monday.pdf").symlink_to(tmp_path / "target")
    put(tmp_path / "monday.pdf", b"new")
    assert (tmp_path / "target").read_bytes() == b"kept"
    assert not (tmp_path / "monday.pdf").is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["monday.pdf", "target"]


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


def test_a_run_that_is_told_something_else_begins_a_ledger_of_its_own(tmp_path: Path) -> None:
    first = Ledger(tmp_path, "this list, this content, this day")
    first.add("2-back.en.pdf", "key", b"whole")
    assert fits(tmp_path, "this list, this content, this day")
    assert not fits(tmp_path, "this list, this content, the next day")
    assert Ledger(tmp_path, "this list, this content, this day").entries
    assert Ledger(tmp_path, "another list").entries == {}


def test_the_key_of_a_sheet_is_another_when_anything_of_its_order_is() -> None:
    order = Order(2, ("back",), "en", note=Private("Rest on Sunday.", "note"), patient=patient("Brynhild"))
    key = key_of(Job(order, "back"), ["id"], "salt")
    others = [
        replace(order, note=Private("Rest on Monday.", "note")),
        replace(order, note=None),
        replace(order, patient=patient("Oxenford")),
        replace(order, clinician=Clinician("Ana Ruiz")),
        replace(order, date=date(2026, 11, 21)),
        replace(order, person="tom"),
        replace(order, side="left"),
    ]
    keys = {key, *(key_of(Job(other, "back"), ["id"], "salt") for other in others)}
    keys |= {key_of(Job(order, "back"), ["other id"], "salt"), key_of(Job(order, "back"), ["id"], "another salt")}
    assert len(keys) == len(others) + 3
    assert key_of(Job(order, "back"), ["id"], "salt") == key


def patient(name: str) -> Patient:
    return Patient(Private(name, "name"), Private("REF-1", "reference"))
