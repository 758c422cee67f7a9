"""A master that was made, here or by another process, and the proof of each size class that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handout.errors import Private
from handout.frozen import KeptValues
from handout.layout import Gap, Pages, PictureItem
from handout.masters.model import Model
from handout.pdf import KeptMaster, Master
from handout.proof import Eye, KeptProof, Proven, prove


@dataclass(frozen=True, slots=True)
class Extent:
    """What is asked of pages when they are written: how many, where an order's own stands, what each shows."""

    gaps: tuple[Gap, ...]
    pictures: tuple[int, ...]  # on each page

    @classmethod
    def of(cls, pages: Pages) -> Extent:
        """That of laid-out pages."""
        shown = (sum(isinstance(item, PictureItem) for item in page.items) for page in pages.pages)
        return cls(pages.gaps, tuple(shown))

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self.pictures)

    @property
    def cards_page(self) -> int:
        """The page with the most pictures of exercises, counted from 0: what is looked at before printing."""
        return self.pictures.index(max(self.pictures))


@dataclass(frozen=True, slots=True)
class KeptSheet:
    """A master and the extent of its pages, for another process."""

    master: KeptMaster
    extent: Extent


class LaidOnce:
    """The pages of a sheet, and of its companion where there is one, laid out when they are first asked for."""

    __slots__ = ("_lay", "_pages")

    def __init__(self, lay: Callable[[], tuple[Pages, ...]]) -> None:
        self._lay = lay
        self._pages: tuple[Pages, ...] = ()

    def __call__(self) -> tuple[Pages, ...]:
        """Them. Raises what refuses them."""
        self._pages = self._pages or self._lay()
        return self._pages

    def one(self, at: int) -> Pages:
        """Those of the sheet, or of its companion."""
        return self()[at]


class MadeMaster:
    """A master of one shape."""

    def __init__(
        self,
        model: Model,
        sheet: KeptSheet,
        values: Mapping[str, Private],
        pages: Callable[[], Pages],
        kept: KeptValues | None,
    ) -> None:
        """`values` are its stand-ins, and `pages` those with them; `kept` holds what other processes found of it."""
        self.model, self.extent, self.values, self.pages = model, sheet.extent, values, pages
        self.master = Master.again(sheet.master)
        self.proven: dict[tuple[int, ...], Proven] = {}
        self._kept = kept

    def holds(self, sizes: tuple[int, ...]) -> bool:
        """Whether the stand-ins fit the holes of that class, so that it can be proved with them."""
        return all(own <= size for own, size in zip(self.master.example.sizes, sizes, strict=True))

    def proof(self, sizes: tuple[int, ...], eye: Eye) -> Proven:
        """The file with stand-ins of a size class, proved whole, here or by another process. Raises ProofError."""
        if sizes not in self.proven:
            pdf = self.master.file(self.master.example, sizes)
            self.proven[sizes] = self._known(pdf, sizes) or self._proved(pdf, sizes, eye)
        return self.proven[sizes]

    def _known(self, pdf: bytes, sizes: tuple[int, ...]) -> Proven | None:
        kept: KeptProof | None = self._kept.get(f"proof {sizes}") if self._kept else None
        return Proven.again(pdf, kept) if kept else None

    def _proved(self, pdf: bytes, sizes: tuple[int, ...], eye: Eye) -> Proven:
        partner = self.model.partner
        manuscript = self.model.manuscript(self.values)
        proven = prove(pdf, manuscript, partner.pictures, partner.theme.icons, eye)
        if self._kept:
            self._kept.put(f"proof {sizes}", proven.kept())
        return proven
