"""The core of the specimen: two editions whose marks are looked for in the finished file, and the others by command."""

from __future__ import annotations

from functools import cache

import pytest
from tests.specimen.__main__ import ENDINGS
from tests.specimen.editions import Edition, laid, routines, shop
from tests.specimen.marks import faults_of
from tests.specimen.measure import measured

from handout.pdf import write

DAILY = (Edition("ar", "upper-back"), Edition("fil", "back"))  # the tallest stacks, the longest words
OTHERS = tuple(
    edition
    for tag in routines()["upper-back"]
    for edition in (Edition(tag, "upper-back"), Edition(tag, "back", "large-print"))  # each routine in one kind
    if edition not in DAILY
)


@cache
def file_of(edition: Edition) -> bytes:
    return write(laid(edition).pages)


def check(edition: Edition) -> None:
    assert [str(fault) for fault in faults_of(file_of(edition))] == []
    found = measured(laid(edition).pages, shop().theme(edition.style))
    assert found.paragraphs > 20
    assert found.one_word_share <= ENDINGS


@pytest.mark.parametrize("edition", DAILY, ids=str)
def test_marks_stand_clear_and_few_paragraphs_end_in_one_short_word(edition: Edition) -> None:
    check(edition)


@pytest.mark.slow
@pytest.mark.parametrize("edition", OTHERS, ids=str)
def test_so_they_do_in_every_language_and_in_large_print(edition: Edition) -> None:
    check(edition)


def test_lines_as_near_as_their_leading_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The look itself: without what sets Arabic lines apart, letters meet and cross rules."""
    monkeypatch.setattr("handout.layout.prose.may_meet", lambda *_: False)
    monkeypatch.setitem(typeset_of(), "may_meet", lambda *_: False)
    shop.cache_clear()
    found = " ".join(str(fault) for fault in faults_of(write(laid(DAILY[0]).pages)))
    shop.cache_clear()
    assert "meets" in found
    assert "crosses an edge" in found


def typeset_of() -> dict[str, object]:
    """The module's own names; the function of its name hides it."""
    import handout.text as text

    names: dict[str, object] = text.typeset.__globals__
    return names
