"""A fifteenth language, from nothing to a proofed sheet, by the commands that CONTRIBUTING names and by data alone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handout.cli import app
from handout.content import load, shipped_root
from handout.edition import status
from handout.errors import errors_of
from handout.language import count
from handout.manuscript.words import words_of
from handout.pipeline import open_shop, publish
from handout.prescription import Order

CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхіжклмнопярстуввхиз")


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    run("new", "language", "uk", "--library", "mine")
    return tmp_path / "mine"


def run(*words: str) -> str:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == 0, f"{result.output} {result.exception}"
    return result.output


def said(text: str) -> str:
    """English in Cyrillic letters; placeholders stay."""
    pieces = re.split(r"(\{\w+\})", text)
    return "".join(piece if piece.startswith("{") else piece.lower().translate(CYRILLIC) for piece in pieces)


def translated(po: str) -> str:
    """What a translator sends back: every string, every plural form, nothing fuzzy."""
    entries = []
    for entry in po.split("\n\n"):
        if "msgctxt" not in entry:
            entries.append(entry)
            continue
        one, *more = re.findall(r'(?m)^msgid(?:_plural)? "(.*)"$', entry)
        entry = re.sub(r'(?m)^msgstr ".*"$', lambda _, one=one: f'msgstr "{said(one)}"', entry)
        form = (more or [one])[0]
        entry = re.sub(
            r'(?m)^msgstr\[(\d)\] ".*"$', lambda found, form=form: f'msgstr[{found[1]}] "{said(form)}"', entry
        )
        entries.append(re.sub(r"(?m)^#, fuzzy.*\n", "", entry))
    return "\n\n".join(entries)


def test_a_new_language_file_holds_what_cldr_knows(mine: Path) -> None:
    text = (mine / "assets/languages/uk.yaml").read_text("utf-8")
    for line in ('autonym: "українська"', "script: Cyrl", "direction: ltr", 'date: "d MMMM y',
                 'list: {two: "{a} і {b}"', "rules: [one-letter-words, number-keeps-unit]"):  # fmt: skip
        assert line in text
    assert re.search(r"  weeks:\n    one: .*\n    few: .*\n    many: .*\n    other: ", text)


def test_a_fifteenth_language_is_data_alone(mine: Path) -> None:
    language = mine / "assets/languages/uk.yaml"
    language.write_text(language.read_text("utf-8").replace('polite: "___"', "polite: Ви"), "utf-8")
    run("translate", "export", "uk", "--out", "uk.po", "--library", "mine")
    po = Path("uk.po").read_text("utf-8")
    assert "nplurals=3;" in po
    Path("uk.po").write_text(translated(po), "utf-8")
    assert "0 still open" in run("translate", "import", "uk.po", "--library", "mine")
    library, findings = load([shipped_root(), mine], tags=["uk"])
    assert errors_of(findings) == ()
    assert status(library, "upper-back", "uk").complete
    assert "Nothing is stale." in run("translate", "accept", "uk", "--library", "mine")
    assert count(library.languages["uk"], "weeks", 2) == "2\u00a0" + said("weeks")
    shop = open_shop([shipped_root(), mine], None, date(2026, 11, 21), mine / "cache")
    publication = publish(Order(0, ("upper-back",), "uk"), "upper-back", shop)
    assert publication.laid.pages.language == "uk"
    assert "листопада" in "".join(one.text for one in words_of(publication.laid.manuscript))


def test_half_a_translation_is_taken_back_and_the_rest_stays_open(mine: Path) -> None:
    run("translate", "export", "uk", "--out", "uk.po", "--library", "mine")
    po = Path("uk.po").read_text("utf-8").split("\n\n")
    done = [translated(entry) if "exercises.march." in entry else entry for entry in po]
    Path("uk.po").write_text("\n\n".join(done), "utf-8")
    said_back = run("translate", "import", "uk.po", "--library", "mine")
    assert "1 files written" in said_back
    assert (mine / "handouts/exercises/march/uk.yaml").is_file()
    assert not (mine / "handouts/safety/uk.yaml").exists()
