"""Facts of a language and of a country: how it counts, dates, joins and sets; every fixed phrase of the page.

file -> `Language` (`read_language`), `Country` (`read_country`); then `for_country`, `count`, `number`,
`date`, `weekday`, `clock`, `joined`, `ranged` and `fill` say things with them.
"""

from __future__ import annotations

from handout.language.alphabet import alphabet_of
from handout.language.checking import asked, missing_texts, word_faults
from handout.language.cldr import months, plural_forms, weekdays
from handout.language.counting import count, form_of, strip
from handout.language.dates import clock, date, weekday
from handout.language.filling import PLACEHOLDER, fill, joined, placeholders, ranged, stray_braces, typeset
from handout.language.leads import lead_fault, lead_pieces, plain
from handout.language.marks import BLOCKS, MARKS, marks_of
from handout.language.numbers import BLANK, number, opened
from handout.language.phrase import Marks, Phrase, Signature
from handout.language.reading import (
    country_of,
    for_country,
    language_of,
    no_such_place,
    read_country,
    read_language,
)
from handout.language.types import Country, Joining, Language, Number, Readability

__all__ = [
    "BLANK",
    "BLOCKS",
    "MARKS",
    "PLACEHOLDER",
    "Country",
    "Joining",
    "Language",
    "Marks",
    "Number",
    "Phrase",
    "Readability",
    "Signature",
    "alphabet_of",
    "asked",
    "clock",
    "count",
    "country_of",
    "date",
    "fill",
    "for_country",
    "form_of",
    "joined",
    "language_of",
    "lead_fault",
    "lead_pieces",
    "marks_of",
    "missing_texts",
    "months",
    "no_such_place",
    "number",
    "opened",
    "placeholders",
    "plain",
    "plural_forms",
    "ranged",
    "read_country",
    "read_language",
    "stray_braces",
    "strip",
    "typeset",
    "weekday",
    "weekdays",
    "word_faults",
]
