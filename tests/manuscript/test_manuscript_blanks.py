"""Sheets of equal content share what was composed, and nothing of a patient."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from manuscript_orders import manuscript, order, personal, prescription

from handout.cache import Cache
from handout.errors import Private
from handout.manuscript.compose import FORMS, compose
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.walk import walked
from handout.prescription import Clinician, Order, Patient


@pytest.fixture
def cache() -> Cache:
    return Cache()


def values(own: Manuscript) -> list[tuple[str, str]]:
    found = (one.words for node in walked(own) for one in node.inlines)
    return [(value.kind, value.reveal()) for value in found if isinstance(value, Private)]


def kept(cache: Cache) -> Iterator[tuple[str, str]]:
    """Every value in what is kept, of the prescriptions and of the manuscripts."""
    for own, form in cache._kept[FORMS].values():
        yield from values(form)
        patient = own.order.patient
        found = (own.note, own.order.note, *((patient.name, patient.reference, patient.born) if patient else ()))
        yield from ((value.kind, value.reveal()) for value in found if value is not None)


def test_what_is_kept_holds_nothing_of_one_order(cache: Cache) -> None:
    own = replace(personal("Zebedee Quux", "The blue card\nThe red card"), date=date(2026, 12, 24))
    manuscript(replace(own, clinician=Clinician("Brynhild Oxenford", "physiotherapist")), cache)
    said = " ".join(value for _, value in kept(cache))
    assert said
    for secret in ("Zebedee", "Quux", "blue", "red card", "4857773456", "Brynhild", "Oxenford", "December"):
        assert secret not in said
    assert {own.order.number for own, _ in cache._kept[FORMS].values()} == {0}
    assert {(own.order.clinician.name, own.date.year) for own, _ in cache._kept[FORMS].values()} == {("-", 2000)}


def test_another_clinician_and_another_day_make_no_other_sheet(cache: Cache) -> None:
    manuscript(personal(), cache)
    other = Clinician("Ben Okafor", "physiotherapist")
    manuscript(replace(personal(), clinician=other, date=date(2026, 12, 24)), cache)
    assert cache.count(FORMS) == 1


def test_the_next_patient_gets_the_same_sheet_with_his_own_values(cache: Cache) -> None:
    manuscript(personal("Zebedee Quux", "The blue card"), cache)
    warm = manuscript(personal("Sam Taylor", "Rest on Sunday."), cache)
    assert cache.count(FORMS) == 1
    assert values(warm) == [
        ("name", "Sam Taylor"),
        ("by", "Ana Ruiz, physiotherapist"),
        ("on", "20 November 2026"),
        ("reference", "4857773456"),
        ("note", "Rest on Sunday."),
    ]
    assert warm == manuscript(personal("Sam Taylor", "Rest on Sunday."), Cache())


@pytest.mark.parametrize(
    "other",
    [
        order(),
        personal(note="One line.\nAnd another."),
        replace(personal(), note=None),
        replace(personal(), patient=Patient(Private("Sam Taylor", "name"), None, Private("4 May 1950", "born"))),
        replace(personal(), clinician=None),
        replace(personal(), doses={"seated-twist": {"repetitions": 4}}),
    ],
    ids=["nobody's", "longer note", "no note", "born", "no clinician", "dose"],
)
def test_a_sheet_of_other_content_is_composed_anew(other: Order, cache: Cache) -> None:
    manuscript(personal(), cache)
    assert manuscript(other, cache) == manuscript(other, Cache())


def test_another_clinic_is_another_sheet(cache: Cache) -> None:
    own = prescription(personal())
    first = compose(own, cache)
    moved = replace(own, clinic=replace(own.clinic, telephone="0113 496 0001"))  # type: ignore[type-var]
    assert compose(moved, cache) != first
    assert compose(own, cache) == first
