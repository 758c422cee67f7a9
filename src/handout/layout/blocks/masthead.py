"""The clinic row and the patient line at the head of page 1, and the stamp above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import handout.layout.ink as ink
from handout.drawing import Picture
from handout.layout.flow import Passage, Piece, words
from handout.layout.frame import Block, Frame
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose, has_words
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript.elements import Element
from handout.text.types import Align

Cell = tuple[Block, Tag | None]


def set_stamps(elements: Sequence[Element], setup: Setup) -> Passage:
    """What is said above everything: that nobody has approved the sheet, that words are in doubt. Each stands
    on a line of its own, unless running on saves a line; the first line stands in the top margin."""
    rise = setup.theme.page.stamp_rise
    parts = [Part(element, setup.theme.type.stamp, f"stamp-{index}") for index, element in enumerate(elements, 1)]
    apart = [compose(setup, [part], setup.width, "center") for part in parts]
    joined = compose(setup, parts, setup.width, "center")
    lines = [joined] if joined.height < sum(one.height for one in apart) - 0.01 else apart
    frame, y = setup.frame(setup.width), -rise
    for prose in lines:
        frame.text(0, y, prose.paragraph)
        y += prose.height
    tags = tuple(tag for prose in lines for tag in prose.tags)
    tag = tags[0] if len(tags) == 1 else Tag("stamps", "Div", tags)
    return Passage(tag, (Piece(frame.block(max(y, 0.0)), path=elements[0].path),), "stamp")


def set_masthead(element: Element, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """Logo, name over address at the start side; telephone over hours at the end side."""
    size = setup.theme.masthead
    tags: list[Tag] = []
    frame = setup.frame(setup.width)
    logo = element.first("logo")
    picture = pictures.get(logo.attributes.get("ref", "")) if logo else None
    end, end_tags = _contact(element, setup)
    left = picture.width + size.gap if picture else 0.0
    measure = setup.width - left - end.width - (size.apart if end.width else 0.0)
    start, start_tags = _named(element, setup, measure)
    height = max(start.height, end.height, picture.height if picture else 0.0)
    if logo and picture:
        frame.picture(0, (height - picture.height) / 2, picture, "masthead/logo")
        tags.append(Tag("masthead/logo", "Figure", alt=logo.attributes.get("alt", ""), path=logo.path))
    frame.place(left, (height - start.height) / 2, start)
    frame.place(setup.width - end.width, (height - end.height) / 2, end)
    named = (*tags, *start_tags, *end_tags)
    tag = Tag("masthead", "Sect", named) if named else None  # lines to write on hold no words
    small = setup.theme.gap.small
    return Passage(tag, (Piece(frame.block(height), small, stretch=2 * small),), "masthead")


def _named(element: Element, setup: Setup, measure: float) -> tuple[Block, tuple[Tag, ...]]:
    types = setup.theme.type
    parts = (("clinic-name", types.clinic), ("clinic-address", types.address))
    return _rows(element, setup, parts, measure, "start")


def _contact(element: Element, setup: Setup) -> tuple[Block, tuple[Tag, ...]]:
    """Telephone over hours; without a telephone, a ruled line to write it on."""
    types = setup.theme.type
    parts = (("clinic-phone", types.clinic), ("clinic-hours", types.body))
    block, tags = _rows(element, setup, parts, 0.55 * setup.width, "end")
    if element.first("clinic-phone") is None or has_words(element.first("clinic-phone")):
        return block, tags
    line = setup.leading(types.clinic)
    blank = setup.theme.masthead.blank
    frame = setup.frame(max(block.width, blank))
    mark = types.clinic.size
    handset = ink.scaled(setup.icon("phone"), mark)
    frame.shapes(frame.width - blank - mark - 4, line * 0.2, mark, handset, mirror=True)
    frame.shapes(frame.width - blank, line * 0.85, blank, ink.rule(blank, setup.theme.colours.ink, 0.75))
    frame.place(frame.width - block.width, line, block)
    return frame.block(line + block.height), tags


def _rows(
    element: Element, setup: Setup, parts: tuple[tuple[str, TypeStyle], ...], measure: float, align: Align
) -> tuple[Block, tuple[Tag, ...]]:
    found = [
        Part(child, style, f"masthead/{kind}" + (f"-{index}" if index else ""))
        for kind, style in parts
        for index, child in enumerate(element.all(kind))
        if has_words(child)
    ]
    proses = [compose(setup, [part], measure) for part in found]
    widest = max((prose.paragraph.widest for prose in proses), default=0.0) + 0.01
    frame, y = setup.frame(widest), 0.0
    for part in found:
        again = compose(setup, [part], widest, align)
        frame.text(0, y, again.paragraph)
        y += again.height
    return frame.block(y), tuple(tag for prose in proses for tag in prose.tags)


def set_patient(element: Element, setup: Setup) -> Passage:
    """Who it is for, by, on, reference and date of birth between two rules."""
    size, colours = setup.theme.masthead, setup.theme.colours
    rows = _patient_rows([child for child in element.children if isinstance(child, Element)], setup)
    frame, y = setup.frame(setup.width), size.pad
    for row in rows:
        y += _row(frame, row, y)
    y += size.pad
    line = ink.rule(setup.width, colours.rule, size.rule)
    frame.shapes(0, 0, setup.width, line)
    frame.shapes(0, y, setup.width, line)
    tags = tuple(tag for row in rows for _, tag in row if tag)
    return Passage(Tag("patient", "Sect", tags), (Piece(frame.block(y), before=size.below),), "patient")


def _patient_rows(entries: Sequence[Element], setup: Setup) -> list[list[Cell]]:
    """All in one row; where that is too long, who it is for above who handed it out and when, unless rows
    filled one after the other are fewer."""
    apart = setup.theme.masthead.apart
    kinds = [child.kind for child in entries]
    names = [kind if kinds.index(kind) == index else f"{kind}-{index}" for index, kind in enumerate(kinds)]
    cells = [
        (child.kind in {"for", "reference"}, _cell(child, setup, f"patient/{name}"))
        for child, name in zip(entries, names, strict=True)
    ]
    whom, visit = ([cell for own, cell in cells if own is mine] for mine in (True, False))
    if _width([*whom, *visit], apart) <= setup.width:
        return [[cell for _, cell in cells]]
    parted = [*_filled(whom, setup.width, apart), *_filled(visit, setup.width, apart)]
    return min(parted, list(_filled([*whom, *visit], setup.width, apart)), key=len)


def _filled(cells: Sequence[Cell], measure: float, apart: float) -> Iterator[list[Cell]]:
    """Rows as full as the measure allows."""
    row: list[Cell] = []
    for cell in cells:
        if row and _width([*row, cell], apart) > measure:
            yield row
            row = []
        row.append(cell)
    yield row


def _width(cells: Sequence[Cell], apart: float) -> float:
    return sum(block.width for block, _ in cells) + apart * (len(cells) - 1)


def _row(frame: Frame, cells: Sequence[Cell], y: float) -> float:
    free = frame.width - sum(block.width for block, _ in cells)
    step, x = free / max(1, len(cells) - 1), 0.0
    for block, _ in cells:
        frame.place(x, y, block)
        x += block.width + step
    return max(block.height for block, _ in cells)


def _cell(element: Element, setup: Setup, tag: str) -> Cell:
    types = setup.theme.type
    style = types.strong if element.kind == "for" else types.body
    label = element.attributes.get("label", "")
    part = Part(element, style, tag, label=label, label_ink=types.quiet)
    wide = compose(setup, [part], setup.width)
    prose: Prose = compose(setup, [part], min(setup.width, wide.paragraph.widest + 0.01))
    block = words(setup, prose)
    if has_words(element):
        return block, prose.tags[0]
    blank = setup.theme.masthead.blank
    frame = setup.frame(block.width + 4 + blank)
    frame.place(0, 0, block)
    line = ink.rule(blank, setup.theme.colours.ink, 0.75)
    frame.shapes(block.width + 4, prose.paragraph.lines[0].baseline + 2, blank, line)
    return frame.block(prose.height), prose.tags[0] if prose.tags else None
