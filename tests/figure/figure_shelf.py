"""The shipped pictures and people, read as the product reads them, for the tests of this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from handout.figure import Person, Storyboard, read_people, read_poses, read_storyboard
from handout.figure.storyboard.resolving import Locate
from handout.source import Node, parse, place_of, read

ROOT = Path(__file__).parents[2]
EXERCISES = sorted(path.parent.name for path in (ROOT / "handouts" / "exercises").glob("*/picture.yaml"))


@cache
def people() -> dict[str, Person]:
    """Everybody, by id."""
    return read_people(read(ROOT / "assets" / "people.yaml"))


@cache
def shipped(exercise: str) -> Storyboard:
    """The storyboard of a shipped exercise."""
    return _board(read(ROOT / "handouts" / "exercises" / exercise / "picture.yaml"))


def written(text: str) -> Storyboard:
    """A storyboard from a text that stands in the test."""
    return _board(parse(text, "picture.yaml"))


def located(text: str) -> Locate:
    """What tells the line of each key of such a text."""
    node = parse(text, "picture.yaml")
    return lambda path: place_of(node, path)


def _board(node: Node) -> Storyboard:
    return read_storyboard(node, read_poses(read(ROOT / "assets" / "poses.yaml")))
