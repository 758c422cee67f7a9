"""The front of a leaf: what stands above the panel, as on a sheet, in as few lines as it goes into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handout.drawing import Picture
from handout.layout.first_page import OPENING
from handout.layout.flow import Passage
from handout.layout.prose import Part, compose
from handout.layout.setters import set_blocks
from handout.layout.setup import Setup
from handout.manuscript import ManuscriptBlock, Title

FRONT = frozenset({"stamps", "masthead", "patient", "title", "audience", "message", "plan"})


def set_front(
    blocks: Sequence[ManuscriptBlock], setup: Setup, pictures: Mapping[str, Picture], room: float
) -> list[Passage]:
    """Every block of the front but for the panel. Raises LayoutError with all that cannot be set."""
    own = [block for block in blocks if block.kind.label in FRONT]
    passages = [passage for passage in set_blocks(own, setup, pictures, room) if passage.kind in OPENING]
    title = next((block for block in own if isinstance(block, Title)), None)
    return _beside_the_title(passages, title, setup) if title else passages


def _beside_the_title(passages: Sequence[Passage], title: Title, setup: Setup) -> list[Passage]:
    """A clinic's row that is nothing but a line to write a number on stands at the end of the title's line."""
    row = next((one for one in passages if one.kind == "masthead" and one.tag is None), None)
    head = next(one for one in passages if one.kind == "title")
    if row is None:
        return [*passages]
    (line,), (piece,) = row.pieces, head.pieces
    words = compose(setup, [Part(title.text, setup.theme.type.title)], setup.width).paragraph
    blank = setup.theme.masthead.blank + setup.theme.type.clinic.size + 4
    if len(words.lines) != 1 or words.widest + setup.theme.masthead.apart + blank > setup.width:
        return [*passages]
    frame = setup.frame(setup.width)
    frame.place(0, 0, piece.block)
    frame.place(0, piece.height - line.height - setup.theme.gap.small, line.block)
    joined = replace(head, pieces=(replace(piece, block=frame.block(piece.height)),))
    return [joined if one is head else one for one in passages if one is not row]
