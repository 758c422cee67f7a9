"""What every block is set with: theme, language setting, and the width of the live area."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from handout.drawing import Drawing
from handout.errors import Finding, LayoutError
from handout.layout.frame import BlockBuilder
from handout.layout.setting import Setting
from handout.layout.theme.distances import SafetyTheme
from handout.layout.theme.types import Theme, TypeStyle
from handout.text import Align, ParagraphStyle

ICONS = {  # what the page calls them -> the file in assets/icons
    "ask": "speech-question",
    "stop": "hand-octagon",
    "warning": "warning-triangle",
    "phone": "handset",
    "calendar": "calendar-check",
    "good": "plus-disc",
    "bad": "minus-ring",
}


# ISO 216; ANSI/ASME Y14.1. A6 and A5 are for fridge cards, within 0.5 pt of the norm: whole pixels at 108 dpi.
PAPER = {"a4": (595.28, 841.89), "letter": (612.0, 792.0), "a5": (420.0, 595.33), "a6": (298.0, 420.0)}


CLOSE = 1.25  # of its size: the least leading of body text
_SAFETY = frozenset(one.name for one in fields(SafetyTheme))


@dataclass(frozen=True, slots=True)
class Setup:
    """Theme, setting and live width: all that a block's look depends on besides its words."""

    theme: Theme
    setting: Setting
    width: float

    @property
    def two(self) -> bool:
        """Whether the page has two columns."""
        return self.theme.page.columns > 1

    @property
    def column(self) -> float:
        """The measure of one of two columns, or the whole width where there is one."""
        return (self.width - self.theme.page.gutter) / 2 if self.two else self.width

    @property
    def measure(self) -> float:
        """The measure of running text."""
        return min(self.width, self.theme.page.measure)

    @property
    def airier(self) -> float:
        """How much more leading this language needs than Latin text in this theme; never less than 1."""
        body = self.theme.type.body
        return max(1.0, self.setting.leading * self.setting.size * body.size / body.leading)

    def leading(self, ink: TypeStyle) -> float:
        """Baseline to baseline of a type style in this language."""
        return ink.leading * self.airier

    def style(self, ink: TypeStyle, align: Align = "start", leading: float = 0.0) -> ParagraphStyle:
        """How a paragraph of that type style is set."""
        own = self.setting
        return ParagraphStyle(
            language=own.tag,
            direction=own.direction,
            leading=leading or self.leading(ink),
            faces=own.faces,
            size=own.size,
            align=align,
            tracking=0.0 if own.direction == "rtl" else ink.tracking,
            narrow=own.narrow,
            cache=own.cache,
        )

    def icon(self, name: str) -> Drawing:
        """The icon of that use. Raises LayoutError where the theme has none."""
        file = ICONS.get(name, name)
        if name == "ask" and "arabic" in self.setting.faces[0]:
            file = f"{file}-rtl"  # Arabic script asks with its own question mark, U+061F
        found = self.theme.icons.get(file)
        if found is None:
            raise LayoutError(Finding(f"there is no icon {file}", f"draw assets/icons/{file}.svg"))
        return found

    def frame(self, width: float) -> BlockBuilder:
        """An empty frame in this language's direction."""
        return BlockBuilder(width, self.setting.direction)

    def tightened(self) -> Setup:
        """The same, with the white of the safety panel at its least."""
        theme, tight = self.theme, self.theme.safety_tight
        least = {field.name: getattr(tight, field.name) for field in fields(tight) if field.name != "leading"}
        styles = ("panel_line", "panel_strong")
        closer = {name: replace(getattr(theme.type, name), leading=tight.leading) for name in styles}
        made = replace(theme, safety=replace(theme.safety, **least), type=replace(theme.type, **closer))
        return replace(self, theme=made)

    def closer(self) -> Setup:
        """The same, with body text at its least leading, where a block would be higher than a page."""
        types = self.theme.type
        least = {name: getattr(types, name) for name in ("body", "strong", "step_number")}
        close = {name: replace(style, leading=CLOSE * style.size) for name, style in least.items()}
        setting = replace(self.setting, leading=self.setting.leading * CLOSE * types.body.size / types.body.leading)
        card = replace(self.theme.card, below=1, dotted_above=1, dotted_below=2, caution_above=1, caution_gap=0.5)
        return replace(self, theme=replace(self.theme, type=replace(types, **close), card=card), setting=setting)

    def denser(self) -> Setup:
        """The same, closer and with less white between blocks, where that saves a sheet of paper."""
        made, gap = self.closer(), self.theme.gap
        gaps = replace(gap, section=0.8 * gap.section, loose=0.7 * gap.loose, card=0.8 * gap.card)
        card = replace(made.theme.card, bar=0.85 * made.theme.card.bar, narrow=True)
        diary = made.theme.diary if self.two else replace(made.theme.diary, row=0.85 * made.theme.diary.row)
        return replace(made, theme=replace(made.theme, gap=gaps, card=card, diary=diary))

    def in_narrow_letters(self) -> Setup:
        """The same with narrow letters, as high as the others."""
        return replace(self, setting=replace(self.setting, narrow=True))

    def closest_card(self) -> Setup:
        """The same for a card that is too high even when it is set closer: in narrow letters, with less white."""
        card = replace(self.theme.card, dotted_above=0, dotted_below=1, caution_above=0, caution_gap=0)
        made = self.in_narrow_letters()
        return replace(made, theme=replace(made.theme, card=card))

    def roomier(self, more: float) -> Setup:
        """The same, with so many points more white between the parts of a card."""
        card, gap = self.theme.card, self.theme.gap
        wide = {name: more + getattr(card, name) for name in ("below", "caution_above")}
        dotted = {name: more / 2 + getattr(card, name) for name in ("dotted_above", "dotted_below")}
        gaps = replace(gap, paragraph=more + gap.paragraph)
        return replace(self, theme=replace(self.theme, card=replace(card, **wide, **dotted), gap=gaps))

    def with_narrow_icons(self) -> Setup:
        """The same, with the safety panel's column of icons at its narrowest."""
        narrow = self.theme.safety_narrow
        safety = replace(self.theme.safety, **{field.name: getattr(narrow, field.name) for field in fields(narrow)})
        return replace(self, theme=replace(self.theme, safety=safety))

    def for_card(self) -> Setup:
        """The same, with the safety panel as narrow as on a fridge card of A6."""
        card = self.theme.fridge
        own = {one.name: getattr(card, one.name) for one in fields(card) if one.name in _SAFETY}
        return replace(self, theme=replace(self.theme, safety=replace(self.theme.safety, **own)))

    def grown(self, factor: float) -> Setup:
        """The same, with type and number chips larger by that factor."""
        types, chip = self.theme.type, self.theme.chip
        styles = {one.name: getattr(types, one.name) for one in fields(types)}
        larger = {
            name: replace(style, size=factor * style.size, leading=factor * style.leading)
            for name, style in styles.items()
        }
        wide = {one.name: factor * getattr(chip, one.name) for one in fields(chip)}
        theme = replace(self.theme, type=replace(types, **larger), chip=replace(chip, **wide))
        return replace(self, theme=theme)

    def narrowed(self, width: float) -> Setup:
        """The same, for a narrower live area."""
        return replace(self, width=width)


def setup_of(paper: str, theme: Theme, setting: Setting) -> Setup:
    """What the blocks of a sheet on that paper are set with."""
    return Setup(theme, setting, PAPER[paper][0] - 2 * theme.page.margin)
