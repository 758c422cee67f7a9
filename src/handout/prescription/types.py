"""What is prescribed: one person's handout as facts, before a word of it is composed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from handout.content import FLOOR, Clinic, Dose, Exercise, Position
from handout.edition import Edition
from handout.errors import Private
from handout.language import Country
from handout.prescription.order import Length, Order, Side
from handout.prescription.panel import Panel
from handout.prescription.screening import Clash

Version = Literal["", "easier", "harder"]
FrameKind = Literal["start", "frame", "zone", "icon"]


@dataclass(frozen=True, slots=True)
class CardPicture:
    """One picture of a card. A mirrored frame takes its words from the frame it mirrors, sides exchanged."""

    id: str  # the frame drawn: "turn-back"
    words: str  # the frame whose words it takes: "turn"
    ref: str  # "seated-twist/turn-back"; "ball-wall/end/mirrored"; "icons/shower"
    kind: FrameKind
    side: Literal["left", "right"] = "right"  # poses are written for the person's own right


@dataclass(frozen=True, slots=True)
class Prescribed:
    """One exercise as prescribed to this person."""

    exercise: Exercise
    number: int
    dose: Dose
    version: Version
    side: Side  # "" both, or no sides
    steps: tuple[str, ...]
    frames: tuple[CardPicture, ...]
    minutes: float  # of one session

    @property
    def id(self) -> str:
        return self.exercise.id

    @property
    def position(self) -> Position:
        """Where it is done in the version prescribed."""
        way = self.exercise.easier_way
        return way.position if way is not None and self._other_way else self.exercise.position

    @property
    def equipment(self) -> tuple[str, ...]:
        """What the version prescribed needs."""
        way = self.exercise.easier_way
        return way.equipment if way is not None and self._other_way else self.exercise.equipment

    @property
    def _other_way(self) -> bool:
        return self.version == "easier" and self.own_frames

    @property
    def own_frames(self) -> bool:
        """Whether the version prescribed has pictures of its own, and so another start."""
        picture = self.exercise.picture
        return bool(self.version) and picture is not None and self.version in picture.versions


@dataclass(frozen=True, slots=True)
class Swap:
    """An exercise that became its easier version because of a flag; said on the manifest."""

    exercise: str
    flag: str
    condition: str

    def __str__(self) -> str:
        return f"{self.exercise}: the easier version, because of the flag {self.flag}"


@dataclass(frozen=True, slots=True)
class Prescription:
    """One handout for one person: what is printed, and what the run must say about it."""

    edition: Edition
    order: Order
    name: str  # the routine or pack that was asked for
    clinic: Clinic | None
    country: Country | None
    exercises: tuple[Prescribed, ...]
    panel: Panel  # ids of the lines of the safety panel by part
    equipment: tuple[tuple[tuple[int, ...], tuple[str, ...]], ...]  # numbers of exercises, ids of things
    minutes: int  # of one session, rounded up
    swaps: tuple[Swap, ...]
    asks: tuple[Clash, ...]  # flags that stay with the clinician
    pack_note: str  # a pack's words for everybody, in this language
    note: Private | None
    date: date
    style: str
    paper: str
    length: Length  # large print has one of its own, and one exercise is a leaf, whatever is wished for
    wished: Length
    card: bool  # with a fridge card
    person: str

    @property
    def personal(self) -> bool:
        """Whether it bears a patient's name."""
        return self.order.patient is not None

    @property
    def stock(self) -> bool:
        """Whether its doses are left open, for a clinician to write in."""
        return self.order.stock

    @property
    def alone(self) -> bool:
        """Whether it has one exercise."""
        return len(self.exercises) == 1

    @property
    def questions(self) -> tuple[str, ...]:
        """What the clinician must ask before the sheet is handed over."""
        asks = (
            f"{f'{clash.exercise}: ' if clash.exercise else ''}ask about {clash.flag} before you hand it over"
            for clash in self.asks
        )
        return tuple(dict.fromkeys(asks))

    @property
    def printed(self) -> frozenset[str]:
        """What words may speak of: its exercises, the things they need, and the floor where one is on it."""
        things = (thing for _, group in self.equipment for thing in group)
        return frozenset({*(one.id for one in self.exercises), *things, *((FLOOR,) if self.on_floor else ())})

    @property
    def remarks(self) -> tuple[str, ...]:
        """What must be said of a wish that could not be kept."""
        if self.wished == self.length:
            return ()
        large = "large print keeps its own order and length: it is no leaf"
        return ("one exercise: set on two pages",) if self.length == "leaf" else (large,)

    @property
    def on_floor(self) -> bool:
        """Whether somebody must get down to the floor for it."""
        return any(one.position == "floor" for one in self.exercises)
