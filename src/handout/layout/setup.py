"""What every block is set with: theme, language setting, and the width of the live area."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from handout.drawing import Drawing
from handout.errors import Finding, LayoutError
from handout.layout.frame import Frame
from handout.layout.setting import Setting
from handout.layout.theme.distances import TightTheme
from handout.layout.theme.types import Theme, TypeStyle
from handout.text.types import Align, ParagraphStyle

ICONS = {  # what the page calls them -> the file in assets/icons
    "ask": "speech-question",
    "stop": "hand-octagon",
    "warning": "warning-triangle",
    "phone": "handset",
    "calendar": "calendar-check",
    "good": "plus-disc",
    "bad": "minus-ring",
}


@dataclass(frozen=True, slots=True)
class Setup:
    """Theme, setting and live width: all that a block's look depends on besides its words."""

    theme: Theme
    setting: Setting
    width: float
    tight: bool = False  # white gives way: the least leading of the language

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
        """How much more leading this language needs than Latin text in this theme; never less than 1. Its
        leading counts from the set size; where white is short from the Latin size, the least at which no two
        lines touch."""
        body = self.theme.type.body
        factor = 1.0 if self.tight else self.setting.size
        return max(1.0, self.setting.leading * factor * body.size / body.leading)

    @property
    def reach(self) -> float:
        """How much further up and down than Latin text its marks reach, even where white is short."""
        return replace(self, tight=False).airier

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

    def frame(self, width: float) -> Frame:
        """An empty frame in this language's direction."""
        return Frame(width, self.setting.direction)

    def tightened(self) -> Setup:
        """The same, with the white of the safety panel at its least."""
        least = {field.name: getattr(self.theme.safety_tight, field.name) for field in fields(TightTheme)}
        theme = replace(self.theme, safety=replace(self.theme.safety, **least))
        return Setup(theme, self.setting, self.width, tight=True)

    def narrowed(self, width: float) -> Setup:
        """The same, for a narrower live area."""
        return replace(self, width=width)
