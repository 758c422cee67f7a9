"""10,000 orders in one process: time per order and memory as the list grows, as a table and a plot.

    python benchmarks/growth.py [ORDERS] [--plot docs/growth.svg]

Separate files and print files of one routine; files go to a temporary folder of 150 kB an order and are removed. Memory
is that of the process after each part of the list (Linux), and its highest.
"""

from __future__ import annotations

import argparse
import gc
import math
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from handout.batch.jobs import jobs_of
from handout.batch.run import RunOptions, run_batch
from handout.content import shipped_root
from handout.errors import Private
from handout.pipeline import open_shop
from handout.prescription import Order, Patient

TODAY = date(2026, 11, 20)
CLINIC = 'name: Riverside Physiotherapy\ntelephone: "0113 496 0000"\ncountry: GB\n'
PARTS = 20  # of the list
VOLUME = 100  # orders
WIDTH, HEIGHT, LEFT, GAP = 640, 150, 60, 50  # of a panel of the plot, px


@dataclass(slots=True)
class Growth:
    """What was measured: orders done, milliseconds an order since the last time, memory in MB."""

    orders: int
    sheets: list[tuple[int, float, float]] = field(default_factory=list)
    printed: list[tuple[int, float, float]] = field(default_factory=list)
    _done: int = 0
    _at: float = field(default_factory=time.process_time)
    _since: int = 0

    def tick(self, _: str) -> None:
        """A sheet was made, or a volume printed."""
        self._done += 1 if self._done < self.orders else VOLUME
        made = self._done <= self.orders
        rows, done = (self.sheets, self._done) if made else (self.printed, self._done - self.orders)
        if done % (self.orders // PARTS) == 0:
            now = time.process_time()
            rows.append((done, (now - self._at) * 1000 / (self._done - self._since), resident()))
            self._at, self._since = now, self._done


def main() -> None:
    """Measure, print the table, and draw the plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("orders", nargs="?", type=int, default=10_000, help=f"a multiple of {PARTS * VOLUME}")
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
        shop = open_shop([shipped_root()], folder / "clinic.yaml", TODAY, folder / "cache", ("en",))
        jobs = jobs_of([order(number) for number in range(2, asked.orders + 2)])
        options = RunOptions(folder / "out", moment="2026-11-20-080000", print_to=folder / "day.pdf", workers=1)
        gc.collect()
        growth = Growth(asked.orders)
        report = run_batch(jobs, (), shop, options, growth.tick)
        assert sum(one.released for one in report.done) == asked.orders
        assert all(not one.findings for one in report.printed)
        size = sum(one.path.stat().st_size for one in report.printed)
    for line in table(growth, size):
        sys.stdout.write(line + "\n")
    if asked.plot:
        asked.plot.write_text(plot(growth), "utf-8")


def order(number: int) -> Order:
    """An invented patient."""
    own = Patient(Private(f"Sam Taylor {number}", "name"), Private(f"A-{number:05d}", "reference"))
    return Order(number, ("upper-back",), "en", patient=own)


def resident() -> float:
    """Resident memory now, MB; where the system does not tell it, the highest so far."""
    try:
        return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() / 1e6
    except OSError:
        return highest()


def highest() -> float:
    """Highest resident memory so far, MB (Linux counts kB, macOS bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def table(growth: Growth, size: int) -> Iterator[str]:
    """As it stands in the documents."""
    yield "| orders | separate files, ms an order | MB | print files, ms an order | MB |"
    yield "|---|---|---|---|---|"
    rows = zip(growth.sheets, growth.printed, strict=True)
    for at, ((done, sheet, held), (_, printed, also)) in enumerate(rows, 1):
        if at in {1, 2} or at % (PARTS // 4) == 0:
            yield f"| {done:,} | {sheet:.1f} | {held:.0f} | {printed:.1f} | {also:.0f} |"
    yield f"\nHighest memory {highest():.0f} MB; print files {size / growth.orders / 1000:.2f} kB an order."


def plot(growth: Growth) -> str:
    """Two panels over the number of orders: time, and memory."""
    lines = (("#0b5394", growth.sheets, "separate files"), ("#b45f06", growth.printed, "print files"))
    whole = 2 * (HEIGHT + GAP) + 10
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + WIDTH + 130} {whole}" font-family="sans-serif"'
        ' font-size="13"><title>Time per order and memory as a list grows</title>'
        '<rect width="100%" height="100%" fill="#ffffff"/>'
    ]
    for at, (title, column) in enumerate((("ms an order", 1), ("memory, MB", 2))):
        most = rounded(max(row[column] for _, rows, _ in lines for row in rows))
        out += panel(title, GAP / 2 + at * (HEIGHT + GAP), most, growth.orders)
        for colour, rows, name in lines:
            points = [(LEFT + row[0] / growth.orders * WIDTH, level(row[column], most, at)) for row in rows]
            told = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
            out.append(f'<polyline points="{told}" fill="none" stroke="{colour}" stroke-width="2"/>')
            x, y = points[-1]
            out.append(f'<text x="{x + 6:.1f}" y="{y + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*out, "</svg>", ""])


def rounded(value: float) -> float:
    """The end of an axis: a little more, with one digit or a half behind it."""
    step = 10 ** math.floor(math.log10(value)) / 2
    return math.ceil(value * 1.05 / step) * step


def level(value: float, most: float, at: int) -> float:
    """How far down a value stands in the panel `at`."""
    return GAP / 2 + at * (HEIGHT + GAP) + HEIGHT * (1 - value / most)


def panel(title: str, top: float, most: float, orders: int) -> Sequence[str]:
    """Axes, their numbers and what they count."""
    bottom = top + HEIGHT
    out = [
        f'<path d="M{LEFT} {top}V{bottom}H{LEFT + WIDTH}" fill="none" stroke="#444444"/>',
        f'<text x="{LEFT + 8}" y="{top + 4}">{title}</text>',
    ]
    for part in (0, 0.5, 1):
        y, x = bottom - HEIGHT * part, LEFT + WIDTH * part
        out.append(f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{most * part:.3g}</text>')
        out.append(f'<text x="{x:.1f}" y="{bottom + 18:.1f}" text-anchor="middle">{orders * part:,.0f}</text>')
    return out


if __name__ == "__main__":
    main()
