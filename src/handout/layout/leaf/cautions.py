"""The cautions of all exercises in one place: what to check first, and a frame for each effect."""

from __future__ import annotations

from handout.layout.flow import Passage, Piece, stack
from handout.layout.frame import Block
from handout.layout.leaf.groups import set_groups
from handout.layout.leaf.mark import place_bar, place_number
from handout.layout.pages import Tag
from handout.layout.prose import HAIR, Part, compose
from handout.layout.setup import Setup
from handout.manuscript import CautionFrame, Cautions

CAPITAL = 0.714  # of the type size: how high capitals are (Noto Sans)


def set_cautions(cautions: Cautions, setup: Setup) -> Passage:
    """A heading, then every frame across the page."""
    own = setup.theme.leaf
    head, tags = _head(cautions, setup)
    made = [_frame(frame, setup, f"cautions/{frame.effect}") for frame in cautions.frames]
    first = stack(setup, setup.width, [(0.0, head), *((own.caution_above, one) for one, _ in made[:1])])
    rest = (Piece(one, own.caution_above) for one, _ in made[1:])
    tag = Tag("cautions", cautions.kind.pdf, (*tags, *(tag for _, tag in made)))
    return Passage(tag, (Piece(first, own.row), *rest), "cautions")


def _head(cautions: Cautions, setup: Setup) -> tuple[Block, tuple[Tag, ...]]:
    """To check first; and at the end of the line, or below, what the bar before a number says."""
    types, own = setup.theme.type, setup.theme.leaf
    title = compose(setup, [Part(cautions.title, types.leaf_name, "cautions/heading")], setup.width)
    start = own.mark + own.chip + own.name_gap
    key = compose(setup, [Part(cautions.key, types.body, "cautions/key")], setup.width - start)
    key = compose(setup, [Part(cautions.key, types.body, "cautions/key")], key.paragraph.widest + HAIR)
    wide = start + key.paragraph.measure
    beside = title.paragraph.widest + 2 * own.gutter + wide <= setup.width
    x, y = (setup.width - wide, title.paragraph.lines[0].baseline) if beside else (0.0, title.height)
    top = y - key.paragraph.lines[0].baseline if beside else y
    frame = setup.frame(setup.width)
    middle = top + key.paragraph.lines[0].baseline - CAPITAL / 2 * types.body.size
    frame.text(0, 0, title.paragraph)
    place_number(frame, setup, (x, middle - own.chip / 2), marked=True)
    frame.text(x + start, top, key.paragraph)
    return frame.block(title.height if beside else top + key.height), (*title.tags, *key.tags)


def _frame(caution: CautionFrame, setup: Setup, name: str) -> tuple[Block, Tag]:
    """A bar, and beside it a lead with its groups; then that of the easier ways."""
    theme = setup.theme
    inset = theme.card.caution_bar + theme.card.caution_inset
    inner = setup.narrowed(setup.width - inset)
    made = [set_groups(caution.title, caution.groups, inner, name)]
    if caution.easier:
        made.append(set_groups(caution.easier, caution.ways, inner, f"{name}/ways"))
    block = stack(inner, inner.width, [(0.0, one) for one, _ in made])
    frame = setup.frame(setup.width)
    frame.place(inset, 0, block)
    place_bar(frame, setup, caution.effect, block.height)
    return frame.block(block.height), Tag(name, caution.kind.pdf, tuple(tag for _, tags in made for tag in tags))
