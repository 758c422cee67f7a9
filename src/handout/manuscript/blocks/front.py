"""The blocks of page 1."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Literal, Self

from handout.content import Part, Way
from handout.manuscript.blocks.block import Detail, ManuscriptBlock
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps(ManuscriptBlock):
    """What must be said above everything: nobody has approved the sheet, words are in doubt."""

    kind: ClassVar = Kind.STAMPS
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The clinic's mark: the name of its picture, and what it shows."""

    kind: ClassVar = Kind.LOGO
    ref: str
    alt: str
    path: str = ""


MastheadField = Literal["logo", "address", "email", "website", "phones", "hours"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead(ManuscriptBlock):
    """The clinic's row. A phone without words is a line to write on; what is None or empty does not stand here."""

    kind: ClassVar = Kind.MASTHEAD
    logo: Logo | None = None
    name: Text | None
    address: Text | None = None
    email: Text | None = None
    website: Text | None = None
    phones: tuple[Text, ...] = ()
    hours: tuple[Text, ...] = ()

    def parted(self, leaves: Collection[MastheadField]) -> tuple[Masthead, Masthead]:
        """The row without these fields, and a row of these fields alone."""
        none: Masthead = Masthead(name=None)
        gone = {name: getattr(none, name) for name in leaves}
        kept: dict[str, Any] = {name: getattr(self, name) for name in leaves}
        return replace(self, **gone), Masthead(name=None, **kept)

    @property
    def reached(self) -> tuple[Text, ...]:
        """Address, e-mail, web site and telephones, as far as there are words."""
        return tuple(one for one in (self.address, self.email, self.website, *self.phones) if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientRow(ManuscriptBlock):
    """Who the sheet is for, who handed it out, when, and a reference; an entry without words is a line to write on."""

    kind: ClassVar = Kind.PATIENT
    personal: ClassVar = True
    entries: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(ManuscriptBlock):
    """The one heading of level 1."""

    kind: ClassVar = Kind.TITLE
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience(ManuscriptBlock):
    """Who the sheet is for."""

    kind: ClassVar = Kind.AUDIENCE
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(ManuscriptBlock):
    """The one message. Short: its first sentence alone."""

    kind: ClassVar = Kind.MESSAGE
    details: ClassVar = ("full", "short")
    lead: Text
    follow: Text | None

    def at(self, detail: Detail) -> Self:
        """In that detail."""
        made = super(Message, self).at(detail)
        return replace(made, follow=None) if detail == "short" else made

    @property
    def sentences(self) -> tuple[Text, ...]:
        """What it says, one or two sentences."""
        return (self.lead, self.follow) if self.follow else (self.lead,)


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelLine(Text):
    """One line of the safety panel. It has one wording; its label is the letter that cards name it by."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Whom to call: a number without words is a line to write on, with a hint of what it may be."""

    kind: ClassVar = Kind.CALL
    word: Text
    number: Text
    hint: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelPart:
    """One part of the safety panel."""

    kind: ClassVar = Kind.PART
    name: Part  # ask | stop | now | today
    signal: Text | None = None
    heading: Text
    follow: Text | None = None
    call: Call | None = None
    lines: tuple[PanelLine, ...]
    last: Text | None = None
    rest: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyPanel(ManuscriptBlock):
    """The safety panel, whole: it has no other detail than full."""

    kind: ClassVar = Kind.SAFETY
    detail: Literal["full"] = "full"
    title: Text
    parts: tuple[PanelPart, ...]


Column = Literal["name", "dose", "hold", "often", "long", "question", Way]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Text):
    """One cell of the plan, or of the table of ways."""

    column: Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table: the head, an exercise with its number, or a question about every way."""

    kind: ClassVar = Kind.ROW
    number: str = ""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(ManuscriptBlock):
    """The plan in brief, its first row the head. Short: its heading and summary alone."""

    kind: ClassVar = Kind.PLAN
    details: ClassVar = ("full", "short")
    title: Text
    summary: Text
    rows: tuple[Row, ...]

    def at(self, detail: Detail) -> Self:
        """In that detail."""
        made = super(Plan, self).at(detail)
        return replace(made, rows=()) if detail == "short" else made


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(ManuscriptBlock):
    """The clinician's note to this patient, and a pack's to everybody."""

    kind: ClassVar = Kind.NOTE
    personal: ClassVar = True
    title: Text
    texts: tuple[Text, ...]
