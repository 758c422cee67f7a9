"""A knee routine as a clinic's library in two languages: data alone, no copy of a shipped file, printed, proofed."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from handout.authoring.check import check_library
from handout.content import load, shipped_root
from handout.edition import status
from handout.errors import Severity, errors_of
from handout.manuscript.words import words_of
from handout.pipeline import Publication, open_shop, publish
from handout.prescription import Order

ROOT = shipped_root()
KNEE = Path(__file__).parent / "knee"
OWN = {
    "en": ("a hot, red, swollen knee, and you feel feverish", "one calf that hurts and swells"),
    "es": ("rodilla caliente, roja e hinchada, y siente fiebre", "dolor e hinchazón en una pantorrilla"),
}


@pytest.fixture(scope="module")
def knee(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library in a folder of its own."""
    folder = tmp_path_factory.mktemp("knee") / "mine"
    shutil.copytree(KNEE, folder)
    return folder


def printed(knee: Path, tag: str, cache: Path) -> Publication:
    shop = open_shop((ROOT, knee), None, date(2026, 11, 29), cache, ("en", tag))
    return publish(Order(0, ("knee",), tag), "knee", shop)


def test_it_copies_no_shipped_file_and_repeats_no_shipped_line() -> None:
    keys = {"lines:", "conditions:", "signs:", "items:", "english:  # written by `handout translate accept`"}
    for path in KNEE.rglob("*.yaml"):
        shipped = ROOT / path.relative_to(KNEE)
        theirs = shipped.read_text("utf-8").splitlines() if shipped.exists() else []
        assert {*path.read_text("utf-8").splitlines()} & {*theirs} <= keys


def test_nothing_is_wrong_with_it_and_no_shipped_language_loses_anything(knee: Path) -> None:
    found = [one for one in check_library((ROOT, knee)) if one.severity is not Severity.NOTE]
    assert [str(one) for one in found] == []
    library = load((ROOT, knee))[0]
    assert [tag for tag in library.languages if status(library, "knee", tag).complete] == ["en", "es"]
    for routine in ("back", "upper-back"):
        assert all(status(library, routine, tag).complete for tag in library.languages)
    assert library.reworded == ()


@pytest.mark.parametrize("tag", ["en", "es"])
def test_it_prints_with_its_own_signs_on_the_panel_as_help_needed_today(knee: Path, tag: str, tmp_path: Path) -> None:
    sheet = printed(knee, tag, tmp_path)
    panel = sheet.laid.prescription.panel
    assert [name for name in panel["today"] if name in {"hot-knee", "calf-swells"}] == ["hot-knee", "calf-swells"]
    assert "knee-locks" in panel["ask"]
    assert {"chest-or-breath", "sudden-back-tummy"} <= set(panel["now"])
    text = " ".join(one.text for one in words_of(sheet.laid.manuscript))
    for said in OWN[tag]:
        assert said in text
    assert sheet.pdf.startswith(b"%PDF")


def test_a_flag_of_its_own_is_screened(knee: Path, tmp_path: Path) -> None:
    shop = open_shop((ROOT, knee), None, date(2026, 11, 29), tmp_path, ("en",))
    sheet = publish(Order(1, ("knee",), "en", flags=("knee-locks",)), "knee", shop)
    assert [(clash.condition, clash.effect) for clash in sheet.laid.prescription.asks] == [("knee-locks", "ask")]


def test_a_line_that_a_third_language_lacks_refuses_that_edition_alone(knee: Path) -> None:
    library, findings = load((ROOT, knee))
    assert errors_of(findings) == ()
    assert status(library, "knee", "fr").missing > 0
