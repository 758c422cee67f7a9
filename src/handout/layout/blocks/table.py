"""Cells of a table: natural widths, column widths that fit, and cells with their tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handout.layout.blocks.chip import set_chip
from handout.layout.frame import Block
from handout.layout.pages import Tag
from handout.layout.prose import ENDLESS, HAIR, Part, compose
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript import Kind, Row, Text

SLIM = 1.0  # pt; a measure that no word fits


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell before it is set: its words, and the number of its row where a chip stands before them."""

    words: Text
    name: str
    heads: str = ""  # Column | Row: a header cell
    number: str = ""
    strong: bool = False

    def style(self, setup: Setup) -> TypeStyle:
        """Quiet heads, the dose in bold."""
        types = setup.theme.type
        if self.heads == "Column":
            return types.table_head
        return types.strong if self.strong else types.body


def cells_of(row: Row, name: str) -> list[TableCell]:
    """The cells of a row of the plan; `name` is the id of the row."""
    made = []
    for index, cell in enumerate(row.cells, 1):
        heads = "Column" if cell.kind is Kind.COLUMN else "Row" if index == 1 else ""
        number = row.number if index == 1 else ""
        made.append(TableCell(cell, f"{name}/{index}", heads, number, strong=cell.column == "dose"))
    return made


def natural(setup: Setup, cell: TableCell, measure: float = ENDLESS) -> float:
    """The width of the cell's words on one line, with its chip; with a small measure, of its widest word."""
    chip = setup.theme.chip
    words = compose(setup, [Part(cell.words, cell.style(setup))], measure).paragraph.widest
    return words + (chip.width + chip.gap if cell.number else 0.0) + HAIR


def set_cell(setup: Setup, cell: TableCell, width: float) -> tuple[Block, Tag]:
    """The cell `width` wide, and its tag: TH with its scope, or TD."""
    size = setup.theme.chip
    left = size.width + size.gap if cell.number else 0.0
    role = (Kind.COLUMN if cell.heads else Kind.CELL).pdf
    inner = f"{cell.name}/words" if cell.number else cell.name
    part = Part(cell.words, cell.style(setup), inner, "Span" if cell.number else role)
    prose = compose(setup, [part], width - left)
    tags: tuple[Tag, ...] = ()
    frame = setup.frame(width)
    if cell.number:
        line = prose.height / max(1, len(prose.paragraph.lines))
        chip, tags = set_chip(setup, cell.number, f"{cell.name}/number")
        frame.place(0, (line - chip.height) / 2, chip)
    frame.text(left, 0, prose.paragraph)
    attributes = {"Scope": cell.heads} if cell.heads else {}
    if cell.number:
        tag = Tag(cell.name, role, (*tags, *prose.tags), attributes=attributes, path=cell.words.path)
    else:
        tag = replace(prose.tags[0], attributes=attributes) if prose.tags else Tag(cell.name, role)
    return frame.block(prose.height), tag


def column_widths(
    wanted: Sequence[Sequence[float]], pad: float, width: float, least: Sequence[Sequence[float]] = ()
) -> list[float]:
    """Widths of columns for rows of wanted widths: all on one line where they fit, the spare shared in
    proportion; else the columns give way so that no word reaches over its cell, and the fewest rows wrap. `least`
    are the widths of the widest words."""
    count = max(len(row) for row in wanted)
    columns = [max(row[i] for row in wanted if i < len(row)) for i in range(count)]
    inner = width - pad * (count - 1)
    excess = sum(columns) - inner
    if excess > 0:
        words = [max(row[i] for row in least if i < len(row)) for i in range(count)] if least else [0.0] * count
        return min(
            _given_way(columns, excess),
            key=lambda widths: (_overhang(words, widths), _wrapped(wanted, widths)),
        )
    total = sum(columns)
    return [w - excess * w / total for w in columns]


def _overhang(words: Sequence[float], widths: Sequence[float]) -> float:
    """By how much words reach over their columns."""
    return round(sum(max(0.0, word - have) for word, have in zip(words, widths, strict=True)), 1)


def _wrapped(wanted: Sequence[Sequence[float]], widths: Sequence[float]) -> int:
    """How many rows need a second line."""
    return sum(any(w > have + 0.01 for w, have in zip(row, widths, strict=False)) for row in wanted)


def _given_way(columns: Sequence[float], excess: float) -> list[list[float]]:
    """Ways to lose the excess: the widest columns together, or one column alone (to its half at most)."""
    level = list(columns)
    rest = excess
    while rest > 1e-6:
        widest = max(level)
        second = max((w for w in level if w < widest - 1e-6), default=0.0)
        many = [i for i, w in enumerate(level) if w >= widest - 1e-6]
        step = min(widest - second, rest / len(many))
        for index in many:
            level[index] -= step
        rest -= step * len(many)
    alone = [i for i, w in enumerate(columns) if w - excess >= w / 2]
    return [level, *([w - excess * (i == k) for i, w in enumerate(columns)] for k in alone)]
