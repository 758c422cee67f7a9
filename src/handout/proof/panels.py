"""The mandatory panels in a finished file: there, whole, first, inside the page, at full size.

The safety panel is looked for twice, in the structure tree and in the text of the pages. A panel without one of
its words is no panel, and neither is one that stands in another order than its style may have.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from handout.errors import Finding
from handout.manuscript import LARGE_PRINT, ORDERS, Said, orders_of
from handout.proof.asked import Asked
from handout.proof.compare import ReadPassage
from handout.proof.ink import Stretch
from handout.proof.readback import ReadBack
from handout.proof.tree import TagNode

FLOOR = {LARGE_PRINT: 18.0}
BODY_FLOOR = 12.0  # pt, the least size of any text of the panel
WEIGHED = {
    "balance": ("the pros and cons", "The pros and cons are"),
    "ways": ("the table of ways", "The table of ways is"),
}
PARTED = frozenset({"ask"})  # behind page 1 its lines may go over to the next page
_SLACK = 0.05  # pt, of rounding
_HINT = "Do not hand this sheet out. Make it again; if it happens again, report it."


def check_panels(read: ReadBack, asked: Asked) -> list[Finding]:
    """What is wrong with the safety panel and with the pros and cons. A fridge card has the pros and cons on the sheet
    that it belongs to."""
    findings = list(place_of_panel(read, FLOOR.get(asked.manuscript.style, BODY_FLOOR)))
    panel = [said for said in asked.words() if said.section == "safety"]
    findings += _absent(panel, _tree_passage(read, read.block("safety"), asked), asked, "the safety panel")
    for block in dict.fromkeys(said.block for said in panel):
        own = [said for said in panel if said.block == block]
        findings += _absent(own, _tree_passage(read, read.block(block), asked), asked, "the safety panel")
    findings += _standing(read, asked, panel)
    for block, (named, missing) in WEIGHED.items():
        own = [said for said in asked.words() if said.block.partition("/")[0] == block]
        nodes = read.block(block)
        if not nodes and (own or (block == "balance" and not asked.manuscript.fridge_card)):
            findings.append(Finding(f"{missing} not in the structure of the file.", _HINT, path=block))
        findings += _absent(own, _tree_passage(read, nodes, asked), asked, named)
    return findings


def place_of_panel(read: ReadBack, floor: float) -> Iterator[Finding]:
    """What can be said of the panel without the manuscript: there, on page 1, inside, full size, first."""
    panel = read.block("safety")
    if not panel:
        yield Finding("The safety panel is not in the structure of the file.", _HINT, path="safety")
        return
    ink = [stretch for stretch in read.stretches(panel) if stretch.text.strip()]
    if not ink:
        yield Finding("The safety panel has no words on any page.", _HINT, path="safety")
        return
    if min(stretch.page for stretch in ink) != 0:
        yield Finding("The safety panel does not begin on page 1.", _HINT, path="safety")
    yield from _printed(read, ink, floor)
    yield from _before_exercises(read, panel, ink)


def _printed(read: ReadBack, ink: Sequence[Stretch], floor: float) -> Iterator[Finding]:
    """Inside the page, visible, at its size."""
    for stretch in ink:
        left, bottom, right, top = stretch.box
        x0, y0, x1, y1 = read.sheets[stretch.page].box
        if left < x0 - _SLACK or bottom < y0 - _SLACK or right > x1 + _SLACK or top > y1 + _SLACK:
            yield Finding("Words of the safety panel stand outside the page.", _HINT, path="safety")
            break
    if not all(stretch.visible for stretch in ink):
        yield Finding("Words of the safety panel are invisible.", _HINT, path="safety")
    least = min(stretch.size for stretch in ink)
    if least < floor - _SLACK:
        what = f"The safety panel is printed at {least:.1f} pt; it must be {floor:g} pt or more."
        yield Finding(what, _HINT, path="safety")


def _before_exercises(read: ReadBack, panel: tuple[TagNode, ...], ink: Sequence[Stretch]) -> Iterator[Finding]:
    """Before every exercise, in the structure and on the page."""
    exercises = read.block("exercise")
    if not exercises:
        return
    ends = [*panel[-1].walk()][-1]
    if next(node for node in read.walk() if node is ends or node is exercises[0]) is not ends:
        yield Finding("An exercise comes before the safety panel is complete.", _HINT, path="safety")
        return
    last = max(stretch.page for stretch in ink)
    foot = min(stretch.box[1] for stretch in ink if stretch.page == last)
    for stretch in read.stretches(exercises):
        if stretch.page < last or (stretch.page == last and stretch.box[1] > foot):
            yield Finding("An exercise stands above the safety panel.", _HINT, path="safety")
            return


def _tree_passage(read: ReadBack, nodes: Iterable[TagNode], asked: Asked) -> ReadPassage:
    """What elements say, as one text."""
    return ReadPassage((asked.alike(read.text(nodes)),), asked.manuscript.tag)


def _absent(said: Sequence[Said], passage: ReadPassage, asked: Asked, where: str) -> list[Finding]:
    """A finding for each text that is not there in its turn."""
    findings = []
    for one in said:
        text = asked.alike(one.text)
        if not passage.after(text):
            shown = "the patient's own words" if one.private else f"“{one.text}”"
            findings.append(
                Finding(
                    f"In the structure of {where} {shown} is missing or out of order.", _HINT, path=one.path
                )
            )
    return findings


def _standing(read: ReadBack, asked: Asked, panel: Sequence[Said]) -> list[Finding]:
    """Nothing where the panel stands in one of the orders its style may have; else what is wrong with the one
    that comes nearest."""
    kinds = tuple(dict.fromkeys(said.block.partition("/")[2] for said in panel if "/" in said.block))
    inks = {kind: _ink(read, f"safety/{kind}") for kind in kinds}
    tries = [list(_in_order(read, inks, *ORDERS[name])) for name in orders_of(asked.manuscript.style)]
    return min(reversed(tries), key=len)


def _ink(read: ReadBack, block: str) -> list[Stretch]:
    return [stretch for stretch in read.stretches(read.block(block)) if stretch.text.strip()]


def _in_order(
    read: ReadBack, inks: Mapping[str, Sequence[Stretch]], parts: Sequence[str], front: Collection[str]
) -> Iterator[Finding]:
    """What keeps the panel from that order: each part whole on one page, or on pages that follow each other where it
    may be parted, and after the one before it; those of the front on page 1; the others at the head of the pages that
    follow, before anything else."""
    if [*inks] != [part for part in parts if part in inks]:
        what = f"The safety panel has its parts in the order {', '.join(inks)}, and not {', '.join(parts)}."
        yield Finding(what, _HINT, path="safety")
        return
    place = (0, -math.inf)
    for name, ink in inks.items():
        pages = sorted({stretch.page for stretch in ink})
        parted = name in PARTED - set(front) and pages == [*range(pages[0], pages[-1] + 1)]
        if (len(pages) != 1 and not parted) or (name in front and pages != [0]):
            on = "page 1" if name in front else "one page"
            yield Finding(f"The part “{name}” of the safety panel is not whole on {on}.", _HINT, path="safety")
            continue
        top = -max(s.box[3] for s in ink if s.page == pages[0])
        foot = -min(s.box[1] for s in ink if s.page == pages[-1])
        if (pages[0], top) < (place[0], place[1] - _SLACK):
            what = f"The part “{name}” of the safety panel stands before one that comes before it."
            yield Finding(what, _HINT, path="safety")
        place = (pages[-1], foot)
    over = [stretch for name in inks if name not in front for stretch in inks[name]]
    yield from _first_of_pages(read, over)


def _first_of_pages(read: ReadBack, ink: Sequence[Stretch]) -> Iterator[Finding]:
    """A page that a part goes over to begins with it, and no page without the panel stands between."""
    pages = sorted({stretch.page for stretch in ink} - {0})
    if pages != list(range(1, len(pages) + 1)):
        yield Finding("The safety panel is torn apart by another page.", _HINT, path="safety")
    marks = {(stretch.page, stretch.mark) for stretch in ink}
    for page in pages:
        first = next((stretch.mark for stretch in read.sheets[page].stretches if stretch.mark >= 0), None)
        if (page, first) not in marks:
            yield Finding(f"Page {page + 1} does not begin with the safety panel.", _HINT, path="safety")
