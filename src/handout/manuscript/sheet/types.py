"""What a template sees: the words of one handout, filled, each with the content path it came from.

Nothing here can be changed by a template, and no patient's value is in reach: a `Kept` stands for it.
"""

from __future__ import annotations

from dataclasses import dataclass


class Said(str):
    """A text as printed, with the content path of its words."""

    __slots__ = ("path",)
    path: str

    def __new__(cls, text: str, path: str = "") -> Said:
        said = super().__new__(cls, text)
        said.path = path
        return said


class Kept:
    """Where a patient's value stands. Its only rendering is `<private key="..."/>`."""

    __slots__ = ("_key",)

    def __init__(self, key: str) -> None:
        self._key = key

    def __html__(self) -> str:
        return f'<private key="{self._key}"/>'

    def __str__(self) -> str:
        return f"(patient's {self._key.partition('-')[0]})"

    __repr__ = __str__


@dataclass(frozen=True, slots=True)
class Masthead:
    """The clinic's row; without any phone there is a ruled line."""

    name: str = ""
    address: str = ""
    email: str = ""
    website: str = ""
    phones: tuple[str, ...] = ("",)
    hours: tuple[Said, ...] = ()
    logo: str = ""
    alt: str = ""  # of the logo


@dataclass(frozen=True, slots=True)
class PatientLine:
    """One entry of the For / By / On row; `value` None is a ruled line."""

    kind: str  # for | by | on | reference
    label: Said
    value: Said | Kept | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the safety panel: its words, those set bold told apart, and the letter cards name it by."""

    id: str
    text: Said
    pieces: tuple[tuple[bool, str], ...]
    letter: str = ""


@dataclass(frozen=True, slots=True)
class PanelPart:
    """One part of the safety panel."""

    kind: str  # ask | stop | now | today
    heading: Said
    lines: tuple[Line, ...]
    signal: Said | None = None
    follow: Said | None = None
    last: Said | None = None
    rest: Said | None = None  # after the last line, which is bold
    call_word: Said | None = None  # with it, `number` is printed, a ruled line when it is ""
    number: str = ""
    number_hint: Said | None = None  # under that ruled line


@dataclass(frozen=True, slots=True)
class Panel:
    """The safety panel."""

    title: Said
    parts: tuple[PanelPart, ...]


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One exercise in the plan."""

    number: str
    cells: tuple[tuple[str, Said], ...]  # kind: name | dose | hold | often | long


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan in brief."""

    title: Said
    summary: tuple[tuple[bool, Said], ...]  # whether it stands out, and the text: the doses do
    head: tuple[tuple[str, Said], ...]
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True, slots=True)
class Titled:
    """A heading with its texts: a section, a list, one side of the balance."""

    kind: str
    title: Said
    texts: tuple[Said | Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """Pros and cons of equal weight, the other ways and doing nothing."""

    title: Said
    pros: Titled
    cons: Titled
    others: Titled
    nothing: Titled


@dataclass(frozen=True, slots=True)
class Strip:
    """One cell of the dose strip. A figure has an amount and unit lines; a phrase is one unit line, whole."""

    icon: str  # repeat | clock | calendar
    kind: str  # figure | phrase
    amount: str
    units: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Tip:
    """A labelled line of a card: breathe, easier, harder, mistake; or a caution."""

    kind: str
    label: Said
    text: Said


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a card; a label stands before the step that says the version prescribed."""

    text: Said
    label: Said | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A place for a drawing: "seated-twist/turn", or "seated-twist/turn/mirrored"."""

    ref: str
    frame: str
    kind: str  # start | frame | zone | icon
    alt: Said
    caption: Said
    label: Said | None = None  # Start, End
    keys: tuple[tuple[str, Said], ...] = ()  # zone: ("yes", "Yes"), ("no", "No")


@dataclass(frozen=True, slots=True)
class Card:
    """One exercise."""

    id: str
    number: str
    path: str
    name: Said
    strips: tuple[Strip, ...]
    figures: tuple[tuple[str, tuple[str, ...]], ...]  # field of the dose -> how the strips may say it
    purpose: Said
    steps: tuple[Step, ...]
    tips: tuple[Tip, ...]
    pictures: tuple[Picture, ...]
    cautions: tuple[Tip, ...]
    side: Said | None = None


@dataclass(frozen=True, slots=True)
class Floor:
    """Getting down to the floor and up again."""

    title: Said
    down: tuple[Said, ...]
    up: tuple[Said, ...]
    before: str  # the first exercise that needs it


@dataclass(frozen=True, slots=True)
class Question:
    """A question people ask, and its answer."""

    ask: Said
    say: Said


@dataclass(frozen=True, slots=True)
class Diary:
    """The two-week diary: its rows are these exercises, and pain."""

    title: Said
    how: Said
    day: Said
    days: int
    rows: tuple[tuple[str, Said], ...]  # number, name
    pain: Said


@dataclass(frozen=True, slots=True)
class Colophon:
    """One paragraph of the colophon; `lang` is set where it is in another language than the sheet."""

    text: Said
    label: Said | None = None
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """What stands at the foot of every page. The folio keeps its {page} and {pages}."""

    start: Said
    middle: Said
    folio: Said
    turn_over: Said


@dataclass(frozen=True, slots=True)
class Sheet:
    """All words of one handout."""

    tag: str
    direction: str
    style: str
    content_id: str
    title: Said
    description: str
    stamps: tuple[Said, ...]
    masthead: Masthead
    patient: tuple[PatientLine, ...]
    audience: Said
    lead: Said
    follow: Said
    panel: Panel
    plan: Plan
    note: Titled | None
    balance: Balance
    needs: Titled
    tips: Titled
    floor: Floor | None
    cards: tuple[Card, ...]
    sections: tuple[Titled, ...]  # bad-day, after, do-not
    questions_title: Said
    questions: tuple[Question, ...]
    known: Titled
    unknown: Titled
    see_us: Titled
    diary: Diary
    notes: Said
    note_lines: int
    colophon: tuple[Colophon, ...]
    running: Running
