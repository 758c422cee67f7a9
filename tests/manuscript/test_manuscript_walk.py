"""One walk serves PDF and HTML: every block has both roles, every text is reached once and in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from manuscript_orders import manuscript, order, personal, shipped

from handout.layout.setters import PLAIN
from handout.manuscript import blocks
from handout.manuscript.blocks import (
    DETAILS,
    ExerciseCard,
    Floor,
    ManuscriptBlock,
    Masthead,
    Online,
    OwnText,
    Questions,
    SafetyPanel,
    Section,
)
from handout.manuscript.kinds import Kind
from handout.manuscript.places import PLACES
from handout.manuscript.text import Inline, Text
from handout.manuscript.walk import node_of, nodes, walked
from handout.manuscript.words import words_of

# ISO 32000-1, 14.8.4; the HTML Living Standard.
STRUCTURE = {"Div", "P", "Sect", "Figure", "H1", "H2", "H3", "L", "LI", "Span", "Table", "TR", "TH", "TD", "Caption"}
ELEMENTS = {
    "div", "p", "section", "article", "figure", "figcaption", "img", "h1", "h2", "h3", "ul", "ol", "li", "span", "b",
    "table", "tr", "th", "td",
}  # fmt: skip
ARTIFACTS = {Kind.DAY, Kind.RUNNING, Kind.RUNNING_START, Kind.RUNNING_MIDDLE, Kind.FOLIO, Kind.TURN_OVER}
TYPES = [kind for kind in vars(blocks).values() if isinstance(kind, type)]


@pytest.mark.parametrize("kind", Kind, ids=lambda kind: kind.name)
def test_every_kind_has_a_role_in_the_pdf_and_in_html(kind: Kind) -> None:
    assert kind.html in ELEMENTS
    assert kind.pdf in STRUCTURE or kind in ARTIFACTS


def test_a_kind_without_one_of_the_two_cannot_be_written_down() -> None:
    with pytest.raises(TypeError):
        Kind.__init__(Kind.TITLE, "banner", "P")  # type: ignore[call-arg]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_block_and_part_is_frozen_and_has_its_kind(kind: type) -> None:
    if kind is ManuscriptBlock:
        return  # what the others are made from
    assert is_dataclass(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    of_its_own = isinstance(getattr(kind, "kind", None), Kind)
    assert of_its_own or "kind" in {field.name for field in fields(kind)}  # a text, one side of the balance


def test_every_block_that_a_template_may_place_is_set() -> None:
    # With pictures, with neighbours, in parts, on page 1.
    together = {ExerciseCard, Masthead, Online, Questions, Section, Floor, OwnText, SafetyPanel}
    assert {*PLACES.values(), OwnText} <= {*PLAIN, *together}


@pytest.mark.parametrize("kind", sorted({*PLACES.values()}, key=lambda kind: kind.__name__))
def test_a_block_stands_in_its_details_and_in_no_other(kind: type[ManuscriptBlock]) -> None:
    for block in manuscript(personal()).all(kind):
        for detail in DETAILS:
            if detail in kind.details:
                assert block.at(detail).detail == detail
            else:
                with pytest.raises(ValueError, match="cannot stand"):
                    block.at(detail)


def _texts(thing: object) -> Iterator[Text]:
    """Every text below a block, found without the walk."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _texts(one)
    elif is_dataclass(thing) and not isinstance(thing, type | Inline):
        for field in fields(thing):
            yield from _texts(getattr(thing, field.name))


@pytest.mark.parametrize("name", sorted(shipped().routines))
def test_every_text_of_every_block_is_reached_once_and_in_order(name: str) -> None:
    own = manuscript(replace(personal(), routines=(name,)), routine=name)
    found = [(text.kind, text.inlines, text.path) for block in own.blocks for text in _texts(block)]
    assert found
    reached = [node for top in nodes(own)[:-1] for node in top.walk() if not node.children and not _wordless(node.kind)]
    assert [(node.kind, node.inlines, node.path) for node in reached] == found


def _wordless(kind: Kind) -> bool:
    return kind in {Kind.LOGO, Kind.CODE}


def test_words_are_those_of_the_walk_but_for_what_stands_outside_the_reading_order() -> None:
    own = manuscript(personal())
    said = [node for node in walked(own) if node.inlines and not node.kind.artifact]
    inside = [node for node in said if node.kind is not Kind.RUNNING]
    assert [one.kind for one in words_of(own) if one.text] == [node.kind.label for node in inside if node.inlines]


def test_items_that_follow_each_other_stand_in_one_list_and_two_fields_in_two() -> None:
    floor = next(manuscript().all(Floor))
    assert [child.kind for child in node_of(floor).children] == [Kind.HEADING3, Kind.STEPS, Kind.STEPS]
    panel = node_of(manuscript().panel)
    assert {child.kind for part in panel.children[1:] for child in part.children if len(child.children) > 3} == {
        Kind.LINES
    }


def test_a_node_says_what_its_block_is_beside_its_words() -> None:
    exercise = next(manuscript(order(include=("seated-twist/easier",))).all(ExerciseCard))
    node = node_of(exercise)
    assert (node.name, node.mark("number"), node.path) == (exercise.id, exercise.number, exercise.path)
    assert [one.mark("about") for one in node.walk() if one.kind is Kind.TIP] == [tip.about for tip in exercise.tips]
