"""A language and a country, whole: everything that is said or set differently there, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from handout.errors import Place
from handout.language.phrase import Marks, Phrase

Direction = Literal["ltr", "rtl"]
Forms = dict[str, str]  # "=1", "zero", "one", "two", "few", "many", "other" -> whole phrase


@dataclass(frozen=True, slots=True)
class Joining:
    """How a list of things is said: "{a} and {b}"; "{a}, {b}" between; "{a} and {b}" before the last."""

    two: str
    many: str
    last: str


@dataclass(frozen=True, slots=True)
class Readability:
    """The formula that measures this language, the hardest a sheet may be, and the easiest (None: no mark). Below the
    easiest, words were given away that make sentences of a text."""

    formula: str
    gate: float | None
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `digit_system` is the clinic country's choice (`for_country`), else the default's."""

    tag: str
    where: Place
    autonym: str
    english_name: str
    direction: Direction
    script: str
    faces: tuple[str, ...]
    size: float  # times the Latin size
    leading: float  # times the set size
    digits: dict[str, str]  # country or "else" -> numbering system
    quotes: tuple[str, str]
    date_pattern: str
    and_list: Joining
    any_of: Joining
    letters: tuple[str, ...]  # of its own alphabet, to name the lines of a list
    rules: tuple[str, ...]
    polite: str
    readability: Readability
    counts: dict[str, Forms]
    strips: dict[str, Forms]
    sides: dict[str, dict[str, str]]
    roles: dict[str, str]
    places: dict[str, str]
    hours: dict[str, str]
    phrases: dict[str, str]
    screen: dict[str, str] = field(default_factory=dict)  # a page on a screen; without it there is none
    plurals: dict[str, str] = field(default_factory=dict)  # own rules, where CLDR has none
    months: tuple[str, ...] = ()  # own names, January first, where CLDR has none
    weekdays: tuple[str, ...] = ()  # own names, Monday first
    separators: dict[str, str] = field(default_factory=dict)  # own: decimal, group
    marks: Marks = field(default_factory=Marks)
    texts: dict[str, Phrase] = field(default_factory=dict)  # every string of the file: "phrases.call" -> text
    home: str = ""  # a country: its emergency number stands first where the clinic's country is not known
    digit_system: str = "latn"
    said_once: tuple[str, ...] = ()  # verbs that a condition leaves out where the one before it has the same
    blank: str = ""  # stands for every number; "" says the numbers

    @property
    def right_to_left(self) -> bool:
        return self.direction == "rtl"


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number of a country, and where it is from."""

    number: str
    source: str
    checked: str  # ISO date
    name: str = ""  # "NHS 111"
    status: Literal["confirmed", "unconfirmed"] = "confirmed"


@dataclass(frozen=True, slots=True)
class Country:
    """What follows the clinic's country, whatever the language of the sheet."""

    code: str
    where: Place
    emergency: PhoneNumber
    emergency_place: str  # an id of every language's `places`
    english: str  # how English is written there: en-GB
    paper: Literal["a4", "letter"]
    advice: PhoneNumber | None = None
    clock: Literal[12, 24] = 24
    dates: dict[str, str] = field(default_factory=dict)  # language tag -> date pattern used there
    roles: dict[str, str] = field(default_factory=dict)  # role id -> the id it goes by there
