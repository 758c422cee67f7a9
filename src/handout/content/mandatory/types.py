"""The mandatory signs, conditions, ceilings and words, and what falls short of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from handout.content.types import Effect
from handout.errors import Place

# How much an effect keeps from a patient: a weaker one in the place of a stronger falls short.
STRENGTH: Final[Mapping[str, int]] = {"": 0, "easier": 1, "ask": 2, "refuse": 3}


@dataclass(frozen=True, slots=True)
class Region:
    """What every sheet for a part of the body carries."""

    signs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    safety: dict[str, Effect] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExerciseClass:
    """What a class of exercises carries, and what tells that an exercise is of it."""

    position: str = ""
    equipment: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    moves: dict[str, float] = field(default_factory=dict)  # "neck-twist": degrees from which a pose tells it
    regions: tuple[str, ...] = ()  # parts of the body that it is an exercise for
    signs: tuple[str, ...] = ()
    ask_lines: Literal["", "refuse"] = ""
    safety: dict[str, Effect] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)  # field of a dose -> its ceiling


@dataclass(frozen=True, slots=True)
class Pinned:
    """What a shipped exercise carries, whichever file says what it is."""

    classes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    safety: dict[str, Effect] = field(default_factory=dict)
    most: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mandatory:
    """The whole of it. `words` and `symbols` are of what is shipped, and no library adds to them."""

    where: Place
    general: Region = field(default_factory=Region)
    regions: dict[str, Region] = field(default_factory=dict)
    routines: dict[str, tuple[str, ...]] = field(default_factory=dict)  # routine -> its regions
    most: dict[str, float] = field(default_factory=dict)
    broader: dict[str, str] = field(default_factory=dict)  # condition -> one that covers it
    classes: dict[str, ExerciseClass] = field(default_factory=dict)
    exercises: dict[str, Pinned] = field(default_factory=dict)
    symbols: dict[str, str] = field(default_factory=dict)
    facts: str = ""
    words: dict[str, dict[str, str]] = field(default_factory=dict)  # language -> group of texts -> hash


@dataclass(frozen=True, slots=True)
class Shortfall:
    """One thing that is mandatory and is not so. `file`, `key`, `was` and `now` are as an approval names them."""

    file: str
    key: str
    was: str
    now: str
    where: Place
    what: str
    own: bool = False  # of what is shipped itself: nobody can answer for it in a library
