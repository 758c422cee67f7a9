"""Where the bytes of a print file go, and what its proof takes: one volume of one routine, without its checklist.

    python benchmarks/volume.py [ORDERS]
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import tempfile
import time
import zlib
from collections import Counter
from datetime import date
from pathlib import Path

from handout.content import shipped_root
from handout.errors import Private
from handout.pdf import DocumentProperties, Member, write_volume
from handout.pipeline import copies, open_shop
from handout.prescription import Order, Patient
from handout.proof import Listed, proof_print

OBJECT = re.compile(rb"\d+ 0 obj\n(<<(?:(?!endobj).)*?/Length (\d+)(?:(?!endobj).)*?)\nstream\n", re.DOTALL)
ABOUT = DocumentProperties("Volume", "en", "ltr")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("orders", nargs="?", type=int, default=100)
    count = parser.parse_args().orders
    with tempfile.TemporaryDirectory() as name:
        members = sheets(count, Path(name))
        file = Path(name) / "volume.pdf"
        started = time.process_time()
        with file.open("wb") as out:
            write_volume(out, members, ABOUT)
        written, before = time.process_time(), resident()
        wrong = proof_print(file, (Listed(member.name, member.pdf) for member in members))
        proved = time.process_time()
        assert wrong == ()
        data = file.read_bytes()
    say("| part | bytes an order |")
    say("|---|---|")
    for part, size in parts(data).most_common():
        say(f"| {part} | {size / count:,.0f} |")
    say(f"| together | {len(data) / count:,.0f} |")
    took = f"written in {(written - started) * 1000 / count:.1f} ms an order, proved in"
    say(f"\n{took} {(proved - written) * 1000 / count:.1f}; the proof takes {resident() - before:.0f} MB more.")


def sheets(count: int, folder: Path) -> list[Member]:
    """Sheets of invented patients."""
    shop = open_shop((shipped_root(),), None, date(2026, 11, 20), folder / "cache", ("en",))
    orders = [order(number) for number in range(2, count + 2)]
    made = [one for one in copies(orders, "upper-back", shop) if isinstance(one, tuple)]
    names = (f"Order {one.number}, upper-back" for one in orders)
    return [Member(own.pdf, name, b"") for name, (own,) in zip(names, made, strict=True)]


def order(number: int) -> Order:
    """An invented patient."""
    own = Patient(Private(f"Sam Taylor {number}", "name"), Private(f"A-{number:05d}", "reference"))
    return Order(number, ("upper-back",), "en", patient=own)


def parts(data: bytes) -> Counter[str]:
    """Bytes by what they are for."""
    found: Counter[str] = Counter()
    for one in OBJECT.finditer(data):
        head, size = one[1], int(one[2])
        if b"/ObjStm" in head and b"/Predictor" in head:
            found.update(rows(head, data[one.end() : one.end() + size]))
        else:
            found[kind_of(head, size)] += size
    found["names of objects, and between them"] = len(data) - sum(found.values())
    return found


def kind_of(head: bytes, size: int) -> str:
    """What a stream is for."""
    if b"/ObjStm" in head:
        return "a document's name, bookmark and place in the structure"
    if b"/XRef" in head:
        return "cross-reference"
    return "the patient's own words" if size < 900 and b"/Form" not in head else "what all sheets share"


def rows(head: bytes, packed: bytes) -> dict[str, int]:
    """Of a table: where its objects stand, its first row, and what the others add."""
    columns, first = (int(re.search(rb"/%s (\d+)" % key, head)[1]) for key in (b"Columns", b"First"))  # type: ignore[index]
    raw = zlib.decompress(packed)
    start = first // columns * (columns + 1)
    table, one = (len(zlib.compress(raw[: start + own], 9)) for own in (0, columns + 1))
    return {
        "numbers and places of objects": table,
        "the first sheet's pages and structure": one - table,
        "pages and structure of each more": len(packed) - one,
    }


def resident() -> float:
    """Highest memory so far, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
