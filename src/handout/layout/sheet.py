"""A manuscript with every block set, before it is broken into pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from handout.layout.blocks.running import Foot, read_running
from handout.layout.blocks.sections import set_needs, set_note, set_sections
from handout.layout.first_page import Opening, Split, ladder
from handout.layout.flow import Passage
from handout.layout.kept import kept
from handout.layout.leaf.cautions import set_cautions
from handout.layout.setting import Setting
from handout.layout.setup import PAPER, Setup, setup_of
from handout.layout.splits import splits_of
from handout.layout.theme.types import Theme
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
    Manuscript,
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

FIRST = (Stamps, Masthead, PatientRow, Title, Audience, Message, SafetyPanel, Plan)  # what page 1 may hold

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """One manuscript before it is broken into pages: how it opens, what follows, what runs along."""

    manuscript: Manuscript
    setup: Setup
    room: float  # height of the live area
    first: tuple[Passage, ...]
    splits: Mapping[str, Split]
    rest: tuple[Passage, ...]
    foot: Foot
    close: bool = False  # what follows page 1 is set closer

    def openings(self) -> Iterator[Opening]:
        """Every way to open it, best first; set as they are asked for."""
        return ladder(self.first, self.splits, self.manuscript.panel, self.setup, close=self.close)


def set_sheet(
    manuscript: Manuscript, pictures: Mapping[str, Picture], theme: Theme, setting: Setting, *, close: bool = False
) -> Sheet:
    """Every block set, those that follow page 1 closer if asked. Raises LayoutError with all pictures that are
    missing."""
    setup = setup_of(manuscript.paper, theme, setting)
    foot = read_running(manuscript.running, setup)
    room = room_of(manuscript, setup, foot)
    high = room - theme.page.head
    first = tuple(set_blocks([b for b in manuscript.blocks if isinstance(b, FIRST)], setup, pictures, high))
    rest: list[Passage] = []
    for own, run in groupby((b for b in manuscript.blocks if not isinstance(b, FIRST)), lambda b: b.personal):
        # What is one order's own keeps its leading: it is set by itself, for whatever pages it comes to.
        rest += set_blocks(list(run), setup.denser() if close and not own else setup, pictures, high)
    splits = splits_of(manuscript, setup, pictures)
    return Sheet(manuscript, setup, room, first, splits, tuple(rest), foot, close)


def room_of(manuscript: Manuscript, setup: Setup, foot: Foot) -> float:
    """The height of the live area of page 1."""
    page = setup.theme.page
    return PAPER[manuscript.paper][1] - page.top - page.foot - foot.height - page.clear


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
