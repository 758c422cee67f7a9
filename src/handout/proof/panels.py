"""The mandatory panels in a finished file: there, whole, first, inside the page, at full size.

The safety panel is looked for twice, in the structure tree and in the text of the pages. A panel of lines
partly full and partly short is no panel, and neither is one that stands on the wrong page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from handout.errors import Finding
from handout.manuscript.words import FORMS, Said
from handout.proof.asked import Asked
from handout.proof.compare import Passage
from handout.proof.ink import Stretch
from handout.proof.readback import ReadBack
from handout.proof.tree import Node

LARGE = "large-print"
FLOOR = {LARGE: 18.0}
BODY_FLOOR = 12.0  # pt, the least size of any text of the panel
_SLACK = 0.05  # pt, of rounding
_HINT = "Do not hand this sheet out. Make it again; if it happens again, report it."


def check_panels(read: ReadBack, asked: Asked) -> tuple[str, list[Finding]]:
    """The form of the panel's lines that was printed (the nearest where it is none), and what is wrong."""
    findings = list(place_of_panel(read, FLOOR.get(asked.manuscript.style, BODY_FLOOR)))
    form, missing = _form(read, asked)
    findings += missing
    findings += _pages(read, asked, form)
    balance = [said for said in asked.words() if said.block == "balance"]
    nodes = read.block("balance")
    if not nodes:
        findings.append(
            Finding("The pros and cons are not in the structure of the file.", _HINT, path="balance")
        )
    findings += _absent(balance, _tree_passage(read, nodes, asked), asked, "the pros and cons")
    return form, findings


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


def _before_exercises(read: ReadBack, panel: tuple[Node, ...], ink: Sequence[Stretch]) -> Iterator[Finding]:
    """Before every exercise, in the structure and on the page."""
    exercises = read.block("exercise")
    if not exercises:
        return
    order = [node.id for node in read.walk()]
    if order.index(panel[-1].id) > order.index(exercises[0].id):
        yield Finding("An exercise comes before the safety panel is complete.", _HINT, path="safety")
        return
    last = max(stretch.page for stretch in ink)
    foot = min(stretch.box[1] for stretch in ink if stretch.page == last)
    for stretch in read.stretches(exercises):
        if stretch.page < last or (stretch.page == last and stretch.box[1] > foot):
            yield Finding("An exercise stands above the safety panel.", _HINT, path="safety")
            return


def _form(read: ReadBack, asked: Asked) -> tuple[str, list[Finding]]:
    """Which form of its lines the panel holds whole, or what it lacks in the form that comes nearest."""
    tries = []
    for form in FORMS:
        missing = _lacking(read, asked, form)
        if not missing:
            return form, []
        tries.append((form, missing))
    return min(tries, key=lambda one: len(one[1]))


def _lacking(read: ReadBack, asked: Asked, form: str) -> list[Finding]:
    """What the panel lacks in that form: in one go, in large print each part by itself, because their order
    on the pages is another there."""
    said = _panel_words(asked, form)
    if asked.manuscript.style != LARGE:
        passage = _tree_passage(read, read.block("safety"), asked)
        return _absent(said, passage, asked, "the safety panel")
    return [
        finding
        for block in dict.fromkeys(one.block for one in said)
        for finding in _absent(
            [one for one in said if one.block == block],
            _tree_passage(read, read.block(block), asked),
            asked,
            "the safety panel",
        )
    ]


def _panel_words(asked: Asked, form: str) -> list[Said]:
    return [said for said in asked.words(form) if said.section == "safety"]


def _tree_passage(read: ReadBack, nodes: Iterable[Node], asked: Asked) -> Passage:
    """What elements say, as one text."""
    return Passage((read.text(nodes),), asked.manuscript.tag)


def _absent(said: Sequence[Said], passage: Passage, asked: Asked, where: str) -> list[Finding]:
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


def _pages(read: ReadBack, asked: Asked, form: str) -> Iterator[Finding]:
    """Every part whole on its page: all on page 1; in large print stop and now there, the rest on page 2,
    which "ask" then opens."""
    large = asked.manuscript.style == LARGE
    for part in dict.fromkeys(said.block for said in _panel_words(asked, form) if "/" in said.block):
        ink = [stretch for stretch in read.stretches(read.block(part)) if stretch.text.strip()]
        pages = {stretch.page for stretch in ink}
        name = part.partition("/")[2]
        if large and name == "ask" and pages == {1}:
            if _first_mark(read, 1) not in {(s.page, s.mark) for s in ink}:
                yield Finding("Page 2 does not begin with the safety panel.", _HINT, path="safety")
        elif pages != {0} and not (large and name == "today" and pages == {1}):
            on = "page 1 or at the head of page 2" if large and name in {"ask", "today"} else "page 1"
            what = f"The part “{name}” of the safety panel is not whole on {on}."
            yield Finding(what, _HINT, path="safety")


def _first_mark(read: ReadBack, page: int) -> tuple[int, int]:
    """The first marked text of a page."""
    marks = [s.mark for s in read.sheets[page].stretches if s.mark >= 0]
    return page, marks[0] if marks else -1
