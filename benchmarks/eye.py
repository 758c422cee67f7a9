"""What the eye costs: one sheet, and a list of patients, with it and without it.

    python benchmarks/eye.py [ORDERS]

Processor time, medians of runs taken in turns. "First" is a sheet none of whose pages was seen before, "next" one
that differs from an earlier sheet in the patient's own words: pages that were found right are known again.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from handout.batch.jobs import jobs_of
from handout.batch.run import RunOptions, run_batch
from handout.content import shipped_root
from handout.errors import Private
from handout.pipeline import finish, lay, open_shop
from handout.prescription import Order, Patient
from handout.proof import Eye
from handout.shop import Shop

TODAY = date(2026, 11, 20)
TAGS = ("en", "ar", "hi")
TURNS = 9


@contextmanager
def shut() -> Iterator[None]:
    """The proof without its eye."""
    with patch.object(Eye, "look", lambda *_: []):
        yield


def main() -> None:
    """Measure and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("orders", nargs="?", type=int, default=60)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        shop = open_shop([shipped_root()], None, TODAY, Path(name) / "cache", TAGS)
        _say("| what | with the eye | without | of the time |")
        _say("|---|---|---|---|")
        for tag in TAGS:
            _sheets(tag, shop)
        _list(chosen.orders, shop, Path(name))


def _sheets(tag: str, shop: Shop) -> None:
    """One sheet written, read back and looked at, by what the eye has seen before."""
    laid = [lay(_order(number, tag), "back", shop) for number in range(2, 4)]
    first, following, without = [], [], []
    for _ in range(TURNS):
        eye = Eye()
        first.append(_timed(lambda eye=eye: finish(laid[0], eye)))
        following.append(_timed(lambda eye=eye: finish(laid[1], eye)))
        with shut():
            without.append(_timed(lambda: finish(laid[1])))
    bare = statistics.median(without)
    _row(f"one sheet, {tag}, first", statistics.median(first), bare)
    _row(f"one sheet, {tag}, next", statistics.median(following), bare)


def _list(count: int, shop: Shop, folder: Path) -> None:
    """A morning's list from orders to files, in this process, for each order."""
    orders = [_order(number, TAGS[number % len(TAGS)]) for number in range(2, count + 2)]
    seen, blind = [], []
    for turn in range(3):
        for times, own in ((seen, False), (blind, True)):
            fresh = replace(shop, eye=Eye())
            options = RunOptions(folder / f"out-{turn}-{own}", moment="2026-11-20-080000", workers=1)
            spent = _timed(lambda own=own, fresh=fresh, options=options: _run(orders, fresh, options, blind=own))
            times.append(spent / count)
    _row(f"a list of {count}, an order", statistics.median(seen), statistics.median(blind))


def _run(orders: list[Order], shop: Shop, options: RunOptions, *, blind: bool) -> None:
    if blind:
        with shut():
            run_batch(jobs_of(orders), (), shop, options, lambda _: None)
    else:
        run_batch(jobs_of(orders), (), shop, options, lambda _: None)


def _order(number: int, tag: str) -> Order:
    patient = Patient(Private(f"Sam Taylor {number}", "name"), Private(f"A-{number:04d}", "reference"))
    return Order(number, ("back",), tag, patient=patient)


def _timed(does: Callable[[], object]) -> float:
    """Milliseconds of processor time, of processes that ended too."""
    start = _processor()
    does()
    return (_processor() - start) * 1000


def _processor() -> float:
    now = os.times()
    return time.process_time() + now.children_user + now.children_system


def _row(what: str, seen: float, blind: float) -> None:
    _say(f"| {what} | {seen:.0f} ms | {blind:.0f} ms | {(seen - blind) / seen:.0%} |")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
