"""Sheets made by any `concurrent.futures.Executor`, in other processes or on other machines.

A lot, which is a master with all its orders, is one errand. The content travels as one archive by its hash: an errand
brings the name alone, and a process that has no such content says so and is sent it. Files come back as bytes, without
what they share with the one before. Print files are put together here.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import tempfile
import threading
import zipfile
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from handout.batch.folder import write_private
from handout.batch.jobs import Done, Lot
from handout.batch.stopping import stops
from handout.batch.working import Task, Worked, begin, work, work_on
from handout.content import Clinic
from handout.errors import BatchError, Finding, HandoutError
from handout.pipeline import open_shop
from handout.shop import Shop
from handout.store import cache_folder, library_files
from handout.version import __version__

AHEAD = 32  # errands handed out before the first of them must be back
MOST_SHOPS = 2  # that a process keeps

Piece = TypeVar("Piece")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class RemoteContent:
    """What a shop is opened from elsewhere, but for the files themselves."""

    name: str  # the hash of all of it
    layers: int
    tags: tuple[str, ...]
    today: date
    clinic: Clinic | None  # its logo is a file of the archive


@dataclass(frozen=True, slots=True)
class Errand:
    """One lot, and what is asked of it."""

    version: str
    content: RemoteContent
    lot: Lot
    task: tuple[str, bool, bool, bool]  # salt, final, dry_run, look
    archive: bytes = b""  # only where it was wanted


@dataclass(frozen=True, slots=True)
class CarriedFiles:
    """What became of a lot, and its files by where they lay: the file before, how many bytes of it come again, the
    others."""

    worked: Worked
    files: Mapping[str, tuple[str, int, bytes]]


@dataclass(frozen=True, slots=True)
class ContentWanted:
    """The process does not have the content."""


class RemotePool:
    """Hands lots to an executor; everything else is done here."""

    def __init__(self, executor: Executor, task: Task) -> None:
        self._executor = executor
        self._task = task
        self._archive, self._content = packed(task.shop)
        begin(task)

    def each(self, does: Callable[[Piece], Result], pieces: Iterable[Piece]) -> Iterator[Result]:
        """Results in the order of the pieces. Raises BatchError where the executor cannot go on."""
        if does is not cast("Callable[[Piece], Result]", work):
            yield from map(does, pieces)
            return
        for worked in self._worked(cast("Iterable[Lot]", pieces)):
            yield cast("Result", worked)

    def _worked(self, lots: Iterable[Lot]) -> Iterator[Worked]:
        waiting: deque[tuple[Errand, Future[CarriedFiles | ContentWanted]]] = deque()
        for lot in lots:
            own = self._task
            asked = own.salt, own.final, own.dry_run, own.look
            errand = Errand(__version__, self._content, lot, asked)
            waiting.append((errand, self._executor.submit(carry_out, errand)))
            if len(waiting) >= AHEAD:
                yield self._received(*waiting.popleft())
        while waiting:
            yield self._received(*waiting.popleft())

    def _received(self, errand: Errand, future: Future[CarriedFiles | ContentWanted]) -> Worked:
        """A lot with its files in the work folder of this machine."""
        try:
            carried = future.result()
            if isinstance(carried, ContentWanted):
                carried = self._executor.submit(carry_out, replace(errand, archive=self._archive)).result()
        except HandoutError:
            raise
        except Exception as fault:  # each executor has its own for a worker that is lost
            if stops(fault):
                raise
            hint = "Start the same command again: finished sheets are kept."
            raise BatchError(Finding(f"the scheduler lost a piece of work ({type(fault).__name__})", hint)) from None
        assert isinstance(carried, CarriedFiles)
        placed: dict[str, str] = {"": ""}
        before = b""
        for path, (_, shared, rest) in carried.files.items():
            before = before[:shared] + rest
            place = self._task.work / Path(path).name
            write_private(place, before)
            placed[path] = str(place)
        return replace(carried.worked, done=tuple(_moved(one, placed) for one in carried.worked.done))


def packed(shop: Shop) -> tuple[bytes, RemoteContent]:
    """All files that sheets of a shop can depend on, as one archive that is the same for the same content."""
    out = io.BytesIO()
    clinic = shop.clinic
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for number, layer in enumerate(shop.library.layers):
            for path in library_files(layer):
                file.writestr(zipfile.ZipInfo(f"{number}/{path.relative_to(layer).as_posix()}"), path.read_bytes())
        if clinic is not None and clinic.logo is not None:
            logo = f"logo{clinic.logo.suffix}"
            file.writestr(zipfile.ZipInfo(logo), clinic.logo.read_bytes())
            clinic = replace(clinic, logo=Path(logo))
    told = len(shop.library.layers), tuple(sorted(shop.library.languages)), shop.today, clinic
    name = hashlib.sha256(out.getvalue() + pickle.dumps(told)).hexdigest()
    return out.getvalue(), RemoteContent(name, *told)


def carry_out(errand: Errand) -> CarriedFiles | ContentWanted:
    """A lot made in this process. Raises BatchError where it runs another version."""
    if errand.version != __version__:
        what = f"a worker has version {__version__} of handout, and this is {errand.version}"
        raise BatchError(Finding(what, "Install the same version on every machine."))
    with _one_at_a_time:
        shop = _shop(errand)
        if shop is None:
            return ContentWanted()
        salt, final, dry_run, look = errand.task
        with tempfile.TemporaryDirectory(prefix="handout-") as name:
            task = Task(shop, Path(name), Path(name), {}, salt, final, dry_run, look)
            worked = work_on(errand.lot, task)
            return CarriedFiles(worked, dict(_files(worked)))


_one_at_a_time = threading.Lock()  # of an executor's threads: a shop's cache is for one
_SHOPS: dict[str, tuple[Shop, tempfile.TemporaryDirectory[str]]] = {}  # of this process, by the content's name


def _shop(errand: Errand) -> Shop | None:
    """The shop of that content, opened once; None where it must be sent first."""
    content = errand.content
    if content.name not in _SHOPS and errand.archive:
        while len(_SHOPS) >= MOST_SHOPS:
            _SHOPS.pop(next(iter(_SHOPS)))[1].cleanup()
        folder = tempfile.TemporaryDirectory(prefix="handout-")
        root = Path(folder.name)
        with zipfile.ZipFile(io.BytesIO(errand.archive)) as file:
            file.extractall(root)
        layers = [root / str(number) for number in range(content.layers)]
        clinic = content.clinic
        if clinic is not None and clinic.logo is not None:
            clinic = replace(clinic, logo=root / clinic.logo)
        shop = open_shop(layers, None, content.today, cache_folder(), content.tags)
        _SHOPS[content.name] = replace(shop, clinic=clinic), folder
    found = _SHOPS.get(content.name)
    return found[0] if found else None


def _files(worked: Worked) -> Iterator[tuple[str, tuple[str, int, bytes]]]:
    """Every file of a lot, by the file before it: copies of one master differ at their ends."""
    before, last = b"", ""
    for path in (path for one in worked.done for path in _drafts(one) if path):
        data = Path(path).read_bytes()
        shared = _shared(before, data)
        yield path, (last, shared, data[shared:])
        before, last = data, path


def _drafts(one: Done) -> tuple[str, ...]:
    return one.draft, one.companion, one.page, one.card.draft if one.card else ""


def _moved(one: Done, placed: Mapping[str, str]) -> Done:
    card = replace(one.card, draft=placed[one.card.draft]) if one.card else None
    return replace(
        one, draft=placed[one.draft], companion=placed[one.companion], page=placed[one.page], card=card
    )


def _shared(one: bytes, other: bytes) -> int:
    """How many bytes two files begin with alike."""
    views = memoryview(one), memoryview(other)
    most = min(len(one), len(other))
    return bisect_left(range(1, most + 1), True, key=lambda n: views[0][:n] != views[1][:n])
