"""A finished file as strangers read it: structure by pikepdf, pages by pdfium, nothing by what wrote it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pikepdf
import pypdfium2

from handout.errors import Finding, ProofError
from handout.proof.damage import plain
from handout.proof.fonts import fonts_of
from handout.proof.ink import InkedSheet, Stretch, read_sheets
from handout.proof.tree import TagNode, read_tree

_VOLUME_PREFIX = re.compile(r"^\d+:")  # of ids, in a print job of several documents
NEXT_LINE = 0.5  # of the type size: how much lower, or in the next column higher, a baseline begins a new line
_INLINE = frozenset({"Span", "Quote", "Code", "Reference"})


@dataclass(frozen=True, slots=True)
class Claims:
    """What a file says of itself."""

    title: str  # Info
    shows_title: bool
    marked: bool
    language: str
    metadata: str  # the XMP packet and every Info entry, as text
    identifier: str
    names: str  # bookmarks, page labels and titles of elements, as text


@dataclass(frozen=True, slots=True)
class ReadBack:
    """One document as it was read back."""

    claims: Claims
    nodes: tuple[TagNode, ...]  # the top of its structure
    sheets: tuple[InkedSheet, ...]
    fonts: tuple[Finding, ...]  # what is wrong with fonts
    by_id: Mapping[str, TagNode]  # the first element of each id
    spoken: Mapping[int, str]  # id() of an element of the tree -> what it says
    inked: Mapping[tuple[int, int], tuple[tuple[int, Stretch], ...]]  # by page and mark, with their turns

    def walk(self) -> Iterator[TagNode]:
        """Every element in reading order."""
        for node in self.nodes:
            yield from node.walk()

    def block(self, name: str) -> tuple[TagNode, ...]:
        """The outermost elements whose id is `name` or begins with it and a separator, in reading order."""
        exact = self.by_id.get(name)
        return (exact,) if exact else tuple(_outermost(self.nodes, name))

    def stretches(self, nodes: Iterable[TagNode]) -> tuple[Stretch, ...]:
        """The text objects that belong to elements and to what is below them, in the order of the pages."""
        wanted = dict.fromkeys(mark for node in nodes for mark in node.all_marks())
        found = sorted((one for mark in wanted for one in self.inked.get(mark, ())), key=lambda one: one[0])
        return tuple(stretch for _, stretch in found)

    def text(self, nodes: Iterable[TagNode]) -> str:
        """What elements say to a screen reader: exact text where it is given, else what is on the page."""
        return " ".join(self.spoken[id(node)] for node in nodes)


def identity(node: TagNode) -> str:
    """The element's id without the number of its document in a volume."""
    return _VOLUME_PREFIX.sub("", node.id)


def gather(
    claims: Claims, nodes: tuple[TagNode, ...], sheets: tuple[InkedSheet, ...], fonts: tuple[Finding, ...]
) -> ReadBack:
    """A document with its indexes."""
    by_id: dict[str, TagNode] = {}
    for top in nodes:
        for node in top.walk():
            by_id.setdefault(identity(node), node)
    spoken: dict[int, str] = {}
    said = _said(sheets)
    for top in nodes:
        _speak(top, said, spoken)
    return ReadBack(claims, nodes, sheets, fonts, by_id, spoken, _inked(sheets))


def _inked(sheets: Iterable[InkedSheet]) -> dict[tuple[int, int], tuple[tuple[int, Stretch], ...]]:
    """The text objects of each mark, numbered through the file."""
    inked: dict[tuple[int, int], list[tuple[int, Stretch]]] = {}
    for turn, stretch in enumerate(stretch for sheet in sheets for stretch in sheet.stretches):
        inked.setdefault((stretch.page, stretch.mark), []).append((turn, stretch))
    return {mark: tuple(found) for mark, found in inked.items()}


def _said(sheets: Iterable[InkedSheet]) -> dict[tuple[int, int], str]:
    """The text of each mark. pdfium gives no text for an object that is a space alone, and drops the space at
    the end of an object before a new line: a line's end is a space."""
    said: dict[tuple[int, int], str] = {}
    last: dict[tuple[int, int], Stretch] = {}
    for sheet in sheets:
        for stretch in sheet.stretches:
            if stretch.mark >= 0:
                key = (stretch.page, stretch.mark)
                before = last.get(key)
                wraps = before is not None and abs(before.baseline - stretch.baseline) > NEXT_LINE * stretch.size
                said[key] = said.get(key, "") + (" " if wraps else "") + (stretch.text or " ")
                last[key] = stretch
    return said


def _outermost(nodes: Iterable[TagNode], name: str) -> Iterator[TagNode]:
    for node in nodes:
        rest = identity(node).partition(name)
        if not rest[0] and rest[1] and not rest[2][:1].isalnum():
            yield node
        else:
            yield from _outermost(node.children, name)


def _speak(node: TagNode, said: Mapping[tuple[int, int], str], spoken: dict[int, str]) -> str:
    """What an element says, noted for it and for every element below."""
    out = ""
    for mark in node.marks:
        out = _joined(out, said.get(mark, ""))
    for child in node.children:
        words = _speak(child, said, spoken)
        out = _joined(out, words) if child.role in _INLINE or not out else f"{out} {words}"
    spoken[id(node)] = node.actual_text or out
    return spoken[id(node)]


def _joined(before: str, words: str) -> str:
    """Two pieces of one line: a reader parts words that stand apart, even without a space."""
    return f"{before} {words}" if before[-1:].isalnum() and words[:1].isalnum() else before + words


def read_back(data: bytes) -> ReadBack:
    """Read a file. Raises ProofError when it cannot be read at all."""
    try:
        sheets = read_sheets(data)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return gather(_claims(pdf), read_tree(pdf), sheets, tuple(fonts_of(pdf)))
    except (
        pikepdf.PdfError, pypdfium2.PdfiumError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError,
        RuntimeError, NotImplementedError,
    ) as reason:  # fmt: skip
        what = f"The file cannot be read back as a PDF: {plain(reason)}"
        raise ProofError(Finding(what, "Make it again; if that does not help, report it.")) from reason


def _claims(pdf: pikepdf.Pdf) -> Claims:
    root = pdf.Root
    packet = root.Metadata.read_bytes().decode("utf-8", "replace") if "/Metadata" in root else ""
    info = pdf.trailer.get("/Info")
    entries = {key: str(value) for key, value in info.items()} if info is not None else {}
    identifier = re.search(r"<dc:identifier>([^<]*)</dc:identifier>", packet)
    preferences = root.get("/ViewerPreferences", pikepdf.Dictionary())
    with pdf.open_outline() as outline:
        bookmarks = list(_titles(outline.root))
    return Claims(
        title=entries.get("/Title", ""),
        shows_title=bool(preferences.get("/DisplayDocTitle", False)),
        marked=bool(root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)),
        language=str(root.get("/Lang", "")),
        metadata=" ".join([packet, *entries.values()]),
        identifier=identifier.group(1) if identifier else "",
        names=" ".join([*bookmarks, *_labels(pdf)]),
    )


def _titles(items: Iterable[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _labels(pdf: pikepdf.Pdf) -> Iterator[str]:
    return (str(page.label) for page in pdf.pages)
