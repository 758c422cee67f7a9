"""The print job: volumes of at most 100 orders, each patient on a fresh sheet, a checklist on top.

A volume is written as soon as its orders are there, so that memory does not grow with the list. A4 and
Letter never share a file, because a printer draws both from one tray.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handout.batch.folder import write_private
from handout.batch.jobs import Done, Job
from handout.errors import BatchError, Finding, Place, Private, ProofError, errors_of
from handout.language import Language
from handout.layout.checklist import Checklist, blank_page, lay_out_checklist
from handout.layout.pages import Page, Pages
from handout.pdf import About, Member, write_volume
from handout.pipeline import Desk, setting_of
from handout.proof import proof_alone

MOST_ORDERS = 100
SOURCE = "en"


@dataclass(frozen=True, slots=True)
class Printed:
    """One file for the printer."""

    path: Path
    documents: int
    pages: int


@dataclass(slots=True)
class _Volume:
    """Sheets waiting to be written: of one paper, at most 100 orders."""

    paper: str
    number: int
    sheets: list[tuple[Done, Pages]] = field(default_factory=list)

    @property
    def orders(self) -> int:
        return len({one.job.order.number for one, _ in self.sheets})


class PrintJob:
    """Takes finished sheets in order and writes volumes into the work folder; `release` moves them out."""

    def __init__(self, jobs: Sequence[Job], desk: Desk, work: Path) -> None:
        self.desk = desk
        self.work = work
        self.asked = len({job.order.number for job in jobs})
        self._open: dict[str, _Volume] = {}
        self._written: list[tuple[str, int, Path, int, int]] = []  # paper, number, draft, documents, pages

    def add(self, one: Done) -> None:
        """The next sheet; a refused one is passed over (its reasons stand in the report)."""
        if one.laid is None or not one.released:
            return
        volume = self._open.setdefault(one.paper, _Volume(one.paper, 1))
        begins = not volume.sheets or volume.sheets[-1][0].job.order.number != one.job.order.number
        if begins and volume.orders >= MOST_ORDERS:
            self._write(volume)
            volume = self._open[one.paper] = _Volume(one.paper, volume.number + 1)
        volume.sheets.append((one, one.laid))

    def release(self, target: Path) -> tuple[Printed, ...]:
        """Write what is open and move every volume beside `target`. Raises ProofError when one is not whole."""
        for volume in self._open.values():
            if volume.sheets:
                self._write(volume)
        papers = {paper for paper, *_ in self._written}
        most = max((number for _, number, *_ in self._written), default=1)
        printed = []
        for paper, number, draft, documents, pages in self._written:
            parts = [target.stem, *([paper] if len(papers) > 1 else []), *([str(number)] if most > 1 else [])]
            path = target.with_name(".".join(parts) + (target.suffix or ".pdf"))
            _move(draft, path)
            printed.append(Printed(path, documents, pages))
        return tuple(printed)

    def _write(self, volume: _Volume) -> None:
        members = list(self._members(volume))
        content = write_volume(members, _about(self.desk, members))
        findings = errors_of(proof_alone(content))
        if findings:
            raise ProofError(findings)
        draft = self.work / f"print-{volume.paper}-{volume.number}.pdf"
        write_private(draft, content)
        pages = sum(len(member.pages.pages) + len(member.pages.pages) % 2 for member in members)
        self._written.append((volume.paper, volume.number, draft, len(members) - 1, pages))

    def _members(self, volume: _Volume) -> Iterator[Member]:
        language = self.desk.library.languages[SOURCE]
        theme = self.desk.theme("standard")
        setting = setting_of(language, self.desk.country)
        blank = self._blank(SOURCE, volume.paper)
        cover = lay_out_checklist(_checklist(volume, self.desk, language), theme, setting, volume.paper)
        yield Member(cover, language.phrases["checklist_title"], blank)
        for one, pages in volume.sheets:
            blank = self._blank(one.job.order.language, volume.paper)
            for copy in range(1, one.job.order.copies + 1):
                more = f", copy {copy}" if one.job.order.copies > 1 else ""
                yield Member(pages, f"Order {one.job.order.number}, {one.job.name}{more}", blank)

    def _blank(self, tag: str, paper: str) -> Page:
        """The back of a last sheet, in the language of the sheet."""
        language = self.desk.library.languages[tag]
        setting = setting_of(language, self.desk.country)
        return blank_page(language.phrases["blank_page"], self.desk.theme("standard"), setting, paper)


def _checklist(volume: _Volume, desk: Desk, language: Language) -> Checklist:
    words = language.phrases
    initials = desk.clinic is not None and desk.clinic.initials
    head = ["checklist_row", *(["checklist_initials"] if initials else []), *["sheet", "language", "pages", "copies"]]
    names = [words[name if name.startswith("checklist") else f"checklist_{name}"] for name in head]
    rows = tuple(tuple(_row(one, pages, desk, initials=initials)) for one, pages in volume.sheets)
    return Checklist(words["checklist_title"], words["checklist_lead"], tuple(names), rows, words["page"])


def _row(one: Done, pages: Pages, desk: Desk, *, initials: bool) -> Iterator[str | Private]:
    order = one.job.order
    yield str(order.number)
    if initials:
        yield _initials(order.patient.name) if order.patient else ""
    yield one.job.name
    yield desk.library.languages[order.language].english_name
    yield str(len(pages.pages))
    yield str(order.copies)


def _initials(name: Private) -> Private:
    return Private(" ".join(f"{part[0]}." for part in name.reveal().split()), "initials")


def _about(desk: Desk, members: Iterable[Member]) -> About:
    first = next(iter(members)).pages
    return About(first.title, first.language, first.direction, "", desk.clinic.name if desk.clinic else "", "", None)


def _move(draft: Path, path: Path) -> None:
    """Into place whole, also onto another disk: written beside its place first."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.part")
        write_private(beside, draft.read_bytes())
        beside.replace(path)
    except OSError as error:
        what = f"the print file cannot be written ({error.strerror})"
        hint = "Close the file if it is open, or choose another name."
        raise BatchError(Finding(what, hint, Place(str(path)))) from None
