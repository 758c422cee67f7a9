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
from handout.batch.folder import write_private
from handout.batch.jobs import Done, Job, laid_of
from handout.errors import BatchError, Finding, Place, ProofError, errors_of
from handout.layout.pages import Pages
from handout.pdf import About, Member, write_volume
from handout.pipeline import Desk
from handout.proof import proof_print

MOST_ORDERS = 100


@dataclass(frozen=True, slots=True)
class Volume:
    """What one file for the printer holds: sheets of one paper, with the pages of each, in printing order."""

    paper: str
    number: int
    sheets: tuple[tuple[Job, int], ...]

    @property
    def title(self) -> str:
        """How a message calls it."""
        return f"print file {self.number}, {self.paper}"

    @property
    def documents(self) -> int:
        """Sheets with their copies."""
        return sum(job.order.copies for job, _ in self.sheets)

    @property
    def pages(self) -> int:
        """Pages with blank backs, without the checklist."""
        return sum((pages + pages % 2) * job.order.copies for job, pages in self.sheets)


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


def volumes_of(done: Iterable[Done]) -> tuple[Volume, ...]:
    """The released sheets parted by paper, then into volumes that never part an order."""
    papers: dict[str, list[list[tuple[Job, int]]]] = {}
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
        volumes[-1].append((one.job, one.pages))
    return tuple(
        Volume(paper, number, tuple(sheets))
        for paper, volumes in sorted(papers.items())
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


def press_volume(volume: Volume, desk: Desk, work: Path) -> Pressed:
    """Write and proof a volume in the work folder. Raises what refuses it."""
    cover = cover_of(volume.sheets, volume.paper, desk)
    names = [name for name, _ in _copies(volume)]
    about = About(cover.pages.title, cover.pages.language, cover.pages.direction, "", _clinic(desk), "", None)
    content = write_volume(_members(cover, volume, desk), about)
    findings = errors_of(proof_print(content, [cover.name, *names]))
    if findings:
        raise ProofError(findings)
    draft = work / f"print-{volume.paper}-{volume.number}.pdf"
    write_private(draft, content)
    pages = len(cover.pages.pages)
    return Pressed(volume, draft, volume.pages + pages + pages % 2)


def _clinic(desk: Desk) -> str:
    return desk.clinic.name if desk.clinic else ""


def _copies(volume: Volume) -> Iterator[tuple[str, Job]]:
    """Every document of a volume with its name: nothing of a patient."""
    for job, _ in volume.sheets:
        for copy in range(1, job.order.copies + 1):
            more = f", copy {copy}" if job.order.copies > 1 else ""
            yield f"Order {job.order.number}, {job.name}{more}", job


def _members(cover: Member, volume: Volume, desk: Desk) -> Iterator[Member]:
    """One document after the other, laid out when it is its turn."""
    yield cover
    last: tuple[Job, Pages] | None = None
    for name, job in _copies(volume):
        if last is None or last[0] is not job:
            last = job, laid_of(job, desk)[0].pages
        yield Member(last[1], name, blank_of(job.order.language, volume.paper, desk))


def place_print(pressed: Sequence[Pressed], target: Path) -> tuple[Printed, ...]:
    """Move volumes out of the work folder. One that failed is handed on with its reasons."""
    paths = paths_of([one.volume for one in pressed], target)
    return tuple(_placed(one, path) for one, path in zip(pressed, paths, strict=True))


def _placed(one: Pressed, path: Path) -> Printed:
    findings, exit_code = one.findings, one.exit_code
    if not findings:
        try:
            _move(one.draft, path)
        except BatchError as error:
            findings, exit_code = error.findings, error.exit_code
    return Printed(path, one.volume.documents, one.pages, findings, exit_code)


def _move(draft: Path, path: Path) -> None:
    """Into place whole, also onto another disk: written beside its place first."""
    beside = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)  # of a run that was killed
        write_private(beside, draft.read_bytes())
        beside.replace(path)
    except OSError as error:
        what = f"the print file cannot be written ({error.strerror})"
        hint = "Close the file if it is open, or choose another name."
        raise BatchError(Finding(what, hint, Place(str(path)))) from None


def older_prints(printed: Iterable[Path], target: Path) -> tuple[Path, ...]:
    """Print files of an earlier list that lie beside this one's: they must not be taken for it."""
    stem, suffix = target.stem, target.suffix or ".pdf"
    names = [f"{stem}{suffix}", *(f"{stem}{mark}{suffix}" for mark in _marks())]
    found = {target.with_name(name) for name in names} - set(printed)
    return tuple(sorted(path for path in found if path.is_file()))


def _marks() -> Iterator[str]:
    for paper in ("", ".a4", ".letter"):
        yield from (paper, *(f"{paper}.{number}" for number in range(1, 100)))
