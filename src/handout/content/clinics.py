"""A clinic file read: the door, the people, and what the clinic changes in every sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

from handout.content.clinic_types import Clinic
from handout.content.library import Library
from handout.content.schema.clinic import CLINIC
from handout.errors import ContentError, Finding
from handout.source import place_of, read
from handout.source.shapes import meant


def read_clinic(path: Path, library: Library | None = None, name: str | None = None) -> Clinic:
    """What a clinic file says; the logo's path is made whole. With a library, its ids are looked up too.

    Raises `SourceError` or `ContentError` with all findings.
    """
    node = read(path, name)
    findings: list[Finding] = []
    clinic = CLINIC.read(node, "", findings)
    if clinic is None:
        raise ContentError(findings)
    if clinic.logo is not None:
        logo = path.parent / clinic.logo
        clinic = replace(clinic, logo=logo)
        if not logo.is_file():
            what, hint = f"there is no file {logo.name}", "Put the logo beside the clinic file."
            findings.append(Finding(what, hint, place_of(node, "logo"), "logo"))
    if library is not None:
        named: dict[str, tuple[Iterable[str], Collection[str], str]] = {
            "country": ([clinic.country], library.countries, "country"),
            "changes.exclude": (clinic.changes.exclude, library.exercises, "exercise"),
            "changes.include": (clinic.changes.include, library.exercises, "exercise"),
            "changes.doses": (clinic.changes.doses, library.exercises, "exercise"),
            "roster.languages": (clinic.roster.languages.values(), _language_files(library), "language"),
        }
        for field, (ids, known, what) in named.items():
            for index, one in enumerate(ids):
                if one.partition("/")[0] not in known:
                    key = field if field == "country" else f"{field}.{index}"
                    where = place_of(node, key)
                    findings.append(Finding(f"there is no {what} “{one}”", meant(one, known), where, field))
    if findings:
        raise ContentError(findings)
    return clinic


def _language_files(library: Library) -> set[str]:
    """Every language there is a file for, also those that this run did not read."""
    return {path.stem for path in library.files("assets/languages", ".yaml").values()}
