"""A manuscript laid out: set every block, open page 1, break pages, join items and tags."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any

from handout.drawing import Picture
from handout.errors import Finding, LayoutError
from handout.layout.blocks.balance import set_balance, set_evidence
from handout.layout.blocks.card import set_card
from handout.layout.blocks.closing import more_lines, set_colophon, set_notes, set_questions, set_see_us
from handout.layout.blocks.diary import set_diary
from handout.layout.blocks.ending import ENDING
from handout.layout.blocks.masthead import set_masthead, set_patient, set_stamps
from handout.layout.blocks.online import set_online
from handout.layout.blocks.opening import set_audience, set_message, set_title
from handout.layout.blocks.plan import set_plan
from handout.layout.blocks.running import Foot, read_running, set_foot, set_head
from handout.layout.blocks.sections import set_needs, set_note, set_sections
from handout.layout.first_page import OPENING, Opening, Split, ladder, too_high
from handout.layout.flow import Passage, Piece
from handout.layout.kept import kept
from handout.layout.order import orders, sheets
from handout.layout.own import OWN, own_leaves
from handout.layout.pages import Gap, Item, Page, Pages, Tag
from handout.layout.paginate import Place, Rooms, Slot, break_pages, height_of, place, slot_of
from handout.layout.setting import Setting
from handout.layout.setup import PAPER, Setup, setup_of
from handout.layout.splits import splits_of
from handout.layout.theme.types import Theme
from handout.manuscript.blocks import (
    Audience,
    Balance,
    Block,
    Colophon,
    Diary,
    Evidence,
    Exercise,
    Floor,
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
from handout.manuscript.kinds import Kind
from handout.manuscript.manuscript import Manuscript

# How a block is set that depends on nothing but its words.
PLAIN: Mapping[type[Block], Callable[[Any, Setup], Passage]] = {
    Stamps: set_stamps,
    PatientRow: set_patient,
    Title: set_title,
    Audience: set_audience,
    Message: lambda message, setup: set_message(message.sentences, setup),
    Plan: set_plan,
    Note: set_note,
    Balance: set_balance,
    Needs: set_needs,
    Questions: set_questions,
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

    def openings(self) -> Iterator[Opening]:
        """Every way to open it, best first; set as they are asked for."""
        return ladder(self.first, self.splits, self.manuscript.panel, self.setup)


def lay_out(manuscript: Manuscript, pictures: Mapping[str, Picture], theme: Theme, setting: Setting) -> Pages:
    """The manuscript as finished pages. Raises LayoutError with every block that does not fit."""
    sheet = set_sheet(manuscript, pictures, theme, setting)
    opening = next((opening for opening in sheet.openings() if fits(sheet, opening)), None)
    if opening is None:
        raise refusal(sheet)
    sheet = _ordered(sheet, opening)
    pieces = pieces_of(opening, sheet.rest)
    slots = [slot_of(piece) for piece in pieces]
    places = paged(sheet, slots, held_by(opening), pieces)
    return bind(sheet, opening, pieces, places)


def _ordered(sheet: Sheet, opening: Opening) -> Sheet:
    """The sheet in the first of its orders that takes the fewest sheets of paper."""

    def paper(rest: Sequence[Passage]) -> int:
        slots = [slot_of(piece) for piece in pieces_of(opening, rest)]
        return sheets(len(break_pages(slots, rooms_of(sheet), held_by(opening))))

    return replace(sheet, rest=min(orders(sheet.rest), key=paper))


def set_sheet(
    manuscript: Manuscript, pictures: Mapping[str, Picture], theme: Theme, setting: Setting
) -> Sheet:
    """Every block set. Raises LayoutError with all pictures that are missing."""
    page = theme.page
    setup = setup_of(manuscript.paper, theme, setting)
    foot = read_running(manuscript.running, setup)
    room = PAPER[manuscript.paper][1] - page.top - page.foot - foot.height - page.clear
    passages: list[Passage] = []
    findings: list[Finding] = []
    others = (block for block in manuscript.blocks if not isinstance(block, SafetyPanel))
    for kind, group in groupby(others, _neighbours):
        blocks = list(group)
        try:
            made = _set_group(blocks, setup, pictures)
            if kind is Kind.EXERCISE and any(passage.height > room - page.head for passage in made):
                made = _set_group(blocks, setup.closer(), pictures)
            passages.extend(made)
        except LayoutError as error:
            findings.extend(error.findings)
    if findings:
        raise LayoutError(findings)
    first = tuple(passage for passage in passages if passage.kind in OPENING)
    rest = tuple(passage for passage in passages if passage.kind not in OPENING)
    splits = splits_of(manuscript, setup, pictures)
    return Sheet(manuscript, setup, room, first, splits, rest, foot)


def _neighbours(block: Block) -> Kind:
    """What is set together with its neighbours."""
    return Kind.SECTION if isinstance(block, OwnText) else block.kind


def _set_group(blocks: Sequence[Block], setup: Setup, pictures: Mapping[str, Picture]) -> list[Passage]:
    """Neighbours of one kind. All their findings at once."""
    sections = [block for block in blocks if isinstance(block, Section | Floor | OwnText)]
    if sections:
        return list(set_sections(sections, setup))
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


def _set_one(block: Block, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """One block that has no neighbours to share a line with."""
    match block:
        case Exercise():
            shown = tuple(found.digest if (found := pictures.get(one.ref)) else "" for one in block.pictures)
            return kept(block, setup, shown, partial(set_card, block, setup, pictures))
        case Masthead():
            return set_masthead(block, setup, pictures)
        case Online():
            return set_online(block, setup, pictures)
    return kept(block, setup, "", partial(PLAIN[type(block)], block, setup))


def fits(sheet: Sheet, opening: Opening) -> bool:
    """Whether page 1 holds what the opening puts there."""
    return _excess(opening, sheet.room) <= 0.01


def refusal(sheet: Sheet) -> LayoutError:
    """What to say where the panel fits page 1 in no way."""
    return too_high(_excesses(sheet))


def _excess(opening: Opening, room: float) -> float:
    """How much higher page 1 is than its room."""
    return height_of([slot_of(p) for passage in opening.first for p in passage.pieces]) - room


def _excesses(sheet: Sheet) -> dict[str, float]:
    least: dict[str, float] = {}
    for opening in sheet.openings():
        excess = _excess(opening, sheet.room)
        least[opening.order] = min(excess, least.get(opening.order, excess))
    return least


def held_by(opening: Opening) -> int:
    """How many pieces page 1 must hold."""
    return sum(len(passage.pieces) for passage in opening.first)


def pieces_of(opening: Opening, rest: Sequence[Passage]) -> list[Piece]:
    """All pieces in reading order."""
    return [piece for passage in (*opening.first, *opening.then, *rest) for piece in passage.pieces]


def paged(sheet: Sheet, slots: Sequence[Slot], held: int, pieces: Sequence[Piece]) -> list[Place]:
    """The place of each piece. Raises LayoutError with every block that reaches over the foot of its page."""
    rooms = rooms_of(sheet)
    places = place(slots, break_pages(slots, rooms, held), rooms)
    findings = [
        Finding(
            f"a block is {math.ceil(over)} pt higher than a page",
            "shorten its words; nothing is made smaller",
            path=piece.path,
        )
        for slot, spot, piece in zip(slots, places, pieces, strict=True)
        if (over := spot.y + slot.height - rooms.at(spot.page)) > 0.05
    ]
    if findings:
        raise LayoutError(findings)
    return places


def rooms_of(sheet: Sheet) -> Rooms:
    """Page 1 has no running head; later pages give it a little of their room."""
    return Rooms(sheet.room, sheet.room - head_of(sheet))


def head_of(sheet: Sheet) -> float:
    """What a running head takes from a later page."""
    return sheet.setup.theme.page.head if set_head(sheet.foot, sheet.setup) else 0.0


def bind(sheet: Sheet, opening: Opening, pieces: Sequence[Piece], places: Sequence[Place]) -> Pages:
    """Items on their pages in reading order, and the tree."""
    manuscript, setup = sheet.manuscript, sheet.setup
    width, height = PAPER[manuscript.paper]
    theme = setup.theme.page
    count = max((spot.page for spot in places), default=0) + 1
    items: list[list[Item]] = [[] for _ in range(count)]
    grown, spots = _grown(sheet, pieces, places)
    passages = (*opening.first, *opening.then, *sheet.rest)
    kinds = [passage.kind for passage in passages for _ in passage.pieces]
    tops = [theme.top + (head_of(sheet) if spot.page else 0.0) + spot.y for spot in spots]
    for piece, spot, top in zip(grown, spots, tops, strict=True):
        items[spot.page].extend(piece.block.at(theme.margin, top))
    own = zip(kinds, spots, tops, strict=True)
    gaps = tuple(Gap(kind, spot.page, theme.margin, top) for kind, spot, top in own if kind in OWN)
    pages = []
    for index, inner in enumerate(items):
        head = set_head(sheet.foot, setup) if index else None
        x = theme.margin + setup.frame(setup.width).x(0, head.width) if head else 0.0
        above = tuple(head.at(x, theme.top - theme.stamp_rise)) if head else ()
        foot = set_foot(sheet.foot, setup, (index + 1, count), turn=index == 0 and opening.plan_moved)
        below = foot.at(theme.margin, height - theme.foot - foot.height)
        pages.append(Page((*above, *inner, *below)))
    tree = Tag("document", "Document", tuple(p.tag for p in passages if p.tag), title=manuscript.title)
    return Pages(
        width,
        height,
        tuple(pages),
        tree,
        *(manuscript.tag, manuscript.direction, manuscript.title, manuscript.content_id),
        panel_order=opening.order,
        description=manuscript.description,
        gaps=gaps,
        own=own_leaves(passages),
        seeds=setup.setting.seeds if gaps else (),
    )


def _grown(sheet: Sheet, pieces: Sequence[Piece], places: Sequence[Place]) -> tuple[list[Piece], list[Place]]:
    """On the last page, lines to write on take up the room that is left, and push down what follows."""
    made, spots = list(pieces), list(places)
    last = max((spot.page for spot in spots), default=0)
    room = rooms_of(sheet).at(last) - (spots[-1].y + pieces[-1].height) if spots else 0.0
    for index, (piece, spot) in enumerate(zip(pieces, places, strict=True)):
        if spot.page != last or not piece.ruled:
            continue
        made[index] = more_lines(piece, sheet.setup, room)
        down = made[index].height - piece.height
        spots[index + 1 :] = [Place(other.page, other.y + down) for other in spots[index + 1 :]]
        break
    return made, spots
