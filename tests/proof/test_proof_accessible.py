"""Pictures, exercises, doses, fonts and what a file says of itself: each fault is named, and a patient's name leaks
nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import proof_specimens as script
import pytest
from readback_specimens import A4, CLAIMS, Line, ink, inked, read, tag

from handout.errors import Finding, Private
from handout.layout import PAPER
from handout.manuscript.blocks import Colophon, ExerciseCard, Illustration, PatientRow
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.text import Inline, Text, text
from handout.proof.accessible import check_claims, check_exercises, check_file, check_pictures
from handout.proof.asked import Asked
from handout.proof.ink import Box, InkedSheet
from handout.proof.readback import ReadBack, gather
from handout.proof.tree import TagNode


def manuscript(*blocks: Any, **more: Any) -> Manuscript:
    return replace(script.manuscript(), blocks=blocks, **more)


def file(*nodes: TagNode, sheets: tuple[InkedSheet, ...] | None = None, **claims: Any) -> ReadBack:
    """A file with these elements on one empty page."""
    return gather(replace(CLAIMS, **claims), nodes, (inked(()),) if sheets is None else sheets, ())


def cat(*pictures: str, name: str = "cat-cow") -> ExerciseCard:
    """An exercise with pictures of these texts."""
    shown = tuple(
        Illustration(ref="", frame="", shows="frame", alt=alt, path=f"{name}.alt", caption=text(Kind.CAPTION, ""))
        for alt in pictures
    )
    return replace(script.exercise("Cat and cow", pictures=shown), id=name, path=f"exercises.{name}")


# Pictures

SITS = "A person sits tall."
PAINTED = replace(inked(()), painted=((0, A4), (1, A4)))
AGAIN = "Make the sheet again; it must not go out without its pictures."


def figure(name: str, alt: str = SITS, mark: int = 0, role: str = "Figure") -> TagNode:
    return tag(name, role=role, alt=alt, marks=((0, mark),), box=True)


def lost(manuscript_: Manuscript, *nodes: TagNode) -> list[str]:
    found = list(check_pictures(file(*nodes, sheets=(PAINTED,)), manuscript_))
    assert {one.hint for one in found} <= {AGAIN}
    return [f"{one.path}: {one.what}" for one in found]


def test_a_picture_in_its_own_exercise_is_found() -> None:
    assert lost(manuscript(cat(SITS)), figure("exercise/cat-cow/picture")) == []
    assert lost(manuscript(cat(SITS)), figure("12:exercise/cat-cow/picture", "A person\nsits  tall.")) == []


@pytest.mark.parametrize(
    "node",
    [
        figure("exercise/other/picture"),
        figure("picture"),
        figure("exercise/cat-cow/picture", "A person jumps."),
        figure("exercise/cat-cow/picture", role="P"),
        figure("exercise/cat-cow/picture", mark=2),  # nothing is painted there
    ],
)
def test_a_picture_elsewhere_with_another_text_or_not_painted_is_missed(node: TagNode) -> None:
    assert lost(manuscript(cat(SITS)), node) == [f"cat-cow.alt: The picture “{SITS}” is not in the file."]


def test_two_pictures_of_one_text_must_both_be_there() -> None:
    both = (figure("exercise/cat-cow/1"), figure("exercise/cat-cow/2", mark=1))
    assert lost(manuscript(cat(SITS, SITS)), *both) == []
    assert lost(manuscript(cat(SITS, SITS)), both[0]) == [f"cat-cow.alt: The picture “{SITS}” is not in the file."]


def test_a_picture_that_nobody_described_is_named() -> None:
    assert lost(manuscript(cat(""))) == ["cat-cow.alt: A picture has no text."]


# Exercises and doses


def faults(read_: ReadBack, manuscript_: Manuscript) -> list[tuple[str, str]]:
    return [(one.path, one.what) for one in check_exercises(read_, manuscript_)]


def test_an_exercise_without_an_element_of_its_own_is_named() -> None:
    asked = manuscript(cat(), cat(name="march"))
    assert faults(file(tag("exercise/cat-cow"), tag("exercise/march/name")), asked) == []
    assert faults(file(tag("exercise/march-on"), tag("exercise/cat-cow")), asked) == [
        ("exercises.march", "The exercise march is not in the structure of the file.")
    ]


NUMBERS, LINES = (f"The dose of the exercise cat-cow is not in {what}." for what in ("numbers", "lines to write on"))


@pytest.mark.parametrize(
    ("stock", "dose", "fault"),
    [
        (False, "10 times", None), (False, "____ times", NUMBERS), (False, "10 to __ times", NUMBERS),
        (True, "____ times", None), (True, "10 times", LINES), (True, "____ to 10 times", LINES), (True, "", LINES),
    ],
)  # fmt: skip
def test_doses_are_numbers_for_a_patient_and_lines_to_write_on_for_stock(
    stock: bool, dose: str, fault: str | None
) -> None:
    sheet = read(Line("exercise/cat-cow/name", "Cat and cow"), Line("exercise/cat-cow/dose", dose))
    assert faults(sheet, manuscript(cat(), stock=stock)) == ([("exercises.cat-cow", fault)] if fault else [])


def test_a_stock_sheet_with_a_patients_values_is_refused() -> None:
    row = PatientRow(entries=(Text(Kind.FOR, (Inline(Private("Zdenka", "name")),)),))
    fault = [("", "A stock sheet bears a patient's values, and no doses.")]
    assert faults(file(), manuscript(row, stock=True)) == fault
    assert faults(file(), manuscript(row)) == faults(file(), manuscript(stock=True)) == []


# The file


def wrong(read_: ReadBack) -> list[str]:
    return [one.what for one in check_file(read_)]


def test_a_file_that_says_what_it_is_is_right() -> None:
    assert wrong(file(tag("title"))) == []


@pytest.mark.parametrize(
    ("claims", "fault"),
    [
        ({"title": " "}, "The file does not show its title."),
        ({"shows_title": False}, "The file does not show its title."),
        ({"marked": False}, "The file is not tagged."),
        *(({"language": one}, f"The file does not say its language ({one!r})."
           ) for one in ("", "e", "english", "en_GB", "en\n", "9n")),
    ],
)  # fmt: skip
def test_what_a_file_must_say_of_itself_and_does_not_is_named(claims: dict[str, Any], fault: str) -> None:
    assert wrong(file(tag("title"), **claims)) == [fault]


def test_a_file_without_elements_is_not_tagged() -> None:
    assert wrong(file()) == ["The file is not tagged."]


@pytest.mark.parametrize("language", ["", "en", "EN", "fil", "zh-Hans", "pt-BR", "es-419", "en-x-pseudo"])
def test_a_language_is_known_by_its_tag(language: str) -> None:
    assert wrong(file(tag("title", tag("p", language=language)), language=language or "en")) == []


def test_an_element_in_no_language_is_named_without_the_number_of_its_document() -> None:
    assert wrong(file(tag("title", tag("7:patient", language="?")))) == ["patient is in no known language: '?'."]


@pytest.mark.parametrize(
    ("alt", "box", "role", "right"),
    [
        (SITS, True, "Figure", True), (" ", True, "Figure", False), (SITS, False, "Figure", False),
        ("", False, "P", True),
    ],
)  # fmt: skip
def test_a_picture_has_a_text_and_a_box(alt: str, box: bool, role: str, right: bool) -> None:
    what = wrong(file(tag("title"), tag("3:logo", alt=alt, box=box, role=role)))
    assert what == ([] if right else ["The picture logo has no text or no box."])


@pytest.mark.parametrize(
    "sheet", [replace(inked(()), unmapped=1), inked((ink("a\ufffd"),)), inked((ink("a\x00"),))]
)  # fmt: skip
def test_characters_that_no_reader_knows_are_named_with_their_page(sheet: InkedSheet) -> None:
    assert wrong(file(tag("title"), sheets=(inked((ink("a"),)), sheet))) == [
        "Page 2 has characters that cannot be read."
    ]


def test_what_is_wrong_with_fonts_is_passed_on() -> None:
    fault = Finding("The font Comic on page 1 is not in the file.", "")
    assert fault in check_file(read(Line("title", "Ease"), fonts=(fault,)))


# What the file claims, against the manuscript


def claimed(read_: ReadBack, manuscript_: Manuscript) -> list[str]:
    return [one.what for one in check_claims(read_, Asked(manuscript_))]


@pytest.mark.parametrize(
    ("claims", "fault"),
    [
        ({"title": "Ease  a stiff\u00a0back"}, None),
        ({"title": "Ease a sore back"}, "The file's title is not the manuscript's."),
        ({"language": "fr"}, "The file says it is in fr, not en."),
        ({"identifier": "AAAAAAAAAA"}, "The file's content id is not the manuscript's."),
    ],
)
def test_another_title_language_or_content_id_than_the_manuscripts_is_named(
    claims: dict[str, Any], fault: str | None
) -> None:
    assert claimed(file(**claims), manuscript()) == ([fault] if fault else [])


def test_words_in_another_language_must_be_marked_as_such() -> None:
    asked = manuscript(Colophon(texts=(Text(Kind.PARAGRAPH, (Inline("Página", language="es"),)),)))
    assert claimed(file(tag("colophon", language="es")), asked) == []
    assert claimed(file(tag("colophon", language="pt")), asked) == ["Text in es is not marked as es."]


@pytest.mark.parametrize(
    ("paper", "box", "right"),
    [
        ("letter", (0.0, 0.0, 612.0, 792.0), True), ("letter", (10.0, 20.0, 622.0, 812.0), True),
        ("letter", (0.0, 0.0, 612.5, 792.0), True), ("letter", (0.0, 0.0, 612.0, 791.5), True),
        ("letter", (0.0, 0.0, 612.75, 792.0), False),
        ("letter", (0.0, 0.0, 612.0, 791.25), False), ("a4", (0.0, 0.0, 595.28, 841.89), True),
        ("a4", (0.0, 0.0, 612.0, 792.0), False), ("a6", (0.0, 0.0, 297.64, 419.53), True),
        ("papyrus", (0.0, 0.0, 612.0, 792.0), False), ("letter", (0.0, 0.0, 612.5, 792.5), True),
        *((name, (0.0, 0.0, *size), True) for name, size in PAPER.items()),
    ],
)  # fmt: skip
def test_every_page_is_on_its_paper(paper: str, box: Box, right: bool) -> None:
    what = claimed(file(sheets=(inked((), box),)), manuscript(paper=paper))
    assert what == ([] if right else [f"Page 1 is not on {paper}."])


def test_the_page_on_another_paper_is_named() -> None:
    assert claimed(file(sheets=(inked(()), inked((), (0.0, 0.0, 300.0, 300.0)))), manuscript()) == [
        "Page 2 is not on a4."
    ]


# Leaks

LEAK = ["A patient's value stands in the file's metadata or bookmarks."]


def of_patient(name: str, *blocks: Any) -> Manuscript:
    """A manuscript for a patient of that name."""
    row = PatientRow(entries=(Text(Kind.FOR, (Inline(Private(name, "name")),), label="Till"),))
    return manuscript(row, *blocks, description="About backs")


@pytest.mark.parametrize(
    ("packet", "name", "leaks"),
    [
        ("<rdf:li>Ann Lee</rdf:li>", "Ann Lee", True),
        ("<rdf:li>Joanna</rdf:li>", "Anna", False),
        ("<rdf:li>Annalie</rdf:li>", "Anna", False),
        ("<rdf:li>JoAnna</rdf:li>", "Anna", False),
        ("<rdf:li>Lee &amp; Ann</rdf:li>", "Lee & Ann", True),
        ('<rdf:li xml:lang="Ann">', "Ann", True),
        ("Ann: a keyword", "Ann", True),
        ("<Ann:li>x</Ann:li>", "Ann", False),
        ("<rdf:Ann>x</rdf:Ann>", "Ann", False),
        ('<rdf:li Ann:lang="de">', "Ann", False),
        ('<rdf:li Ann="de">', "Ann", False),
        ('<rdf:RDF xmlns:rdf="http://Ann.example/ns">', "Ann", False),
        ('<rdf:RDF xmlns:rdf="http://example/ns">', "x", False),
    ],
)
def test_a_patients_name_in_the_metadata_is_a_leak_and_a_name_of_its_markup_is_none(
    packet: str, name: str, leaks: bool
) -> None:
    assert claimed(file(metadata=packet), of_patient(name)) == LEAK * leaks


@pytest.mark.parametrize("where", ["id", "title", "alt"])
def test_a_patients_name_in_an_element_is_a_leak(where: str) -> None:
    assert claimed(file(replace(tag("note"), **{where: "for Zdenka"})), of_patient("Zdenka")) == LEAK


def test_a_patients_name_in_a_bookmark_is_a_leak_and_is_told_once() -> None:
    row = PatientRow(entries=tuple(Text(Kind.FOR, (Inline(Private(name, "name")),)) for name in ("Ann", "Bo")))
    assert claimed(file(names="Ann Bo"), manuscript(row)) == LEAK
    assert claimed(file(names="Ann"), manuscript(row)) == claimed(file(names="Bo"), manuscript(row)) == LEAK


@pytest.mark.parametrize(
    "name",
    [
        "Resource", "1", "patient", "Till", "cat", "exercises", "Kneel", "Ease a stiff back", "About backs",
        "ABCDEFGH23",
    ],
)  # fmt: skip
def test_a_name_that_the_file_says_for_everybody_is_no_leak(name: str) -> None:
    everywhere = f"{name} stands here"
    public = replace(script.exercise("Cat", "Kneel down"), id="cat", path="exercises.x")
    assert claimed(file(metadata=everywhere), of_patient(name, public)) == []
    assert claimed(file(metadata="Zdenka"), of_patient("Zdenka", public)) == LEAK


def test_a_number_is_a_page_of_the_file_or_a_leak() -> None:
    two = (inked(()), inked(()))
    assert claimed(file(names="1 2 3", sheets=two), of_patient("1")) == []
    assert claimed(file(names="1 2 3", sheets=two), of_patient("2")) == []
    assert claimed(file(names="1 2 3", sheets=two), of_patient("3")) == LEAK
