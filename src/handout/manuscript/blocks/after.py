"""The blocks round the exercises: the balance, sections, questions, evidence, diary, sources, the foot of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from handout.manuscript.blocks.block import ManuscriptBlock, Titled
from handout.manuscript.blocks.front import Row
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Text

SectionName = Literal["tips", "floor", "do-not", "bad-day", "after"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(ManuscriptBlock):
    """Pros and cons of equal weight, the other ways and doing nothing, whole: it has no other detail than full."""

    kind: ClassVar = Kind.BALANCE
    detail: Literal["full"] = "full"
    title: Text
    pros: Titled
    cons: Titled
    others: Titled
    nothing: Titled


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways(ManuscriptBlock):
    """Every way side by side, a question a row, the first row the head; or stacked, one way under the other. Then
    where its numbers are from, and what matters most: boxes to tick."""

    kind: ClassVar = Kind.WAYS
    detail: Literal["full"] = "full"
    title: Text
    rows: tuple[Row, ...] = ()
    stacked: tuple[Titled, ...] = ()
    notes: tuple[Text, ...]
    matters: Titled


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs(ManuscriptBlock):
    """What is needed for the exercises."""

    kind: ClassVar = Kind.NEEDS
    title: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(ManuscriptBlock):
    """A headed section: items of a list (tips), or paragraphs."""

    kind: ClassVar = Kind.SECTION
    name: SectionName
    title: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor(ManuscriptBlock):
    """Getting down to the floor and up again; it may wait for the first exercise that needs it."""

    kind: ClassVar = Kind.SECTION
    name: Literal["floor"] = "floor"
    title: Text
    down: tuple[Text, ...]
    up: tuple[Text, ...]
    before: str  # the id of that exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText(ManuscriptBlock):
    """A text of a clinic's own."""

    kind: ClassVar = Kind.OWN_TEXT
    name: str
    title: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question people ask, and its answer."""

    kind: ClassVar = Kind.QUESTION
    name: str
    ask: Text
    answer: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions(ManuscriptBlock):
    """Questions people ask, the most needful first: paper prints as many as its pages have room for."""

    kind: ClassVar = Kind.QUESTIONS
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(ManuscriptBlock):
    """What is known, and what is not."""

    kind: ClassVar = Kind.EVIDENCE
    known: Titled
    unknown: Titled


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeUs(ManuscriptBlock):
    """When to come back."""

    kind: ClassVar = Kind.SEE_US
    title: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Text):
    """One row of the diary: an exercise with its number, or pain, without one."""

    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary(ManuscriptBlock):
    """The diary. Its grid is an artifact; its tag is the list of its rows and one sentence."""

    kind: ClassVar = Kind.DIARY
    title: Text
    how: Text
    day: Text
    days: int
    rows: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days(ManuscriptBlock):
    """A box to tick for each of the first days, which is an artifact; and how much there is to do."""

    kind: ClassVar = Kind.DAYS
    title: Text
    summary: Text
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes(ManuscriptBlock):
    """Lines to write on."""

    kind: ClassVar = Kind.NOTES
    title: Text
    lines: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A QR code: the name of its picture, and the address that it holds."""

    kind: ClassVar = Kind.CODE
    ref: str
    alt: str
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Online(ManuscriptBlock):
    """Where the clinic's site has these exercises: as a code, and as an address to type, where there is room for it."""

    kind: ClassVar = Kind.ONLINE
    code: Code
    say: Text
    address: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InShort(ManuscriptBlock):
    """The sheet in three lines."""

    kind: ClassVar = Kind.IN_SHORT
    title: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TeachBack(ManuscriptBlock):
    """Questions that a clinician asks, each with a box to tick."""

    kind: ClassVar = Kind.TEACH_BACK
    title: Text
    how: Text
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon(ManuscriptBlock):
    """Where the sheet comes from, who wrote it, which version it is, and who has or has not approved it."""

    kind: ClassVar = Kind.COLOPHON
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """What stands at the foot of every page, on each without being placed. The folio keeps its {page} and {pages}."""

    kind: ClassVar = Kind.RUNNING
    start: Text
    middle: Text
    folio: Text
    turn_over: Text
