"""The code of a country by its names, as CLDR has them."""

from __future__ import annotations

from functools import cache

from babel import Locale

# Everyday names beside CLDR's, small letters.
_ALIASES = {
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "great britain": "GB",
    "usa": "US",
    "america": "US",
    "uae": "AE",
    "korea": "KR",
    "holland": "NL",
}
_NAMED_IN = ("en", "ar", "de", "es", "fil", "fr", "hi", "ko", "pl", "pt_BR", "ru", "vi", "zh_Hans")


def country_code(said: str) -> str:
    """The ISO 3166 code of a country given by its code, its name in a language of CLDR's, or an everyday name;
    "" for what is none."""
    return _codes().get(" ".join(said.casefold().replace(".", "").split()), "")


@cache
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for tag in _NAMED_IN:
        for code, name in Locale.parse(tag).territories.items():
            if len(code) == 2 and code.isalpha():
                codes.setdefault(str(name).casefold(), str(code))
                codes.setdefault(str(code).casefold(), str(code))
    return codes | _ALIASES
