"""What a language file and a country file hold: the tables that read them and describe them to an editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from handout.language.marks import FIELDS as MARK_FIELDS
from handout.language.numbers import SYSTEMS
from handout.language.rules import RULES
from handout.language.types import Country, Joining, PhoneNumber, Readability
from handout.source import (
    Choice,
    Date,
    Field,
    Findings,
    Json,
    ListOf,
    Node,
    Number,
    NumberChoice,
    ProseShape,
    Record,
    Scalar,
    TableOf,
    TextShape,
    ValueShape,
    optional,
    values_only,
)

TAG = "[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|x-[a-z]+))?"
FORM = "=[0-9]+|zero|one|two|few|many|other"
SNAKE = "[a-z][a-z0-9_]*"
TERM = "[a-z0-9]+(?:[-_][a-z0-9]+)*"


@dataclass(frozen=True, slots=True)
class Gate(ValueShape[float]):
    """The mark of a readability formula, or `none`; none is read as -1."""

    def read(self, node: Node, path: str, findings: Findings) -> float | None:
        if isinstance(node, Scalar) and node.text == "none":
            return -1.0
        return Number(0, 100).read(node, path, findings)

    def schema(self) -> Json:
        return {"anyOf": [{"const": "none"}, Number(0, 100).schema()]}


def _readability(formula: str, gate: float, floor: float = -1) -> Readability:
    return Readability(formula, None if gate < 0 else gate, None if floor < 0 else floor)


_NAMED = "=1, =2, zero, one, two, few, many or other"
_FORMS = TableOf(ProseShape("a whole phrase"), FORM, "the plural forms", least=1, named=_NAMED)
_COUNTS = TableOf(_FORMS, SNAKE, "phrases with a number", least=1)
_SIDES = Record(
    values_only,
    (Field("left", ProseShape(), "the person's own left"), Field("right", ProseShape(), "the person's own right")),
)
_JOINING: Record[Joining] = Record(
    Joining,
    (
        Field("two", ProseShape(), 'two things: "{a} and {b}"'),
        Field("many", ProseShape(), 'between things: "{a}, {b}"'),
        Field("last", ProseShape(), 'before the last: "{a} and {b}"'),
    ),
)

LANGUAGE: Record[dict[str, Any]] = Record(
    values_only,
    (
        Field("tag", TextShape("a language tag", TAG, "pt-BR"), "BCP 47, as short as it can be"),
        Field("autonym", ProseShape("a name"), "the language's name in itself"),
        Field("english_name", ProseShape("a name"), "its name in English"),
        Field("direction", Choice(("ltr", "rtl")), "the direction of reading"),
        Field("script", TextShape("a script", "[A-Z][a-z]{3}", "Latn"), "ISO 15924"),
        Field("faces", ListOf(TextShape("a face"), least=1), "in this order; what none of them covers is refused"),
        Field("size", Number(0.8, 1.3), "times the Latin size, for letters of equal height"),
        Field("leading", Number(1.2, 2.2), "times the set size"),
        Field(
            "digits",
            TableOf(Choice(tuple(SYSTEMS)), "else|[A-Z]{2}", named="else, or a country such as EG"),
            "digits, by the clinic's country",
        ),
        Field("quotes", ListOf(ProseShape("a quotation mark"), least=2, most=2, repeats=True), "opening, closing"),
        Field("date", ProseShape("a date pattern"), "d, M, MMMM, y; words in single quotes"),
        Field("list", _JOINING, "a list of things", to="and_list"),
        Field("any_of", _JOINING, "a list of choices"),
        optional("said_once", ListOf(ProseShape("a verb")), "verbs that the next condition on a card leaves out"),
        Field("letters", ListOf(ProseShape("a letter"), least=12), "of its own alphabet, to name lines by"),
        Field("rules", ListOf(Choice(tuple(RULES))), "typographic rules, by name"),
        Field("polite", ProseShape(), "how the reader is spoken to, decided once"),
        Field(
            "readability",
            Record(
                _readability,
                (
                    Field("formula", TextShape("a formula"), "its name, or none"),
                    Field("gate", Gate(), "the hardest that a sheet may be, or none"),
                    optional("floor", Gate(), "the easiest, or none: easier words were cut too short"),
                ),
            ),
            "how easy the words must be",
        ),
        Field("counts", _COUNTS, "one whole phrase per use and plural form; {n} is the number"),
        Field("strips", _COUNTS, "the dose strip of a card; | parts the two lines of a unit"),
        Field("sides", TableOf(_SIDES, SNAKE, least=1), "left and right of the body"),
        Field("roles", TableOf(ProseShape(), TERM, least=1), "who works in a clinic"),
        Field("places", TableOf(ProseShape(), TERM, least=1), "where to go in an emergency"),
        Field("hours", TableOf(ProseShape(), SNAKE, least=1), "opening hours"),
        Field("phrases", TableOf(ProseShape(), SNAKE, least=1), "every fixed phrase of the page"),
        optional("screen", TableOf(ProseShape(), SNAKE, least=1), "a page on a screen: its controls"),
        optional("home", TextShape("a country", "[A-Z]{2}", "KR"), "its emergency number comes first without a clinic"),
        optional("plurals", TableOf(ProseShape("a plural rule"), FORM), "own plural rules, where CLDR has none"),
        optional("months", ListOf(ProseShape(), least=12, most=12), "own names of months, where CLDR has none"),
        optional("weekdays", ListOf(ProseShape(), least=7, most=7), "own names of days, Monday first"),
        optional(
            "separators",
            TableOf(TextShape("a mark"), "decimal|group"),
            "own marks inside numbers, where CLDR has none",
        ),
        *MARK_FIELDS,
    ),
)

_NUMBER_FIELDS = (
    Field("number", TextShape("a telephone number", r"[+0-9][0-9 ]*", '"112"'), "in quotes"),
    Field("source", TextShape("a source"), "an id in handouts/sources.yaml"),
    Field("checked", Date(), "when the source was read"),
    optional("name", ProseShape("a name"), "what the service is called: NHS 111"),
    optional("status", Choice(("confirmed", "unconfirmed")), "unconfirmed: printed, and reported"),
)
_NUMBER: Record[PhoneNumber] = Record(PhoneNumber, _NUMBER_FIELDS)


COUNTRY: Record[Country] = Record(
    Country,
    (
        Field("code", TextShape("a country", "[A-Z]{2}", "GB"), "ISO 3166"),
        Field("emergency", _NUMBER, "the number to call when life is in danger"),
        optional("advice", _NUMBER, "the number to call for advice on the same day"),
        Field("emergency_place", TextShape("a place", TERM), "an id of `places` in the language files"),
        Field("english", TextShape("a language tag", "en(?:-[A-Z]{2})?", "en-GB"), "how English is written there"),
        Field("paper", Choice(("a4", "letter")), "the paper that printers there hold"),
        optional("clock", NumberChoice((12, 24)), "hours on a clock"),
        optional("dates", TableOf(ProseShape("a date pattern"), TAG), "language tag: date pattern"),
        optional("roles", TableOf(TextShape("a role"), TERM), "role: the role that it is called there"),
    ),
    place="where",
)
