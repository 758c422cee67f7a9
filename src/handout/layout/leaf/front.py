"""The front of a leaf: what stands above the panel, as on a sheet, in as few lines as it goes into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handout.drawing import Picture
from handout.layout.blocks.masthead import is_a_line, to_write_on
from handout.layout.first_page import OPENING
from handout.layout.flow import Passage, Piece
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose
from handout.layout.setters import set_blocks
from handout.layout.setup import Setup
from handout.manuscript import ManuscriptBlock, Masthead, Title

FRONT = frozenset({"stamps", "masthead", "patient", "title", "audience", "message", "plan"})


def set_front(
    blocks: Sequence[ManuscriptBlock], setup: Setup, pictures: Mapping[str, Picture], room: float
) -> list[Passage]:
    """Every block of the front but for the panel. Raises LayoutError with all that cannot be set."""
    passages = set_opening(blocks, setup, pictures, room)
    title = next((block for block in blocks if isinstance(block, Title)), None)
    row = next((block for block in blocks if isinstance(block, Masthead)), None)
    return _beside_the_title(passages, title, row, setup) if title and row and is_a_line(row) else passages


def set_opening(
    blocks: Sequence[ManuscriptBlock], setup: Setup, pictures: Mapping[str, Picture], room: float
) -> list[Passage]:
    """The same, each under the one before it."""
    own = [block for block in blocks if block.kind.label in FRONT]
    return [passage for passage in set_blocks(own, setup, pictures, room) if passage.kind in OPENING]


def _beside_the_title(passages: Sequence[Passage], title: Title, row: Masthead, setup: Setup) -> list[Passage]:
    """A line to write a number on stands at the end of the title's line, where that has the room."""
    words = compose(setup, [Part(title.text, setup.theme.type.title)], setup.width).paragraph
    room = setup.width - words.widest - setup.theme.masthead.apart
    line, tag = to_write_on(row.phones[0], setup, room)
    if len(words.lines) != 1 or line.width > room:
        return [*passages]
    frame = setup.frame(setup.width)
    frame.place(setup.width - line.width, -line.height - setup.theme.gap.small, line)
    over = Passage(Tag("masthead", row.kind.pdf, (tag,)), (Piece(frame.block(0.0)),), "masthead")
    kept = [one for one in passages if one.kind != "masthead"]
    at = next(index for index, one in enumerate(kept, 1) if one.kind == "title")
    return [*kept[:at], over, *kept[at:]]
