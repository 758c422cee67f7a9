"""The print job: volumes of at most 100 orders, each patient on a fresh sheet, a checklist on top.

A volume is one task of a worker, which lays its sheets out once more and writes them one by one: laying out
what was laid out before is quicker than sending pages from process to process, and memory does not grow
with the list. A4 and Letter never share a file, because a printer draws both from one tray.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handout.batch.cover import blank_of, cover_of
from handout.batch.folder import put, write_private
from handout.batch.jobs import Done, laid_of
from handout.errors import BatchError, Finding, ProofError, errors_of
from handout.layout.pages import Pages
from handout.pdf import About, Member, write_volume
from handout.proof import proof_print
from handout.shop import Shop

MOST_ORDERS = 100


@dataclass(frozen=True, slots=True)
class Volume:
    """What one file for the printer holds: sheets of one paper, with the pages of each, in printing order."""

    paper: str
    number: int
    sheets: tuple[Done, ...]
    refused: tuple[tuple[int, str], ...] = ()  # rows without a sheet, with the first reason: for the checklist

    @property
    def title(self) -> str:
        """How a message calls it."""
        return f"print file {self.number}, {self.paper}"

    @property
    def documents(self) -> int:
        """Sheets with their copies."""
        return sum(one.job.order.copies for one in self.sheets)

    @property
    def pages(self) -> int:
        """Pages with blank backs, without the checklist."""
        return sum((one.pages + one.pages % 2) * one.job.order.copies for one in self.sheets)


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


def volumes_of(done: Iterable[Done], refused: tuple[tuple[int, str], ...] = ()) -> tuple[Volume, ...]:
    """The released sheets parted by paper, then into volumes that never part an order."""
    papers: dict[str, list[list[Done]]] = {}
    orders: dict[str, list[int]] = {}
    for one in done:
        if not one.released:
            continue
        volumes, held = papers.setdefault(one.paper, [[]]), orders.setdefault(one.paper, [])
        if one.job.order.number not in held:
            if len(held) == MOST_ORDERS:
                volumes.append([])
                held.clear()
            held.append(one.job.order.number)
        volumes[-1].append(one)
    return tuple(
        Volume(paper, number, tuple(sheets), refused if index == number == 1 else ())
        for index, (paper, volumes) in enumerate(sorted(papers.items()), 1)
        for number, sheets in enumerate(volumes, 1)
    )


def paths_of(volumes: Sequence[Volume], target: Path) -> tuple[Path, ...]:
    """`monday.pdf`; `monday.2.pdf` with more volumes, `monday.letter.pdf` with more papers."""
    papers = Counter(volume.paper for volume in volumes)
    paths = []
    for volume in volumes:
        parts = [target.stem, *([volume.paper] if len(papers) > 1 else [])]
        parts += [str(volume.number)] if max(papers.values()) > 1 else []
        paths.append(target.with_name(".".join(parts) + (target.suffix or ".pdf")))
    return tuple(paths)


def press_volume(volume: Volume, shop: Shop, work: Path | None) -> Pressed:
    """Write and proof a volume, in the work folder or (None) in memory only. Raises what refuses it."""
    cover = cover_of(volume.sheets, volume.refused, volume.paper, shop)
    names = [name for name, _ in _copies(volume)]
    about = About(cover.pages.title, cover.pages.language, cover.pages.direction, "", _clinic(shop), "", None)
    content = write_volume(_members(cover, volume, shop), about)
    findings = errors_of(proof_print(content, [cover.name, *names]))
    if findings:
        raise ProofError(findings)
    draft = (work or Path()) / f"print-{volume.paper}-{volume.number}.pdf"
    if work is not None:
        write_private(draft, content)
    pages = len(cover.pages.pages)
    return Pressed(volume, draft, volume.pages + pages + pages % 2)


def _clinic(shop: Shop) -> str:
    return shop.clinic.name if shop.clinic else ""


def _copies(volume: Volume) -> Iterator[tuple[str, Done]]:
    """Every document of a volume with its name: nothing of a patient."""
    for one in volume.sheets:
        order = one.job.order
        for copy in range(1, order.copies + 1):
            more = f", copy {copy}" if order.copies > 1 else ""
            yield f"Order {order.number or 1}, {one.job.name}{more}", one


def _members(cover: Member, volume: Volume, shop: Shop) -> Iterator[Member]:
    """One document after the other, laid out when it is its turn."""
    yield cover
    last: tuple[Done, Pages] | None = None
    for name, one in _copies(volume):
        if last is None or last[0] is not one:
            last = one, _again(one, shop)
        yield Member(last[1], name, blank_of(one.job.order.language, volume.paper, shop))


def _again(one: Done, shop: Shop) -> Pages:
    """The pages of a sheet that was proofed. Raises ProofError when they are no longer the same content."""
    laid = laid_of(one.job, shop)[0]
    if laid.manuscript.content_id != one.content_id or len(laid.pages.pages) != one.pages:
        what = f"{one.job.title}: the content changed after this sheet was proofed"
        raise ProofError(Finding(what, "Leave the content alone while a list is printed, and start again."))
    return laid.pages


def withheld_print(volumes: Sequence[Volume], target: Path) -> tuple[Printed, ...]:
    """No print file, because templates, words or themes were saved while the run was on."""
    what = "the content was changed while this list was being made: its sheets may differ from each other"
    finding = Finding(what, "Start the same command again, and leave the content alone until it ends.")
    paths = paths_of(volumes, target)
    return tuple(
        Printed(path, volume.documents, 0, (finding,), ProofError.exit_code)
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
    return Printed(path, one.volume.documents, one.pages, findings, exit_code)


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
