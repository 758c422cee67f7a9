"""An edition as it is written in a country: the words that are said in another way there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handout.edition.types import Edition
from handout.language import Country, Language, Phrase, region_of

HOME = "en-GB"  # the shipped English is British: elsewhere a doctor is not called a GP


def regional(edition: Edition, country: Country | None) -> Edition:
    """The edition with its country's words, where the language has some for it."""
    if country is None:
        return edition
    regions = edition.library.regions
    own = regions.get(region_of(edition.tag, country.code))
    if own is None and edition.tag == "en" and country.english != HOME:
        own = regions.get(country.english)
    if own is None:
        return edition
    phrases = {path: own.phrases.get(path, said) for path, said in edition.phrases.items()}
    return replace(edition, phrases=phrases, language=_language(edition.language, own.fixed), region=own.tag)


def _language(language: Language, fixed: Mapping[str, Phrase]) -> Language:
    def said(table: str, own: Mapping[str, str]) -> dict[str, str]:
        new = {key.removeprefix(f"{table}."): one.text for key, one in fixed.items() if key.startswith(f"{table}.")}
        return {**own, **new}

    return replace(
        language,
        texts={**language.texts, **fixed},
        phrases=said("phrases", language.phrases),
        roles=said("roles", language.roles),
        places=said("places", language.places),
        screen=said("screen", language.screen),
    )
