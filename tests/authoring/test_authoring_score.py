"""PEMAT-P and the CDC's index: what a program can decide is decided by what is printed; the rest is a person's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from handout.authoring.readability.score import ITEMS, Score, ScoredSheet, lines, score_lines, scores
from handout.content import Library, load, shipped_root
from handout.edition import localise
from handout.manuscript import Colophon, Kind, Note
from handout.manuscript.blocks import Diary, ExerciseCard, InShort, ManuscriptBlock, Message, SafetyPanel, Ways
from handout.manuscript.compose import compose
from handout.manuscript.text import text
from handout.prescription import Order, prescribe

DAY = date(2026, 11, 21)
GOOD = 90  # per cent: what both tools call good, of what is decided


@cache
def library() -> Library:
    return load([shipped_root()], tags=["en", "es"])[0]


@cache
def sheet(routine: str = "upper-back", tag: str = "en") -> ScoredSheet:
    edition = localise(library(), routine, tag)
    made = compose(prescribe(edition, Order(0, (routine,), tag), None, None, DAY))
    return ScoredSheet(made, edition.language)


def failed(found: tuple[Score, ...]) -> set[str]:
    return {f"{item.tool} {item.number}" for one in found for item in one.failed}


@pytest.mark.parametrize("routine", ["back", "upper-back"])
def test_an_english_sheet_reaches_ninety_on_both(routine: str) -> None:
    found = scores(sheet(routine))
    assert [one.tool for one in found] == ["PEMAT-P", "CCI"]
    assert all(one.value >= GOOD for one in found), failed(found)


def test_every_question_of_both_tools_is_decided_or_left_to_a_person() -> None:
    numbers = {tool: [item.number for item in ITEMS if item.tool == tool] for tool in ("PEMAT-P", "CCI")}
    assert numbers["PEMAT-P"] == [*range(1, 13), *range(15, 27)]  # 13 and 14 are for sound and film
    assert numbers["CCI"] == [*range(1, 21)]
    for found in scores(sheet()):
        assert len(found.met) + len(found.failed) + len(found.person) == len(numbers[found.tool])
        assert found.person


@pytest.mark.parametrize(
    ("gone", "items"),
    [
        (InShort, {"PEMAT-P 11"}),
        (Diary, {"PEMAT-P 23", "PEMAT-P 25"}),
        (Message, {"PEMAT-P 1", "CCI 1", "CCI 2", "CCI 3", "CCI 10"}),
        (Ways, {"CCI 11", "CCI 19"}),
        (SafetyPanel, {"PEMAT-P 12", "CCI 10", "CCI 18"}),
    ],
)
def test_a_sheet_without_one_of_its_blocks_loses_what_that_block_answers(
    gone: type[ManuscriptBlock], items: set[str]
) -> None:
    own = sheet()
    blocks = tuple(block for block in own.manuscript.blocks if not isinstance(block, gone))
    assert items <= failed(scores(replace(own, manuscript=replace(own.manuscript, blocks=blocks))))


def test_a_picture_without_a_caption_a_step_of_many_sentences_and_a_long_head_are_not_met() -> None:
    own = sheet()

    def worse(block: ManuscriptBlock) -> ManuscriptBlock:
        match block:
            case ExerciseCard():
                bare = replace(block.pictures[0], caption=replace(block.pictures[0].caption, inlines=()))
                long = replace(block.steps[0], inlines=block.steps[0].inlines * 4)
                return replace(block, pictures=(bare, *block.pictures[1:]), steps=(long, *block.steps[1:]))
            case Ways():
                cells = block.rows[1].cells
                head = replace(cells[0], inlines=cells[0].inlines * 9)
                return replace(block, rows=(block.rows[0], replace(block.rows[1], cells=(head, *cells[1:]))))
        return block

    blocks = tuple(worse(block) for block in own.manuscript.blocks)
    found = failed(scores(replace(own, manuscript=replace(own.manuscript, blocks=blocks))))
    assert {"PEMAT-P 17", "PEMAT-P 19", "PEMAT-P 22"} <= found


@pytest.mark.parametrize(("kind", "long"), [(Colophon, False), (Note, True)])
def test_a_paragraph_of_ten_sentences_is_long_but_who_wrote_it_when_is_none(
    kind: type[Colophon | Note], long: bool
) -> None:
    own = sheet()
    words = (text(Kind.PARAGRAPH, "Version 1. " * 10),)
    block = Colophon(texts=words) if kind is Colophon else Note(title=text(Kind.HEADING2, "A note"), texts=words)
    rest = tuple(one for one in own.manuscript.blocks if not isinstance(one, Colophon))
    found = failed(scores(replace(own, manuscript=replace(own.manuscript, blocks=(*rest, block)))))
    assert ("PEMAT-P 8" in found) is long


def test_words_harder_than_the_language_allows_are_not_everyday_language() -> None:
    own = sheet()
    hard = replace(own.language, readability=replace(own.language.readability, gate=1.0))
    assert "PEMAT-P 3" in failed(scores(replace(own, language=hard)))


def test_a_library_is_told_sheet_by_sheet_and_then_what_a_person_must_answer() -> None:
    said = list(score_lines(library(), DAY))
    assert said[0].startswith("back in en: PEMAT-P 1")
    assert [line for line in said if line.endswith("for a person:")] == ["PEMAT-P, for a person:", "CCI, for a person:"]
    assert any("upper-back in es: CCI" in line for line in said)
    assert list(lines("x", replace(scores(sheet())[0], failed=(ITEMS[0],))))[1].startswith("  not met, PEMAT-P 1:")
