"""The shipped drawings are taken only while pose, person and engine are those that drew them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from figure_shelf import EXERCISES, ROOT, people, shipped

from handout.figure.cache import fingerprint
from handout.figure.catalogue import HEIGHT_PT, STYLE
from handout.figure.shelf import INDEX, from_shelf, write_index

SHIPPED = ROOT / "assets" / "figures" / INDEX


def test_the_index_names_every_exercise_with_the_fingerprint_of_today() -> None:
    marks = json.loads(SHIPPED.read_text("utf-8"))
    today = {name: fingerprint(shipped(name), people()[shipped(name).person], STYLE, HEIGHT_PT) for name in EXERCISES}
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
