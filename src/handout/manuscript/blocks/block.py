"""What a block of a manuscript is, and in which details it may stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Literal, Self, get_args

from handout.manuscript.kinds import Kind
from handout.manuscript.text import Text

Detail = Literal["full", "short", "cue"]
DETAILS: tuple[Detail, ...] = get_args(Detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class ManuscriptBlock:
    """What a template places. Its fields are its texts and parts in reading order."""

    kind: ClassVar[Kind]
    details: ClassVar[tuple[Detail, ...]] = ("full",)  # in which it may stand
    personal: ClassVar[bool] = False  # whether a patient's values may stand in it
    path: str = ""  # content path
    detail: Detail = "full"

    def at(self, detail: Detail) -> Self:
        """The same block in that detail, one of `details`."""
        if detail not in self.details:
            raise ValueError(f"{self.kind.label} cannot stand {detail}")
        return replace(self, detail=detail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A heading with its texts: one side of the balance, what is known."""

    kind: Kind
    title: Text
    texts: tuple[Text, ...]
