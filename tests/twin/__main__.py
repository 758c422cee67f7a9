"""`python -m tests.twin [--lang ar]...`: the pages of every routine in every language, in Chromium, by axe and by Nu.

Needs chromium and java, and HANDOUT_WEB_TOOLS naming the folder in which `npm ci` was run (tests/twin/tools).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.twin.browser import Page, browsing
from tests.twin.checks import VOICES, WIDTHS, accessible, by_keyboard, markup, quiet, said, tools
from tests.twin.twin_sheets import order, shop

from handout.batch.web import STOCK, write_site
from handout.content.clinic_types import page_name
from handout.edition import complete_languages
from handout.manuscript import on_screen
from handout.manuscript.manuscript import Manuscript
from handout.pipeline import composed
from handout.twin import INDEX

LOOKS = ((390, False), (1280, True))  # width, dark


def checked(tags: Sequence[str] | None, folder: Path, out: Path) -> Iterator[tuple[str, list[str]]]:
    """Each page of a site of every routine in these languages, and what is wrong with it."""
    open_shop = shop(tuple(tags) if tags else None)
    routines = sorted(open_shop.library.routines)
    sheets = [(one, tag) for one in routines for tag in tags or complete_languages(open_shop.library, one)]
    site = write_site([order(one, tag, patient=False) for one, tag in sheets], open_shop, out, lambda _: None)
    assert not site.refused, site.refused
    beside = {tag: STOCK.beside(open_shop.library.languages[tag].screen) for _, tag in sheets}
    yield "markup", markup(sorted(out.glob("*.html")), folder)
    with tempfile.TemporaryDirectory() as profile, browsing(Path(profile)) as page:
        page.before(VOICES)
        for routine, tag in sheets:
            sheet = composed(order(routine, tag, patient=False), routine, open_shop)
            manuscript = on_screen(sheet.manuscript, sheet.prescription)
            name = page_name(routine, tag)
            yield name, list(_looked_at(page, out / name, manuscript, beside[tag], folder))
        page.look(390)
        page.open(out / INDEX)
        yield INDEX, [*quiet(page), *accessible(page, folder)]


def _looked_at(
    page: Page, path: Path, manuscript: Manuscript, beside: Sequence[str], folder: Path
) -> Iterator[str]:
    """One page, first without its script, then alive."""
    page.look(390, script=False)
    page.open(path)
    yield from said(page, manuscript, beside[1:])  # the first is for paper
    for width in WIDTHS:
        page.look(width, script=False)
        yield from quiet(page)
    for width, dark in LOOKS:
        page.look(width, dark=dark)
        page.open(path)
        yield from accessible(page, folder)
        yield from quiet(page)
    yield from by_keyboard(page)


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.twin", description=__doc__.splitlines()[0])
    asked.add_argument("--lang", action="append", help="a language; left out: all")
    asked.add_argument("--out", type=Path, help="where the pages stay, to be looked at")
    wish = asked.parse_args()
    folder = tools()
    if folder is None:
        sys.stderr.write("chromium, java and HANDOUT_WEB_TOOLS are needed\n")
        return 2
    start, wrong = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as made:
        for name, complaints in checked(wish.lang, folder, wish.out or Path(made)):
            wrong += len(complaints)
            sys.stdout.write("\n    ".join([f"{name}: {len(complaints) or 'right'}", *complaints]) + "\n")
            sys.stdout.flush()
    sys.stdout.write(f"{wrong} complaints in {time.monotonic() - start:.0f} s\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
