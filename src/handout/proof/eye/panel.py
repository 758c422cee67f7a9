"""The parts of the safety panel as they look: each with its symbol beside its heading and its bar along its lines.

A reader who cannot read the words, and a printer without colour, still tell the parts apart: by symbols that look like
their drawings, and by bars that stand out from the paper in grey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from handout.proof.eye.glass import SCALE, Glass
from handout.proof.eye.paths import Box
from handout.proof.eye.symbols import NEAR, Symbol
from handout.proof.readback import ReadBack

SYMBOLS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "ask": frozenset({"speech-question", "speech-question-rtl"}),
        "stop": frozenset({"hand-octagon"}),
        "now": frozenset({"warning-triangle"}),
        "today": frozenset({"handset"}),
    }
)
LEAST = 12.0  # pt, the height of a symbol
ABOVE = 8.0  # pt: how far a symbol may stand above the words of its part
BAR = 12.0  # pt: a bar is no wider
ALONG = 0.7  # of the height of a part's words
SLICE = 12.0  # pt: in each such piece of a bar some of it is seen
GREYS = 70  # of 255: how far a bar stands apart from the paper in grey; 3:1 on white is 105 of 255 away from it


@dataclass(frozen=True, slots=True)
class SeenPart:
    """One part of the panel on one page."""

    kind: str
    box: Box  # of its words
    begun: bool = False  # on an earlier page, where its symbol stands


def parts_on(read: ReadBack, page: int) -> tuple[SeenPart, ...]:
    """The parts whose words stand on a page, from 0."""
    found = []
    for kind in SYMBOLS:
        own = [s for s in read.stretches(read.block(f"safety/{kind}")) if s.text.strip()]
        boxes = [s.box for s in own if s.page == page]
        if boxes:
            left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
            begun = min(s.page for s in own) < page
            right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
            found.append(SeenPart(kind, (left, bottom, right, top), begun))
    return tuple(found)


def unmarked(glass: Glass, parts: Sequence[SeenPart], symbols: Sequence[Symbol]) -> Iterator[tuple[str, str]]:
    """The parts that lack what they are known by, as (kind of part, "symbol" or "bar")."""
    for part in parts:
        if not part.begun and not any(_marks(symbol, part) for symbol in symbols):
            yield part.kind, "symbol"
        if not any(_along(box, part) and _stands_out(glass, box) for box in _bars(glass)):
            yield part.kind, "bar"


def _marks(symbol: Symbol, part: SeenPart) -> bool:
    _, bottom, _, top = symbol.box
    level = bottom < part.box[3] + ABOVE and top > part.box[1]
    return symbol.name in SYMBOLS[part.kind] and level and _beside(symbol.box, part) and top - bottom >= LEAST


def _beside(box: Box, part: SeenPart) -> bool:
    return box[2] <= part.box[0] or box[0] >= part.box[2]


def _bars(glass: Glass) -> Iterator[Box]:
    """What is no wider than a bar; and pieces that stand one under the other, as one."""
    above: Box | None = None
    for ornament in glass.ornaments:
        box = ornament.box
        if box[2] - box[0] > BAR:
            continue
        yield box
        if above and abs(above[0] - box[0]) < NEAR and abs(above[1] - box[3]) <= SLICE:
            box = above[0], box[1], above[2], above[3]
            yield box
        above = box


def _along(box: Box, part: SeenPart) -> bool:
    shared = min(box[3], part.box[3]) - max(box[1], part.box[1])
    return _beside(box, part) and shared >= ALONG * (part.box[3] - part.box[1])


def _stands_out(glass: Glass, box: Box) -> bool:
    """Whether each piece of a bar is darker in grey than the paper."""
    area = glass.area(box)
    if area is None:
        return False
    grey = glass.ground.crop(area).convert("L")
    wide, high = grey.size
    count = max(1, high // int(SLICE * SCALE))  # as long as a slice, or a little longer: the last one, too, is whole
    pieces = (grey.crop((0, high * piece // count, wide, high * (piece + 1) // count)) for piece in range(count))
    return all(min(piece.tobytes()) <= 255 - GREYS for piece in pieces)
