"""A manuscript with every block set, before it is broken into pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from handout.drawing import Picture
from handout.layout.blocks.running import Foot, read_running
from handout.layout.closer_front import closer_fronts
from handout.layout.first_page import Front, Opening, ladder
from handout.layout.flow import Passage
from handout.layout.setters import set_blocks
from handout.layout.setting import Setting
from handout.layout.setup import PAPER, Setup, setup_of
from handout.layout.splits import splits_of
from handout.layout.theme.types import Theme
from handout.manuscript import (
    Audience,
    Manuscript,
    Masthead,
    Message,
    PatientRow,
    Plan,
    SafetyPanel,
    Stamps,
    Title,
)

FIRST = (Stamps, Masthead, PatientRow, Title, Audience, Message, SafetyPanel, Plan)  # what page 1 may hold


@dataclass(frozen=True, slots=True)
class Sheet:
    """One manuscript before it is broken into pages: how it opens, what follows, what runs along."""

    manuscript: Manuscript
    setup: Setup
    room: float  # height of the live area
    front: Front
    rest: tuple[Passage, ...]
    foot: Foot
    pictures: Mapping[str, Picture]
    close: bool = False  # what follows page 1 is set closer

    def openings(self) -> Iterator[Opening]:
        """Every way to open it, best first; set as they are asked for."""
        closer = closer_fronts(self.manuscript, self.front, self.pictures, self.room)
        return ladder(self.front, self.manuscript.panel, closer, close=self.close)


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
    front = Front(first, splits_of(manuscript, setup, pictures), setup)
    return Sheet(manuscript, setup, room, front, tuple(rest), foot, pictures, close)


def room_of(manuscript: Manuscript, setup: Setup, foot: Foot) -> float:
    """The height of the live area of page 1."""
    page = setup.theme.page
    return PAPER[manuscript.paper][1] - page.top - page.foot - foot.height - page.clear
