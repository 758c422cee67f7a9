"""The theme as typed values: all that assets/themes/*.yaml says."""

from __future__ import annotations

from dataclasses import dataclass, field

from handout.drawing import Colour
from handout.layout.theme.distances import (
    BalanceTheme,
    BoxTheme,
    CardTheme,
    ChipTheme,
    DiaryTheme,
    FridgeTheme,
    Gaps,
    ListTheme,
    MastheadTheme,
    MessageTheme,
    NarrowTheme,
    NotesTheme,
    PageTheme,
    PicturesTheme,
    PlanTheme,
    SafetyTheme,
    TightTheme,
)
from handout.layout.theme.icons import Icons
from handout.layout.theme.leaf import LeafTheme
from handout.layout.theme.looks import Colours, Types, TypeStyle

__all__ = ["Colours", "Theme", "TypeStyle", "Types"]


@dataclass(frozen=True, slots=True)
class Theme:
    """All of it, and the icons by name, in the theme's colours."""

    colours: Colours
    type: Types
    page: PageTheme
    gap: Gaps
    list: ListTheme
    masthead: MastheadTheme
    message: MessageTheme
    safety: SafetyTheme
    safety_tight: TightTheme
    safety_narrow: NarrowTheme
    fridge: FridgeTheme
    plan: PlanTheme
    chip: ChipTheme
    balance: BalanceTheme
    card: CardTheme
    pictures: PicturesTheme
    leaf: LeafTheme
    box: BoxTheme
    diary: DiaryTheme
    notes: NotesTheme
    icons: Icons = field(default_factory=lambda: Icons({}))

    def colour(self, name: str) -> Colour:
        """The colour of that name."""
        value: Colour = getattr(self.colours, name)
        return value
