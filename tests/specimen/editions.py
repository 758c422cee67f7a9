"""Which editions there are: language, routine, style and paper; and their pages."""

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
STYLES = ("standard", "large-print", "mono")
PAPERS = ("a4", "letter")


@dataclass(frozen=True, slots=True)
class Edition:
    """One sheet of the specimen."""

    tag: str
    routine: str
    style: str = "standard"
    paper: str = "a4"

    def __str__(self) -> str:
        return f"{self.routine}.{self.tag} {self.style} {self.paper}"


@cache
def routines() -> dict[str, tuple[str, ...]]:
    """Every shipped routine with the languages that it is complete in."""
    library = load([shipped_root()])[0]
    return {name: tuple(complete_languages(library, name)) for name in sorted(library.routines)}


def editions(
    tags: Sequence[str] = (), names: Sequence[str] = (), styles: Sequence[str] = STYLES, papers: Sequence[str] = ("a4",)
) -> Iterator[Edition]:
    """The editions asked for; all languages and routines where none is named."""
    for name, complete in routines().items():
        if names and name not in names:
            continue
        for tag, style, paper in product(complete, styles, papers):
            if not tags or tag in tags:
                yield Edition(tag, name, style, paper)


@cache
def shop(clinic: str = "") -> Shop:
    """Everything shipped, without a clinic or with the one whose file is named."""
    return open_shop((shipped_root(),), Path(clinic) if clinic else None, TODAY, INK)


def laid(edition: Edition, clinic: str = "") -> Laid:
    """The edition on its pages. Raises what refuses it."""
    order = Order(0, (edition.routine,), edition.tag, style=edition.style, paper=edition.paper)
    return lay(order, edition.routine, shop(clinic))
