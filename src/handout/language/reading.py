"""From a file to a `Language` or a `Country`. Raises `LanguageError` with all findings of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from handout.errors import Finding, LanguageError, Place
from handout.language.checking import own_faults
from handout.language.marks import BLOCKS, marks_of
from handout.language.phrase import Phrase
from handout.language.schema import COUNTRY, LANGUAGE
from handout.language.types import Country, Language
from handout.source import Mapping, Node, place_of, read, texts_below

# What a translator writes: every string under these keys.
WORDS = (
    "autonym", "list", "any_of", "counts", "strips", "sides", "roles", "places", "hours", "phrases", "screen",
)  # fmt: skip

REGION = 2  # letters of a country at the end of a language tag (BCP 47)


def read_language(path: Path, name: str | None = None) -> Language:
    """All of one language."""
    return language_of(read(path, name), path.stem)


def language_of(node: Node, tag: str) -> Language:
    """The language of a file's tree; `tag` is the name of the file."""
    findings: list[Finding] = []
    values = LANGUAGE.read(node, "", findings)
    if values is None or not isinstance(node, Mapping):
        raise LanguageError(findings)
    marks = marks_of(node, findings)
    for block in BLOCKS:
        values.pop(block, None)
    opening, closing = values.pop("quotes")
    language = Language(
        where=node.where,
        quotes=(opening, closing),
        date_pattern=values.pop("date"),
        marks=marks,
        texts=dict(texts_of(node)),
        digit_system=values["digits"].get("else", "latn"),
        **values,
    )
    findings.extend(own_faults(language, node))
    if tag != language.tag:
        what = f"the file is named {tag}.yaml, and its tag is {language.tag}"
        findings.append(Finding(what, f"Name it {language.tag}.yaml.", place_of(node, "tag"), "tag"))
    if findings:
        raise LanguageError(findings)
    return language


def texts_of(node: Mapping) -> Iterator[tuple[str, Phrase]]:
    """Every string that a translator writes, with its path and place."""
    for key, value in node.entries:
        if key.text in WORDS:
            yield from ((path, Phrase(said.text, said.where)) for path, said in texts_below(value, key.text))


def country_of(node: Node, code: str) -> Country:
    """The country of a file's tree; `code` is the name of the file."""
    findings: list[Finding] = []
    country = COUNTRY.read(node, "", findings)
    if country is not None and country.code != code:
        what = f"the file is named {code}.yaml, and its code is {country.code}"
        findings.append(Finding(what, f"Name it {country.code}.yaml.", place_of(node, "code"), "code"))
    if country is None or findings:
        raise LanguageError(findings)
    return country


def for_country(language: Language, country: Country | None) -> Language:
    """The language as it is written in a country: its digits, and its dates if the country says so."""
    if country is None:
        return language
    system = language.digits.get(country.code, language.digits.get("else", "latn"))
    pattern = country.dates.get(language.tag, language.date_pattern)
    return replace(language, digit_system=system, date_pattern=pattern)


def region_of(tag: str, country: str) -> str:
    """The tag of a language as it is written in a country: "de" and CH make de-CH, "pt-BR" and PT make pt-PT."""
    language, _, last = tag.rpartition("-")
    return f"{language if len(last) == REGION and last.isupper() else tag}-{country}"


def no_such_place(country: Country, language: Language) -> Finding | None:
    """A finding when the language cannot name the country's emergency place."""
    if country.emergency_place in language.places:
        return None
    what = f"{language.english_name} has no word for the place “{country.emergency_place}” ({country.code})"
    where = Place(language.where.file)
    return Finding(what, f"Add it under places: in {language.where.file}.", where, "places")
