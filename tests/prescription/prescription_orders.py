"""Orders of the shipped upper-back routine in English, to be varied by a test."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from handout.content import Clinic, Library, load, shipped_root
from handout.content.clinic_types import ClinicChanges
from handout.edition import Edition, localise
from handout.errors import Finding, Place, PrescriptionError, Private
from handout.prescription import Order, Patient, Prescription, prescribe

ROUTINE = "upper-back"
TODAY = date(2026, 11, 20)


@cache
def shipped() -> Library:
    return load([shipped_root()], tags=["en"])[0]


@cache
def edition() -> Edition:
    return localise(shipped(), ROUTINE, "en")


def order(**changes: Any) -> Order:
    return replace(Order(number=2, routines=(ROUTINE,), language="en"), **changes)


def patient(name: str = "Sam Taylor") -> Patient:
    return Patient(Private(name, "name"), Private("4857773456", "reference"))


def clinic(**changes: Any) -> Clinic:
    return Clinic(where=Place(str(Path("clinic.yaml"))), name="Riverside", country="GB", **changes)


def changing(**changes: Any) -> Clinic:
    return clinic(changes=ClinicChanges(**changes))


def fill(asked: Order, of: Edition | None = None, by: Clinic | None = None, name: str = "") -> Prescription:
    return prescribe(of or edition(), asked, by, shipped().countries["GB"], TODAY, name)


def refused(asked: Order, of: Edition | None = None, name: str = "") -> tuple[Finding, ...]:
    with pytest.raises(PrescriptionError) as caught:
        fill(asked, of, name=name)
    return caught.value.findings


def ids(prescription: Prescription) -> list[str]:
    return [one.id for one in prescription.exercises]
