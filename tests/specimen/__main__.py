"""`python -m tests.specimen`: sets every edition and prints its pages, white and one-word endings as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from tests.specimen.editions import PAPERS, STYLES, Edition, editions, laid, shop
from tests.specimen.measure import Measured, measured

from handout.errors import HandoutError

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
    total = [0, 0]
    for edition in editions(wish.lang, wish.routine, wish.style, wish.paper):
        try:
            pages = laid(edition, wish.clinic).pages
        except HandoutError as error:
            faults.append(f"{edition}: refused: {error.findings[0].what}")
            continue
        found = measured(pages, shop(wish.clinic).theme(edition.style))
        out.write(row(edition, found))
        faults.extend(over(edition, found))
        total[0] += found.pages
        total[1] += (found.pages + 1) // 2
        if wish.endings:
            for one in found.ending:
                out.write(f"    p{one.page}: {' / '.join(words for words, _ in one.lines[-2:])}\n")
    out.write(f"\n{total[0]} pages, {total[1]} sheets of paper\n")
    out.writelines(f"over the limit: {fault}\n" for fault in faults)
    return 1 if faults else 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    asked = argparse.ArgumentParser(prog="python -m tests.specimen", description=__doc__)
    asked.add_argument("--lang", action="append", default=[], help="one language; may be given again")
    asked.add_argument("--routine", action="append", default=[], help="one routine; may be given again")
    asked.add_argument("--style", action="append", choices=STYLES, help="standard, large-print or mono; all three")
    asked.add_argument("--paper", action="append", choices=PAPERS, help="a4 or letter; a4")
    asked.add_argument("--clinic", default="", help="a clinic file; none")
    asked.add_argument("--endings", action="store_true", help="print each paragraph that ends in one short word")
    wish = asked.parse_args(arguments)
    wish.style, wish.paper = wish.style or STYLES, wish.paper or ("a4",)
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
