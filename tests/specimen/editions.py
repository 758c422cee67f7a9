"""Which editions there are: language, routine, kind and paper; and their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from tempfile import gettempdir

from handout.content import load, shipped_root
from handout.edition import complete_languages
from handout.pipeline import Laid, lay, open_shop
from handout.prescription import Order
from handout.shop import Shop

TODAY = date(2026, 11, 21)
INK = Path(gettempdir()) / "handout-test-drawings"
KINDS = {  # kind -> length and style of its orders
    "leaf": ("leaf", "standard"),
    "sheet": ("sheet", "standard"),
    "large-print": ("sheet", "large-print"),
    "mono": ("sheet", "mono"),
}
PAPERS = ("a4", "letter")


@dataclass(frozen=True, slots=True)
class Edition:
    """One sheet of the specimen."""

    tag: str
    routine: str
    kind: str = "sheet"
    paper: str = "a4"

    @property
    def style(self) -> str:
        """The theme it is set in."""
        return KINDS[self.kind][1]

    def __str__(self) -> str:
        return f"{self.routine}.{self.tag} {self.kind} {self.paper}"


@cache
def routines() -> dict[str, tuple[str, ...]]:
    """Every shipped routine with the languages that it is complete in."""
    library = load([shipped_root()])[0]
    return {name: tuple(complete_languages(library, name)) for name in sorted(library.routines)}


def editions(
    tags: Sequence[str] = (),
    names: Sequence[str] = (),
    kinds: Sequence[str] = tuple(KINDS),
    papers: Sequence[str] = ("a4",),
) -> Iterator[Edition]:
    """The editions asked for; all languages and routines where none is named."""
    for name, complete in routines().items():
        if names and name not in names:
            continue
        for tag, kind, paper in product(complete, kinds, papers):
            if not tags or tag in tags:
                yield Edition(tag, name, kind, paper)


@cache
def shop(clinic: str = "") -> Shop:
    """Everything shipped, without a clinic or with the one whose file is named."""
    return open_shop((shipped_root(),), Path(clinic) if clinic else None, TODAY, INK)


def laid(edition: Edition, clinic: str = "") -> Laid:
    """The edition on its pages. Raises what refuses it."""
    length, style = KINDS[edition.kind]
    order = Order(0, (edition.routine,), edition.tag, style=style, paper=edition.paper, length=length)
    return lay(order, edition.routine, shop(clinic))
