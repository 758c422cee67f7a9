"""Every language says what the English says: the same exercises, steps, numbers and warnings, in the same order."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from language_sheets import each_sheet, extracted_by_poppler, manuscript, published, shop

from handout.language import form_of
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.walk import Node, nodes
from handout.proof import conformance
from handout.proof.asked import Asked
from handout.proof.compare import alike
from handout.proof.readback import read_back
from handout.proof.reading import check_words
from handout.proof.room import as_printed


def parts(own: Manuscript) -> Iterator[Node]:
    """Every node in order, without what only a translation has. A strip is one part: a language says it with
    a big figure and its unit, or as a whole phrase."""
    for node in nodes(own):
        yield from _parts(node)


def _parts(node: Node) -> Iterator[Node]:
    if node.kind is Kind.STAMPS:
        return
    yield node
    if node.kind is not Kind.STRIP:
        for child in node.children:
            yield from _parts(child)


def bones(node: Node) -> tuple[object, ...]:
    """What a node is, whatever its words."""
    marks = tuple((name, said) for name, said in node.marks if name != "alt")
    return node.kind, marks, node.path


def said(node: Node) -> str:
    own = "".join(str(one.words) for one in node.inlines)
    return " ".join((node.label, own, *map(said, node.children)))


def numbers(text: str) -> Counter[int]:
    """The numbers of a text, in whatever digits."""
    latin = "".join(str(unicodedata.decimal(sign, " ")) if sign.isdecimal() else sign for sign in text)
    return Counter(int(run) for run in "".join(sign if sign.isdigit() else " " for sign in latin).split())


EMERGENCY = Counter({112, 911, 999})  # the numbers that are named where there is no clinic file


def at_home(tag: str) -> Counter[int]:
    """The emergency number of the country where most who read the language live; it stands before the others."""
    library = shop().library
    country = library.countries.get(library.languages[tag].home)
    return Counter({int(country.emergency.number)} if country else ())


@cache
def said_by_words(tag: str, n: int) -> tuple[str, ...]:
    """The phrases of a language that say a number without its figure: "twice a day", مرتان."""
    language = shop().library.languages[tag]
    uses = [(language.counts, use) for use in language.counts] + [(language.strips, use) for use in language.strips]
    phrases = (table[use][form] for table, use in uses if (form := form_of(language, n, table[use])) in table[use])
    return tuple(alike(phrase.partition("|")[0]) for phrase in phrases if "{n}" not in phrase)


def in_words(tag: str, n: int, text: str) -> bool:
    plain = alike(text)
    return any(phrase in plain for phrase in said_by_words(tag, n))


@each_sheet(english=False)
def test_a_language_has_the_same_parts_in_the_same_order_as_english(routine: str, tag: str) -> None:
    own, english = manuscript(routine, tag), manuscript(routine, "en")
    assert [bones(one) for one in parts(own)] == [bones(one) for one in parts(english)]


@each_sheet(english=False)
def test_every_number_stands_where_it_stands_in_english(routine: str, tag: str) -> None:
    wrong = []
    for own, english in zip(parts(manuscript(routine, tag)), parts(manuscript(routine, "en")), strict=True):
        if own.path == "colophon" or (own.children and own.kind is not Kind.STRIP):
            continue  # dates and ids differ in their form; parts are looked at one by one
        here, there = numbers(said(own)), numbers(said(english))
        lost = [n for n in (there - here) if not in_words(tag, n, said(own))]
        home = at_home(tag) if there >= EMERGENCY else Counter()
        made = [n for n in (here - there - home) if not in_words("en", n, said(english))]
        if lost or made:
            wrong.append((lost, made, own.path or own.kind.label, said(own), said(english)))
    assert wrong == []


@each_sheet(english=False)
def test_every_dose_is_the_english_one(routine: str, tag: str) -> None:
    own, english = published(routine, tag).laid.prescription, published(routine, "en").laid.prescription
    assert [(one.id, one.dose) for one in own.exercises] == [(one.id, one.dose) for one in english.exercises]


@each_sheet()
def test_a_sheet_passes_the_proof_and_both_standards_and_stays_within_a_sheet_of_the_english(
    routine: str, tag: str
) -> None:
    publication = published(routine, tag)  # proofread: it raises where a word is missing or out of order
    assert conformance(publication.pdf) == ()
    pages = len(publication.laid.pages.pages)
    assert abs(pages - len(published(routine, "en").laid.pages.pages)) <= 2


@each_sheet()
def test_the_text_that_readers_extract_is_the_manuscripts_word_for_word(
    routine: str, tag: str, tmp_path: Path
) -> None:
    publication = published(routine, tag)
    laid = publication.laid
    read = read_back(publication.pdf)
    asked = Asked(as_printed(laid.manuscript, read))
    assert check_words(read, asked) == []
    pages = extracted_by_poppler(publication.pdf, tmp_path)
    if pages is None:
        assert not os.environ.get("HANDOUT_REQUIRE_TOOLS"), "pdftotext is required here"
        pytest.skip("pdftotext is not installed")
    if laid.manuscript.direction == "ltr":
        pages = tuple(text.replace("-\n", "-") for text in pages)  # a word with a hyphen may go on in the next line
        sheets = tuple(replace(sheet, text=text) for sheet, text in zip(read.sheets, pages, strict=True))
        assert check_words(replace(read, sheets=sheets), asked) == []
