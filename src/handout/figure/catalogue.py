"""The shipped drawings: every frame inked once, kept as SVG that a clinician can look at in any browser.

In: storyboards by exercise, and the people. Out: drawings by file stem ("seated-twist.turn"), SVG files in a
folder, and what in that folder no longer shows what the poses and the engine draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from handout.drawing import Drawing, Shape, load_svg, to_svg
from handout.errors import Finding, Place
from handout.figure.inking import ink
from handout.figure.people import Person
from handout.figure.shelf import HEIGHT_PT, STYLE
from handout.figure.storyboard import Storyboard

# Styles and heights of other shipped sheets (mono, large print, the steps of a leaf): kept as well, packed.
PACKED: tuple[tuple[str, float], ...] = (
    ("mono", 100.0), ("colour", 220.0), ("colour", 185.0), ("colour", 150.0),
    ("colour", 72.0), ("colour", 63.0), ("colour", 54.0), ("colour", 45.0),
)  # fmt: skip
MOVED_PT = 0.02  # two decimals in a file, and the last one rounded
HINT = "look at the picture, then ink them all again: handout figure --keep assets/figures"


def catalogue(
    boards: Mapping[str, Storyboard], people: Mapping[str, Person], style: str = STYLE, height: float = HEIGHT_PT
) -> dict[str, Drawing]:
    """Every drawing by "exercise.frame", easier and harder versions too; each exercise has its own person."""
    drawings: dict[str, Drawing] = {}
    for exercise in sorted(boards):
        for _, board in boards[exercise].versions():
            for frame, drawing in ink(board, people[board.person], style, height).items():
                drawings[f"{exercise}.{frame}"] = drawing
    return drawings


def store(drawings: Mapping[str, Drawing], folder: Path) -> None:
    """Write each drawing as SVG; a file of a drawing that is no more is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem, drawing in drawings.items():
        (folder / f"{stem}.svg").write_text(to_svg(drawing), encoding="utf-8", newline="\n")
    for path in sorted(folder.glob("*.svg")):
        if path.stem not in drawings:
            path.unlink()


def stale(drawings: Mapping[str, Drawing], folder: Path) -> tuple[Finding, ...]:
    """What differs between the drawings and the files of a folder: missing, moved, or left over."""
    findings = []
    stored = {path.stem: path for path in sorted(folder.glob("*.svg"))}
    for stem in sorted(drawings.keys() | stored.keys()):
        where = Place(f"{folder.as_posix()}/{stem}.svg")
        if stem not in stored:
            findings.append(Finding("this drawing is missing", HINT, where))
        elif stem not in drawings:
            findings.append(Finding("no exercise has this drawing", "take the file away", where))
        elif (moved := _difference(drawings[stem], load_svg(stored[stem]))) is not None:
            findings.append(Finding(f"this drawing is not what its pose draws: {moved}", HINT, where))
    return tuple(findings)


def _difference(drawn: Drawing, stored: Drawing) -> str | None:
    """How two drawings differ by more than rounding, or None."""
    if abs(drawn.width - stored.width) > MOVED_PT or abs(drawn.height - stored.height) > MOVED_PT:
        return f"it is {drawn.width:g} by {drawn.height:g} pt, the file {stored.width:g} by {stored.height:g}"
    if len(drawn.shapes) != len(stored.shapes):
        return f"it has {len(drawn.shapes)} shapes, the file {len(stored.shapes)}"
    for number, (one, other) in enumerate(zip(drawn.shapes, stored.shapes, strict=True), start=1):
        if _look(one) != _look(other):
            return f"shape {number} is painted differently"
        if [verb for verb, _ in one.path] != [verb for verb, _ in other.path]:
            return f"shape {number} has other corners"
        if _farthest(one, other) > MOVED_PT:
            return f"shape {number} has moved by {_farthest(one, other):.2f} pt"
    return None


def _look(shape: Shape) -> tuple[object, ...]:
    dash = tuple(round(d, 2) for d in shape.dash)
    even_odd = shape.even_odd and shape.fill is not None
    return shape.fill, shape.stroke, round(shape.width, 2), shape.cap, shape.join, dash, even_odd


def _farthest(one: Shape, other: Shape) -> float:
    pairs = zip(one.path, other.path, strict=True)
    return max((abs(a - b) for (_, p), (_, q) in pairs for a, b in zip(p, q, strict=True)), default=0.0)
