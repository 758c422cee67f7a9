"""One sheet of an order as a unit of work, and what comes back from it: values that travel between processes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from handout.errors import Finding
from handout.prescription import Likeness, Order

MOST_JOBS = 64  # of one lot: their files are in memory at once


@dataclass(frozen=True, slots=True)
class Job:
    """One routine or pack of one order. Its file name holds nothing of a patient."""

    order: Order
    name: str  # the routine or pack
    beside: str = ""  # the language of a companion for the clinician
    html: bool = False  # also as a page for a screen

    @property
    def file(self) -> str:
        """`3-upper-back.ar.pdf` from a roster, `upper-back.ar.pdf` without one."""
        return self._named(self.order.language)

    @property
    def companion(self) -> str:
        """`3-upper-back.ar.with-en.pdf`: the same sheet for the clinician; "" when none is asked for."""
        return self._named(f"{self.order.language}.with-{self.beside}") if self.beside else ""

    @property
    def page(self) -> str:
        """`3-upper-back.ar.html`: the same sheet for a screen; "" when none is asked for."""
        return f"{self.file.removesuffix('.pdf')}.html" if self.html else ""

    @property
    def files(self) -> tuple[str, ...]:
        """All that it makes."""
        return tuple(filter(None, (self.file, self.companion, self.page, self.card)))

    @property
    def card(self) -> str:
        """`3-upper-back.ar.card.pdf`: the fridge card, where one is made."""
        return f"{self.file.removesuffix('.pdf')}.card.pdf"

    def _named(self, language: str) -> str:
        style = "" if self.order.style == "standard" else f".{self.order.style}"
        number = f"{self.order.number}-" if self.order.number else ""
        length = ".leaf" if self.order.length == "leaf" and not number else ""  # both lengths may share a folder
        stock = ".stock" if self.order.stock else ""
        return f"{number}{self.name}.{language}{style}{length}{stock}.pdf"

    @property
    def title(self) -> str:
        """How a message calls it."""
        if self.order.number:
            return f"row {self.order.number}, {self.name}"
        return f"{self.name}.{self.order.language}"


@dataclass(frozen=True, slots=True)
class CardDone:
    """The fridge card of a sheet."""

    paper: str  # a6 | a5 | a4
    pages: int  # 1 | 2
    draft: str  # in the work folder; "" when an earlier run left it in place
    digest: str  # of the file that was proved, SHA-256


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job. `findings` holds the reasons of a refusal; `said` what a released sheet must say."""

    job: Job
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0  # of the error that refused it
    said: tuple[str, ...] = ()  # swaps, flags left to the clinician, stamps
    asks: tuple[str, ...] = ()  # of those, what must be asked before the sheet is handed over
    remarks: tuple[str, ...] = ()  # and what of the wish for a length could not be kept
    content_id: str = ""
    pages: int = 0
    cards_page: int = 0  # the page with the most of its exercises, counted from 0
    paper: str = ""
    length: str = ""  # as printed: leaf | sheet
    card: CardDone | None = None
    signed: bool = False
    unsure: int = 0
    doses: tuple[dict[str, object], ...] = ()  # as printed, for the manifest
    record: dict[str, object] = field(default_factory=dict)
    note: str = ""  # plain text for the patient's record: no name
    draft: str = ""  # the finished file in the work folder; "" when an earlier run left it in place
    companion: str = ""  # the same of the clinician's companion
    page: str = ""  # the same of the page for a screen
    key: str = ""  # for the ledger
    digest: str = ""  # of the file that was proved, SHA-256

    @property
    def released(self) -> bool:
        """Whether it was printed."""
        return not self.findings

    @property
    def leaves(self) -> int:
        """Sheets of paper of one copy, printed on both sides; its fridge card is counted apart."""
        return (self.pages + 1) // 2

    def fields(self) -> dict[str, object]:
        """What manifests and programs are told of it, under the same names; no value of a patient."""
        order, job = self.job.order, self.job
        return {
            "order": order.number,
            "sheet": job.name,
            "language": order.language,
            "style": order.style,
            "paper": self.paper,
            "length": self.length,
            "file": job.file if self.released else "",
            "companion": job.companion if self.released else "",
            "page": job.page if self.released else "",
            "card": job.card if self.released and self.card else "",
            "card_paper": self.card.paper if self.card else "",
            "pages": self.pages,
            "leaves": self.leaves,
            "copies": order.copies,
            "content_id": self.content_id,
            "signed": self.signed,
            "said": list(self.said),
        }


def jobs_of(orders: Iterable[Order], beside: str = "", *, html: bool = False) -> tuple[Job, ...]:
    """Every sheet of every order, in order; each with a companion where that is another language."""
    return tuple(
        Job(order, name, beside if beside != order.language else "", html)
        for order in orders
        for name in order.routines
    )


@dataclass(frozen=True, slots=True)
class Lot:
    """Jobs that are like each other, to be made from one master: the unit of work."""

    jobs: tuple[Job, ...]
    places: tuple[int, ...]  # of each in the list


def lots_of(jobs: Iterable[Job]) -> tuple[Lot, ...]:
    """The jobs parted by likeness, in the order of the first of each; none larger than fits memory."""
    alike: dict[Likeness, list[tuple[int, Job]]] = {}
    for place, job in enumerate(jobs):
        alike.setdefault(Likeness.of(job.order, job.name, job.beside), []).append((place, job))
    return tuple(
        Lot(tuple(job for _, job in part), tuple(place for place, _ in part))
        for own in alike.values()
        for part in (own[start : start + MOST_JOBS] for start in range(0, len(own), MOST_JOBS))
    )
