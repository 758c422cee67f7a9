"""The blocks of a sheet set, each by the setter of its kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from handout.drawing import Picture
from handout.errors import Finding, LayoutError
from handout.layout.blocks.balance import set_balance, set_brief, set_evidence
from handout.layout.blocks.card import kept_card
from handout.layout.blocks.closing import set_colophon, set_notes, set_questions, set_see_us
from handout.layout.blocks.diary import set_diary
from handout.layout.blocks.ending import ENDING
from handout.layout.blocks.masthead import set_masthead, set_patient, set_stamps
from handout.layout.blocks.online import set_online
from handout.layout.blocks.opening import set_audience, set_message, set_title
from handout.layout.blocks.plan import set_plan
from handout.layout.blocks.sections import set_needs, set_note, set_sections
from handout.layout.flow import Passage
from handout.layout.kept import kept
from handout.layout.leaf.cautions import set_cautions
from handout.layout.setup import Setup
from handout.manuscript import (
    Audience,
    Balance,
    Cautions,
    Colophon,
    Diary,
    Evidence,
    ExerciseCard,
    Floor,
    Kind,
    ManuscriptBlock,
    Masthead,
    Message,
    Needs,
    Note,
    Notes,
    Online,
    OwnText,
    PatientRow,
    Plan,
    Questions,
    SafetyPanel,
    Section,
    SeeUs,
    Stamps,
    Title,
)

# How a block is set that depends on nothing but its words.
PLAIN: Mapping[type[ManuscriptBlock], Callable[[Any, Setup], Passage]] = {
    Stamps: set_stamps,
    PatientRow: set_patient,
    Title: set_title,
    Audience: set_audience,
    Message: lambda message, setup: set_message(message.sentences, setup),
    Plan: set_plan,
    Note: set_note,
    Balance: lambda balance, setup: (set_balance if balance.title else set_brief)(balance, setup),
    Cautions: set_cautions,
    Needs: set_needs,
    Evidence: set_evidence,
    SeeUs: set_see_us,
    Diary: set_diary,
    Notes: set_notes,
    Colophon: set_colophon,
    **ENDING,
}


def set_blocks(
    blocks: Sequence[ManuscriptBlock], setup: Setup, pictures: Mapping[str, Picture], room: float
) -> list[Passage]:
    """Blocks of a sheet but for the safety panel; cards closer where they are higher than `room`. Raises LayoutError
    with everything that cannot be set."""
    passages: list[Passage] = []
    findings: list[Finding] = []
    others = (block for block in blocks if not isinstance(block, SafetyPanel))
    for kind, group in groupby(others, _neighbours):
        alike = list(group)
        try:
            made = _set_group(alike, setup, pictures)
            if kind is Kind.EXERCISE and any(passage.height > room for passage in made):
                made = _set_group(alike, setup.closer(), pictures)
            passages.extend(made)
        except LayoutError as error:
            findings.extend(error.findings)
    if findings:
        raise LayoutError(findings)
    return passages


def _neighbours(block: ManuscriptBlock) -> Kind:
    """What is set together with its neighbours."""
    return Kind.SECTION if isinstance(block, OwnText) else block.kind


def _set_group(blocks: Sequence[ManuscriptBlock], setup: Setup, pictures: Mapping[str, Picture]) -> list[Passage]:
    """Neighbours of one kind. All their findings at once."""
    if sections := [block for block in blocks if isinstance(block, Section | Floor | OwnText)]:
        return list(set_sections(sections, setup))
    if asked := [block for block in blocks if isinstance(block, Questions)]:
        return [passage for block in asked for passage in set_questions(block, setup)]
    made: list[Passage] = []
    findings: list[Finding] = []
    for block in blocks:
        try:
            made.append(_set_one(block, setup, pictures))
        except LayoutError as error:
            findings.extend(error.findings)
    if findings:
        raise LayoutError(findings)
    return made


def _set_one(block: ManuscriptBlock, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """One block that has no neighbours to share a line with."""
    match block:
        case ExerciseCard():
            return kept_card(block, setup, pictures)
        case Masthead():
            return set_masthead(block, setup, pictures)
        case Online():
            return set_online(block, setup, pictures)
    return kept(block, setup, "", partial(PLAIN[type(block)], block, setup))
