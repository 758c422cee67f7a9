"""What a sheet holds of one order alone: the patient's row and the note, set by themselves.

The rest of a sheet sees no more of them than their *shape*: how high they are, on which lines their words stand, and
which elements of the structure they become. Orders of one shape have the same pages but for what stands in the gaps.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from handout.layout.blocks.masthead import set_patient
from handout.layout.blocks.sections import set_note
from handout.layout.flow import Passage
from handout.layout.frame import moved
from handout.layout.pages import Gap, Item, ShapeItem, Tag, TextItem
from handout.layout.setup import Setup
from handout.layout.splits import split_patient
from handout.manuscript import Note, OwnBlock

OWN = frozenset({"patient", "visit", "note"})  # kinds of passages

Shape = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class OwnPiece:
    """Items that follow each other in one gap, at their places on the page, and the page from 0."""

    page: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """Every way in which one order's own blocks may stand on its sheet."""

    passages: tuple[Passage, ...]

    @property
    def shape(self) -> Shape:
        """All that the rest of a sheet can see of them."""
        return tuple(_shape(passage) for passage in self.passages)

    def lines(self, name: str) -> int:
        """On how many lines the words of an element stand."""
        whole = (p for p in self.passages if p.tag and name in {leaf.id for leaf in _leaves(p.tag)})
        items = (item for piece in next(whole).pieces for item in piece.block.items)
        return len({item.y for item in items if isinstance(item, TextItem) and item.tag == name})

    def exact(self) -> dict[str, str]:
        """The exact texts of right-to-left words, by the leaf that carries them."""
        tags = (leaf for passage in self.passages if passage.tag for leaf in _leaves(passage.tag))
        return {tag.id: tag.actual_text for tag in tags if tag.actual_text}

    def placed(self, gaps: Sequence[Gap]) -> tuple[OwnPiece, ...]:
        """Their items where pages have room for them, as the pages' own pieces are cut."""
        parted = any(gap.kind == "visit" for gap in gaps)
        whole = [p for p in self.passages if p.kind == "patient"]
        use = [whole[-1 if parted else 0], *(p for p in self.passages if p.kind == "visit" and parted)] if whole else []
        use += [passage for passage in self.passages if passage.kind == "note"]
        waiting = {kind: [p for p in use if p.kind == kind] for kind in OWN}
        return tuple(piece for gap in gaps for piece in _pieces(waiting[gap.kind].pop(0), gap))


def set_own(blocks: Sequence[OwnBlock], setup: Setup, noted: Setup) -> Own:
    """The own blocks of a manuscript, in reading order, a note set with `noted`: a leaf has it on its closer back.
    Raises LayoutError for what does not fit its place."""
    made: list[Passage] = []
    for block in blocks:
        if isinstance(block, Note):
            made.append(set_note(block, noted))
        else:
            made.append(set_patient(block, setup))
            split = split_patient(block, setup) if setup.theme.page.panel_alone else None
            made += [one for one in (split.goes, split.stays) if one] if split else []
    return Own(tuple(made))


def own_leaves(passages: Sequence[Passage]) -> frozenset[str]:
    """The leaves whose words are one order's own."""
    return frozenset(leaf.id for p in passages if p.kind in OWN and p.tag for leaf in _leaves(p.tag))


def is_own(item: Item, own: frozenset[str]) -> bool:
    """Whether an item stands in a gap."""
    return item.own if isinstance(item, ShapeItem) else item.tag in own


def _leaves(tag: Tag) -> list[Tag]:
    if not tag.children:
        return [tag]
    return [leaf for child in tag.children for leaf in _leaves(child)]


def _shape(passage: Passage) -> Shape:
    white = tuple((piece.height, piece.before, piece.stretch) for piece in passage.pieces)
    return passage.kind, white, _outline(passage.tag) if passage.tag else (), tuple(_lines(passage))


def _outline(tag: Tag) -> Shape:
    return tag.id, tag.role, tag.language, bool(tag.actual_text), *(_outline(child) for child in tag.children)


def _lines(passage: Passage) -> list[Hashable]:
    """Which element stands on which line, in order; and what is drawn."""
    found: list[Hashable] = []
    for piece in passage.pieces:
        for item in piece.block.items:
            told = ("", item.y, item.own) if isinstance(item, ShapeItem) else (item.tag, item.y, False)
            if not found or found[-1] != told:
                found.append(told)
    return found


def _pieces(passage: Passage, gap: Gap) -> list[OwnPiece]:
    """The stretches of own items in a passage."""
    own = own_leaves([passage])
    found: list[OwnPiece] = []
    run: list[Item] = []
    for item in (item for piece in passage.pieces for item in piece.block.items):
        if is_own(item, own):
            run.append(moved(item, gap.x, gap.y))
        elif run:
            found.append(OwnPiece(gap.page, tuple(run)))
            run = []
    return [*found, OwnPiece(gap.page, tuple(run))] if run else found
