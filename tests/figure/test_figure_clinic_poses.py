"""Thirty pictures that a clinic needs, written by docs/poses.md alone: the manual is enough, for every build."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from figure_boards import Board
from figure_shelf import people

from handout.figure.checks import check
from handout.source import plain, read

FILE = Path(__file__).parent / "clinic_poses" / "pictures.yaml"


@cache
def pictures() -> dict[str, Any]:
    return cast("dict[str, Any]", plain(read(FILE)))


def others(name: str, own: str) -> list[str]:
    """Three more people for a picture, so that over all pictures everybody is drawn in many."""
    everybody = [person for person in sorted(people()) if person != own]
    first = sorted(pictures()).index(name)
    return [everybody[(first + step) % len(everybody)] for step in (0, 3, 6)]


def said(board: Board, name: str, person: str) -> list[str]:
    return [str(finding) for finding in check(board(pictures()[name]), people()[person])]


def test_there_are_thirty_and_everybody_is_drawn() -> None:
    assert len(pictures()) == 30
    assert {picture["person"] for picture in pictures().values()} == set(people())


@pytest.mark.parametrize("name", sorted(pictures()))
def test_a_picture_that_a_clinic_needs_passes_every_check(board: Board, name: str) -> None:
    assert said(board, name, pictures()[name]["person"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(pictures()))
def test_it_holds_for_other_people_without_a_change(board: Board, name: str) -> None:
    wanted = others(name, pictures()[name]["person"])
    assert {person: said(board, name, person) for person in wanted} == {person: [] for person in wanted}


def test_a_hand_on_a_chair_carries_whoever_lifts_a_leg(board: Board) -> None:
    lifted = {"root": {"roll": 3}, "leg_r": {"abd": 50, "knee": 2}}
    chair = [{"type": "chair", "at": [0.34, 0, 0]}]
    before = {"to": [0.2, 0.54, 0.1], "dir": [1, -0.3, 0], "palm": [0, -1, 0]}  # hands where the chair would be
    held = {"props": chair, "pose": {"base": "standing-at-chair", **lifted}, "frames": {"a": {}}}
    loose = {"pose": {"base": "standing", "arms": before, **lifted}, "frames": {"a": {}}}
    falls = {
        name: any("would fall over" in str(finding) for finding in check(board(data), people()["ana"]))
        for name, data in (("held", held), ("loose", loose))
    }
    assert falls == {"held": False, "loose": True}
