"""Pictograms beside the words that they show: warning signs in the panel's column of icons, steps in a row.

They repeat what the words say, so they are decoration to a screen reader, and they take no height from the panel.
A line or step for which no pictogram is drawn has its words alone.
"""

from __future__ import annotations

from collections.abc import Sequence

import handout.layout.ink as ink
from handout.drawing import Drawing
from handout.layout.frame import Block, BlockBuilder
from handout.layout.setup import Setup
from handout.manuscript import PanelLine, Text

SIGNS = {  # what the panel calls a warning sign -> its pictogram in assets/signs.yaml
    "saddle-numbness": "saddle-numbness",
    "both-legs": "both-legs",
    "chest-or-breath": "chest-pain",
    "face-arm-speech": "face-arm-speech",
}
SIGN = 1.4  # the height of a sign, times the leading of the lines, where the column is wide enough
STEP = 3.0  # the height of a step, times the leading of the words, where the row is wide enough
APART = 1.5  # least white between pictograms, pt
MARGIN = 2.5  # between a pictogram and the panel's bar, and the words
GAP, CHEVRON = 0.25, 0.11  # of the height of a row of steps: between two of them, and the mark there


def place_signs(
    frame: BlockBuilder, setup: Setup, lines: Sequence[PanelLine], blocks: Sequence[Block], top: float
) -> None:
    """Each sign's pictogram level with its line, in the column of icons; `blocks` are the lines as set from `top` down,
    which is `foot` below the red band.

    Neighbours that would touch give way to each other by the same step, and the first to the band.
    """
    size = setup.theme.safety
    room = size.icon_column - size.bar - 2 * MARGIN
    heights = [block.height for block in blocks]
    wished: list[tuple[float, Drawing]] = []
    for index, line in enumerate(lines):
        sign = setup.theme.icons.get(SIGNS.get(line.id, ""))
        if sign is not None:
            wished.append((top + sum(heights[:index]) + heights[index] / 2, sign))
    high = [_high(sign, setup, room) for _, sign in wished]
    middles = apart([middle for middle, _ in wished], high, (top - size.foot + APART, top + sum(heights)))
    for (_, sign), height, middle in zip(wished, high, middles, strict=True):
        width = sign.width / sign.height * height
        start = size.bar + (size.icon_column - size.bar - width) / 2
        frame.shapes(start, middle - height / 2, width, ink.scaled(sign, height))


def _high(sign: Drawing, setup: Setup, room: float) -> float:
    """As high as the theme's icons, but never wider than the column."""
    return min(SIGN * setup.leading(setup.theme.type.panel_line), room * sign.height / sign.width)


def apart(middles: Sequence[float], heights: Sequence[float], within: tuple[float, float]) -> list[float]:
    """Middles moved until nothing touches: neighbours share the way, and the ends keep `within`."""
    found = list(middles)
    for _ in range(4 * len(found)):
        for i, (high, middle) in enumerate(zip(heights, found, strict=True)):
            found[i] = min(max(middle, within[0] + high / 2), within[1] - high / 2)
        for i in range(len(found) - 1):
            need = (heights[i] + heights[i + 1]) / 2 + APART - (found[i + 1] - found[i])
            if need > 0:
                found[i], found[i + 1] = found[i] - need / 2, found[i + 1] + need / 2
    return found


def steps_row(setup: Setup, steps: Sequence[Text], measure: float) -> Block | None:
    """The pictograms of some steps in a row, each followed by a mark towards the next; None where one is missing."""
    names = [f"floor.{'-'.join(step.path.split('.')[-2:])}" for step in steps]
    shown = [sign for name in names if (sign := setup.theme.icons.get(name)) is not None]
    if not shown or len(shown) < len(names):
        return None
    ratios = [sign.width / sign.height for sign in shown]
    high = min(STEP * setup.leading(setup.theme.type.body), measure / (sum(ratios) + GAP * (len(shown) - 1)))
    gap = min(2 * GAP * high, (measure - sum(ratios) * high) / max(1, len(shown) - 1))
    mark = high * CHEVRON
    frame, start = setup.frame(measure), 0.0
    for sign, ratio in zip(shown, ratios, strict=True):
        if start:
            point = ink.chevron(mark, 2 * mark, setup.theme.colours.accent)
            frame.shapes(start - (gap + mark) / 2, high / 2 - mark, mark, point, mirror=True)
        frame.shapes(start, 0, ratio * high, ink.scaled(sign, high))
        start += ratio * high + gap
    return frame.block(high)
