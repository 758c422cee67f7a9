"""A clinic file read: the door, the people, and what the clinic changes in every sheet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

from handout.content.clinic_types import Clinic
from handout.content.library import Library
from handout.content.schema.clinic import CLINIC
from handout.errors import ContentError, Finding, Place
from handout.language import country_code
from handout.source import place_of, read, suggestion


def read_clinic(path: Path, library: Library | None = None, name: str | None = None) -> Clinic:
    """What a clinic file says; the logo's path is made whole. With a library, its ids are looked up too.

    Raises `SourceError` or `ContentError` with all findings.
    """
    node = read(path, name)
    findings: list[Finding] = []
    clinic = CLINIC.whole(node, ContentError)
    if clinic.logo is not None:
        logo = path.parent / clinic.logo
        clinic = replace(clinic, logo=logo)
        if not logo.is_file():
            what, hint = f"there is no file {logo.name}", "Put the logo beside the clinic file."
            findings.append(Finding(what, hint, place_of(node, "logo"), "logo"))
    if clinic.clinician and clinic.clinician not in clinic.clinicians:
        what, hint = f"there is no clinician “{clinic.clinician}” here", suggestion(clinic.clinician, clinic.clinicians)
        findings.append(Finding(what, hint, place_of(node, "clinician"), "clinician"))
    if library is not None:
        findings += _unknown(clinic, library, lambda key: place_of(node, key))
    if findings:
        raise ContentError(findings)
    return clinic


def _unknown(clinic: Clinic, library: Library, where: Callable[[str], Place]) -> Iterator[Finding]:
    """What the clinic names and the library does not have."""
    if clinic.country not in library.countries:
        hint = _meant_country(clinic.country, library)
        yield Finding(f"there is no country “{clinic.country}”", hint, where("country"), "country")
    named: dict[str, tuple[Iterable[str], Collection[str], str]] = {
        "changes.exclude": (clinic.changes.exclude, library.exercises, "exercise"),
        "changes.include": (clinic.changes.include, library.exercises, "exercise"),
        "changes.doses": (clinic.changes.doses, library.exercises, "exercise"),
        "roster.languages": (clinic.roster.languages.values(), _language_files(library), "language"),
    }
    for field, (ids, known, what) in named.items():
        for index, one in enumerate(ids):
            if one.partition("/")[0] not in known:
                yield Finding(f"there is no {what} “{one}”", suggestion(one, known), where(f"{field}.{index}"), field)
    roles = sorted({role for language in library.languages.values() for role in language.roles})
    for person in clinic.clinicians.values():
        if person.role and roles and person.role not in roles:
            path = f"clinicians.{person.id}.role"
            hint = f"{_nearest(person.role, roles)}Roles: {', '.join(roles)}."
            yield Finding(f"there is no role “{person.role}”", hint, where(path), path)


def _nearest(word: str, known: Collection[str]) -> str:
    """ "Did you mean …? " for a word that begins a known one, whatever its letters' size, or is near it."""
    small = word.casefold()
    near = [one for one in known if len(small) > 2 and one.startswith(small)]
    near = near or get_close_matches(small, known, n=1, cutoff=0.6)
    return f"Did you mean “{near[0]}”? " if near else ""


def _meant_country(said: str, library: Library) -> str:
    """The code of the country that is named in a language of ours; else the codes there are."""
    known = library.countries
    code = country_code(said)
    if code in known:
        return f"Did you mean {code}? Write the code: country: {code}"
    if code:
        return f"Its code is {code}, and it has no file yet: docs/clinic.md shows how to write {code}.yaml."
    return f"Countries: {', '.join(sorted(known))}. docs/clinic.md shows how to add one."


def _language_files(library: Library) -> set[str]:
    """Every language there is a file for, also those that this run did not read."""
    return {path.stem for path in library.files("assets/languages", ".yaml").values()}
