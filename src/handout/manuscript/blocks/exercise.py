"""An exercise: its card in blocks and texts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self

from handout.content import Effect
from handout.manuscript.blocks.block import Detail, ManuscriptBlock
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Text

DoseIcon = Literal["repeat", "clock", "calendar", "weight"]
TipKind = Literal["breathe", "easier", "harder", "mistake"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """One cell of the dose strip: a big figure with one or two lines of unit; without an amount, whole words."""

    kind: ClassVar = Kind.STRIP
    icon: DoseIcon
    amount: Text | None
    units: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip(Text):
    """A labelled line of a card."""

    about: TipKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution(Text):
    """Who must not do this one (refuse), does it the easier way (easier), or asks first (ask)."""

    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneKey(Text):
    """One word of the key of a place: where pressing is right, or where it is wrong."""

    allowed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Illustration:
    """A place for a drawing: "seated-twist/turn", or "seated-twist/turn/mirrored"."""

    kind: ClassVar = Kind.PICTURE
    ref: str
    frame: str
    shows: Literal["start", "frame", "zone", "icon"]
    alt: str
    path: str
    caption: Text
    keys: tuple[ZoneKey, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseCard(ManuscriptBlock):
    """An exercise. Short: without what it is for, which its name and its place say. Cue: as a cell of a leaf, with one
    line in place of its steps, pictures without captions, and of its tips what the easier way is, where a caution asks
    for it; a leaf is made of cells alone, so no template asks for them."""

    kind: ClassVar = Kind.EXERCISE
    details: ClassVar = ("full", "short")
    id: str
    number: str
    name: Text
    dose: tuple[Strip, ...]
    side: Text | None = None
    purpose: Text | None
    cue: Text | None = None
    steps: tuple[Text, ...]
    tips: tuple[Tip, ...]
    pictures: tuple[Illustration, ...]
    cautions: tuple[Caution, ...]
    tick: Literal["", "box"] = ""  # whether a box to tick stands before its name: it may be chosen
    mark: Literal["", "bar"] = ""  # whether gathered cautions say who must not do it, or asks first

    def at(self, detail: Detail) -> Self:
        """In that detail."""
        made = super(ExerciseCard, self).at(detail)
        return made if detail == "full" else replace(made, purpose=None)
