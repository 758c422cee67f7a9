"""A lead, and behind it groups: the numbers of exercises on a chip, and at once what holds for these. A group begins a
line, or stands clear of the one before it; its words go on under themselves, never under their numbers. So whatever
stands behind a number belongs to it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise

import handout.layout.ink as ink
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import HAIR, Part, compose, in_one_line
from handout.layout.setup import Setup
from handout.manuscript import NO_BREAK, Concerned, Inline, Text
from handout.text import Line, PlacedRun

PAD = 3.0  # of a chip on both sides of its number, pt
CLEAR = 4.5  # between chips and their words, pt
PARTED = 0.75  # pt; the line between two numbers
RISE, HIGH = 0.91, 1.1  # of the type size: from the baseline to the top of a chip, and its height
GAP = " " * 2  # and one more before the chips of a group where all run on: a line may end there
JOINED = "\u2060"  # word joiner: no white, and no break
Tags = tuple[Tag, ...]


@dataclass(slots=True)
class _Cursor:
    """Where the next group may stand: behind what is on the line, whose baseline and foot these are."""

    x: float
    baseline: float
    foot: float


@dataclass(frozen=True, slots=True)
class _Group:
    """Numbers and words as they are to be set."""

    numbers: Part
    words: Part


def set_groups(lead: Text, groups: Sequence[Concerned], setup: Setup, name: str) -> tuple[Block, Tags]:
    """Lead and groups as one block, and their tags: what leads, and a list."""
    title = Part(lead, setup.theme.type.strong, f"{name}/title")
    made = [_group(group, setup, f"{name}/{index}") for index, group in enumerate(groups, 1)]
    block, tags = (_running if setup.theme.leaf.groups == "running" else _apart)(title, made, setup)
    own = iter(tags)
    head = tuple(islice(own, 1))
    items = []
    for index, group in enumerate(groups, 1):
        numbers, said = islice(own, 2)
        if numbers.actual_text:  # no page's text parts it from words that begin with a quotation mark
            numbers = replace(numbers, actual_text=f"{numbers.actual_text} ")
        body = Tag(f"{name}/{index}/body", "LBody", (numbers, said))
        items.append(Tag(f"{name}/{index}", group.kind.pdf, (body,)))
    return block, (*head, Tag(f"{name}/list", "L", tuple(items)))


def _apart(title: Part, groups: Sequence[_Group], setup: Setup) -> tuple[Block, Tags]:
    """Each group whole."""
    lead = compose(setup, [title], setup.width)
    last = lead.paragraph.lines[-1]
    frame, at = setup.frame(setup.width), _Cursor(last.width, last.baseline, lead.height)
    frame.text(0, 0, lead.paragraph)
    tags = [tag for group in groups for tag in _place(frame, at, group, setup)]
    return frame.block(at.foot), (*lead.tags, *tags)


def _running(title: Part, groups: Sequence[_Group], setup: Setup) -> tuple[Block, Tags]:
    """All in one paragraph, where there is no room for more: clear white stands before each group."""
    parts = [_spaced(title)]
    for group in groups:
        parts.append(group.numbers)
        # What the chip covers of the white behind it is no part of the words.
        parts.append(Part(NO_BREAK, setup.theme.type.body, tie=JOINED))
        parts.append(replace(_spaced(group.words), tie=NO_BREAK))
    prose = compose(setup, parts, setup.width - PAD)
    numbers = {group.numbers.tag for group in groups}
    paragraph = replace(prose.paragraph, lines=tuple(_indented(line, numbers, setup) for line in prose.paragraph.lines))
    frame = setup.frame(setup.width)
    for line in paragraph.lines:
        for placed in line.runs:
            if placed.run.tag in numbers:
                _chips(frame, setup, placed, (frame.x(0.0, paragraph.measure), line.baseline))
    frame.text(0, 0, paragraph)
    return frame.block(prose.height), prose.tags


def _indented(line: Line, numbers: Collection[str], setup: Setup) -> Line:
    """A line that begins with numbers makes room for their chip, which so begins where the words of other lines do."""
    if not line.runs or line.runs[0].run.tag not in numbers:
        return line
    shift = -PAD if setup.setting.direction == "rtl" else PAD
    return replace(line, runs=tuple(replace(one, x=one.x + shift) for one in line.runs), width=line.width + PAD)


def _spaced(part: Part) -> Part:
    """With white behind it, which is none of the numbers' that follow."""
    assert isinstance(part.words, Text)
    return replace(part, words=replace(part.words, inlines=(*part.words.inlines, Inline(GAP))))


def _group(group: Concerned, setup: Setup, name: str) -> _Group:
    types = setup.theme.type
    numbers = Part(group.label.replace(" ", NO_BREAK * 3), types.chip, f"{name}/numbers", "Span")
    return _Group(numbers, Part(group, types.body, f"{name}/words", "Span"))


def _place(frame: BlockBuilder, at: _Cursor, group: _Group, setup: Setup) -> Tags:
    """One group behind what is on the line, else on the next; the cursor moves behind it."""
    numbers, said = in_one_line(setup, [group.numbers]), in_one_line(setup, [group.words])
    own = numbers.paragraph.measure + 2 * PAD + CLEAR
    x = at.x + setup.theme.leaf.apart
    behind = x + own + said.paragraph.measure <= setup.width + HAIR
    start = x + own if behind else own
    if own + said.paragraph.measure > setup.width + HAIR:
        said = compose(setup, [group.words], setup.width - own)
    first, last = said.paragraph.lines[0], said.paragraph.lines[-1]
    top = at.baseline - first.baseline if behind else at.foot
    level = top + first.baseline
    for placed in numbers.paragraph.lines[0].runs:
        _chips(frame, setup, placed, (frame.x(start - own + PAD, numbers.paragraph.measure), level))
    frame.text(start - own + PAD, level - numbers.paragraph.lines[0].baseline, numbers.paragraph)
    frame.text(start, top, said.paragraph)
    at.x, at.baseline = start + last.width, top + last.baseline
    at.foot = max(at.foot, top + said.height)
    return (*numbers.tags, *said.tags)


def _chips(frame: BlockBuilder, setup: Setup, placed: PlacedRun, place: tuple[float, float]) -> None:
    """A chip under the numbers of a run, white lines between them; `place`: the left edge of its paragraph, and the
    baseline."""
    (left, baseline), size, colours = place, placed.run.size, setup.theme.colours
    numbers = list(_numbers(placed))
    if not numbers:
        return
    (low, _), (_, high) = numbers[0], numbers[-1]
    wide, top, height = high - low + 2 * PAD, baseline - RISE * size, HIGH * size
    chip = ink.rounded(wide, height, setup.theme.chip.radius, colours.accent)
    frame.shapes(frame.x(left + low - PAD, wide), top, wide, chip)
    for (_, end), (start, _) in pairwise(numbers):
        line = ink.box(PARTED, height, colours.paper)
        frame.shapes(frame.x(left + (end + start - PARTED) / 2, PARTED), top, PARTED, line)


def _numbers(placed: PlacedRun) -> Iterator[tuple[float, float]]:
    """Where each number of a run begins and ends: what stands between white."""
    x, low = placed.x, math.nan
    for glyph in placed.run.glyphs:
        white = not glyph.cluster.strip()
        if white and not math.isnan(low):
            yield low, x
        low = math.nan if white else x if math.isnan(low) else low
        x += glyph.advance
    if not math.isnan(low):
        yield low, x
