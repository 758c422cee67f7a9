"""Which entries of the patient's row stand beside a right-to-left name, and which elements belong to a block."""

from __future__ import annotations

import pytest

from handout.manuscript.words import Said
from handout.proof.eye.beyond import _made_of
from handout.proof.readback import _outermost
from handout.proof.reading import _beside_right_to_left
from handout.proof.tree import TagNode

NAME = Said("entry", "For אורי לוי", "", "", private=True, section="patient")
REFERENCE = Said("entry", "Reference Q-7", "", "", private=True, section="patient")
ELSEWHERE = Said("line", "שלום", "", "", section="note")
STEP = Said("step", "Stand tall.", "", "exercise/march", section="plan")


def test_a_patients_entry_is_beside_a_right_to_left_one_of_its_own_row_alone() -> None:
    assert _beside_right_to_left((NAME, REFERENCE, STEP)) == (REFERENCE,)
    assert _beside_right_to_left((REFERENCE, ELSEWHERE, STEP)) == ()


def element(id_: str, *below: TagNode) -> TagNode:
    return TagNode("Sect", id_, "", "", "", "", False, (), below)


@pytest.mark.parametrize(
    ("id_", "found"),
    [
        ("safety/now", ["safety/now"]),
        ("safety/now/1", ["safety/now/1"]),
        ("safety/nowhere", []),
        ("a/safety/now", []),
        ("safety", []),
    ],
)
def test_a_block_is_its_element_and_what_begins_with_its_id(id_: str, found: list[str]) -> None:
    nodes = [element("sheet", element(id_, element(f"{id_}/more")))]
    assert [node.id for node in _outermost(nodes, "safety/now")] == found


@pytest.mark.parametrize(
    ("run", "allowed", "whole"),
    [
        ("Brien'O", ["O'Brien"], True),  # as a right-to-left line gives it
        ("neirB", ["O'Brien"], True),
        ("O2Brien", ["O Brien"], True),
        ("O'Neil", ["O'Brien"], False),
        ("हिन्दी", ["हिन्दी पत्र"], True),
        ("हन्दी", ["हिन्दी पत्र"], False),
    ],
)
def test_a_run_beyond_a_line_is_made_of_words_that_were_asked_for(run: str, allowed: list[str], whole: bool) -> None:
    assert _made_of(run, allowed) is whole
