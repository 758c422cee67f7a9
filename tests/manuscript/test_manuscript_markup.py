"""Reading the markup: the element table holds, and everything wrong is found at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handout.errors import ManuscriptError, Private
from handout.manuscript.elements import ELEMENTS, Element
from handout.manuscript.markup import read_markup, read_tree

SPECIMEN = Path(__file__).parent / "specimen.xml"
PRIVATES = {key: Private(f"secret {key}", key) for key in ("name", "reference", "note")}


def findings(xml: str) -> list[str]:
    with pytest.raises(ManuscriptError) as caught:
        read_markup(xml, {})
    return [finding.what for finding in caught.value.findings]


def test_the_specimen_is_markup_of_the_table() -> None:
    root = read_markup(SPECIMEN.read_text("utf-8"), PRIVATES)
    assert root.kind == "handout"
    assert {element.kind for element in root.walk()} <= set(ELEMENTS)
    assert len(list(root.all("exercise"))) == 7


def test_a_patients_value_stands_as_a_child_and_not_as_text() -> None:
    row = '<patient><for label="For"><private key="name"/></for></patient>'
    root = read_markup(f"<handout>{row}</handout>", PRIVATES)
    (entry,) = (element for element in root.walk() if element.kind == "for")
    assert entry.children == (PRIVATES["name"],)


def test_white_space_of_the_template_is_dropped_and_a_no_break_space_stays() -> None:
    root = read_markup("<handout>\n  <title>\n  Ease  a\n stiff\u00a0back </title>\n</handout>", {})
    assert root.children == (Element("title", ("Ease a stiff\u00a0back",)),)


def test_text_beside_an_element_keeps_one_space() -> None:
    root = read_markup("<handout><title><b>Start</b>\n   sit tall</title></handout>", {})
    (title,) = root.all("title")
    assert title.children == (Element("b", ("Start",)), " sit tall")


@pytest.mark.parametrize(
    ("xml", "what"),
    [
        ("<handout><banner/></handout>", "<banner> is not an element"),
        ("<handout><step>Sit.</step></handout>", "<step> cannot stand in <handout>"),
        ('<handout><title size="30">Ease</title></handout>', 'no attribute "size"'),
        ("<handout>Hello</handout>", "text stands loose in <handout>"),
        ('<handout><title><private key="name"/></title></handout>', "no patient's value"),
        ("<handout><title></handout>", "not well-formed"),
        ("<!DOCTYPE handout [<!ENTITY x 'y'>]><handout/>", "document type"),
    ],
)
def test_what_the_table_has_no_place_for_is_refused(xml: str, what: str) -> None:
    assert any(what in said for said in findings(xml))


def test_all_faults_are_found_at_once() -> None:
    assert len(findings('<handout>Hi<banner/><title size="1">Ease</title></handout>')) == 3


def test_a_finding_names_the_line_of_the_template_it_was_opened_on() -> None:
    read = read_tree('<handout at="a.xml.j2:3"><banner at="a.xml.j2:9"/></handout>', {})
    assert [str(finding.where) for finding in read.findings] == ["a.xml.j2:9:1"]
    assert read.root is not None
    assert "at" not in read.root.attributes


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    read = read_tree(f"<handout><title>{text}</title></handout>".replace("\x00", ""), {})
    assert (read.root is None) <= bool(read.findings)
