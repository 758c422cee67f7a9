"""Countries: every number to call has a source; one that no source confirms is said to a reviewer."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.gathering import Gathered
from handout.content.library import Library
from handout.errors import Finding, Severity
from handout.language import Country, PhoneNumber
from handout.source import suggestion


def _numbers(country: Country) -> Iterator[tuple[str, PhoneNumber]]:
    yield "emergency", country.emergency
    if country.advice is not None:
        yield "advice", country.advice


def country_findings(facts: Gathered) -> Iterator[Finding]:
    """Numbers whose source is not known, and languages at home in a country that is not known."""
    for country in facts.countries.values():
        for name, number in _numbers(country):
            if number.source not in facts.sources:
                what = f"there is no source “{number.source}”"
                hint = suggestion(number.source, facts.sources) or "Add it to handouts/sources.yaml."
                yield Finding(what, hint, country.where, f"{name}.source")
    for language in facts.languages.values():
        if language.home and language.home not in facts.countries:
            what = f"there is no country “{language.home}”, whose emergency number would come first"
            hint = suggestion(language.home, facts.countries) or "Add it to assets/countries/."
            yield Finding(what, hint, language.where, "home")


def unconfirmed_numbers(library: Library) -> Iterator[Finding]:
    """Numbers to call that no source confirms."""
    for code, country in library.countries.items():
        for name, number in _numbers(country):
            if number.status == "unconfirmed":
                what = f"the {name} number {number.number} of {code} is not confirmed by any source"
                hint = "Find an official page that says it, and write status: confirmed."
                yield Finding(what, hint, country.where, name, Severity.NOTE)
