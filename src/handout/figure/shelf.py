"""The shipped drawings at work: taken from their SVG files as long as pose, person and engine are the same.

`inked.json` beside the files holds the fingerprint of each exercise's storyboard. Where it does not fit (a
clinic changed the pose, the engine moved on), nothing is taken, and the pictures are inked anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from handout.drawing import Drawing, load_svg
from handout.errors import HandoutError
from handout.figure.cache import fingerprint
from handout.figure.catalogue import HEIGHT_PT, STYLE
from handout.figure.people import Person
from handout.figure.storyboard import Storyboard

INDEX = "inked.json"


def write_index(boards: Mapping[str, Storyboard], people: Mapping[str, Person], folder: Path) -> None:
    """Say of which storyboards the files of a folder are the drawings."""
    marks = {name: fingerprint(board, people[board.person], STYLE, HEIGHT_PT) for name, board in sorted(boards.items())}
    (folder / INDEX).write_text(json.dumps(marks, indent=1) + "\n", "utf-8", newline="\n")


def from_shelf(index: Path | None, exercise: str, board: Storyboard, person: Person) -> dict[str, Drawing] | None:
    """Every drawing of an exercise by frame, or None when the files are not of this storyboard."""
    if index is None:
        return None
    try:
        marks = json.loads(index.read_text("utf-8"))
        if marks.get(exercise) != fingerprint(board, person, STYLE, HEIGHT_PT):
            return None
        files = {frame: index.parent / f"{exercise}.{frame}.svg" for frame in _frames(board)}
        return {frame: load_svg(path) for frame, path in files.items()}
    except (OSError, ValueError, AttributeError, HandoutError):
        return None


def _frames(board: Storyboard) -> Iterator[str]:
    """Every frame in printed order, the inset last, then those of the easier and harder versions."""
    yield from (frame.id for frame in board.frames)
    if board.inset is not None:
        yield "zone"
    for version in (board.easier, board.harder):
        if version is not None:
            yield from (frame.id for frame in version.frames)
