"""`python -m tests.specimen`: sets every edition, prints pages, white and one-word endings as a table, and fails for
white at a page's foot, too many one-word endings, and marks that touch what they should not. `--out` binds the book."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.specimen.book import Book
from tests.specimen.editions import KINDS, PAPERS, Edition, editions, laid, shop
from tests.specimen.marks import faults_of
from tests.specimen.measure import Measured, measured

from handout.errors import HandoutError
from handout.pdf import write

HOLE = 60.0  # pt of white at a page's foot
ENDINGS = 5.0  # of a hundred paragraphs
LINES_FOR_NOTES = 4
COLUMNS = ("edition", "pages", "white, pages", "holes, pt", "note lines", "one short word, of", "%")
HEAD = f"| {' | '.join(COLUMNS)} |\n{'|---' * len(COLUMNS)}|\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where no edition is refused and none is over a limit."""
    wish = _asked(arguments)
    out = sys.stdout
    out.write(HEAD)
    faults: list[str] = []
    pages_of, book = [], Book()
    for edition in editions(wish.lang, wish.routine, wish.kind, wish.paper):
        try:
            pages = laid(edition, wish.clinic).pages
        except HandoutError as error:
            faults.append(f"{edition}: refused: {error.findings[0].what}")
            continue
        found = measured(pages, shop(wish.clinic).theme(edition.style))
        out.write(row(edition, found))
        faults.extend(over(edition, found))
        pages_of.append(found.pages)
        if not wish.quick:
            data = write(pages)
            faults.extend(f"{edition}: {fault}" for fault in faults_of(data))
            if wish.out:
                book.add(str(edition), data)
        if wish.endings:
            for one in found.ending:
                out.write(f"    p{one.page}: {' / '.join(words for words, _ in one.lines[-2:])}\n")
    if wish.out:
        book.save(wish.out)
    out.write(f"\n{sum(pages_of)} pages, {sum((count + 1) // 2 for count in pages_of)} sheets of paper\n")
    out.writelines(f"over the limit: {fault}\n" for fault in faults)
    return 1 if faults else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m tests.specimen", description=__doc__)
    asked.add_argument("--lang", action="append", default=[], help="one language; may be given again")
    asked.add_argument("--routine", action="append", default=[], help="one routine; may be given again")
    asked.add_argument("--kind", action="append", choices=KINDS, help=f"one of {', '.join(KINDS)}; may be given again")
    asked.add_argument("--paper", action="append", choices=PAPERS, help="a4 or letter; a4")
    asked.add_argument("--clinic", default="", help="a clinic file; none")
    asked.add_argument("--endings", action="store_true", help="print each paragraph that ends in one short word")
    asked.add_argument("--quick", action="store_true", help="write no files, and do not look for marks that touch")
    asked.add_argument("--out", type=Path, help="where to bind all editions, each page beside its grey copy")
    wish = asked.parse_args(arguments)
    wish.kind, wish.paper = wish.kind or tuple(KINDS), wish.paper or ("a4",)
    return wish


def row(edition: Edition, found: Measured) -> str:
    """A line of the table."""
    holes = " ".join(f"p{n} {white:.0f}" for n, white in enumerate(found.white, 1) if white > HOLE)
    share = f"{len(found.ending)} of {found.paragraphs} | {found.one_word_share:.0f}"
    room = sum(found.white) / 768
    return f"| {edition} | {found.pages} | {room:.2f} | {holes} | {found.notes} | {share} |\n"


def over(edition: Edition, found: Measured) -> Iterator[str]:
    """What is over a limit."""
    for number, white in enumerate(found.white, 1):
        if white > HOLE:
            yield f"{edition}: {white:.0f} pt of white at the foot of page {number}"
    if found.notes > LINES_FOR_NOTES:
        yield f"{edition}: {found.notes} lines for notes"
    if found.one_word_share > ENDINGS:
        yield f"{edition}: {found.one_word_share:.0f} % of paragraphs end in one short word"


if __name__ == "__main__":
    sys.exit(main())
