"""Any `concurrent.futures.Executor` makes the sheets of a list, and the bytes are the same whoever made them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Timer

import pytest

from handout.batch.jobs import Lot, jobs_of
from handout.batch.remote import ContentWanted, Errand, carry_out, packed
from handout.batch.report import Report, RunOptions
from handout.batch.run import run_batch
from handout.batch.scheduler import scheduler
from handout.content import shipped_root
from handout.errors import BatchError, Private
from handout.pipeline import open_shop
from handout.prescription import Order, Patient
from handout.shop import Shop
from handout.store import cache_folder
from handout.version import __version__

CLINIC = Path(__file__).parent / "batch_clinic.yaml"
TODAY = date(2026, 11, 20)
ASKED = ("", False, False, False)  # salt, final, dry run, look


@pytest.fixture(scope="module")
def shop() -> Shop:
    return open_shop([shipped_root()], CLINIC, TODAY, cache_folder(), ("en",))


def orders(count: int) -> list[Order]:
    """Two of each master; each third with a note."""
    return [
        Order(
            number, (("back", "upper-back")[number // 2 % 2],), "en", length="sheet",
            style=("standard", "mono")[number // 4 % 2],
            patient=Patient(Private(f"Quillon Oxenford {number}", "name"), Private(f"QZ-{number}", "reference")),
            note=Private("Ring the bell.", "note") if number % 3 == 0 else None,
        )
        for number in range(2, count + 2)
    ]  # fmt: skip


def made(
    shop: Shop, out: Path, count: int, executor: Executor | None = None, address: str = ""
) -> tuple[Report, dict[str, bytes]]:
    options = RunOptions(out, print_to=out / "print" / "day.pdf", workers=1, executor=executor, scheduler=address)
    report = run_batch(jobs_of(orders(count)), (), shop, options, lambda _: None)
    return report, {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*.pdf"))}


def test_threads_make_the_same_files_and_print_file_as_this_process(shop: Shop, tmp_path: Path) -> None:
    _, here = made(shop, tmp_path / "here", 2)
    with ThreadPoolExecutor(2) as executor:
        report, there = made(shop, tmp_path / "there", 2, executor)
    assert all(one.released for one in report.done)
    assert len(here) == 3
    assert there == here


def test_a_process_without_the_content_asks_for_it_and_one_with_another_version_says_so(shop: Shop) -> None:
    archive, content = packed(shop)
    assert packed(shop) == (archive, content)
    lot = Lot((), ())
    with pytest.raises(BatchError, match=r"0\.0\.1"):
        carry_out(Errand("0.0.1", content, lot, ASKED))
    never = replace(content, name="of another day")
    assert isinstance(carry_out(Errand(__version__, never, lot, ASKED)), ContentWanted)


def test_nothing_of_a_patient_is_in_what_travels_with_the_content(shop: Shop) -> None:
    archive, content = packed(shop)
    assert b"Oxenford" not in archive
    assert "Oxenford" not in repr(content)


class Broken(ThreadPoolExecutor):
    """An executor whose workers are lost."""

    def submit(self, *_: object) -> Future[None]:  # type: ignore[override]
        return super().submit(_lost)


def _lost() -> None:
    raise RuntimeError


def test_an_executor_that_loses_its_work_stops_the_run_with_a_reason(shop: Shop, tmp_path: Path) -> None:
    with Broken(1) as executor, pytest.raises(BatchError, match="scheduler lost a piece of work"):
        made(shop, tmp_path / "out", 2, executor)


@pytest.mark.slow
def test_processes_make_the_same_files_as_this_process(shop: Shop, tmp_path: Path) -> None:
    _, here = made(shop, tmp_path / "here", 4)
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        _, there = made(shop, tmp_path / "there", 4, executor)
    assert there == here


@contextmanager
def cluster() -> Iterator[tuple[str, list[int]]]:
    """A real scheduler with two workers: its address, and the processes of the workers."""
    distributed = pytest.importorskip("distributed")
    made = distributed.LocalCluster(2, threads_per_worker=1, processes=True, dashboard_address=None)
    with made as own, distributed.Client(own, set_as_default=False) as client:
        yield own.scheduler_address, [*client.run(os.getpid).values()]


@pytest.mark.slow
def test_a_dask_scheduler_makes_the_same_files_though_a_worker_is_killed(shop: Shop, tmp_path: Path) -> None:
    _, here = made(shop, tmp_path / "here", 8)
    with cluster() as (address, processes):
        Timer(1.0, os.kill, (processes[0], signal.SIGKILL)).start()  # both are at work by then
        report, there = made(shop, tmp_path / "there", 8, address=address)
    assert all(one.released for one in report.done)
    assert there == here


def test_without_dask_the_option_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(BatchError) as refused, scheduler("tcp://127.0.0.1:1"):
        pass
    assert "clinic-handout[dask]" in refused.value.findings[0].hint
