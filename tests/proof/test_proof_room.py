"""What a file may lack for want of room: whole things from the end, and never the first answer."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import proof_specimens as script
import pytest

from handout.manuscript import Floor, ManuscriptBlock, Needs, Notes, Question, Questions, Section, SeeUs, TeachBack
from handout.manuscript.kinds import Kind
from handout.manuscript.text import text
from handout.proof.readback import ReadBack
from handout.proof.room import as_printed

NAMES = ("pregnant", "safe", "pop")


class File:
    """A file with blocks of these names."""

    def __init__(self, *names: str) -> None:
        self.by_id = dict.fromkeys(names)

    def block(self, name: str) -> tuple[str, ...]:
        return (name,) if name in self.by_id else ()


def printed(*there: str) -> tuple[str, ...]:
    """The questions that must stand in a file that has some of them."""
    asked = Questions(
        title=text(Kind.HEADING2, "Questions people ask"),
        questions=tuple(
            Question(name=name, ask=text(Kind.ASK, f"{name}?"), answer=text(Kind.ANSWER, "Ask us.")) for name in NAMES
        ),
    )
    own = script.manuscript()
    file = cast("ReadBack", File(*(f"question/{name}" for name in there)))
    made = as_printed(replace(own, blocks=(*own.blocks, asked)), file).first(Questions)
    return tuple(one.name for one in made.questions) if made else ()


@pytest.mark.parametrize(
    ("there", "wanted"),
    [
        (NAMES, NAMES),
        (("pregnant", "safe"), ("pregnant", "safe")),
        (("pregnant",), ("pregnant",)),
        ((), ("pregnant",)),
        (("safe",), ("pregnant", "safe")),
        (("pop",), NAMES),
    ],
)
def test_questions_are_left_out_from_the_last_and_the_first_never(
    there: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    assert printed(*there) == wanted


SAID = text(Kind.HEADING2, "Good to know")
LEFT_OUT: dict[str, tuple[ManuscriptBlock, str]] = {
    "lines to write on": (Notes(title=SAID, lines=4), "notes"),
    "what a clinician asks": (TeachBack(title=SAID, how=text(Kind.STEP, "Ask."), texts=()), "teach-back"),
    "what is good to know": (Section(name="tips", title=SAID, texts=()), "section-12/tips"),
}
OTHERS = ("section-2/bad-day", "section-2/tips/title", "a-section-2/tips", "exercise/cat-cow/tips", "section/tips")


@pytest.mark.parametrize("what", LEFT_OUT)
def test_what_a_file_has_no_room_for_is_looked_for_only_where_it_stands(what: str) -> None:
    block, name = LEFT_OUT[what]
    own = script.manuscript()
    asked = replace(own, blocks=(*own.blocks, block))
    assert as_printed(asked, cast("ReadBack", File(name))) == asked
    assert as_printed(asked, cast("ReadBack", File(*OTHERS))) == own


BESIDE: dict[str, tuple[ManuscriptBlock, str]] = {
    "a bad day": (Section(name="bad-day", title=SAID, texts=()), "section-1/bad-day"),
    "down to the floor and up": (Floor(title=SAID, down=(), up=(), before="cat-cow"), "section-3/floor"),
    "what is needed": (Needs(title=SAID, texts=()), "needs"),
    "when to come back": (SeeUs(title=SAID, texts=()), "see-us"),
}


@pytest.mark.parametrize("what", BESIDE)
def test_beside_the_exercise_of_a_leaf_they_are_looked_for_only_where_they_stand(what: str) -> None:
    block, name = BESIDE[what]
    sheet = script.manuscript()
    sheet = replace(sheet, blocks=(*sheet.blocks, block))
    leaf = replace(sheet, length="leaf")
    assert as_printed(leaf, cast("ReadBack", File(name))) == leaf
    assert block not in as_printed(leaf, cast("ReadBack", File())).blocks
    assert as_printed(sheet, cast("ReadBack", File())) == sheet, "a sheet has room for all of them"


def test_no_other_section_may_be_left_out() -> None:
    own = script.manuscript()
    asked = replace(own, blocks=(*own.blocks, Section(name="bad-day", title=SAID, texts=())))
    assert as_printed(asked, cast("ReadBack", File())) == asked
