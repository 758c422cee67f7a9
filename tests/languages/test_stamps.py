"""How far a sheet is trusted is said on it, in its own language, and --final prints no draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from language_sheets import each_sheet, published, shop
from typer.testing import CliRunner

from handout.cli import app
from handout.edition import localise
from handout.errors import HandoutError
from handout.manuscript.blocks import Colophon, Stamps
from handout.proof.compare import alike
from handout.proof.readback import read_back

BY = ("--name", "Ana Ruiz", "--role", "physiotherapist", "--registration", "X-1", "--read", "every line")


def accepting(tag: str) -> list[str]:
    """Options that accept each text in doubt of `back`."""
    doubts = localise(shop().library, "back", tag).unsure
    return [word for path in doubts for word in ("--accept", path)]


@each_sheet()
def test_an_unsigned_sheet_is_stamped_on_page_one_and_in_its_last_lines(routine: str, tag: str) -> None:
    publication = published(routine, tag)
    edition = publication.laid.prescription.edition
    phrases = shop().library.languages[tag].phrases
    assert not edition.approved
    wanted = [phrases["not_approved"], *([phrases["unsure"]] if edition.unsure else [])]
    own = publication.laid.manuscript
    stamps = [text.plain for block in own.all(Stamps) for text in block.texts]
    assert [alike(stamp) for stamp in stamps] == [alike(phrase) for phrase in wanted]
    colophon = " ".join(text.plain for block in own.all(Colophon) for text in block.texts)
    assert all(alike(phrase) in alike(colophon) for phrase in wanted)
    read = read_back(publication.pdf)
    stamped = [node for node in read.walk() if node.id.startswith("stamp")]
    assert {page for node in stamped for page, _ in node.all_marks()} == {0}


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, HandoutError):
        return result.exception.exit_code, result.output + str(result.exception)
    return result.exit_code, result.output


@pytest.fixture
def place(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDOUT_CACHE", str(kept))
    return tmp_path


def approved(tag: str, *more: str) -> None:
    """A folder in which a clinician has approved `back` in a language, each doubt one by one."""
    Path("mine").mkdir(exist_ok=True)
    code, told = run("approve", "back", "--lang", tag, "--library", "mine", *BY, *more)
    assert code == 0, told


def test_final_refuses_what_no_clinician_has_approved(place: Path) -> None:
    code, told = run("render", "back", "--lang", "es", "--final", "--out", "out")
    assert code == 3
    assert "no clinician has approved back in es" in told
    assert not list((place / "out").glob("*.pdf"))


@pytest.mark.slow
def test_final_prints_what_is_approved_without_a_stamp(place: Path) -> None:
    approved("en")
    code, told = run("render", "back", "--lang", "en", "--final", "--out", "out", "--library", "mine")
    assert code == 0, told
    read = read_back((place / "out" / "back.en.pdf").read_bytes())
    assert not [node for node in read.walk() if node.id.startswith("stamp")]
    assert "Ana Ruiz" in read.text(read.nodes)


@pytest.mark.usefixtures("place")
def test_final_refuses_an_approved_sheet_whose_companion_is_not() -> None:
    approved("es", *accepting("es"))
    code, told = run(
        "render", "back", "--lang", "es", "--with", "en", "--final", "--out", "out", "--library", "mine"
    )
    assert code == 3
    assert "no clinician has approved back in en" in told
