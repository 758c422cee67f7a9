"""Every way side by side: its numbers are those of the claims, on every sheet that is no leaf."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from manuscript_orders import RIVERSIDE, manuscript, order, prescription

from handout.content.types import WAY_ROWS, WAYS
from handout.manuscript import on_screen
from handout.manuscript.blocks import Balance, Colophon, InShort, Row, TeachBack, Ways
from handout.manuscript.grammar import ways_faults
from handout.manuscript.text import Inline
from handout.manuscript.walk import node_of
from handout.manuscript.words import printed

ROUTINES = ("back", "upper-back")
NO_BREAK = "\u00a0"


def table(**changes: str) -> Ways:
    found = manuscript(order(**changes)).first(Ways)
    assert found is not None
    return found


def answers(ways: Ways) -> dict[str, str]:
    """The cells of the table by row and way."""
    head, *rows = ways.rows
    assert [cell.column for cell in head.cells] == ["question", *WAYS]
    return {f"{row}.{cell.column}": cell.plain for row, one in zip(WAY_ROWS, rows, strict=True) for cell in one.cells}


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_sheet_says_each_claim_in_its_place(routine: str) -> None:
    said = answers(table(routines=(routine,)))
    claims = prescription(order(routines=(routine,))).edition.routine.claims
    where = {
        "less": "pain.this", "hands_on": "pain.hands_on", "at_first": "pain.active", "later": "pain.active",
        "sore_low": "sore.hands_on", "sore_high": "sore.hands_on", "harm": "harm.hands_on", "returns": "again.active",
    }  # fmt: skip
    assert where.keys() == claims.keys()
    for name, cell in where.items():
        assert str(claims[name].number) in re.findall(r"\d+", said[cell]), name
    assert said["harm.hands_on"].replace("\u00a0", " ") == "about 2 in 1 million visits"


@pytest.mark.parametrize("routine", ROUTINES)
def test_every_claim_of_people_or_of_a_scale_has_one_denominator(routine: str) -> None:
    claims = prescription(order(routines=(routine,))).edition.routine.claims
    assert {name: claim.of for name, claim in claims.items() if claim.of != 100} == {"harm": 1_000_000}
    assert all(0 < claim.number < claim.of for claim in claims.values())


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_source_of_each_claim_stands_in_short_on_the_sheet_and_in_full_on_a_screen(routine: str) -> None:
    made = prescription(order(routines=(routine,)), routine=routine)
    sheet = manuscript(order(routines=(routine,)), routine=routine)
    (paper,), (screen,) = (own.all(Colophon) for own in (sheet, on_screen(sheet, made)))
    library = made.edition.library
    for claim in made.edition.routine.claims.values():
        for source in (library.sources[name] for name in claim.sources):
            assert f" · {source.short} · " in paper.texts[0].plain.replace(NO_BREAK, " ")
            assert f" · {source.cite} · " in screen.texts[0].plain.replace(NO_BREAK, " ")
    assert paper.texts[1:] == screen.texts[1:]


def test_no_two_sources_that_are_printed_have_one_short_form() -> None:
    sources = prescription(order()).edition.library.sources.values()
    short = [one.short for one in sources if one.printed]
    assert len(set(short)) == len(short)
    assert all(short)


def test_every_cell_says_something_and_no_way_says_more_than_another_leaves_out() -> None:
    said = answers(table())
    assert len(said) == len(WAY_ROWS) * (len(WAYS) + 1)
    assert all(said.values())


def test_a_number_that_is_not_the_claims_is_refused() -> None:
    ways, given = table(), prescription(order())
    assert not [*ways_faults(ways, given)]

    def other(row: Row) -> Row:
        cells = (replace(one, inlines=(Inline(one.plain.replace("15", "16")),)) for one in row.cells)
        return replace(row, cells=tuple(cells))

    found = [*ways_faults(replace(ways, rows=tuple(map(other, ways.rows))), given)]
    assert [one.what for one in found] == [
        "the table of ways says 16, and its claims do not",
        "the table of ways does not say 15, which it claims",
    ]
    assert {one.path for one in found} == {"routines.upper-back.ways.pain.this"}


def test_an_answer_without_words_is_refused() -> None:
    ways, given = table(), prescription(order())
    head, first, *rest = ways.rows
    bare = replace(first, cells=(*first.cells[:-1], replace(first.cells[-1], inlines=())))
    found = [*ways_faults(replace(ways, rows=(head, bare, *rest)), given)]
    assert [one.what for one in found] == ["an answer of the table of ways has no words"]


def test_large_print_says_the_same_one_way_under_the_other() -> None:
    small, large = table(), table(style="large-print")
    assert not large.rows
    assert [way.title.plain for way in large.stacked] == [cell.plain for cell in small.rows[0].cells[1:]]
    for column, way in enumerate(large.stacked, 1):
        wanted = [f"{row.cells[0].plain} {row.cells[column].plain}" for row in small.rows[1:]]
        assert [text.plain for text in way.texts] == wanted


def test_a_number_that_is_not_the_claims_is_refused_in_large_print_too() -> None:
    large, given = table(style="large-print"), prescription(order(style="large-print"))
    assert not [*ways_faults(large, given)]
    first, *rest = large.stacked
    lead, words = first.texts[0].inlines
    wrong = replace(first.texts[0], inlines=(lead, Inline(str(words.words).replace("15", "51"))))
    found = [*ways_faults(replace(large, stacked=(replace(first, texts=(wrong, *first.texts[1:])), *rest)), given)]
    assert found[0].what == "the table of ways says 51, and its claims do not"


def test_the_other_ways_and_doing_nothing_are_a_line_each() -> None:
    balance = manuscript().first(Balance)
    assert balance is not None
    assert len(balance.others.texts) == len(balance.nothing.texts) == 1
    assert "self-massage" in balance.others.texts[0].plain
    assert "warmth" in balance.others.texts[0].plain
    assert "may miss a warning sign" in balance.nothing.texts[0].plain


def test_a_sheet_ends_with_three_lines_and_three_questions() -> None:
    short, asked = manuscript().first(InShort), manuscript().first(TeachBack)
    assert short is not None
    assert asked is not None
    assert [one.plain for one in short.texts][-1] == "A warning sign on page 1: get help now."
    assert len(short.texts) == len(asked.texts) == 3
    assert printed(node_of(asked.how)).endswith("Your clinician ticks each answer.")


def last_lines(**changes: bool) -> str:
    colophon = manuscript(clinic=replace(RIVERSIDE, **changes)).first(Colophon)
    assert colophon is not None
    return " ".join(text.plain for text in colophon.texts)


def test_a_sheet_says_that_nobody_paid_for_it_only_where_the_clinic_does() -> None:
    assert "Nobody paid for this sheet." in last_lines(nobody_paid=True)
    assert "Nobody paid" not in last_lines()


def test_a_clinics_sheet_offers_large_print_another_language_and_an_interpreter() -> None:
    said = last_lines()
    assert "Ask us for large print or another language." in said
    assert "Need an interpreter? Ask us." in said
