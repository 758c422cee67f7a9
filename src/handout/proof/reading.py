"""Every word of the manuscript in the finished file, in order, as a reader of the page gets it.

Left to right: the text that pdfium extracts holds every text of the manuscript in reading order. Right to
left no reader extracts exactly, so every word is looked for on its page, forwards or backwards, and the
structure tree must spell the texts exactly and in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handout.errors import Finding
from handout.manuscript.elements import Manuscript
from handout.manuscript.words import Said, folio
from handout.proof.asked import Asked
from handout.proof.compare import Passage, alike, words_of
from handout.proof.readback import ReadBack

_HINT = "Do not hand this sheet out. Make it again; if it happens again, report it."
# Blocks of the first page that move behind the safety panel where space is short.
GIVE_WAY = frozenset({"audience", "message", "plan"})
# What may stand by another exercise where that saves a sheet.
SAVES_PAPER = frozenset({"section", "see-us"})
PICTURED = frozenset({"caption", "key"})
_DIGITS = re.compile(r"\d+")
_PIECES = re.compile(r"\d+|[^\W\d]+")


@dataclass(frozen=True, slots=True)
class _Stream:
    """Texts that follow each other, and the block they stand in ("" for the whole document)."""

    said: list[Said]
    block: str


def check_words(read: ReadBack, asked: Asked, form: str) -> list[Finding]:
    """What is missing or out of order, on the pages and in the structure tree."""
    manuscript, rtl = asked.manuscript, asked.solid
    said = asked.words(form)
    findings: list[Finding] = []
    texts = () if rtl else tuple(alike(sheet.text, manuscript.tag) for sheet in read.sheets)
    for stream in _streams(said, large=manuscript.style == "large-print"):
        nodes = read.block(stream.block) if stream.block else read.nodes
        spoken = Passage((read.text(nodes),), manuscript.tag, solid=rtl)
        findings += _in_order(stream.said, spoken, asked, "the structure tree")
        if not rtl:
            pages = sorted({page for node in nodes for page, _ in node.all_marks()})
            printed = Passage(tuple(texts[page] for page in pages), manuscript.tag, made=True)
            findings += _in_order(stream.said, printed, asked, "the pages")
    return [*findings, *_on_some_page(read, said)] if rtl else findings


def _streams(said: Sequence[Said], *, large: bool) -> Iterator[_Stream]:
    """What must stand in one order: each card by itself, captions and keys of its pictures beside its words;
    what may give way to the safety panel on page 1 by itself (in large print the parts of the panel, too);
    each entry of the patient's row; each section that may save paper elsewhere; and the whole
    sheet, cards by their names."""
    streams: dict[str, _Stream] = {}

    def add(key: str, one: Said, block: str = "") -> None:
        streams.setdefault(key, _Stream([], block)).said.append(one)

    for number, one in enumerate(said):
        if one.section == "exercise":
            add(f"{one.block} {one.kind}" if one.kind in PICTURED else one.block, one, one.block)
            if one.kind == "name":
                add("", one)
        elif one.section == "patient":
            add(f"patient {number}", one)
        elif one.section in GIVE_WAY:
            add(one.section, one)
        elif one.section in SAVES_PAPER:
            add(one.block or one.section, one)
        else:
            add(one.block if large and one.section == "safety" else "", one)
    yield from streams.values()


def _in_order(
    said: Sequence[Said], passage: Passage, asked: Asked, where: str
) -> Iterator[Finding]:
    for one in said:
        text = asked.alike(one.text)
        if not text or passage.after(text):
            continue
        fault = "is out of order" if passage.anywhere(text) else "is missing"
        yield Finding(f"In {where} {_shown(one)} {fault}.", _HINT, path=one.path)


def _on_some_page(read: ReadBack, said: Sequence[Said]) -> Iterator[Finding]:
    """Right to left: every word on a page, in either direction, without its punctuation."""
    pages = ["".join(words_of(alike(sheet.text))) for sheet in read.sheets]
    inked = " ".join([*pages, *(page[::-1] for page in pages)])
    for one in said:
        lost = [word for word in words_of(alike(one.text)) if word not in inked and not _in_pieces(word, inked)]
        if lost:
            what = f"On the pages {_shown(one)} is missing or incomplete."
            yield Finding(what, _HINT, path=one.path)


def _in_pieces(word: str, inked: str) -> bool:
    """Whether a word of letters and digits stands there piece by piece: "LS1" comes out of a right-to-left
    page as "1LS". The exact word is held by the structure tree."""
    pieces = _PIECES.findall(word)
    return len(pieces) > 1 and all(piece in inked for piece in pieces)


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
            right = {number, len(read.sheets)} <= {int(found) for found in _DIGITS.findall(running)}
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
