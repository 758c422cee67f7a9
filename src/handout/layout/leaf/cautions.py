"""The cautions of all exercises in one place: a paragraph for each effect, the numbers of exercises on chips in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

import handout.layout.ink as ink
from handout.content import Effect
from handout.layout.flow import Passage, Piece, stack
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript import CautionFrame, Cautions, Concerned, Inline, Text
from handout.text import Glyph, Line, PlacedRun

SPACE = "\u00a0"
JOINED = "\u2060"  # word joiner: no white, and no break
NUMBERS = "numbers"  # the end of their tags
PAD = 2.2  # of a chip beside its number, pt
RISE = 0.95  # of the type size: from the baseline to the top of a chip


def set_cautions(cautions: Cautions, setup: Setup) -> Passage:
    """Every frame across the page."""
    own = setup.theme.leaf
    made = [_frame(frame, setup, f"cautions/{frame.effect}") for frame in cautions.frames]
    above = (own.caution_above if index else 0.0 for index in range(len(made)))
    block = stack(setup, setup.width, [(white, one) for white, (one, _) in zip(above, made, strict=True)])
    tag = Tag("cautions", cautions.kind.pdf, tuple(tag for _, tag in made))
    return Passage(tag, (Piece(block, own.row),), "cautions")


def _frame(caution: CautionFrame, setup: Setup, name: str) -> tuple[Block, Tag]:
    """A bar, black for who must not, and the paragraph beside it: a lead, then numbers and words."""
    theme = setup.theme
    inset = theme.card.caution_bar + theme.card.caution_inset
    lists = [(caution.title, caution.groups, name)]
    if caution.easier:
        lists.append((caution.easier, caution.ways, f"{name}/ways"))
    parts: list[Part] = []
    for title, groups, own in lists:
        parts.append(Part(_parted(title), theme.type.strong, f"{own}/title"))
        for index, group in enumerate(groups, 1):
            first, *others = _group(group, setup, f"{own}/{index}")
            parts.extend((first if index > 1 else replace(first, tie=JOINED), *others))  # no lead alone on its line
    prose = compose(setup, parts, setup.width - inset)
    frame = setup.frame(setup.width)
    for part in parts:
        if part.tag.endswith(NUMBERS):
            _chip(frame, setup, prose, part.tag, inset)
    frame.text(inset, 0, prose.paragraph)
    place_bar(frame, setup, caution.effect, prose.height)
    return frame.block(prose.height), Tag(name, caution.kind.pdf, tuple(_tags(lists, prose)))


def place_bar(frame: BlockBuilder, setup: Setup, effect: Effect, height: float) -> None:
    """A bar beside a caution: black for who must not; for who does it the easier way or asks grey, and thinner, because
    one ink has no grey."""
    colours, wide = setup.theme.colours, setup.theme.card.caution_bar
    colour, width = (colours.ink, wide) if effect == "refuse" else (colours.rule, wide / 2)
    frame.shapes(0, 1, width, ink.box(width, height - 2, colour))


def _group(group: Concerned, setup: Setup, name: str) -> Iterator[Part]:
    """The numbers on a chip, and what holds for them."""
    types = setup.theme.type
    yield Part(group.label.replace(" ", SPACE * 2), types.chip, f"{name}/{NUMBERS}", "Span")
    yield Part(SPACE, types.body, tie=JOINED)  # what the chip covers of the white behind it is no part of the words
    yield Part(_parted(group), types.body, f"{name}/words", "Span", tie=SPACE)


def _parted(words: Text) -> Text:
    """With room for a chip behind it."""
    return replace(words, inlines=(*words.inlines, Inline(SPACE)))


def _tags(lists: Sequence[tuple[Text, Sequence[Concerned], str]], prose: Prose) -> Iterator[Tag]:
    """A lead and a list for each: numbers and words are the body of an item."""
    tags = iter(prose.tags)
    for _, groups, own in lists:
        yield next(tags)
        items = []
        for index, group in enumerate(groups, 1):
            body = Tag(f"{own}/{index}/body", "LBody", tuple(islice(tags, 2)))
            items.append(Tag(f"{own}/{index}", group.kind.pdf, (body,)))
        yield Tag(f"{own}/list", "L", tuple(items))


def _chip(frame: BlockBuilder, setup: Setup, prose: Prose, tag: str, inset: float) -> None:
    """The ground of numbers, drawn before they are."""
    chip, paragraph = setup.theme.chip, prose.paragraph
    left = frame.x(inset, paragraph.measure)
    for line in paragraph.lines:
        spans = [_inked(placed) for placed in line.runs if placed.run.tag == tag and placed.run.text.strip()]
        if not spans:
            continue
        start, end = min(low for low, _ in spans) - PAD, max(high for _, high in spans) + PAD
        size = _size(line, tag)
        box = ink.rounded(end - start, 1.25 * size, chip.radius, setup.theme.colours.accent)
        frame.shapes(frame.x(left + start, end - start), line.baseline - RISE * size, end - start, box)


def _size(line: Line, tag: str) -> float:
    return max(placed.run.size for placed in line.runs if placed.run.tag == tag)


def _inked(placed: PlacedRun) -> tuple[float, float]:
    """Where the marks of a run begin and end: without the spaces at its ends."""
    glyphs = placed.run.glyphs
    before = sum(glyph.advance for glyph in _blank(glyphs))
    after = sum(glyph.advance for glyph in _blank(glyphs[::-1]))
    return placed.x + before, placed.x + placed.run.width - after


def _blank(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    for glyph in glyphs:
        if glyph.cluster.strip():
            return
        yield glyph
