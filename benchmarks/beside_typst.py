"""One handout, cold as a whole process and warm in one, beside Typst on the same words, pictures and page size.

    pip install clinic-handout typst
    python benchmarks/beside_typst.py [--rounds 5] [--language en]

Cold: a new process from start to exit. Warm: the mean of further handouts in one process. The two take turns
(A B A B ...), so that a machine whose speed drifts drifts for both; the ratios are of neighbouring runs.
Handout's file is tagged (PDF/UA-1, PDF/A-2a) and read back by other software before it is released; Typst's
is compiled as plain PDF, which is its default.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from handout.content import shipped_root
from handout.drawing import Drawing, to_svg
from handout.manuscript.words import words
from handout.pipeline import draw, finish, lay, open_shop
from handout.prescription import Order
from handout.shop import Shop

ROUTINE = "upper-back"
WARM = 10


def typst_source(shop: Shop, order: Order, folder: Path) -> Path:
    """The same words in the same order, 12 pt on A4, and the same drawings as SVG."""
    laid = lay(order, ROUTINE, shop)
    lines = [
        '#set page(paper: "a4", margin: (x: 15mm, y: 12mm), numbering: "1 of 1")',
        f'#set text(font: "Noto Sans", size: 12pt, lang: "{order.language.partition("-")[0]}")',
    ]
    pictures = draw(laid.manuscript, laid.prescription, shop.theme("standard"), shop)
    for name, picture in sorted(pictures.items()):
        if isinstance(picture, Drawing):
            file = f"{name.replace('/', '.')}.svg"
            (folder / file).write_text(to_svg(picture), "utf-8")
            lines.append(f'#box(image("{file}", height: {picture.height}pt))')
    for said in words(laid.manuscript, "full"):
        lines.append(f"{escaped(said.text)}\n")
    source = folder / "handout.typ"
    source.write_text("\n".join(lines), "utf-8")
    return source


def escaped(text: str) -> str:
    """Text that Typst's markup reads as itself."""
    return "".join(f"\\{c}" if c in "\\#$*_`<>@=-+/[]~" else c for c in text)


def process(*command: str) -> float:
    """Seconds of one process from start to exit."""
    started = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    return time.perf_counter() - started


def warm(work: Callable[[], object]) -> float:
    """Milliseconds of one piece of work, after a first that is not counted."""
    work()
    started = time.perf_counter()
    for _ in range(WARM):
        work()
    return (time.perf_counter() - started) / WARM * 1000


def row(name: str, ours: list[float], theirs: list[float], unit: str) -> str:
    ratios = sorted(a / b for a, b in zip(ours, theirs, strict=True))
    return (
        f"{name:28} {statistics.median(ours):9.2f} {statistics.median(theirs):9.2f} {unit:3}"
        f"   ratio {ratios[0]:.2f} .. {statistics.median(ratios):.2f} .. {ratios[-1]:.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--language", default="en")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["HANDOUT_CACHE"] = str(folder / "cache")
        shop = open_shop((shipped_root(),), None, date(2026, 11, 20), folder / "cache")
        order = Order(0, (ROUTINE,), asked.language)
        source = typst_source(shop, order, folder)
        compile_once = f"import typst; typst.compile({str(source)!r}, output={str(folder / 'typst.pdf')!r})"
        render = ["-m", "handout", "render", ROUTINE, "--lang", asked.language, "--out", str(folder / "out")]
        process(*render)
        process("-c", compile_once)
        cold = [(process(*render), process("-c", compile_once)) for _ in range(asked.rounds)]
        import typst

        def publish() -> object:
            return finish(lay(order, ROUTINE, shop))

        def compiled() -> object:
            return typst.compile(str(source))

        turns = [(warm(publish), warm(compiled)) for _ in range(asked.rounds)]
        print(f"{'':28} {'handout':>9} {'typst':>9}")  # noqa: T201
        print(row("cold, whole process", [a for a, _ in cold], [b for _, b in cold], "s"))  # noqa: T201
        print(row("warm, one handout", [a for a, _ in turns], [b for _, b in turns], "ms"))  # noqa: T201
        size = (folder / "typst.pdf").stat().st_size
        print(f"bytes: handout {len(finish(lay(order, ROUTINE, shop)).pdf)}, typst {size}")  # noqa: T201


if __name__ == "__main__":
    main()
