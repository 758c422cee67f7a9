"""Where the shipped data lies, and places that a test can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from handout.errors import Place
from handout.figure import Storyboard

ROOT = Path(__file__).parents[2]
Board = Callable[[Mapping[str, object]], Storyboard]


def locate(path: tuple[str | int, ...]) -> Place:
    """A made-up place: the file is the key path, so that a test can read it."""
    return Place("/".join(str(p) for p in path) or ".")
