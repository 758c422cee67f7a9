"""The very same plain sheet again: what was released is put there once more, and nothing else is."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_shell import CLINIC

import handout

SOURCE = Path(handout.__file__).parents[1]
WORDS = ("render", "back", "--lang", "en", "--clinic", "clinic.yaml")


def told(folder: Path, *words: str, more: str = "") -> str:
    """What the command says."""
    code = f"import sys; sys.argv = ['handout', *{words!r}]\n{more}\nfrom handout.cli import command\ncommand()"
    named = {"HANDOUT_CACHE": str(folder / "cache"), "PYTHONPATH": str(SOURCE), "HOME": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env={**os.environ, **named}, capture_output=True, check=True
    )
    return (done.stdout + done.stderr).decode()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, bytes]:
    folder = tmp_path_factory.mktemp("again")
    (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
    said = told(folder, *WORDS)
    return folder, said, (folder / "out" / "back.en.pdf").read_bytes()


# A process that could not make a sheet: the room that writes files is not to be had.
UNABLE = "sys.modules['handout.pipeline'] = None"


def test_the_same_words_give_the_same_file_and_the_same_answer(made: tuple[Path, str, bytes]) -> None:
    folder, said, pdf = made
    (folder / "out" / "back.en.pdf").unlink()
    assert told(folder, *WORDS, more=UNABLE) == said
    path = folder / "out" / "back.en.pdf"
    assert path.read_bytes() == pdf
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("change", ["clinic", "words", "a file of somebody else"])
def test_whatever_is_not_as_it_was_is_made_in_the_usual_way(change: str, made: tuple[Path, str, bytes]) -> None:
    folder, _, _ = made
    words, clinic, path = WORDS, folder / "clinic.yaml", folder / "out" / "back.en.pdf"
    before = path.read_bytes() if path.exists() else b""
    if change == "clinic":
        clinic.write_text(CLINIC.replace("Riverside", "Hillside"), "utf-8")
    elif change == "words":
        words = (*WORDS, "--style", "mono")
    else:
        path.write_bytes(b"a letter")
    with pytest.raises(subprocess.CalledProcessError):
        told(folder, *words, more=UNABLE)
    clinic.write_text(CLINIC, "utf-8")
    if before:
        path.write_bytes(before)


# A clinician saves another name of the clinic while the sheet is made.
SAVED_MEANWHILE = """
import handout.batch.run as run
from pathlib import Path

made = run._made

def while_saved(*given):
    report = made(*given)
    path = Path("clinic.yaml")
    path.write_text(path.read_text("utf-8").replace("Riverside", "Hillside"), "utf-8")
    return report

run._made = while_saved
"""


def test_content_that_is_saved_while_a_sheet_is_made_does_not_get_the_sheet_of_before(tmp_path: Path) -> None:
    (tmp_path / "clinic.yaml").write_text(CLINIC, "utf-8")
    told(tmp_path, *WORDS, more=SAVED_MEANWHILE)
    assert "Hillside" in (tmp_path / "clinic.yaml").read_text("utf-8")
    with pytest.raises(subprocess.CalledProcessError):
        told(tmp_path, *WORDS, more=UNABLE)


def test_nothing_of_a_patient_is_kept(made: tuple[Path, str, bytes]) -> None:
    folder, _, _ = made
    kept = {path.name for path in (folder / "cache" / "sheets").iterdir()}
    told(folder, *WORDS, "--name", "Quillon Zebedee", "--reference", "QZ-77")
    assert {path.name for path in (folder / "cache" / "sheets").iterdir()} == kept
    for path in (path for path in (folder / "cache").rglob("*") if path.is_file()):
        assert b"Zebedee" not in path.read_bytes()
        assert b"QZ-77" not in path.read_bytes()
