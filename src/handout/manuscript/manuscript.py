"""A handout's words and order: what layout sets, the proof looks for and the twin renders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from handout.language import Direction
from handout.manuscript.blocks import Cautions, ExerciseCard, ManuscriptBlock, Running, SafetyPanel
from handout.prescription import Length

B = TypeVar("B", bound=ManuscriptBlock)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The blocks of a handout in reading order, held against the grammar: exactly one safety panel, exactly one
    balance of pros and cons, and no exercise before the safety panel."""

    blocks: tuple[ManuscriptBlock, ...]
    running: Running
    tag: str  # BCP 47
    direction: Direction
    title: str
    description: str
    content_id: str
    style: str  # standard | large-print | mono
    paper: str  # a4 | letter; of a fridge card a6, a5 or a4
    stock: bool = False  # for nobody yet: its doses are lines to write on
    fridge_card: bool = False  # then its panel is "get help now" alone, and it belongs to a sheet
    length: Length = "sheet"

    def all(self, kind: type[B]) -> Iterator[B]:
        """The blocks of that type, in reading order."""
        return (block for block in self.blocks if isinstance(block, kind))

    def first(self, kind: type[B]) -> B | None:
        """The first block of that type, or None."""
        return next(self.all(kind), None)

    @property
    def panel(self) -> SafetyPanel:
        """The safety panel."""
        return next(self.all(SafetyPanel))

    @property
    def gathered(self) -> bool:
        """Whether its cautions stand in one place."""
        return self.first(Cautions) is not None

    @property
    def pictures(self) -> tuple[str, ...]:
        """What must be drawn, each once: "seated-twist/turn"."""
        refs = (picture.ref for exercise in self.all(ExerciseCard) for picture in exercise.pictures)
        return tuple(dict.fromkeys(refs))
