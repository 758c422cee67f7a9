"""Facts of a language and of a country: how it counts, dates, joins and sets; every fixed phrase of the page.

file -> `Language` (`read_language`), `Country` (`country_of`); then `for_country`, `count`, `number`,
`date`, `weekday`, `clock`, `joined` and `fill` say things with them.
"""

from __future__ import annotations

from handout.language.alphabet import alphabet_of
from handout.language.checking import asked, missing_texts, word_faults
from handout.language.cldr import FORMS, counting_forms, forms_of, locale_of, months, plural_forms, rule_for, weekdays
from handout.language.counting import count, form_of, wording
from handout.language.dates import clock, date, pattern_faults, weekday
from handout.language.filling import PLACEHOLDER, fill, joined, placeholders, stray_braces, typeset
from handout.language.leads import lead_fault, lead_pieces, plain
from handout.language.marks import BLOCKS, MARKS, PHRASE_KEY, marks_of
from handout.language.numbers import BLANK, number, opened
from handout.language.phrase import Marks, Phrase, Signature
from handout.language.reading import (
    country_of,
    for_country,
    language_of,
    no_such_place,
    read_language,
    region_of,
    texts_of,
)
from handout.language.regions import date_order, language_names, list_separator
from handout.language.rules import RULES
from handout.language.schema import COUNTRY, LANGUAGE, TAG
from handout.language.territories import country_code
from handout.language.types import Country, Direction, Joining, Language, PhoneNumber, Readability

__all__ = [
    "BLANK", "BLOCKS", "COUNTRY", "FORMS", "LANGUAGE", "MARKS", "PHRASE_KEY", "PLACEHOLDER", "RULES", "TAG",
    "Country", "Direction", "Joining", "Language", "Marks", "PhoneNumber", "Phrase", "Readability", "Signature",
    "alphabet_of", "asked", "clock", "count", "counting_forms", "country_code", "country_of", "date", "date_order",
    "fill", "for_country", "form_of", "forms_of", "joined", "language_names", "language_of", "lead_fault",
    "lead_pieces", "list_separator", "locale_of", "marks_of", "missing_texts", "months", "no_such_place", "number",
    "opened", "pattern_faults", "placeholders", "plain", "plural_forms", "read_language", "region_of", "rule_for",
    "stray_braces", "texts_of", "typeset", "weekday", "weekdays", "word_faults", "wording",
]  # fmt: skip
