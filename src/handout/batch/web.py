"""The folder of pages for a clinic's own site: plain sheets in every language asked for, and a list of them.

No patient comes near it: the orders are nobody's, and the clinician who hands sheets out is not named. What is written
may be read by everybody, because a server must.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handout.batch.final import refuse_drafts
from handout.batch.folder import opened
from handout.batch.report import Tick
from handout.batch.targets import refuse_foreign
from handout.content import page_name
from handout.errors import Finding, HandoutError
from handout.pipeline import composed, for_screen
from handout.prescription import Order
from handout.shop import Shop
from handout.twin import INDEX, About, FolderEntry, index_of

STOCK = About(stock=True, index=INDEX)


@dataclass(frozen=True, slots=True)
class Site:
    """What became of the folder: its pages, and the sheets that were refused, with their reasons."""

    entries: tuple[FolderEntry, ...]
    refused: tuple[tuple[str, tuple[Finding, ...], int], ...] = ()  # title, findings, exit code

    @property
    def exit_code(self) -> int:
        """As that of a run."""
        if not self.refused:
            return 0
        return 1 if self.entries else max(code for *_, code in self.refused)


def write_site(orders: Sequence[Order], shop: Shop, out: Path | None, tick: Tick, *, final: bool = False) -> Site:
    """Every page made, read back and put into `out`; None: nothing is written. Raises BatchError for the folder."""
    clinic = shop.clinic
    nobodys = replace(shop, clinic=replace(clinic, clinician="") if clinic else None)
    entries, pages, refused = list[FolderEntry](), dict[str, str](), list[tuple[str, tuple[Finding, ...], int]]()
    for order in sorted(orders, key=lambda one: (one.language != "en", one.language)):
        name = page_name(order.routines[0], order.language)
        try:
            sheet = composed(replace(order, clinician=None), order.routines[0], nobodys)
            refuse_drafts([sheet], shop, final=final)
            pages[name] = for_screen(sheet, nobodys, STOCK)
            entries.append(FolderEntry(sheet.prescription.edition.language, sheet.manuscript.title, name))
        except HandoutError as error:
            refused.append((name.removesuffix(".html"), error.findings, error.exit_code))
        tick(name)
    if out is not None and entries:
        fallback = shop.library.languages["en"].screen["all_languages"]
        pages[INDEX] = index_of(entries, clinic.name if clinic else fallback)
        _put(pages, out)
    return Site(tuple(entries), tuple(refused))


def _put(pages: dict[str, str], out: Path) -> None:
    """The pages in their folder, each whole or not at all."""
    refuse_foreign(out, sorted(pages))
    with opened(out) as folder:
        for name, page in sorted(pages.items()):
            folder.release(name, page.encode()).chmod(0o644)
    out.chmod(0o755)
