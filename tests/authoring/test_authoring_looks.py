"""What `check` says of a library's sheets: each fault once, with the sheet where it is one sheet's own."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from handout.authoring.looks import sheets, touched
from handout.content import load, shipped_root


def test_a_fault_of_the_template_is_said_once_and_not_of_every_sheet(tmp_path: Path) -> None:
    shipped = (shipped_root() / "assets/templates/handout.j2").read_text("utf-8")
    (tmp_path / "assets/templates").mkdir(parents=True)
    (tmp_path / "assets/templates/handout.j2").write_text(shipped.replace("\nsafety\n", "\n"), "utf-8")
    library = load([shipped_root(), tmp_path], tags=["en"])[0]
    own = replace(library, routines={"back": library.routines["back"]})
    found = dict.fromkeys(sheets(own, tmp_path / "cache", date(2026, 11, 20)))
    assert [str(one).splitlines()[0] for one in found] == ["handout.j2:1:1: the safety panel is missing"]


def test_a_word_wider_than_its_place_is_said_with_where_it_is_written(tmp_path: Path) -> None:
    own = "handouts/exercises/cat-cow"
    shutil.copytree(shipped_root() / own, tmp_path / own)
    words = tmp_path / own / "en.yaml"
    long = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz"
    words.write_text(re.sub(r"(?m)^name: .*$", f"name: {long}", words.read_text("utf-8")), "utf-8")
    found = [*sheets(load([shipped_root(), tmp_path], tags=["en"])[0], tmp_path / "cache", date(2026, 11, 20))]
    assert {one.path for one in found} == {"exercises.cat-cow.name"}
    assert found[0].what.startswith(f"back in en, standard: “{long}” is ")
    assert "wider than its place" in found[0].what


KNEE = Path(__file__).parents[1] / "content/knee"


def test_a_library_that_only_adds_is_looked_at_alone() -> None:
    library = load([shipped_root(), KNEE], tags=["en"])[0]
    found = touched(library)
    assert found is not None
    assert found.routines == {"knee"}
    assert found.exercises == {"heel-slide", "sit-to-stand", "straight-leg-raise"}


def test_an_exercise_that_stands_in_a_shipped_ones_place_is_looked_at_in_its_routines(tmp_path: Path) -> None:
    own = "handouts/exercises/cat-cow"
    shutil.copytree(shipped_root() / own, tmp_path / own)
    found = touched(load([shipped_root(), tmp_path], tags=["en"])[0])
    assert found is not None
    assert (found.routines, found.exercises) == ({"back"}, {"cat-cow"})


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("assets/languages/en.yaml", "phrases: {}\n"),
        ("handouts/equipment/equipment.yaml", "items:\n  mat: {}\n"),
        ("handouts/sources.yaml", 'N1: {cite: "Another guideline", detail: "of our own", printed: true}\n'),
        ("assets/themes/mono.yaml", (shipped_root() / "assets/themes/mono.yaml").read_text("utf-8")),
    ],
)
def test_a_library_that_changes_what_every_sheet_says_or_shows_is_looked_at_with_all(
    tmp_path: Path, path: str, text: str
) -> None:
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(text, "utf-8")
    library = replace(load([shipped_root()], tags=["en"])[0], layers=(shipped_root(), tmp_path))
    assert touched(library) is None


def test_a_library_that_says_a_safety_line_in_another_way_is_looked_at_with_all(tmp_path: Path) -> None:
    (tmp_path / "handouts/safety").mkdir(parents=True)
    (tmp_path / "handouts/safety/en.yaml").write_text("lines:\n  blood: take blood thinners\n", "utf-8")
    assert touched(load([shipped_root(), tmp_path], tags=["en"])[0]) is None
