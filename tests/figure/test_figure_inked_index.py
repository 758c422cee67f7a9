"""The shipped drawings are taken only while pose, person and engine are those that drew them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from figure_shelf import EXERCISES, ROOT, people, shipped

from handout.content import load
from handout.figure.catalogue import HEIGHT_PT, PACKED, STYLE
from handout.figure.inking import ink
from handout.figure.shelf import INDEX, frames_of, from_shelf, kept_name, mark_of, write_index, write_pack
from handout.layout.theme.loading import load_theme

SHIPPED = ROOT / "assets" / "figures" / INDEX


def test_the_index_names_every_exercise_with_the_fingerprint_of_today() -> None:
    marks = json.loads(SHIPPED.read_text("utf-8"))
    today = {name: mark_of(shipped(name), people()[shipped(name).person]) for name in EXERCISES}
    assert marks == today, "ink the catalogue again: handout figure --keep assets/figures"


@pytest.mark.parametrize("exercise", ["march", "seated-twist", "roller-mid-back"])
def test_shipped_drawings_are_taken_whole(exercise: str) -> None:
    board = shipped(exercise)
    taken = from_shelf(SHIPPED, exercise, board, people()[board.person])
    assert taken is not None
    assert {frame.id for frame in board.frames} <= taken.keys()
    assert all(drawing.shapes for drawing in taken.values())


def test_another_person_or_pose_is_never_taken_from_the_shelf() -> None:
    board = shipped("march")
    other = next(person for name, person in sorted(people().items()) if name != board.person)
    assert from_shelf(SHIPPED, "march", board, other) is None
    fewer = replace(board, frames=board.frames[:1])
    assert from_shelf(SHIPPED, "march", fewer, people()[board.person]) is None


def test_a_damaged_or_missing_index_means_inking_anew(tmp_path: Path) -> None:
    board = shipped("march")
    (tmp_path / INDEX).write_text("{", "utf-8")
    assert from_shelf(tmp_path / INDEX, "march", board, people()[board.person]) is None
    assert from_shelf(None, "march", board, people()[board.person]) is None


def test_an_index_without_its_files_gives_nothing(tmp_path: Path) -> None:
    board = shipped("march")
    write_index({"march": board}, people(), tmp_path)
    assert from_shelf(tmp_path / INDEX, "march", board, people()[board.person]) is None  # no files beside it


@pytest.mark.parametrize(("style", "height"), PACKED)
def test_every_pack_holds_the_drawings_of_today(style: str, height: float) -> None:
    pack = ROOT / "assets" / "figures" / kept_name(style, height)
    for name in EXERCISES:
        board = shipped(name)
        taken = from_shelf(pack, name, board, people()[board.person], (style, height))
        assert taken is not None, f"{name}: ink the catalogue again: handout figure --keep assets/figures"
        assert set(taken) == {frame for _, part in board.versions() for frame in frames_of(part)}


@pytest.mark.parametrize(("style", "height"), PACKED)
def test_a_packed_drawing_is_what_its_pose_draws(style: str, height: float) -> None:
    board = shipped("seated-twist")
    person = people()[board.person]
    pack = ROOT / "assets" / "figures" / kept_name(style, height)
    assert from_shelf(pack, "seated-twist", board, person, (style, height)) == ink(board, person, style, height)


def test_sheets_of_every_shipped_style_find_their_drawings_kept() -> None:
    """A first large-print or mono sheet on a new machine must not wait for the pen."""
    library, _ = load([ROOT], ["en"])
    for style in ("standard", "large-print", "mono"):
        look = ("mono" if style == "mono" else STYLE, load_theme(style, library).pictures.height)
        assert look in {(STYLE, HEIGHT_PT), *PACKED}, style


def test_a_pack_of_other_poses_or_a_damaged_one_gives_nothing(tmp_path: Path) -> None:
    board = shipped("march")
    person, look = people()[board.person], PACKED[0]
    pack = tmp_path / kept_name(*look)
    drawings = {f"march.{frame}": drawing for frame, drawing in ink(board, person, *look).items()}
    write_pack(pack, drawings, {"march": mark_of(board, person, *look)})
    assert from_shelf(pack, "march", board, person, look) is not None
    assert from_shelf(pack, "cat-cow", shipped("cat-cow"), person, look) is None
    assert from_shelf(pack, "march", replace(board, frames=board.frames[:1]), person, look) is None
    pack.write_bytes(pack.read_bytes()[:-40])
    assert from_shelf(pack, "march", board, person, look) is None
    assert from_shelf(tmp_path / "none.ink", "march", board, person, look) is None


def test_the_packs_stay_small() -> None:
    """They travel in the package: less than a megabyte and a half in all."""
    packs = (ROOT / "assets" / "figures").glob("*.ink")
    assert sum(pack.stat().st_size for pack in packs) < 1_500_000
