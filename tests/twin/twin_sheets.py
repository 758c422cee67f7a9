"""Twins of the shipped routines, made once a process."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import gettempdir

from handout.content import Clinic, shipped_root
from handout.content.types import Hours
from handout.errors import Place, Private
from handout.manuscript import on_screen
from handout.manuscript.manuscript import Manuscript
from handout.pipeline import Composed, composed, for_screen, open_shop
from handout.prescription import Order, Patient
from handout.shop import Shop
from handout.twin import About

TODAY = date(2026, 11, 29)
CACHE = Path(gettempdir()) / "handout-test-drawings"
CLINIC = Clinic(
    Place("clinic.yaml"), "Riverside <Physio> & Co", "GB", "12 Mill Lane, Leeds LS1 4AB", "0113 496 0000 ext. 12",
    email="hello@riverside.example", website="www.riverside.example",
    hours=(Hours((("mon", "fri"),), "08:00", "18:00"),),
)  # fmt: skip
PATIENT = Patient(Private("Quillon Zebedee", "name"), Private("QZ-0417", "reference"))


@cache
def shop(tags: Sequence[str] | None = ("en", "ar")) -> Shop:
    """A shop with a clinic that has everything, in these languages."""
    opened = open_shop((shipped_root(),), None, TODAY, CACHE, tags)
    return Shop(opened.library, TODAY, CACHE, CLINIC)


def order(routine: str = "upper-back", tag: str = "en", *, patient: bool = True) -> Order:
    note = Private("Mind the left shoulder, Quillon Zebedee.", "note")
    return Order(0, (routine,), tag, patient=PATIENT, note=note) if patient else Order(0, (routine,), tag)


@cache
def sheet(routine: str = "upper-back", tag: str = "en", *, patient: bool = True) -> Composed:
    return composed(order(routine, tag, patient=patient), routine, shop())


def manuscript(tag: str = "en") -> Manuscript:
    made = sheet(tag=tag)
    return on_screen(made.manuscript, made.prescription)


@cache
def page(routine: str = "upper-back", tag: str = "en", about: About = About()) -> str:  # noqa: B008 (frozen)
    """The page of one patient; it has passed the proof."""
    return for_screen(sheet(routine, tag), shop(), about)
