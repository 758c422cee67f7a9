"""Prescriptions of the shipped upper-back routine, templates of one's own, and a sheet as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from handout.cache import Cache
from handout.content import Clinic, Library, load, shipped_root
from handout.content.clinic_types import ClinicianEntry, Hours
from handout.edition import localise
from handout.errors import Finding, ManuscriptError, Place, Private
from handout.manuscript.blocks import ExerciseCard, ManuscriptBlock
from handout.manuscript.compose import compose
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.templates import FOLDER, MAIN
from handout.manuscript.text import Text
from handout.manuscript.walk import Node, node_of, nodes, walked
from handout.prescription import Clinician, Order, Patient, Prescription, prescribe

ROUTINE = "upper-back"
TODAY = date(2026, 11, 20)
RIVERSIDE = Clinic(
    where=Place("clinic.yaml"),
    name="Riverside Physiotherapy",
    country="GB",
    address="12 Mill Lane, Leeds LS1 4AB",
    telephone="0113 496 0000",
    sheets_at="riverside.example/sheets",
    hours=(Hours((("mon", "fri"),), "08:00", "18:00"),),
    clinicians={"ana": ClinicianEntry("ana", "Ana Ruiz", "physiotherapist")},
)


@cache
def shipped() -> Library:
    return load([shipped_root()], tags=["en"])[0]


ALL_BUT_ONE = ("march", "arm-circles", "neck-tilt-turn", "seated-twist", "ball-wall", "roller-mid-back")


def order(**changes: Any) -> Order:
    return replace(Order(number=2, routines=(ROUTINE,), language="en"), **changes)


def personal(name: str = "Sam Taylor", note: str = "Bring this on 4 December.") -> Order:
    return order(
        patient=Patient(Private(name, "name"), Private("4857773456", "reference")),
        clinician=Clinician("Ana Ruiz", "physiotherapist"),
        note=Private(note, "note"),
    )


CACHE = Cache()  # of the tests that only look at what is composed


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


def manuscript(asked: Order | None = None, cache: Cache | None = None, **changes: Any) -> Manuscript:
    return compose(prescription(asked, **changes), cache or CACHE)


class Workshop:
    """A folder laid over the shipped one, whose template a test changes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / FOLDER).mkdir(parents=True)

    def write(self, text: str, name: str = MAIN) -> None:
        """Lays a template of one's own over the shipped one."""
        (self.folder / FOLDER / name).write_text(text, "utf-8")

    def change(self, old: str, new: str) -> None:
        """Lays a copy of the shipped template over it in which a whole line is changed, whatever its detail."""
        text = (shipped_root() / FOLDER / MAIN).read_text("utf-8")
        own = next(line for line in text.splitlines() if line in {old, f"{old} short"} or f"%}}{old}{{%" in line)
        self.write(text.replace(f"\n{own}\n", f"\n{new}\n" if new else "\n", 1))

    def compose(self, asked: Order | None = None, routine: str = ROUTINE) -> Manuscript:
        library = replace(shipped(), layers=(shipped_root(), self.folder))
        return manuscript(asked, library=library, routine=routine)

    def refused(self, asked: Order | None = None) -> tuple[Finding, ...]:
        with pytest.raises(ManuscriptError) as caught:
            self.compose(asked)
        return caught.value.findings


def outline(own: Manuscript) -> Iterator[str]:
    """The sheet as text a reviewer can read: one node a line, what it says behind a colon."""
    for node in nodes(own):
        yield from _outlined(node, 0)


def _outlined(node: Node, depth: int) -> Iterator[str]:
    marks = [f"{key}={value}" for key, value in (*node.marks, ("label", node.label)) if value and key != "alt"]
    languages = [f"language={one.language}" for one in node.inlines if one.language]
    head = "  " * depth + " ".join((node.kind.label, *marks, *languages))
    yield f"{head}: {flat(node)}" if node.inlines else head
    if node.mark("alt"):
        yield "  " * (depth + 1) + f"alt: {node.mark('alt')}"
    for child in node.children:
        yield from _outlined(child, depth + 1)


def flat(thing: Node | Text) -> str:
    """Its words without labels; a patient's value is named."""
    own = "".join(str(one.words) for one in thing.inlines)
    return own + "".join(map(flat, thing.children if isinstance(thing, Node) else ()))


def texts(own: Manuscript | ManuscriptBlock, kind: str) -> list[str]:
    """What the texts of that kind say."""
    found = walked(own) if isinstance(own, Manuscript) else node_of(own).walk()
    return [flat(one) for one in found if one.kind.label == kind]


def kinds(own: Manuscript) -> list[str]:
    return [one.kind.label for one in walked(own)]


def card(own: Manuscript, name: str) -> ExerciseCard:
    return next(one for one in own.all(ExerciseCard) if one.id == name)
