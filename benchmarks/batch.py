"""1,000 orders: time and memory, per order, in this process and with every core.

    python benchmarks/batch.py [ORDERS] [--language TAG]...

Prints how long each step of a sheet takes in one process, then what a whole run with a print job takes.
Everything is written to a temporary folder and removed.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from handout.batch.jobs import jobs_of
from handout.batch.run import RunOptions, run_batch
from handout.content import shipped_root
from handout.errors import HandoutError, Private
from handout.pdf import write
from handout.pipeline import lay, open_shop
from handout.prescription import Clinician, Order, Patient
from handout.proof import proofread
from handout.shop import Shop

TODAY = date(2026, 11, 20)
CLINIC = """\
name: Riverside Physiotherapy
telephone: "0113 496 0000"
country: GB
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("orders", nargs="?", type=int, default=1000)
    options.add_argument("--language", action="append", default=[])
    chosen = options.parse_args()
    tags = chosen.language or ["en"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
        shop = open_shop([shipped_root()], folder / "clinic.yaml", TODAY, folder / "cache")
        orders = [order(number, tags) for number in range(2, chosen.orders + 2)]
        _steps(orders[:60], shop)
        for workers in sorted({1, os.cpu_count() or 1}):
            _whole(orders, shop, folder, workers)


def order(number: int, tags: Sequence[str]) -> Order:
    """An invented patient; every third sheet bears a note, doses and routines vary."""
    return Order(
        number=number,
        routines=(("back", "upper-back")[number % 2],),
        language=tags[number % len(tags)],
        doses={"seated-twist": {"repetitions": 3 + number % 4}} if number % 2 else {},
        note=Private(f"Bring this on {1 + number % 28} December.", "note") if number % 3 == 0 else None,
        patient=Patient(Private(f"Sam Taylor {number}", "name"), Private(f"A-{number:04d}", "reference")),
        clinician=Clinician("Ana Ruiz"),
    )


def _steps(orders: Sequence[Order], shop: Shop) -> None:
    """Milliseconds of each step in one process, once everything is warm."""
    spent: dict[str, list[float]] = defaultdict(list)

    def timed(step: str, does: Callable[..., Any], *given: Any) -> Any:
        start = time.process_time()
        result = does(*given)
        spent[step].append((time.process_time() - start) * 1000)
        return result

    for one in orders:
        try:
            laid = timed("lay", lay, one, one.routines[0], shop)
        except HandoutError as refused:
            sys.exit(f"{one.language} cannot be measured: {refused.findings[0].what}")
        pdf = timed("write", write, laid.pages)
        timed("proofread", proofread, pdf, laid.manuscript)
    for step, times in spent.items():
        warm = sorted(times[len(times) // 3 :])
        _say(f"{step:10} {warm[len(warm) // 2]:7.1f} ms a sheet, processor time, median of {len(warm)}")


def _whole(orders: Sequence[Order], shop: Shop, folder: Path, workers: int) -> None:
    """Wall time and memory of a run with separate files and a print job."""
    peaks: list[int] = []
    start, worked = time.monotonic(), _processor()
    out, moment, print_to = folder / f"out-{workers}", "2026-11-20-080000", folder / f"print-{workers}" / "day.pdf"
    options = RunOptions(out, moment=moment, print_to=print_to, workers=workers)
    report = run_batch(jobs_of(orders), (), shop, options, lambda _: peaks.append(_peak()))
    spent, worked = time.monotonic() - start, _processor() - worked
    released = sum(one.released for one in report.done)
    sheets = peaks[: len(orders)]
    each, own = (seconds / len(orders) * 1000 for seconds in (spent, worked))
    pages = sum(one.pages for one in report.printed)
    _say(
        f"{workers} workers: {released} of {len(orders)} released in {spent:.0f} s; {each:.0f} ms an order"
        f" ({own:.0f} ms of processor time); {pages} pages in {len(report.printed)} print files"
    )
    _say(
        f"    memory of this process: {sheets[len(sheets) // 10]:.0f} MB after a tenth, {sheets[-1]:.0f} MB after"
        f" all sheets, {_peak():.0f} MB after the print job; largest worker {_peak(resource.RUSAGE_CHILDREN):.0f} MB"
    )


def _processor() -> float:
    """Processor seconds of this process and of those that ended."""
    now = os.times()
    return now.user + now.system + now.children_user + now.children_system


def _peak(whose: int = resource.RUSAGE_SELF) -> int:
    """Highest resident memory so far, MB (Linux counts kB, macOS bytes)."""
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(whose).ru_maxrss // unit


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
