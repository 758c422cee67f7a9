"""One handout, a list and its print file beside Typst: the same words, pictures, paper and faces, tagged (PDF/UA-1).

    pip install clinic-handout typst
    python benchmarks/beside_typst.py [--rounds 5] [--orders 300]

Processor time (user and system) of whole processes, or of work in one process; the two take turns, so that a machine
whose speed drifts drifts for both; medians, and medians of the ratios of neighbouring turns. What both made is counted
and read. Typst proves nothing; handout's times have the proof of every file in them, and a row without the eye says so.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count, product
from pathlib import Path
from unittest.mock import patch

import pypdfium2
import typst
import uharfbuzz as hb

from handout.batch.jobs import jobs_of
from handout.batch.report import RunOptions
from handout.batch.run import run_batch
from handout.content import shipped_root
from handout.drawing import Drawing, to_svg
from handout.errors import Private
from handout.manuscript.words import words_of
from handout.pipeline import copies, draw, lay, open_shop
from handout.prescription import Order, Patient
from handout.proof import Eye
from handout.shop import Shop
from handout.text.faces import axes, face_path

ROUTINE, TAG = "upper-back", "en"
TODAY = date(2026, 11, 20)
CLINIC = 'name: Riverside Physiotherapy\ntelephone: "0113 496 0000"\ncountry: GB\n'
FACE = "noto-sans"
TYPST_COPIES = 6  # in one turn
TYPST_MERGED = 20  # copies in Typst's own print file


def main() -> None:
    """Measure and print the table of the README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--orders", type=int, default=300)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["HANDOUT_CACHE"] = str(folder / "cache")
        (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
        shop = fresh(folder)
        source = typst_source(shop, folder)
        say("| what, processor time | handout | Typst | of Typst's time |")
        say("|---|---|---|---|")
        for row in (*cold(folder, source, asked.rounds), *warm(folder, source, asked.rounds)):
            say(row)
        for row in lists(folder, source, asked):
            say(row)
        ((own,),) = made([order(2)], shop)
        other = len(compiled(source)) / 1000
        say(f"\nOne sheet: {len(own.pdf) / 1000:.0f} kB, Typst's {other:.0f} kB; typst {typst.__version__}.")


# --- what both make


def order(number: int) -> Order:
    """An invented patient."""
    own = Patient(Private(f"Sam Taylor {number}", "name"), Private(f"A-{number:05d}", "reference"))
    return Order(number, (ROUTINE,), TAG, patient=own)


def fresh(folder: Path) -> Shop:
    """A shop with nothing made yet but drawings."""
    return open_shop((shipped_root(),), folder / "clinic.yaml", TODAY, folder / "cache", (TAG,))


def made(orders: Sequence[Order], shop: Shop) -> list[tuple]:
    """Proved copies. Raises what refuses one."""
    found = copies(orders, ROUTINE, shop)
    for one in found:
        if isinstance(one, Exception):
            raise one
    return found  # type: ignore[return-value]


def typst_source(shop: Shop, folder: Path) -> Path:
    """The same words in the same order, 12 pt on A4 in the same faces, and the same drawings as SVG."""
    laid = lay(order(2), ROUTINE, shop)
    for weight in (400, 700):
        (folder / f"noto-{weight}.ttf").write_bytes(instance(weight))
    lines = [
        f'#set document(title: "{laid.pages.title}")',
        '#set page(paper: "a4", margin: (x: 15mm, y: 12mm), numbering: "1 of 1")',
        f'#set text(font: "Noto Sans", size: 12pt, lang: "{TAG}", fallback: false)',
        "For NAME\n",
    ]
    pictures = draw(laid.manuscript, laid.prescription, shop.theme("standard"), shop)
    for name, picture in sorted(pictures.items()):
        if isinstance(picture, Drawing):
            file = f"{name.replace('/', '.')}.svg"
            (folder / file).write_text(to_svg(picture), "utf-8")
            alt = picture.alt or name
            lines.append(f'#box(image("{file}", height: {picture.height}pt, alt: "{alt}"))')
    lines += [f"{escaped(said.text)}\n" for said in words_of(laid.manuscript) if not said.private]
    source = folder / "handout.typ"
    source.write_text("\n".join(lines), "utf-8")
    return source


def instance(weight: int) -> bytes:
    """The face at one weight: Typst takes no variable fonts."""
    face = hb.Face(hb.Blob.from_file_path(str(face_path(FACE))))
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    for axis, value in dict(axes(FACE, weight)).items():
        wanted.pin_axis_location(face, axis, value)
    return bytes(hb.SubsetPlan(face, wanted).execute().blob.data)


def escaped(text: str) -> str:
    """Text that Typst's markup reads as itself."""
    return "".join(f"\\{c}" if c in "\\#$*_`<>@=-+/[]~" else c for c in text)


def compiled(source: Path, name: str = "Sam Taylor") -> bytes:
    """Typst's file for another name."""
    own = source.with_name("own.typ")
    own.write_text(source.read_text("utf-8").replace("For NAME", f"For {name}"), "utf-8")
    pdf = typst.compile(str(own), font_paths=[str(source.parent)], ignore_system_fonts=True, pdf_standards="ua-1")
    assert pdf is not None
    return pdf


def merged(source: Path, names: Sequence[str]) -> bytes:
    """Typst's own file with a copy for each name."""
    text = source.read_text("utf-8")
    head, body = text.split("For NAME\n", 1)
    parts = [f"For {name}\n{body}" for name in names]
    own = source.with_name("merged.typ")
    own.write_text(head + "\n#pagebreak()\n".join(parts), "utf-8")
    pdf = typst.compile(str(own), font_paths=[str(source.parent)], ignore_system_fonts=True, pdf_standards="ua-1")
    assert pdf is not None
    return pdf


# --- how it is measured


def process(*command: str) -> float:
    """Processor milliseconds of one process, with the bytecode that an installed package has."""
    bytecode = {"PYTHONPYCACHEPREFIX": str(Path(os.environ["HANDOUT_CACHE"]).with_name("bytecode"))}
    told = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | bytecode
    with subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=told
    ) as running:
        said = running.stderr.read() if running.stderr else b""
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if status:
        sys.exit(f"{command}: {said.decode()[-600:]}")
    return (used.ru_utime + used.ru_stime) * 1000


def spent(work: Callable[[], object], times: int = 1) -> float:
    """Processor milliseconds of a piece of work in this process, a time."""
    gc.collect()
    started = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - started) / times * 1000


def row(what: str, ours: Sequence[float], theirs: Sequence[float]) -> str:
    """A row of the table."""
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    told = f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.3f} (1/{1 / ratio:.0f})"
    return f"| {what} | {shown(statistics.median(ours))} | {shown(statistics.median(theirs))} | {told} |"


def shown(milliseconds: float) -> str:
    return f"{milliseconds:,.0f} ms" if milliseconds >= 20 else f"{milliseconds:.1f} ms"


@contextmanager
def shut() -> Iterator[None]:
    """The proof without its eye."""
    with patch.object(Eye, "look", lambda *_, **__: []):
        yield


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


# --- the rows


def cold(folder: Path, source: Path, rounds: int) -> Iterator[str]:
    """Whole processes."""
    (folder / "compile.py").write_text(
        f"import typst; typst.compile({str(source)!r}, output={str(folder / 'typst.pdf')!r},"
        f" font_paths=[{str(folder)!r}], ignore_system_fonts=True, pdf_standards='ua-1')"
    )
    render = ["-m", "handout", "render", ROUTINE, "--lang", TAG, "--clinic", str(folder / "clinic.yaml")]
    render += ["--out", str(folder / "out")]
    numbers, doses = count(2), product(range(3, 7), range(3, 11))

    def plain() -> list[str]:
        return render

    def first() -> list[str]:
        shutil.rmtree(folder / "cache", ignore_errors=True)
        return render

    def patient() -> list[str]:
        return [*render, "--name", "Sam Taylor", "--reference", f"A-{next(numbers):05d}"]

    def dose() -> list[str]:
        repetitions, hold = next(doses)
        told = (f"seated-twist.repetitions={repetitions}", f"seated-twist.hold_s={hold}")
        return [*patient(), *(word for one in told for word in ("--dose", one))]

    for own in (first(), patient()):
        process(*own)
    rows = (
        ("first ever, cold", first), ("other doses, so a new master, cold", dose),
        ("another patient of a known master, cold", patient), ("the same plain sheet, cold", plain),
    )  # fmt: skip
    for what, asked in rows:
        turns = []
        for _ in range(rounds):
            command = asked()
            shutil.rmtree(folder / "out", ignore_errors=True)
            ours = process(*command)
            (sheet,) = (folder / "out").rglob(f"*{ROUTINE}.{TAG}.pdf")
            read(sheet.read_bytes(), "Ease a stiff upper back")
            turns.append((ours, process(str(folder / "compile.py"))))
        yield row(what, [a for a, _ in turns], [b for _, b in turns])


def warm(folder: Path, source: Path, rounds: int) -> Iterator[str]:
    """One sheet in a process that has made others."""
    shop = fresh(folder)
    made([order(2)], shop)
    read(compiled(source, "Ann Oxenford"), "Ann Oxenford")

    doses = iter(product(range(3, 7), range(3, 11)))

    def anew() -> None:
        repetitions, hold = next(doses)
        made([replace(order(2), doses={"seated-twist": {"repetitions": repetitions, "hold_s": hold}})], shop)

    names = (f"Sam Taylor {number}" for number in count(1))  # never one twice: Typst remembers what it has set
    for what, eyes in (("another dose, so a new master, warm", True), ("the same without the eye", False)):
        turns = []
        for _ in range(rounds):
            if eyes:
                ours = spent(anew)
            else:
                with shut():
                    ours = spent(anew)
            turns.append((ours, spent(partial(compiled, source, next(names)))))
        yield row(what, [a for a, _ in turns], [b for _, b in turns])
    numbers = count(3)
    for what, many in (("another name, one alone, warm", 1), ("another name, of 100 together", 100)):
        turns = [
            (
                spent(partial(several, many, numbers, shop), 20 if many == 1 else 1) / many,
                spent(lambda: compiled(source, next(names)), 3),
            )
            for _ in range(rounds)
        ]
        yield row(what, [a for a, _ in turns], [b for _, b in turns])


def several(many: int, numbers: Iterator[int], shop: Shop) -> None:
    """Copies for the next patients."""
    made([order(next(numbers)) for _ in range(many)], shop)


def lists(folder: Path, source: Path, asked: argparse.Namespace) -> Iterator[str]:
    """A list, in one process."""
    separate, printed, theirs, theirs_merged = [], [], [], []
    size = theirs_size = 0.0
    for turn in range(max(1, asked.rounds // 2)):
        names = [f"Sam Taylor {turn}-{number}" for number in range(TYPST_MERGED)]
        separate.append(listed(folder / f"files-{turn}", asked.orders, None)[0])
        theirs.append(spent(partial(one_by_one, source, names[:TYPST_COPIES])) / TYPST_COPIES)
        target = folder / f"print-{turn}" / "day.pdf"
        milliseconds, size = listed(folder / f"printed-{turn}", asked.orders, target)
        printed.append(milliseconds)
        files: list[bytes] = []
        theirs_merged.append(spent(partial(into, files, source, names)) / TYPST_MERGED)
        read(files[0], names[-1])
        theirs_size = len(files[0]) / TYPST_MERGED
    yield row(f"a list of {asked.orders}, separate files, an order", separate, theirs)
    yield row(f"a list of {asked.orders} and its print file, an order", printed, theirs_merged)
    yield f"| bytes of the print file, an order | {size / 1000:.1f} kB | {theirs_size / 1000:.1f} kB | |"


def listed(out: Path, many: int, target: Path | None) -> tuple[float, float]:
    """A whole run: milliseconds and bytes of the print file, an order."""
    shop = fresh(out.parent)
    jobs = jobs_of([order(number) for number in range(2, many + 2)])
    options = RunOptions(out, moment="2026-11-20-080000", print_to=target, workers=1)
    started = time.process_time()
    report = run_batch(jobs, (), shop, options, quiet)
    milliseconds = (time.process_time() - started) * 1000
    assert sum(one.released for one in report.done) == many
    assert all(not one.findings for one in report.printed)
    return milliseconds / many, sum(one.path.stat().st_size for one in report.printed) / many


def one_by_one(source: Path, names: Sequence[str]) -> None:
    """Typst's files, one for each name."""
    for name in names:
        compiled(source, name)


def into(files: list[bytes], source: Path, names: Sequence[str]) -> None:
    """Typst's own print file, put into a list."""
    files.append(merged(source, names))


def quiet(_: str) -> None:
    """Nobody watches."""


def read(pdf: bytes, words_in_it: str) -> None:
    """Both did the work: a file with these words somewhere."""
    document = pypdfium2.PdfDocument(pdf)
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    assert words_in_it in " ".join(said.split()), words_in_it
    document.close()


if __name__ == "__main__":
    main()
