"""Sizes and distances of a leaf. Field names are the keys of assets/themes/*.yaml; points throughout."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

# How groups of cautions stand: each whole, beginning a line or behind another; or all run on in one paragraph.
Groups = Literal["whole", "running"]


@dataclass(frozen=True, slots=True)
class LeafTheme:
    """The two pages of a leaf: `height` to `least` is what a standing figure is inked for, `step` apart; `head` is the
    least white between what stands above the panel, `row` that before a row of cells, with `air` before pictures are
    made larger, and up to `spread` where the page has room; `apart` is the white before the numbers of a group of
    cautions within a line; `mark` is from the bar beside an exercise to its number; `figure` is where the
    words of a dose start, `day` and `day_height` a box to tick, `code` the side of the QR code."""

    height: float
    least: float
    step: float
    head: float
    top: float
    stamp_rise: float
    clear: float
    gutter: float
    row: float
    air: float
    spread: float
    rule: float
    chip: float
    pad: float
    name_gap: float
    between: float
    beside: float
    figure: float
    dose_gap: float
    span_gap: float
    caution_above: float
    apart: float
    mark: float
    day: float
    day_height: float
    day_gap: float
    code: float
    groups: Groups = field(default="whole", metadata={"chosen": True})  # of no file

    @property
    def heights(self) -> tuple[float, ...]:
        """The heights that a figure may have, the largest first."""
        steps = round((self.height - self.least) / self.step)
        return tuple(self.height - index * self.step for index in range(steps + 1))
