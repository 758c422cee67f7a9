"""Every word of the manuscript in the finished file, in order, as a reader of the page gets it.

The structure tree must spell every text exactly and in order. Left to right, so must the text that pdfium
extracts. Right-to-left text no reader extracts in order, so there each element brings its exact text, and the
words and numbers that stand in its own place on the page must be exactly those.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handout.errors import Finding
from handout.manuscript import Manuscript, Said, folio
from handout.proof.asked import Asked
from handout.proof.compare import ReadPassage, alike, is_right_to_left, letters, pieces_of
from handout.proof.readback import ReadBack, identity

_HINT = "Do not hand this sheet out. Make it again; if it happens again, report it."
# Blocks of the first page that move behind the safety panel where space is short.
REACHED = ("clinic-address", "clinic-email", "clinic-website", "clinic-phone", "clinic-hours")
GIVE_WAY = frozenset({"audience", "message", "plan", *REACHED})
# What fills holes, so that it may stand by another exercise, or on the front of a leaf.
LOOSE = frozenset({"section", "needs", "see-us", "questions", "in-short", "teach-back", "colophon"})
# What may stand behind the exercises, in one piece, where that saves paper.
LATER = frozenset({"ways"})
# Of a card or a cell, what stands in a column of its own, so that a reader may take it line by line with others.
BESIDE = frozenset({"caption", "key", "cue"})


@dataclass(frozen=True, slots=True)
class _Stream:
    """Texts that follow each other, and the block they stand in ("" for the whole document)."""

    said: list[Said]
    block: str


def check_words(read: ReadBack, asked: Asked) -> list[Finding]:
    """What is missing or out of order, on the pages and in the structure tree."""
    manuscript = asked.manuscript
    said = asked.words()
    findings: list[Finding] = []
    rtl = manuscript.direction == "rtl"
    beside = () if rtl else _beside_right_to_left(said)
    texts = () if rtl else tuple(asked.alike(sheet.text) for sheet in read.sheets)
    for stream in _streams(said):
        nodes = read.block(stream.block) if stream.block else read.nodes
        spoken = ReadPassage((asked.alike(read.text(nodes)),), manuscript.tag)
        told = [one for one in stream.said if one not in beside]
        findings += _in_order(told, spoken, asked, "the structure tree")
        if not rtl:
            pages = sorted({page for node in nodes for page, _ in node.all_marks()})
            printed = ReadPassage(tuple(texts[page] for page in pages), manuscript.tag)
            sure = [one for one in stream.said if not is_right_to_left(one.text) and one not in beside]
            findings += _in_order(sure, printed, asked, "the pages")
    return [*findings, *_not_alone(read, beside), *_not_inked(read, said, asked)]


def _beside_right_to_left(said: Sequence[Said]) -> tuple[Said, ...]:
    """Entries of the patient's row that share it with a right-to-left name: readers turn such a line round."""
    row = [one for one in said if one.section == "patient"]
    turned = [one for one in row if is_right_to_left(one.text)]
    return tuple(one for one in row if one not in turned) if turned else ()


def _not_alone(read: ReadBack, beside: Sequence[Said]) -> Iterator[Finding]:
    """Such an entry is looked for by itself: an element of the row must hold its words and numbers, no more."""
    blocks = [*read.block("patient"), *read.block("visit")] if beside else []
    nodes = [node for block in blocks for node in block.walk()]
    inked = [pieces_of(" ".join(stretch.text for stretch in read.stretches([node]))) for node in nodes]
    for one in beside:
        if pieces_of(one.text) not in inked:
            yield Finding(f"On the pages {_shown(one)} is missing or incomplete.", _HINT, path=one.path)


def _streams(said: Sequence[Said]) -> Iterator[_Stream]:
    """What must stand in one order: each card by itself, captions and keys of its pictures, and the cue of a cell,
    beside its words; what may give way to the safety panel on page 1 by itself, how the clinic is reached too;
    each entry of the patient's row; each section that may save paper elsewhere; and the whole
    sheet, cards by their names."""
    streams: dict[str, _Stream] = {}

    def add(key: str, one: Said, block: str = "") -> None:
        streams.setdefault(key, _Stream([], block)).said.append(one)

    for number, one in enumerate(said):
        if one.section == "exercise":
            add(f"{one.block} {one.kind}" if one.kind in BESIDE else one.block, one, one.block)
            if one.kind == "name":
                add("", one)
        elif one.section == "patient":
            add(f"patient {number}", one)
        elif one.section in GIVE_WAY | LATER or one.kind in GIVE_WAY:
            add(one.kind if one.kind in GIVE_WAY else one.section, one)
        elif one.section in LOOSE:
            add(one.block or one.section, one)
        else:
            add("", one)
    yield from streams.values()


def _in_order(said: Sequence[Said], passage: ReadPassage, asked: Asked, where: str) -> Iterator[Finding]:
    for one in said:
        text = asked.alike(one.text)
        if not text or passage.after(text):
            continue
        fault = "is out of order" if passage.anywhere(text) else "is missing"
        yield Finding(f"In {where} {_shown(one)} {fault}.", _HINT, path=one.path)


def _not_inked(read: ReadBack, said: Sequence[Said], asked: Asked) -> Iterator[Finding]:
    """Where an element brings its exact text, the words and numbers on the page must be those of that text, no
    fewer and no more; in which order they come out of a right-to-left page is the reader's own affair."""
    for node in read.walk():
        if not node.actual_text:
            continue
        inked = " ".join(stretch.text for stretch in read.stretches([node]))
        if pieces_of(inked) != pieces_of(node.actual_text):
            exact = asked.alike(node.actual_text)
            one = next((one for one in said if asked.alike(one.text) == exact), None)
            if one is not None and one.private and Counter(letters(inked)) == Counter(letters(node.actual_text)):
                continue  # of a name in a third script readers turn every word round, and not its marks
            name = _shown(one) if one else f"the text of {identity(node)}"
            yield Finding(f"On the pages {name} is missing or incomplete.", _HINT, path=one.path if one else "")


def _shown(one: Said) -> str:
    """How a finding names a text: a patient's own words are not repeated."""
    return "the line with the patient's own words" if one.private else f"“{one.text}”"


def check_folios(read: ReadBack, manuscript: Manuscript) -> Iterator[Finding]:
    """Each page says which of how many it is, outside the reading order."""
    wording = folio(manuscript)
    if not wording:
        yield Finding("The manuscript has no words for the page number.", _HINT, path="running")
        return
    for number, sheet in enumerate(read.sheets, start=1):
        running = " ".join(stretch.text for stretch in sheet.stretches if stretch.mark < 0)
        if manuscript.direction == "rtl":
            right = Counter((number, len(read.sheets))) <= Counter(map(int, re.findall(r"\d+", running)))
        else:
            right = _says(alike(running, manuscript.tag), wording, number, len(read.sheets), manuscript.tag)
        if not right:
            what = f"Page {number} does not say that it is page {number} of {len(read.sheets)}."
            yield Finding(what, _HINT, path="running")


def _says(running: str, wording: str, page: int, pages: int, language: str) -> bool:
    """Whether the folio's words stand there with these two numbers, in any script's digits."""
    parts = re.split(r"(\{page\}|\{pages\})", alike(wording, language))
    pattern = "".join(r"(\d+)" if part in {"{page}", "{pages}"} else re.escape(part) for part in parts)
    wanted = [page if part == "{page}" else pages for part in parts if part in {"{page}", "{pages}"}]
    return any([int(n) for n in found.groups()] == wanted for found in re.finditer(pattern, running))
