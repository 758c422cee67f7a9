"""The shipped drawings at work: taken from their files as long as pose, person and engine are the same.

Colour drawings of the standard height are SVG files that anybody can look at; `inked.json` beside them holds the
fingerprint of each exercise's storyboard. Those of other shipped styles are packed, one file for a style and height
(`mono-100.ink`): a line of JSON with fingerprint, start and length of each exercise, then the exercises.
Where a fingerprint does not fit (a clinic changed the pose, the engine moved on), nothing is taken, and the
pictures are inked anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from handout.drawing import Drawing, load_svg
from handout.errors import HandoutError
from handout.figure.cache import fingerprint
from handout.figure.packing import packed, unpacked
from handout.figure.people import Person
from handout.figure.storyboard import Storyboard

HEIGHT_PT = 100.0  # the long side, as printed on a card
STYLE = "colour"
INDEX = "inked.json"


def kept_name(style: str, height: float) -> str:
    """The file in which the shelf looks for drawings of a style and height."""
    return INDEX if (style, height) == (STYLE, HEIGHT_PT) else f"{style}-{height:g}.ink"


def mark_of(board: Storyboard, person: Person, style: str = STYLE, height: float = HEIGHT_PT) -> str:
    """The fingerprints of all versions, as one."""
    marks = "".join(fingerprint(part, person, style, height) for _, part in board.versions())
    return hashlib.sha256(marks.encode()).hexdigest()[:32]


def write_index(boards: Mapping[str, Storyboard], people: Mapping[str, Person], folder: Path) -> None:
    """Say of which storyboards the files of a folder are the drawings."""
    marks = {name: mark_of(board, people[board.person]) for name, board in sorted(boards.items())}
    (folder / INDEX).write_text(json.dumps(marks, indent=1) + "\n", "utf-8", newline="\n")


def write_pack(target: Path, drawings: Mapping[str, Drawing], marks: Mapping[str, str]) -> None:
    """Drawings by "exercise.frame" as one file, each exercise under its fingerprint."""
    blocks, index, start = [], {}, 0
    for exercise, mark in sorted(marks.items()):
        own = {name.partition(".")[2]: d for name, d in drawings.items() if name.partition(".")[0] == exercise}
        blocks.append(packed(own))
        index[exercise] = [mark, start, len(blocks[-1])]
        start += len(blocks[-1])
    target.write_bytes(json.dumps(index, separators=(",", ":")).encode() + b"\n" + b"".join(blocks))


def from_shelf(
    kept: Path | None, exercise: str, board: Storyboard, person: Person, look: tuple[str, float] = (STYLE, HEIGHT_PT)
) -> dict[str, Drawing] | None:
    """Every drawing of an exercise by frame, or None when the file is not of this storyboard; `look`: style, height."""
    if kept is None:
        return None
    try:
        mark = mark_of(board, person, *look)
        return _pictured(kept, exercise, board, mark) if kept.name == INDEX else _unpacked(kept, exercise, mark)
    except (OSError, ValueError, AttributeError, TypeError, HandoutError):
        return None


def _pictured(index: Path, exercise: str, board: Storyboard, mark: str) -> dict[str, Drawing] | None:
    """From SVG files beside the index."""
    if json.loads(index.read_text("utf-8")).get(exercise) != mark:
        return None
    names = [frame for _, version in board.versions() for frame in frames_of(version)]
    return {frame: load_svg(index.parent / f"{exercise}.{frame}.svg") for frame in names}


def _unpacked(pack: Path, exercise: str, mark: str) -> dict[str, Drawing] | None:
    """From a packed file."""
    with pack.open("rb") as file:
        found = json.loads(file.readline()).get(exercise)
        if found is None or found[0] != mark:
            return None
        file.seek(found[1], 1)
        return unpacked(file.read(found[2]))


def frames_of(board: Storyboard) -> Iterator[str]:
    """The pictures of one version in printed order, the inset last."""
    yield from (frame.id for frame in board.frames)
    if board.inset is not None:
        yield "zone"
