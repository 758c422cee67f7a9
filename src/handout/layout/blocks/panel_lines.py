"""The lines of the safety panel's parts: with boxes and letters, or with discs, in one column or in two."""

from __future__ import annotations

from collections.abc import Sequence

import handout.layout.ink as ink
from handout.layout.flow import beside, stack
from handout.layout.frame import Block
from handout.layout.lists import SetList, bulleted
from handout.layout.pages import Tag
from handout.layout.prose import Part, compose, heights
from handout.layout.setup import Setup
from handout.manuscript import PanelLine, PanelPart

SHARES = (0.5, 0.46, 0.54, 0.42, 0.58)  # of the first of two columns


def set_lines(part: PanelPart, setup: Setup, name: str, measure: float, *, columns: bool) -> tuple[Block, Tag]:
    """A part's lines in blocks `measure` wide; where two columns are asked for, in two if that is lower."""
    one = listed(part, setup, name, measure)
    best = _stacked(setup, measure, one.blocks)
    if columns and setup.two:
        lines, style = part.lines, setup.theme.type.panel_line
        gutter = setup.theme.safety.gutter
        for share in SHARES:
            first = (measure - gutter) * share
            measures = (first, measure - gutter - first)
            start, end = (bulleted(setup, lines, width, name, style).blocks for width in measures)
            tried = _columns(setup, (start, end), measures, measure)
            best = min(best, tried, key=lambda block: round(block.height, 1))
    return best, one.tag


def listed(part: PanelPart, setup: Setup, name: str, measure: float) -> SetList:
    """A part's lines, with letters where they have any."""
    if any(line.label for line in part.lines):
        return lettered(setup, part.lines, measure, name)
    return bulleted(setup, part.lines, measure, name, setup.theme.type.panel_line)


def lettered(setup: Setup, lines: Sequence[PanelLine], measure: float, name: str) -> SetList:
    """A box to tick, the letter that cards name the line by (Lbl), and its words."""
    size, types = setup.theme.safety, setup.theme.type
    box = ink.rounded(size.tick, size.tick, size.tick / 6, stroke=(setup.theme.colours.ink, size.tick_rule))
    words = [Part(line, types.panel_line, f"{name}/{line.id}/words", "LBody") for line in lines]
    proses = [compose(setup, [part], measure - size.tick_indent) for part in words]
    blocks: list[Block] = []
    tags: list[Tag] = []
    for line, prose, height in zip(lines, proses, heights(setup, types.panel_line, proses), strict=True):
        own = f"{name}/{line.id}"
        label = Part(line.label, types.panel_strong, f"{own}/letter", "Lbl")
        letter = compose(setup, [label], size.tick_indent - size.tick_letter)
        frame = setup.frame(measure)
        baseline = prose.paragraph.lines[0].baseline
        middle = baseline - 0.35 * types.panel_line.size
        frame.shapes(0, middle - size.tick / 2, size.tick, box)
        frame.text(size.tick_letter, baseline - letter.paragraph.lines[0].baseline, letter.paragraph)
        frame.text(size.tick_indent, 0, prose.paragraph)
        blocks.append(frame.block(height))
        tags.append(Tag(own, "LI", (*letter.tags, *prose.tags), path=line.path))
    return SetList(tuple(blocks), Tag(name, "L", tuple(tags)))


def _columns(
    setup: Setup, sets: tuple[Sequence[Block], Sequence[Block]], measures: tuple[float, float], width: float
) -> Block:
    """Down the first column and then down the second, cut where that is lowest."""
    one, other = sets

    def height(cut: int) -> float:
        return max(sum(block.height for block in column) for column in (one[:cut], other[cut:]))

    cut = min(range(len(one), 0, -1), key=lambda k: (round(height(k), 3), -k), default=0)
    first, second = _stacked(setup, measures[0], one[:cut]), _stacked(setup, measures[1], other[cut:])
    return beside(setup, ((0.0, first), (width - measures[1], second)), width)


def _stacked(setup: Setup, width: float, blocks: Sequence[Block]) -> Block:
    return stack(setup, width, [(0.0, block) for block in blocks])
