"""`python -m tests.matrix.editions` publishes every shipped edition in every style on both papers, eye and all, and
says what is refused and why. For the night; `--every 7` takes each seventh."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from datetime import date
from itertools import product
from pathlib import Path

from handout.content import shipped_root
from handout.errors import HandoutError
from handout.pipeline import open_shop, publish
from handout.prescription import Order
from handout.shop import Shop

STYLES = ("standard", "mono", "large-print")
PAPERS = ("a4", "letter")


def main() -> int:
    """0 where every sheet is released."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="each Nth alone")
    parser.add_argument("--lang", action="append", metavar="TAG", help="these languages alone")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shop = open_shop([shipped_root()], None, date(2026, 11, 20), Path(folder), given.lang)
        tags = [tag for tag in shop.library.languages if not given.lang or tag in given.lang]
        cases = [*product(tags, STYLES, shop.library.routines, PAPERS)][:: given.every]
        orders = [Order(0, (routine,), tag, style=style, paper=paper) for tag, style, routine, paper in cases]
        told = [_told(order, shop) for order in orders]
    refused = [line for line in told if line]
    sys.stdout.writelines(f"{line}\n" for line in refused)
    sys.stdout.write(f"{len(cases)} sheets, {len(refused)} refused, {time.process_time():.0f} s of CPU\n")
    return 1 if refused else 0


def _told(order: Order, shop: Shop) -> str:
    """Why a sheet is refused; "" where it is released."""
    try:
        publish(order, order.routines[0], shop)
    except HandoutError as error:
        why = "; ".join(dict.fromkeys(finding.what for finding in error.findings))
        return f"{order.routines[0]} {order.language} {order.style} {order.paper}: {why}"
    return ""


if __name__ == "__main__":
    raise SystemExit(main())
