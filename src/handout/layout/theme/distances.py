"""Sizes and distances by block. Field names are the keys of assets/themes/*.yaml; points throughout."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PageTheme:
    """The page's frame; `panel_alone` 1 keeps get help now alone on page 1, whatever follows (large print);
    `stamp_rise` is how far a stamp or a running head reaches into the top margin, `head` the white that a
    running head takes below it."""

    margin: float
    top: float
    foot: float
    foot_height: float
    foot_pad: float
    foot_rule: float
    clear: float
    columns: float
    gutter: float
    measure: float
    panel_alone: float
    stamp_rise: float
    head: float


@dataclass(frozen=True, slots=True)
class Gaps:
    """White before a block."""

    title: float
    audience: float
    message: float
    safety: float
    plan: float
    section: float
    card: float
    paragraph: float
    heading: float
    small: float
    loose: float
    stretch: float
    card_stretch: float


@dataclass(frozen=True, slots=True)
class ListTheme:
    """Bulleted and numbered lists."""

    indent: float
    disc: float
    disc_inset: float
    number_indent: float


@dataclass(frozen=True, slots=True)
class MastheadTheme:
    """Clinic row and patient line; `blank` is the length of a rule to write on. A logo is as large as `logo`
    (its height) and `logo_width` allow."""

    logo: float
    logo_width: float
    gap: float
    below: float
    rule: float
    pad: float
    blank: float
    apart: float


@dataclass(frozen=True, slots=True)
class MessageTheme:
    """The bar at the start side of the main message."""

    bar: float
    inset: float


@dataclass(frozen=True, slots=True)
class SafetyTheme:
    """The safety panel; `tick` is the side of a box to tick, `tick_letter` and `tick_indent` where a line's
    letter and words start."""

    frame: float
    radius: float
    bar: float
    icon_column: float
    icon: float
    end: float
    top: float
    foot: float
    gutter: float
    rule: float
    dot: float
    dot_pitch: float
    stripe_ink: float
    stripe_gap: float
    word_pad: float
    word_radius: float
    word_gap: float
    band_top: float
    band_foot: float
    band_icon: float
    band_gap: float
    today_icon: float
    today_gap: float
    today_pad: float
    legend_inset: float
    legend_pad: float
    legend_gap: float
    blank: float
    tick: float
    tick_rule: float
    tick_letter: float
    tick_indent: float


@dataclass(frozen=True, slots=True)
class TightTheme:
    """What of the safety panel gives way before a word does: white, never type. `leading` is that of its lines,
    and never under 1.25 of their size."""

    leading: float
    end: float
    top: float
    foot: float
    gutter: float
    band_top: float
    band_foot: float
    today_gap: float
    today_pad: float


@dataclass(frozen=True, slots=True)
class NarrowTheme:
    """The column of icons where lines need its width."""

    icon_column: float
    icon: float
    band_icon: float
    today_icon: float


@dataclass(frozen=True, slots=True)
class FridgeTheme:
    """The fridge card: its margin, the white before an exercise and its least, and what its panel on A6 has otherwise
    than that of a sheet."""

    margin: float
    row_gap: float
    least_gap: float
    frame: float
    bar: float
    icon_column: float
    end: float
    band_icon: float
    band_gap: float
    legend_inset: float
    legend_gap: float


@dataclass(frozen=True, slots=True)
class PlanTheme:
    """The plan table."""

    pad: float
    row_pad: float
    head_foot: float
    head_rule: float
    row_rule: float
    last_rule: float
    apart: float


@dataclass(frozen=True, slots=True)
class ChipTheme:
    """The number chip of the plan and the diary."""

    width: float
    height: float
    radius: float
    gap: float


@dataclass(frozen=True, slots=True)
class BalanceTheme:
    """Two columns of equal weight under rules."""

    rule: float
    under: float
    pad: float
    icon: float
    icon_gap: float
    below: float


@dataclass(frozen=True, slots=True)
class CardTheme:
    """An exercise card; `phrase` is the widest phrase on one line of the dose strip, `most` the height at which three
    cards share a page; `narrow`: one that is higher may have its words in narrow letters."""

    most: float
    bar: float
    square: float
    rule: float
    under: float
    name_inset: float
    cell_start: float
    cell_end: float
    icon: float
    icon_gap: float
    phrase: float
    below: float
    dotted: float
    dotted_above: float
    dotted_below: float
    tip_icon: float
    caution_bar: float
    caution_inset: float
    caution_above: float
    caution_gap: float
    gutter: float
    narrow: bool = field(default=False, metadata={"chosen": True})  # of no file


@dataclass(frozen=True, slots=True)
class PicturesTheme:
    """The picture column of a card; `height` is what a standing figure is inked for, `low` where its card would else
    be too high, and `tall` the most that it may be on a page with room, by steps of `rise`."""

    height: float
    low: float
    tall: float
    rise: float
    least: float
    most: float
    more: float
    between: float
    beside: float
    chevron_width: float
    chevron_height: float
    caption_gap: float
    row_gap: float
    swatch_width: float
    swatch_height: float
    cross: float

    @property
    def taller(self) -> tuple[float, ...]:
        """The heights above the usual one, the least first."""
        steps = int((self.tall - self.height) / self.rise)
        return tuple(self.height + step * self.rise for step in range(1, steps + 1))


@dataclass(frozen=True, slots=True)
class BoxTheme:
    """A framed box."""

    rule: float
    radius: float
    pad: float
    top: float
    foot: float


@dataclass(frozen=True, slots=True)
class DiaryTheme:
    """The diary grid; `week` is the rule before day 1 and day 8, `day` the narrowest column of a day, `more` the most
    that a row grows where the last page has room."""

    name: float
    day: float
    row: float
    more: float
    head: float
    rule: float
    week: float
    inset: float


@dataclass(frozen=True, slots=True)
class NotesTheme:
    """Lines to write on: their distance, and how many more than the fewest there may be where a page has room."""

    line: float
    most: float
