"""What the library holds: facts once, words once per language, keyed by the same ids.

Facts come from `exercise.yaml`, `routine.yaml`, `safety.yaml`; words from `<tag>.yaml` beside them. Words
are flat: content path inside the file ("steps.turn") -> `Phrase`. Text still holds its placeholders.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal, get_args

from handout.content.clinic_types import Clinic, ClinicChanges, ClinicianEntry, Days, Hours, RosterWords
from handout.content.dose import Dose, Limits
from handout.content.picture import PictureSpec
from handout.errors import ContentError, Finding, Place
from handout.language import Phrase, Signature

__all__ = [
    "WAYS",
    "WAY_ROWS",
    "Claim",
    "Clinic",
    "ClinicChanges",
    "ClinicianEntry",
    "Condition",
    "Days",
    "Effect",
    "Equipment",
    "Exercise",
    "Hours",
    "Pack",
    "Part",
    "Phrase",
    "RosterWords",
    "Routine",
    "Safety",
    "Sign",
    "Signature",
    "Source",
    "Step",
    "Use",
    "Way",
    "WayRow",
    "Words",
]

Effect = Literal["refuse", "easier", "ask"]  # what an order gets whose patient has that flag
Part = Literal["ask", "stop", "now", "today"]  # the parts of the safety panel, in printed order
WayRow = Literal["pain", "sore", "harm", "again"]  # what the table of ways answers, in printed order
Way = Literal["this", "hands_on", "crack", "active"]  # what it sets side by side
WAY_ROWS: tuple[WayRow, ...] = get_args(WayRow)
WAYS: tuple[Way, ...] = get_args(Way)


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one file in one language."""

    tag: str
    where: Place
    phrases: dict[str, Phrase]  # "steps.turn" -> text
    unsure: dict[str, Phrase] = field(default_factory=dict)  # phrase key -> doubt, for the reviewer
    english: dict[str, str] = field(default_factory=dict)  # phrase key -> 6 hex digits of what was translated
    signed: tuple[Signature, ...] = ()
    translated: dict[str, str] = field(default_factory=dict)  # by, method, date
    refused: frozenset[str] = frozenset()  # phrase keys, or groups of them, that stand there and cannot be read

    def lacks(self, path: str) -> bool:
        """Whether the file says nothing at all for a phrase, not even something that was refused."""
        groups = accumulate(path.split("."), "{}.{}".format)  # "steps", "steps.turn"
        return path not in self.phrases and self.refused.isdisjoint(groups)


@dataclass(frozen=True, slots=True)
class Regional:
    """What a country says in another way in a language: en-US."""

    tag: str
    language: str
    phrases: dict[str, Phrase]  # content path -> text
    fixed: dict[str, Phrase]  # of the language file: "phrases.see_clinician" -> text


@dataclass(frozen=True, slots=True)
class LibraryText:
    """A text of a library's own, that its template may place."""

    id: str
    where: Place
    words: dict[str, Words]  # in each language: "title", and "text.<name>" for each paragraph


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an exercise. `when` "both" leaves it out when one side is prescribed."""

    id: str
    when: Literal["always", "both"] = "always"


FLOOR = "floor"  # what words may speak of beside exercises and things
Position = Literal["standing", "sitting", "floor", "none"]
FLOOR_CHAIR = "firm-chair"  # what the steps down to the floor and up hold on to


@dataclass(frozen=True, slots=True)
class EasierWay:
    """Where the easier version is done, and with what, where it has pictures of its own."""

    position: Position
    equipment: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise: what is true in every language."""

    id: str
    code: str  # "E12"; the id of the clinical fact sheet
    where: Place
    sides: Literal["none", "one", "both"]
    dose: Dose
    limits: Limits
    limits_source: tuple[str, ...]
    steps: tuple[Step, ...]
    position: Position
    equipment: tuple[str, ...] = ()  # ids in handouts/equipment
    easier_way: EasierWay | None = None  # None: as the exercise itself
    build_to: dict[str, float] = field(default_factory=dict)
    easier: dict[str, float] = field(default_factory=dict)  # dose fields that the easier version changes
    harder: dict[str, float] = field(default_factory=dict)
    safety: dict[str, Effect] = field(default_factory=dict)  # condition id -> effect
    ask_lines: Literal["", "refuse"] = ""  # refuse: every condition that an ask-first line says rules it out
    in_full: bool = False  # its card says each condition in words, none by the letter of its line
    signs: tuple[str, ...] = ()  # panel lines beyond the routine's own
    values: dict[str, int] = field(default_factory=dict)  # every other number its words may say
    classes: tuple[str, ...] = ()  # kinds in mandatory.yaml beyond those that its own facts tell
    minutes: float = 1.0  # how long one session of it takes, for "about 10 minutes"
    picture: PictureSpec | None = None  # its poses; None where an icon or a file stands instead
    icon: str = ""  # instead of a pose: an id in assets/icons
    images: dict[str, str] = field(default_factory=dict)  # a clinic's own files: frame id -> path
    sources: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()  # lines of the source articles that live here
    words: dict[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Use:
    """An exercise in a routine: what differs from its own dose, and whether it is printed by default."""

    exercise: str
    where: Place
    dose: dict[str, float] = field(default_factory=dict)
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of the evidence that words say: whom it is about, when it was measured, and where it was read."""

    number: int
    group: str  # whom, and compared with what
    time: str  # when it was measured, or over how long
    sources: tuple[str, ...]
    read: str  # ISO date
    of: int = 0  # 100, of a scale or of people; 1000000 where fewer than one in 100 is meant


@dataclass(frozen=True, slots=True)
class Routine:
    """One routine: what is true in every language. Cannot be made without pros, cons and signs."""

    id: str
    where: Place
    version: str
    written: str  # ISO date
    review_by: str
    author: str
    exercises: tuple[Use, ...]
    signs: tuple[str, ...]  # the routine's own panel lines
    asks: tuple[str, ...]  # its own conditions, beyond the exercises'
    pros: tuple[str, ...]
    cons: tuple[str, ...]
    others: tuple[str, ...]
    questions: tuple[str, ...]
    tips: tuple[str, ...]
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    see_us: tuple[str, ...]
    region: str = ""  # the part of the body it is for; one that mandatory.yaml does not know has its general part
    safety: dict[str, Effect] = field(default_factory=dict)  # conditions screened for the whole routine
    values: dict[str, int] = field(default_factory=dict)
    when: dict[str, tuple[str, ...]] = field(default_factory=dict)  # words -> what they speak of
    claims: dict[str, Claim] = field(default_factory=dict)  # numbers of the evidence, by their placeholders
    ways: tuple[WayRow, ...] = ()  # rows of the table of ways
    sources: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    drops: dict[str, str] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)

    @property
    def numbers(self) -> dict[str, int]:
        """Every number that its words may say, by its placeholder."""
        return self.values | {name: claim.number for name, claim in self.claims.items()}

    def __post_init__(self) -> None:
        """Raises `ContentError`: no routine is ever made without its balance and its warning signs."""
        mandatory = {"pros": self.pros, "cons": self.cons, "signs": self.signs}
        findings = [
            Finding(f"the routine {self.id} has no {name}", f"List them under {name}:", self.where, name)
            for name, ids in mandatory.items()
            if not ids
        ]
        if findings:
            raise ContentError(findings)


@dataclass(frozen=True, slots=True)
class Condition:
    """What is screened before printing; one line of the panel says it, or the cards alone do."""

    id: str
    said_by: str  # the id of a line of ask, stop or today, or "card"
    flag: str  # the roster's word for it
    sources: tuple[str, ...] = ()
    in_full: bool = False  # a card that it rules out says it in words, never by the letter of its line


@dataclass(frozen=True, slots=True)
class Sign:
    """A warning sign: a line of stop, now or today. Its part is its one urgency."""

    id: str
    part: Part
    sources: tuple[str, ...] = ()
    qualifier: str = ""  # what makes it count: "new", "after-a-serious-fall-or-crash"


@dataclass(frozen=True, slots=True)
class Safety:
    """Shared conditions and signs. `lines` gives each part its lines in the order printed."""

    where: Place
    values: dict[str, int]
    lines: dict[Part, tuple[str, ...]]
    conditions: dict[str, Condition]
    signs: dict[str, Sign]
    floor: dict[str, tuple[str, ...]]  # "down", "up": steps printed when an exercise is on the floor
    emergency_numbers: tuple[str, ...] = ()  # said under a line to write on, where no country is known
    left_out: dict[str, str] = field(default_factory=dict)  # a sign of the facts -> why no line says it
    words: dict[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A publication that content stands on: `cite` names it on a screen, and on paper where it has no `short` form;
    `detail` is for the reviewer."""

    id: str
    cite: str
    short: str = ""
    detail: str = ""
    printed: bool = True

    @property
    def on_paper(self) -> str:
        """What paper calls it."""
        return self.short or self.cite


@dataclass(frozen=True, slots=True)
class Equipment:
    """The things that exercises need; the words of an id are a thing with its article: "a firm chair"."""

    where: Place
    items: tuple[str, ...]
    words: dict[str, Words] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pack:
    """A clinic's favourite: a routine and what is changed in it."""

    id: str
    routine: str
    where: Place
    clinician: str = ""
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    doses: dict[str, dict[str, float]] = field(default_factory=dict)
    note: dict[str, str] = field(default_factory=dict)  # language tag -> text
    length: str = ""  # leaf | sheet; "" leaves it to the clinic
    card: bool | None = None  # with a fridge card; None leaves it to the clinic
