"""The print job: volumes of at most 100 orders, each patient on a fresh sheet, a checklist on top.

A volume is put together from the very files that were proved and released, one by one, so nothing is laid out twice and
memory does not grow with the list. A4 and Letter never share a file, because a printer draws both from one tray.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handout.batch.cover import SOURCE, blank_of, cover_of
from handout.batch.folder import new_private, put
from handout.batch.jobs import Done
from handout.errors import BatchError, Finding, ProofError, errors_of
from handout.layout import PAPER
from handout.pdf import DocumentProperties, Member, write, write_blank, write_volume
from handout.proof import Listed, proof_print
from handout.shop import Shop

MOST_ORDERS = 100
CARDS = "Fridge cards"


@dataclass(frozen=True, slots=True)
class Volume:
    """What one file for the printer holds: sheets of one paper, with the pages of each, in printing order."""

    paper: str
    number: int
    sheets: tuple[Done, ...]
    refused: tuple[tuple[int, str], ...] = ()  # rows without a sheet, with the first reason: for the checklist
    cards: bool = False  # of the sheets' fridge cards, not of the sheets: a printer draws them from another tray

    @property
    def title(self) -> str:
        """How a message calls it."""
        return f"print file {self.number}, {'cards on ' if self.cards else ''}{self.paper}"

    @property
    def documents(self) -> int:
        """Sheets with their copies."""
        return sum(one.job.order.copies for one in self.sheets)

    @property
    def pages(self) -> int:
        """Pages with blank backs, without the checklist."""
        pages = ((_pages(one, self), one.job.order.copies) for one in self.sheets)
        return sum((own + own % 2) * copies for own, copies in pages)


def _pages(one: Done, volume: Volume) -> int:
    """The pages of a sheet, or of its card in a volume of cards."""
    return one.card.pages if volume.cards and one.card else one.pages


@dataclass(frozen=True, slots=True)
class Pressed:
    """A volume in the work folder, or why there is none."""

    volume: Volume
    draft: Path
    pages: int = 0
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """One file for the printer, in its place; or the reasons why it is not."""

    path: Path
    documents: int
    pages: int
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0
    cards: bool = False  # fridge cards
    paper: str = ""


def volumes_of(done: Iterable[Done], refused: tuple[tuple[int, str], ...] = ()) -> tuple[Volume, ...]:
    """The released sheets parted by paper, then into volumes that never part an order; then their fridge cards."""
    released = [one for one in done if one.released]
    sheets = _parted((one.paper, one) for one in released)
    cards = _parted((one.card.paper, one) for one in released if one.card)
    first = [replace(one, refused=refused) for one in sheets[:1]]
    return (*first, *sheets[1:], *(replace(one, cards=True) for one in cards))


def _parted(papered: Iterable[tuple[str, Done]]) -> list[Volume]:
    papers: dict[str, list[list[Done]]] = {}
    orders: dict[str, list[int]] = {}
    for paper, one in papered:
        volumes, held = papers.setdefault(paper, [[]]), orders.setdefault(paper, [])
        if one.job.order.number not in held:
            if len(held) == MOST_ORDERS:
                volumes.append([])
                held.clear()
            held.append(one.job.order.number)
        volumes[-1].append(one)
    parts = sorted(papers.items())
    return [Volume(paper, n, tuple(own)) for paper, volumes in parts for n, own in enumerate(volumes, 1)]


def paths_of(volumes: Sequence[Volume], target: Path) -> tuple[Path, ...]:
    """`monday.pdf`; `monday.2.pdf` with more volumes, `monday.letter.pdf` with more papers; `monday.cards-a6.pdf`."""
    papers = Counter(volume.paper for volume in volumes if not volume.cards)
    most = max((volume.number for volume in volumes), default=1)
    paths = []
    for volume in volumes:
        own = f"cards-{volume.paper}" if volume.cards else volume.paper if len(papers) > 1 else ""
        parts = [target.stem, *filter(None, (own, str(volume.number) if most > 1 else ""))]
        paths.append(target.with_name(".".join(parts) + (target.suffix or ".pdf")))
    return tuple(paths)


def press_volume(volume: Volume, shop: Shop, work: Path, out: Path, *, plain: bool = False) -> Pressed:
    """Write and proof a volume in the work folder, from the sheets in `out`. Raises what refuses it. Cards have no
    checklist: that of the sheets names them."""
    if volume.cards:
        title, laid = CARDS, Pressing(volume, shop, out)
    else:
        cover = cover_of(volume.sheets, volume.refused, volume.paper, shop)
        title, laid = cover.title, Pressing(volume, shop, out, write(cover, whole=True), cover.title)
    about = DocumentProperties(title, SOURCE, "ltr", "", _clinic(shop), "", None)
    draft = work / f"print-{'cards-' if volume.cards else ''}{volume.paper}-{volume.number}.pdf"
    with new_private(draft) as file:
        pages = write_volume(file, laid.members(), about, plain=plain)
    findings = errors_of(proof_print(draft, (Listed(member.name, member.pdf) for member in laid.members())))
    if findings:
        raise ProofError(findings)
    return Pressed(volume, draft, pages)


def _clinic(shop: Shop) -> str:
    return shop.clinic.name if shop.clinic else ""


@dataclass(frozen=True, slots=True)
class Pressing:
    """What a volume is put together from."""

    volume: Volume
    shop: Shop
    out: Path
    cover: bytes = b""  # none in a volume of cards
    title: str = ""

    def members(self) -> Iterator[Member]:
        """The checklist, then one document after the other, read when it is its turn."""
        blanks: dict[str, bytes] = {}
        if self.cover:
            yield Member(self.cover, self.title, self._blank(SOURCE, blanks))
        last: tuple[Done, bytes] | None = None
        for name, one in _copies(self.volume):
            if last is None or last[0] is not one:
                last = one, self._sheet(one)
            yield Member(last[1], name, self._blank(one.job.order.language, blanks))

    def _blank(self, tag: str, made: dict[str, bytes]) -> bytes:
        """The back of a last sheet in that language."""
        if tag not in made:
            made[tag] = write_blank(blank_of(tag, self.volume.paper, self.shop), PAPER[self.volume.paper], tag)
        return made[tag]

    def _sheet(self, one: Done) -> bytes:
        """The file that was proved. Raises ProofError when it is there no longer, or is another."""
        draft, file, digest = one.draft, one.job.file, one.digest
        if self.volume.cards and one.card:
            draft, file, digest = one.card.draft, one.job.card, one.card.digest
        try:
            pdf = (Path(draft) if draft and Path(draft).exists() else self.out / file).read_bytes()
        except OSError:
            pdf = b""
        if hashlib.sha256(pdf).hexdigest() != digest:
            what = f"{one.job.title}: the file was changed or taken away after it was proofed"
            raise ProofError(Finding(what, "Leave the files alone while a list is printed, and start again."))
        return pdf


def _copies(volume: Volume) -> Iterator[tuple[str, Done]]:
    """Every document of a volume with its name: nothing of a patient."""
    for one in volume.sheets:
        order = one.job.order
        for copy in range(1, order.copies + 1):
            more = f", copy {copy}" if order.copies > 1 else ""
            card = ", card" if volume.cards else ""
            yield f"Order {order.number or 1}, {one.job.name}{card}{more}", one


def withheld_print(volumes: Sequence[Volume], target: Path) -> tuple[Printed, ...]:
    """No print file, because templates, words or themes were saved while the run was on."""
    what = "the content was changed while this list was being made: its sheets may differ from each other"
    finding = Finding(what, "Start the same command again, and leave the content alone until it ends.")
    paths = paths_of(volumes, target)
    return tuple(
        Printed(path, volume.documents, 0, (finding,), ProofError.exit_code, volume.cards, volume.paper)
        for path, volume in zip(paths, volumes, strict=True)
    )


def place_print(
    pressed: Sequence[Pressed], target: Path, *, replace: bool = False, dry_run: bool = False
) -> tuple[Printed, ...]:
    """Move volumes out of the work folder. One that failed is handed on with its reasons."""
    paths = paths_of([one.volume for one in pressed], target)
    return tuple(
        _placed(one, path, replace=replace, dry_run=dry_run) for one, path in zip(pressed, paths, strict=True)
    )


def _placed(one: Pressed, path: Path, *, replace: bool, dry_run: bool) -> Printed:
    findings, exit_code = one.findings, one.exit_code
    if not findings and not dry_run:
        try:
            _move(one.draft, path, replace=replace)
        except BatchError as error:
            findings, exit_code = error.findings, error.exit_code
    volume = one.volume
    return Printed(path, volume.documents, one.pages, findings, exit_code, volume.cards, volume.paper)


def _move(draft: Path, path: Path, *, replace: bool) -> None:
    """Into place whole, also onto another disk, and over no other file unless that is wished for."""
    if path.exists() and not replace:
        hint = "Take it away or add --replace, and start the same command again."
        raise BatchError(Finding("a file of this name is there already", hint, path=str(path)))
    try:
        put(path, draft.read_bytes())
    except OSError as error:
        what = f"the print file cannot be written ({error.strerror})"
        hint = "Close the file if it is open, or choose another name."
        raise BatchError(Finding(what, hint, path=str(path))) from None
