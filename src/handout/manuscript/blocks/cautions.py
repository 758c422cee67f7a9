"""The cautions of all exercises in one place: on a leaf whose cells have no room for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from handout.content import Effect
from handout.manuscript.blocks.block import ManuscriptBlock
from handout.manuscript.blocks.exercise import ZoneKey
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerned(Text):
    """What holds for some exercises alike: their numbers are its label. `says` are the ids of the conditions and of
    the lines of page 1 that it names."""

    numbers: tuple[int, ...]
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CautionFrame:
    """Who must not do which (refuse), does it the easier way (easier), or asks first (ask); and what the easier way of
    each of those exercises is."""

    kind: ClassVar = Kind.FRAME
    effect: Effect
    title: Text
    groups: tuple[Concerned, ...]
    easier: Text | None = None
    ways: tuple[Concerned, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cautions(ManuscriptBlock):
    """Every caution of every exercise, by what it asks for; what the bar says that stands before the number of an
    exercise which is not for some, or only after they have asked; and what marks say in pictures of places."""

    kind: ClassVar = Kind.CAUTIONS
    title: Text
    places: tuple[ZoneKey, ...] = ()
    key: Text
    frames: tuple[CautionFrame, ...]
