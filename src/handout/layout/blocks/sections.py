"""Headed sections: tips, the way down to the floor and up, bad days, afterwards; what you need; a note.

Short sections that follow each other stand side by side; one with two lists has a column for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, takewhile

import handout.layout.ink as ink
from handout.layout.blocks.pictograms import steps_row
from handout.layout.fitting import fitted
from handout.layout.flow import ONE_LIST, Passage, Piece, beside, lines, stack, words
from handout.layout.frame import Block
from handout.layout.lists import Listed, bulleted, column_blocks, numbered, paragraphs
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose
from handout.layout.setup import Setup
from handout.manuscript.elements import Element

LISTS = {"list", "steps"}
SIDE_BY_SIDE = 4  # short sections that share two columns
SHORT_LIST = 12  # up to as many items stand in two columns, unbroken
Placed = tuple[Block, Tag]


def set_sections(elements: Sequence[Element], setup: Setup, first: int = 1) -> tuple[Passage, ...]:
    """Sections that follow each other. `first` numbers them, so that ids stay unique."""
    named = [
        (element, f"section-{index}/{element.attributes.get('kind', 'section')}")
        for index, element in enumerate(elements, first)
    ]
    passages: list[Passage] = []
    for short, group in groupby(named, lambda pair: setup.two and _is_short(pair[0])):
        run = list(group)
        if not short or len(run) == 1:
            passages.extend(_whole(element, setup, name) for element, name in run)
            continue
        for start in range(0, len(run), SIDE_BY_SIDE):
            passages.extend(_together(run[start : start + SIDE_BY_SIDE], setup))
    return tuple(passages)


def _is_short(element: Element) -> bool:
    """One list or a few paragraphs under a small heading."""
    kinds = [child.kind for child in element.children if isinstance(child, Element)]
    return "heading2" not in kinds and sum(kind in LISTS for kind in kinds) <= 1


def _together(run: Sequence[tuple[Element, str]], setup: Setup) -> tuple[Passage, ...]:
    """Short sections in two columns, one piece; one alone has the page's width."""
    if len(run) == 1:
        return (_whole(run[0][0], setup, run[0][1]),)
    made = [_column(element, setup, name) for element, name in run]
    gap = setup.theme.gap
    blocks = [block for block, _ in made]
    block = column_blocks(setup, blocks, setup.width, setup.theme.page.gutter, gap.section)
    piece = Piece(block, gap.section, stretch=gap.stretch, path=run[0][0].path)
    return tuple(Passage(tag, () if index else (piece,), "section") for index, (_, tag) in enumerate(made))


def _column(element: Element, setup: Setup, name: str) -> Placed:
    head = _heading(element, setup, name, setup.column)
    body, tags = _body(element, setup, name, setup.column)
    gap = setup.theme.gap.small
    parts = [(0.0, words(setup, head))] if head else []
    parts += [(gap if index == 0 else 0.0, block) for index, block in enumerate(body)]
    tag = Tag(name, "Sect", (*(head.tags if head else ()), *tags), path=element.path)
    return stack(setup, setup.column, parts), tag


def _heading(element: Element, setup: Setup, name: str, measure: float) -> Prose | None:
    found = element.first("heading2") or element.first("heading3")
    if found is None:
        return None
    style = setup.theme.type.heading2 if found.kind == "heading2" else setup.theme.type.heading3
    prose = compose(setup, [Part(found, style, f"{name}/heading")], measure)
    if found.kind == "heading2":
        return Prose(prose.paragraph, tuple(replace(tag, outline=2) for tag in prose.tags))
    return prose


def _body(element: Element, setup: Setup, name: str, measure: float) -> tuple[list[Block], list[Tag]]:
    blocks: list[Block] = []
    tags: list[Tag] = []
    content = _content(element)
    for index, child in enumerate(content, 1):
        own = f"{name}/{index}"
        if child.kind in LISTS:
            listed = _listed(child, setup, own, measure, _number(content, child))
            blocks.extend(listed.blocks)
            tags.append(listed.tag)
        else:
            made, made_tags = paragraphs(setup, [child], setup.theme.type.body, measure, own)
            blocks.extend(made)
            tags.extend(made_tags)
    return blocks, tags


def _content(element: Element) -> list[Element]:
    kinds = {"p", *LISTS}
    return [child for child in element.children if isinstance(child, Element) and child.kind in kinds]


def _number(content: Sequence[Element], steps: Element) -> int:
    """The number of the first step: a second list of a section goes on where the first one ends, so that no
    number stands twice under one heading (down to the floor, and up again)."""
    return 1 + sum(len(list(one.all("step"))) for one in takewhile(lambda one: one is not steps, content))


def _listed(element: Element, setup: Setup, name: str, measure: float, first: int = 1) -> Listed:
    if element.kind == "steps":
        return numbered(setup, list(element.all("step")), measure, name, first)
    return bulleted(setup, list(element.all("item")), measure, name)


def _whole(element: Element, setup: Setup, name: str) -> Passage:
    """A section over the page's width, that may break between its lines and items."""
    gap = setup.theme.gap
    head = _heading(element, setup, name, setup.width)
    pieces: list[Piece] = []
    tags: list[Tag] = [*(head.tags if head else ())]
    if head:
        opening = Piece(
            words(setup, head),
            gap.section,
            with_next=True,
            stretch=setup.theme.gap.stretch,
            path=element.path,
        )
        pieces.append(opening)
    content = _content(element)
    lists = [child for child in content if child.kind in LISTS]
    rows: list[Piece] = []
    for index, child in enumerate(content, 1):
        own = f"{name}/{index}"
        before = gap.small if pieces else gap.section
        if child.kind in LISTS and len(lists) == 2 and setup.two:
            if child is lists[0]:
                rows += _rows(lists, setup, before)
                pieces += rows
                pieces.append(_two_lists(lists, setup, (name, content), tags, before))
        elif child.kind in LISTS:
            again = index > 1 and content[index - 2].kind in LISTS
            white = gap.paragraph if again else before
            row = _rows([child], setup, white)
            rows += row
            pieces += [*row, *_items(child, setup, own, tags, white, _number(content, child))]
        else:
            prose = compose(setup, [Part(child, setup.theme.type.body, own)], setup.measure)
            pieces.extend(lines(setup, prose, Piece(words(setup, prose), before, path=child.path)))
            tags.extend(prose.tags)
    tag = Tag(name, "Sect", tuple(tags), path=element.path)
    plain = tuple(piece for piece in pieces if piece not in rows) if rows else ()
    return Passage(tag, tuple(pieces), "section", element.attributes.get("before", ""), plain)


def _rows(lists: Sequence[Element], setup: Setup, before: float) -> list[Piece]:
    """The pictograms of the steps, a row above each list; none unless all are drawn."""
    width = setup.column if len(lists) > 1 else setup.measure
    rows = [steps_row(setup, list(steps.all("step")), width) for steps in lists]
    drawn = [(at * (width + setup.theme.page.gutter), row) for at, row in enumerate(rows) if row]
    if len(drawn) < len(rows):
        return []
    return [Piece(beside(setup, drawn, setup.width), before, with_next=True)]


def _two_lists(
    lists: Sequence[Element], setup: Setup, place: tuple[str, list[Element]], tags: list[Tag], before: float
) -> Piece:
    name, content = place
    made = [
        _listed(child, setup, f"{name}/{content.index(child) + 1}", setup.column, _number(content, child))
        for child in lists
    ]
    tags.extend(listed.tag for listed in made)
    columns = [stack(setup, setup.column, [(0.0, block) for block in listed.blocks]) for listed in made]
    step = setup.column + setup.theme.page.gutter
    return Piece(beside(setup, [(0.0, columns[0]), (step, columns[1])], setup.width), before)


def _items(
    element: Element, setup: Setup, name: str, tags: list[Tag], before: float, first: int = 1
) -> list[Piece]:
    """Each item a piece; the first and the last two are not parted."""
    if setup.two and len(list(element.walk())) <= SHORT_LIST:
        listed = _listed(element, setup, name, setup.column, first)
        tags.append(listed.tag)
        return [Piece(column_blocks(setup, listed.blocks, setup.width, setup.theme.page.gutter), before)]
    listed = _listed(element, setup, name, setup.measure, first)
    tags.append(listed.tag)
    last = len(listed.blocks) - 1
    return [
        Piece(
            block,
            0.0 if index else before,
            with_next=index < last and index in {0, last - 1},
            clings=0.0 if index == last else ONE_LIST,
        )
        for index, block in enumerate(listed.blocks)
    ]


def set_needs(element: Element, setup: Setup) -> Passage:
    """What you need: the heading runs into its first line; a list stands below."""
    types, gap = setup.theme.type, setup.theme.gap
    heading = element.first("heading3")
    parts = [Part(heading, types.strong, "needs/heading")] if heading else []
    parts += [Part(p, types.body, f"needs/{index}") for index, p in enumerate(element.all("p"), 1)]
    prose = compose(setup, parts, setup.width)
    pieces = [Piece(words(setup, prose), gap.section, stretch=setup.theme.gap.stretch, path=element.path)]
    tags = [*prose.tags]
    for index, child in enumerate(element.all("list"), 1):
        pieces[-1] = replace(pieces[-1], with_next=True)
        pieces.extend(_items(child, setup, f"needs/list-{index}", tags, 0.0))
    return Passage(Tag("needs", "Sect", tuple(tags), path=element.path), tuple(pieces), "needs")


def set_note(element: Element, setup: Setup, index: int) -> Passage:
    """A clinician's note to this patient, beside a bar."""
    theme = setup.theme
    bar, inset = theme.card.caution_bar, theme.card.caution_bar + theme.card.caution_inset
    name = f"note-{index}"
    head = _heading(element, setup, name, setup.width - inset)
    for index, text in enumerate(element.all("p"), 1):
        part = Part(text, theme.type.body, f"{name}/{index}")
        fitted(compose(setup, [part], setup.measure - inset), setup.measure - inset, part)
    blocks, tags = paragraphs(setup, list(element.all("p")), theme.type.body, setup.measure - inset, name)
    frame, y = setup.frame(setup.width), 0.0
    for block in (*((words(setup, head),) if head else ()), *blocks):
        frame.place(inset, y, block)
        y += block.height
    frame.shapes(0, 0, bar, ink.box(bar, y, theme.colours.ink))
    tag = Tag(name, "Sect", (*(head.tags if head else ()), *tags), path=element.path)
    return Passage(
        tag,
        (Piece(frame.block(y), theme.gap.section, stretch=setup.theme.gap.stretch, path=element.path or "note"),),
        "note",
    )
