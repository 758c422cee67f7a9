"""Prescriptions of the shipped upper-back routine, templates to be tampered with, and a tree as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from handout.content import Clinic, Library, load, shipped_root
from handout.content.clinic_types import ClinicianEntry, Hours
from handout.edition import localise
from handout.errors import Finding, ManuscriptError, Place, Private
from handout.manuscript.compose import compose
from handout.manuscript.elements import Element, Manuscript
from handout.manuscript.templates import FOLDER
from handout.prescription import Clinician, Order, Patient, Prescription, prescribe

ROUTINE = "upper-back"
TODAY = date(2026, 11, 20)
RIVERSIDE = Clinic(
    where=Place("clinic.yaml"),
    name="Riverside Physiotherapy",
    country="GB",
    address="12 Mill Lane, Leeds LS1 4AB",
    telephone="0113 496 0000",
    hours=(Hours((("mon", "fri"),), "08:00", "18:00"),),
    clinicians={"ana": ClinicianEntry("ana", "Ana Ruiz", "physiotherapist")},
)


@cache
def shipped() -> Library:
    return load([shipped_root()], tags=["en"])[0]


def order(**changes: Any) -> Order:
    return replace(Order(number=2, routines=(ROUTINE,), language="en"), **changes)


def personal(name: str = "Sam Taylor", note: str = "Bring this on 4 December.") -> Order:
    return order(
        patient=Patient(Private(name, "name"), Private("4857773456", "reference")),
        clinician=Clinician("Ana Ruiz", "physiotherapist"),
        note=Private(note, "note"),
    )


def prescription(
    asked: Order | None = None,
    clinic: Clinic | None = RIVERSIDE,
    library: Library | None = None,
    country: str = "GB",
    routine: str = ROUTINE,
) -> Prescription:
    edition = localise(library or shipped(), routine, "en")
    place = edition.library.countries[country] if country else None
    return prescribe(edition, asked or order(), clinic, place, TODAY)


def manuscript(asked: Order | None = None, **changes: Any) -> Manuscript:
    return compose(prescription(asked, **changes))


class Workshop:
    """A folder laid over the shipped one, whose templates a test changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / FOLDER).mkdir(parents=True)

    def change(self, old: str, new: str, name: str = "parts.xml.j2", *, every: bool = False) -> None:
        """Lays a changed copy of a shipped template over it."""
        text = (shipped_root() / FOLDER / name).read_text("utf-8")
        assert old in text
        (self.folder / FOLDER / name).write_text(text.replace(old, new, -1 if every else 1), "utf-8")

    def compose(self, asked: Order | None = None) -> Manuscript:
        library = replace(shipped(), layers=(shipped_root(), self.folder))
        return manuscript(asked, library=library)

    def refused(self, asked: Order | None = None) -> tuple[Finding, ...]:
        with pytest.raises(ManuscriptError) as caught:
            self.compose(asked)
        return caught.value.findings


def outline(element: Element, depth: int = 0) -> Iterator[str]:
    """The tree as text a reviewer can read: one element a line, text inside it behind a colon."""
    shown = ("kind", "id", "number", "icon", "ref", "label", "days", "lines", "chosen", "tag")
    said = " ".join(f"{key}={element.attributes[key]}" for key in shown if key in element.attributes)
    head = "  " * depth + " ".join(part for part in (element.kind, said) if part)
    if any(isinstance(child, Element) for child in element.children) and not any(
        isinstance(child, str) for child in element.children
    ):
        yield head
        for child in element.children:
            if isinstance(child, Element):
                yield from outline(child, depth + 1)
        return
    yield f"{head}: {flat(element)}" if element.children else head
    if "alt" in element.attributes:
        yield "  " * (depth + 1) + f"alt: {element.attributes['alt']}"


def flat(element: Element) -> str:
    return "".join(flat(child) if isinstance(child, Element) else str(child) for child in element.children)


def kinds(element: Element) -> list[str]:
    return [one.kind for one in element.walk()]
