"""Numbers as a language writes them: digits by the clinic's country, marks and groups by CLDR."""

from __future__ import annotations

from dataclasses import replace

from babel import Locale
from babel.numbers import format_decimal

from handout.language.cldr import locale_of
from handout.language.types import Language

# Numbering systems of CLDR that our faces cover -> their zero; the others follow it.
SYSTEMS = {"latn": "0", "arab": "٠", "arabext": "۰", "deva": "०", "beng": "০"}


BLANK = "____"  # where a number is to be written by hand


def opened(language: Language) -> Language:
    """The language with a line to write on in place of every number; what is counted stays said."""
    return replace(language, blank=BLANK)


def number(language: Language, n: float) -> str:
    """`n` in the language's digits, thousands grouped as it does: 1,000 or 1.000 or ١٬٠٠٠."""
    if language.blank:
        return language.blank
    locale = locale_of(language.tag)
    if locale is not None:
        text = format_decimal(n, locale=locale, numbering_system="latn")
        return in_digits(_with_own_marks(text, locale, language.digit_system), language.digit_system)
    text = format_decimal(n, locale=Locale("en"))
    marks = {",": language.separators.get("group", ","), ".": language.separators.get("decimal", ".")}
    return in_digits("".join(marks.get(sign, sign) for sign in text), language.digit_system)


def _with_own_marks(text: str, locale: Locale, system: str) -> str:
    """The marks that belong to a numbering system of its own, where the locale knows them."""
    latin, own = locale.number_symbols["latn"], locale.number_symbols.get(system)
    if own is None or system == "latn":
        return text
    marks = {latin[name]: own[name] for name in ("decimal", "group") if name in own}
    return "".join(marks.get(sign, sign) for sign in text)


def in_digits(text: str, system: str) -> str:
    """The same text with the digits of another numbering system."""
    zero = ord(SYSTEMS[system])
    return text.translate({ord("0") + value: zero + value for value in range(10)})
