"""What the eye saw, as findings. A patient's own words are never repeated."""

from __future__ import annotations

import io
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pikepdf

from handout.drawing import Drawing, Picture, in_every_height
from handout.errors import Finding
from handout.manuscript import Kind, printed, shown, walked
from handout.proof.asked import Asked
from handout.proof.compare import alike
from handout.proof.eye.beyond import beyond, labels_of
from handout.proof.eye.drawn import differs
from handout.proof.eye.glass import Glass, SeenWords, look_through
from handout.proof.eye.legible import faults
from handout.proof.eye.letters import Letters
from handout.proof.eye.panel import SeenPart, parts_on, unmarked
from handout.proof.eye.paper import Paper, papers
from handout.proof.eye.remembered import Remembered
from handout.proof.eye.symbols import Atlas, is_shown, symbols_of
from handout.proof.panels import BODY_FLOOR, FLOOR
from handout.proof.readback import ReadBack
from handout.proof.tree import TagNode

ATLASES = 8  # themes in use at a time
NUMBERED = frozenset({Kind.EXERCISE, Kind.ROW})  # their number stands before their name
_HINT = "Do not hand this sheet out. Make it again; if it happens again, report it."
_LOOKS = "If the clinic has a theme of its own, change it there; else do not hand this sheet out, and report it."
_SAYS = {
    "faint": "cannot be read: it has too little contrast with what is under it",
    "hidden": "cannot be read: something covers it, cuts it off or makes it fade",
    "struck": "has a line running through a letter",
    "small": "is smaller than {floor:g} pt",
    "edge": "stands off the page or where printers leave white",
    "transparent": "is see-through or not drawn as letters",
    "distorted": "is squeezed, stretched, turned or mirrored",
    "overlap": "stands on other words",
    "piled": "has letters that stand on each other",
    "astray": "stands inside a picture, where it cannot be checked",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the drawings of a sheet should look like; None where nobody knows."""

    pictures: Mapping[str, Picture] | None = None  # by the names that the manuscript calls them
    symbols: Mapping[str, Drawing] | None = None  # by name, in the colours of the sheet's theme


class Eye:
    """Looks at the finished pages of a run. A page that was found right is known again by what it paints, and is
    not looked at twice: sheets of one edition differ on a page or two. What it remembers are digests alone."""

    def __init__(self, most: int = 20_000, remembered: Remembered | None = None) -> None:
        """`remembered` outlasts the run, for files with stand-ins."""
        self._most = most
        self._remembered = remembered
        self._right: set[bytes] = set()
        self._letters = Letters()
        self._atlases: deque[Atlas] = deque(maxlen=ATLASES)

    def look_alone(self, data: bytes, floor: float) -> list[Finding]:
        """What it sees without the manuscript: every word can be read and looks like what it says, every page is a
        plain sheet of paper."""
        sheets, findings = self._opened(data)
        return [*findings, *self._looked(data, sheets, _Wanted(floor))]

    def look(
        self, data: bytes, read: ReadBack, asked: Asked, drawn: Drawn, *, stand_ins: bool = False
    ) -> list[Finding]:
        """What it sees, held against the manuscript and, where given, the drawings; `stand_ins`: the file holds nothing
        of a patient."""
        remembered = self._remembered if stand_ins else None
        sheets, findings = self._opened(data, remembered)
        figures, missing = _figures(read, asked, drawn.pictures) if drawn.pictures is not None else (None, [])
        parts = tuple(parts_on(read, page) for page in range(len(sheets)))
        floor = FLOOR.get(asked.manuscript.style, BODY_FLOOR)
        wanted = _Wanted(floor, asked, figures, self._atlas(drawn.symbols), parts, remembered)
        findings += [*missing, *self._looked(data, sheets, wanted)]
        return [*findings, *_said(read, asked)]

    def _opened(self, data: bytes, remembered: Remembered | None = None) -> tuple[tuple[Paper, ...], list[Finding]]:
        """The pages as objects, and what is wrong with them and with the fonts."""
        with pikepdf.open(io.BytesIO(data)) as pdf:
            sheets = papers(pdf)
            findings = [*_sheets(sheets), *(Finding(f"{what}.", _HINT) for what in self._letters.look(pdf, remembered))]
            if "/OCProperties" in pdf.Root:
                findings.append(Finding("The file has layers: it may print otherwise than it shows.", _HINT))
            return sheets, findings

    def _atlas(self, symbols: Mapping[str, Drawing] | None) -> Atlas | None:
        """The symbols to be found again; those of a theme are read once."""
        if symbols is None:
            return None
        known = next((one for one in self._atlases if one.drawings is symbols), None)
        if known is None:
            known = Atlas(symbols)
            self._atlases.append(known)
        return known

    def _looked(self, data: bytes, sheets: Sequence[Paper], wanted: _Wanted) -> Iterator[Finding]:
        """The pages that were not found right before."""
        keys = [wanted.key(index, sheet) for index, sheet in enumerate(sheets)]
        unknown = [index for index, key in enumerate(keys) if not self._knows(key, wanted)]
        for glass, words in look_through(data, unknown):
            findings = [*_legible(glass, words, wanted), *_pictures(glass, wanted), *_symbols(glass, wanted)]
            key = keys[glass.number - 1]
            if key and not findings and len(self._right) < self._most:
                self._right.add(key)
                if wanted.remembered:
                    wanted.remembered.note(key)
            yield from findings

    def _knows(self, key: bytes, wanted: _Wanted) -> bool:
        """Whether a page was found right before, in this run or, where that may be asked, in an earlier one."""
        return bool(key) and (key in self._right or (wanted.remembered is not None and wanted.remembered.known(key)))


@dataclass(frozen=True, slots=True)
class _Figure:
    """What a place on a page must look like."""

    mark: int
    pictures: tuple[Picture, ...]  # the same in several heights: it is one of them
    alt: str
    path: str


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the pages of one file are held against; `figures` by page from 0, None where nobody knows them, and so
    with the symbols of the `atlas`."""

    floor: float  # pt, the least size of type
    asked: Asked | None = None
    figures: Mapping[int, tuple[_Figure, ...]] | None = None
    atlas: Atlas | None = None
    parts: tuple[tuple[SeenPart, ...], ...] = ()  # of the panel, by page
    remembered: Remembered | None = None

    def key(self, page: int, sheet: Paper) -> bytes:
        """What a page is known by; empty where it must be looked at anew."""
        if not sheet.digest:
            return b""
        own = self.figures.get(page, ()) if self.figures is not None else None
        figures = own and [(figure.mark, *(one.digest for one in figure.pictures)) for figure in own]
        marks = (self.atlas.digest, self.parts[page]) if self.atlas else None
        return sheet.digest + repr((self.floor, figures, marks)).encode()


def _sheets(sheets: Sequence[Paper]) -> Iterator[Finding]:
    for number, sheet in enumerate(sheets, start=1):
        for reason in sheet.odd:
            yield Finding(f"Page {number} {reason}.", _HINT)


def _legible(glass: Glass, seen: SeenWords, wanted: _Wanted) -> Iterator[Finding]:
    """One finding for each kind of fault, naming the first word that it is about and how many."""
    hidden = _private_words(wanted.asked)
    found: dict[str, list[str]] = {}
    for kind, word in faults(glass, seen, wanted.floor):
        found.setdefault(kind, []).append(word)
    for kind, words in found.items():
        what = f"On page {glass.number} {_named(words[0], hidden)} {_SAYS[kind].format(floor=wanted.floor)}"
        more = f", and so are {len(words) - 1} more" if len(words) > 1 else ""
        yield Finding(f"{what}{more}.", _LOOKS)


def _pictures(glass: Glass, wanted: _Wanted) -> Iterator[Finding]:
    """Each figure looks like its drawing, and there is no picture besides."""
    if wanted.figures is None:
        return
    placed = {one.mark: one for one in glass.pictures}
    more = len(glass.pictures) - len(placed)
    for figure in wanted.figures.get(glass.number - 1, ()):
        one = placed.pop(figure.mark, None)
        wrong = one is None or all(isinstance(own, Drawing) and differs(glass, one, own) for own in figure.pictures)
        if wrong:
            yield Finding(f"The picture “{figure.alt}” does not look like its drawing.", _HINT, path=figure.path)
    if placed or more:
        yield Finding(f"Page {glass.number} shows a picture that the manuscript does not name.", _HINT)


def _symbols(glass: Glass, wanted: _Wanted) -> Iterator[Finding]:
    """Each symbol looks like its drawing, each part of the panel has its own, and nothing is drawn besides."""
    if wanted.atlas is None:
        return
    symbols, strange = symbols_of(glass, wanted.atlas)
    for symbol in symbols:
        if not is_shown(glass, symbol, wanted.atlas.drawings[symbol.name]):
            what = f"On page {glass.number} the symbol “{symbol.name}” does not look like its drawing."
            yield Finding(what, _LOOKS)
    for kind, lacks in unmarked(glass, wanted.parts[glass.number - 1], symbols):
        what = f"On page {glass.number} the part “{kind}” of the safety panel lacks its {lacks}."
        yield Finding(what, _LOOKS, path=f"safety.{kind}")
    if strange:
        yield Finding(f"Page {glass.number} shows a drawing that is none of the sheet's.", _HINT)


def _private_words(asked: Asked | None) -> str | None:
    """All texts with a patient's values in them, to be kept out of findings; None without a manuscript."""
    if asked is None:
        return None
    return " ".join(alike(one.text) for one in asked.words() if one.private)


def _named(word: str, hidden: str | None) -> str:
    """How a finding names a word. Without the manuscript nobody knows which words are a patient's."""
    private = hidden is None or any(part in hidden for part in alike(word).split())
    return "a text" if private else f"“{word}”"


def _said(read: ReadBack, asked: Asked) -> Iterator[Finding]:
    spoken = tuple(walked(asked.manuscript))
    # Letters of the panel's lines are list labels, which the pages' letters are counted without.
    labels = {one.path: f"{one.label} " for one in spoken if one.kind is Kind.LINE}
    said = [one.text.removeprefix(labels.get(one.path, "")) for one in asked.words()]
    said += [one.mark("number") for one in spoken if one.kind in NUMBERED]
    aside = [printed(one) for one in spoken if one.kind.artifact and one.inlines]
    for what in beyond(read.sheets, labels_of(read.nodes), said, aside):
        yield Finding(f"{what[0].upper()}{what[1:]}.", _HINT)


def _figures(
    read: ReadBack, asked: Asked, drawings: Mapping[str, Picture]
) -> tuple[dict[int, tuple[_Figure, ...]], list[Finding]]:
    """What each place of a picture must look like, by page, and the places without a picture."""
    painted = {(page, mark) for page, sheet in enumerate(read.sheets) for mark, _ in sheet.painted if mark >= 0}
    nodes = [node for node in read.walk() if node.role == "Figure" and painted & set(node.marks)]
    found: dict[int, tuple[_Figure, ...]] = {}
    findings = []
    for place in shown(asked.manuscript):
        node = next((one for one in nodes if alike(one.alt) == alike(place.alt) and _in(one, place.block)), None)
        if node is None or place.name not in drawings:
            findings.append(Finding(f"The picture “{place.alt}” is not to be seen.", _HINT, path=place.path))
            continue
        nodes.remove(node)
        page, mark = next(one for one in node.marks if one in painted)
        figure = _Figure(mark, in_every_height(drawings, place.name), place.alt, place.path)
        found[page] = (*found.get(page, ()), figure)
    return found, findings


def _in(node: TagNode, block: str) -> bool:
    """Whether a figure belongs to that exercise, or to none where the manuscript names none."""
    inside = block.startswith("exercise/")
    return (f"{block}/" in f"{node.id}/") if inside else "exercise/" not in node.id
