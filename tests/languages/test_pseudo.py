"""Two pseudo-languages through the whole pipeline: labels that are too narrow, words written into the program."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from language_sheets import CACHE, TODAY
from pseudo import MIRROR, WIDE, Pseudo, overlay

from handout.content import load, shipped_root
from handout.errors import LayoutError
from handout.manuscript.blocks import Stamps
from handout.pipeline import Publication, lay, publish
from handout.prescription import Order
from handout.proof import conformance
from handout.proof.readback import ReadBack, read_back
from handout.shop import Shop

MARGIN = 30.0  # pt, a little less than the theme's
BOTH = pytest.mark.parametrize("pseudo", [WIDE, MIRROR], ids=lambda pseudo: pseudo.tag)


@cache
def shop(tag: str, panel: bool = False) -> Shop:
    pseudo = replace(next(one for one in (WIDE, MIRROR) if one.tag == tag), panel=panel)
    folder = overlay(pseudo, Path(mkdtemp(prefix="handout-pseudo-")))
    library, findings = load([shipped_root(), folder], tags=[tag])
    assert [str(one) for one in findings if one.where and tag in one.where.file] == []
    return Shop(library, TODAY, CACHE)


@cache
def sheet(tag: str, routine: str = "upper-back", paper: str = "a4") -> Publication:
    return publish(Order(0, (routine,), tag, paper=paper), routine, shop(tag))


def given(publication: Publication) -> list[str]:
    """What is printed as it is, in any language: the author's name, sources, the content id."""
    edition = publication.laid.prescription.edition
    cited = [source.on_paper for source in edition.library.sources.values()]
    return sorted([edition.routine.author, publication.laid.manuscript.content_id, *cited], key=len, reverse=True)


def english_words(text: str, publication: Publication) -> list[str]:
    """Words of plain Latin letters, as no pseudo-language has them; what is given is taken out whole first."""
    said = " ".join(re.sub("[\u2066-\u2069]", "", text).split())
    for one in given(publication):
        said = said.replace(one, " ")
    return re.findall(r"[A-Za-z]{2,}", said)


@BOTH
@pytest.mark.parametrize("routine", ["back", "upper-back"])
def test_no_word_of_english_is_printed_spoken_or_shown_in_a_viewer(pseudo: Pseudo, routine: str) -> None:
    publication = sheet(pseudo.tag, routine)
    read = read_back(publication.pdf)
    printed = " ".join(sheet.text for sheet in read.sheets)
    spoken = " ".join([read.text(read.nodes), *(node.alt for node in read.walk())])
    viewer = " ".join([read.claims.title, read.claims.names])
    for text in (spoken, viewer):
        assert len(text) > 10
        assert english_words(text, publication) == []
    if pseudo is WIDE:
        assert english_words(printed, publication) == []
    else:  # no reader gives the text of such a page in its order, so word by word
        assert {*re.findall(r"[A-Za-z]{2,}", printed)} <= {*re.findall(r"[A-Za-z]{2,}", " ".join(given(publication)))}


def test_a_word_of_english_would_be_found() -> None:
    assert english_words("Ýóúŕ Plan ţéẋţ", sheet(WIDE.tag)) == ["Plan"]


@BOTH
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_words_two_fifths_longer_pass_the_proof_and_stay_inside_the_page(pseudo: Pseudo, paper: str) -> None:
    publication = sheet(pseudo.tag, "upper-back", paper)
    assert conformance(publication.pdf) == ()
    for page in read_back(publication.pdf).sheets:
        for stretch in page.stretches:
            left, bottom, right, top = stretch.box
            assert left >= MARGIN, stretch.text
            assert right <= page.box[2] - MARGIN, stretch.text
            assert bottom >= 10, stretch.text
            assert top <= page.box[3] - 10, stretch.text


@BOTH
def test_no_two_texts_stand_on_each_other(pseudo: Pseudo) -> None:
    read = read_back(sheet(pseudo.tag).pdf)
    assert list(_overlaps(read)) == []


def _overlaps(read: ReadBack) -> list[tuple[str, str]]:
    """Stretches of different elements whose inked boxes share more than a sliver."""
    found = []
    for page in read.sheets:
        boxes = [one for one in page.stretches if one.text.strip()]
        for index, one in enumerate(boxes):
            for other in boxes[index + 1 :]:
                wide = min(one.box[2], other.box[2]) - max(one.box[0], other.box[0])
                high = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
                if one.mark != other.mark and wide > 2 and high > 4:
                    found.append((one.text, other.text))
    return found


@pytest.mark.slow
def test_a_safety_panel_two_fifths_longer_stands_whole_with_today_over_the_page() -> None:
    made = publish(Order(0, ("upper-back",), WIDE.tag), "upper-back", shop(WIDE.tag, panel=True))
    assert made.laid.pages.panel_order == "today-over"


@pytest.mark.slow
def test_a_safety_panel_that_no_longer_fits_is_refused_and_never_cut() -> None:
    with pytest.raises(LayoutError, match=r"does not fit page 1: too high by \d+ pt \(front\), \d+ pt \(today-over\)"):
        lay(Order(0, ("upper-back",), MIRROR.tag), "upper-back", shop(MIRROR.tag, panel=True))


@BOTH
def test_a_pseudo_language_says_that_it_is_not_for_patients(pseudo: Pseudo) -> None:
    stamps = sheet(pseudo.tag).laid.manuscript.first(Stamps)
    assert stamps is not None
    said = shop(pseudo.tag).library.languages[pseudo.tag].phrases["pseudo"]
    assert any(said in stamp.plain for stamp in stamps.texts)


@BOTH
def test_its_words_are_two_fifths_longer(pseudo: Pseudo) -> None:
    library = shop(pseudo.tag).library
    english, own = (library.exercises["march"].words[tag].phrases for tag in ("en", pseudo.tag))
    length = [sum(len(re.sub(r"\{\w+\}", "", said.text)) for said in words.values()) for words in (english, own)]
    assert 1.35 <= length[1] / length[0] <= 1.55
