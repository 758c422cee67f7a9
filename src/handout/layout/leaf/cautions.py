"""The cautions of all exercises in one place: what to check first, and a frame for each effect."""

from __future__ import annotations

from handout.layout.blocks.captions import in_a_row, set_key
from handout.layout.flow import Passage, Piece, SetPart, stack
from handout.layout.frame import Block
from handout.layout.leaf.groups import set_groups
from handout.layout.leaf.mark import place_bar, place_number
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose, in_one_line
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
    """To check first; and at the end of the line, or below, what marks say."""
    title = compose(setup, [Part(cautions.title, setup.theme.type.leaf_name, "cautions/heading")], setup.width)
    keys, baseline, tags = _keys(cautions, setup)
    beside = title.paragraph.widest + setup.theme.leaf.gutter + keys.width <= setup.width
    line = title.paragraph.lines[0].baseline
    x, y = (setup.width - keys.width, line - baseline) if beside else (0.0, title.height)
    frame = setup.frame(setup.width)
    frame.text(0, 0, title.paragraph)
    frame.place(x, y, keys)
    return frame.block(title.height if beside else y + keys.height), (*title.tags, *tags)


def _keys(cautions: Cautions, setup: Setup) -> tuple[Block, float, tuple[Tag, ...]]:
    """In one line, whose baseline comes with it: the marks of places, and the bar before a number."""
    body, own = setup.theme.type.body, setup.theme.leaf
    names = enumerate(cautions.places, 1)
    places = [set_key(setup, place, f"cautions/place-{index}", body) for index, place in names]
    bar = in_one_line(setup, [Part(cautions.key, body, "cautions/key")])
    start = own.mark + own.chip + own.name_gap
    frame, baseline = setup.frame(start + bar.paragraph.measure), bar.paragraph.lines[0].baseline
    place_number(frame, setup, (0.0, baseline - CAPITAL / 2 * body.size - own.chip / 2), marked=True)
    frame.text(start, 0, bar.paragraph)
    row = in_a_row(setup, [*places, SetPart(frame.block(bar.height), bar.tags)], own.gutter)
    return row.block, baseline, row.tags


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
