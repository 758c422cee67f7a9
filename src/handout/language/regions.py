"""What a country's main language says of figures typed by hand: the order of a date, what parts a list."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError

PARTS = {"d": "d", "M": "m", "L": "m", "y": "y"}


@cache
def _main_locale(country: str) -> Locale | None:
    """CLDR's most likely locale of a country; None where it knows none."""
    try:
        return Locale.parse(f"und_{country}")
    except (UnknownLocaleError, ValueError):
        return None


def date_order(country: str) -> str:
    """`dmy`, `mdy` or `ymd`: how a short date is typed there (CLDR); "" where nobody knows."""
    locale = _main_locale(country)
    if locale is None:
        return ""
    pattern = str(locale.date_formats["short"].pattern)
    return "".join(dict.fromkeys(PARTS[letter] for letter in pattern if letter in PARTS))


def list_separator(country: str) -> str:
    """What a spreadsheet there parts the cells of a CSV with: a semicolon where the comma parts decimals."""
    locale = _main_locale(country)
    comma = locale is not None and locale.number_symbols["latn"]["decimal"] == ","
    return ";" if comma else ","


def language_names(tags: Iterable[str]) -> dict[str, str]:
    """What CLDR calls each language in the languages of these tags, in small letters -> its tag."""
    names: dict[str, str] = {}
    for tag in tags:
        try:
            locale = Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        for code, name in locale.languages.items():
            names.setdefault(str(name).casefold(), str(code).replace("_", "-"))
    return names
