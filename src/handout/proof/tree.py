"""The structure tree of a finished file, read with pikepdf (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

DEEPEST = 100  # levels; no handout comes near, a loop would


@dataclass(frozen=True, slots=True)
class Node:
    """A structure element. `marks` are its own pieces of pages: page from 0, marked-content number."""

    role: str
    id: str
    title: str
    language: str
    alt: str
    actual_text: str
    box: bool  # whether it has a Layout BBox
    marks: tuple[tuple[int, int], ...]
    children: tuple[Node, ...]

    def walk(self) -> Iterator[Node]:
        """Itself and all below, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.children)

    def all_marks(self) -> tuple[tuple[int, int], ...]:
        """Its pieces and those of all below, in reading order."""
        found: list[tuple[int, int]] = []
        waiting = [self]
        while waiting:
            node = waiting.pop()
            found += node.marks
            waiting += reversed(node.children)
        return tuple(found)


def read_tree(pdf: pikepdf.Pdf) -> tuple[Node, ...]:
    """The elements at the top of the tree; none in a file without one."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is None or root.get("/K") is None:
        return ()
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    kids = _kids(root.K)
    return tuple(_node(kid, None, pages, 0) for kid in kids if isinstance(kid, pikepdf.Dictionary))


def _kids(value: pikepdf.Object) -> list[object]:
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _page(element: pikepdf.Object, before: int | None, pages: dict[tuple[int, int], int]) -> int | None:
    page = element.get("/Pg")
    return before if page is None else pages.get(page.objgen)


def _node(element: pikepdf.Object, page: int | None, pages: dict[tuple[int, int], int], depth: int) -> Node:
    """One element with everything below it. Raises ValueError where the tree is endless."""
    if depth > DEEPEST:
        raise ValueError("the structure tree has no end")
    page = _page(element, page, pages)
    marks: list[tuple[int, int]] = []
    children: list[Node] = []
    for kid in _kids(element["/K"]) if "/K" in element else ():
        if isinstance(kid, int):
            if page is not None:
                marks.append((page, kid))
        elif isinstance(kid, pikepdf.Dictionary):
            if str(kid.get("/Type", "")) == "/MCR":
                at = _page(kid, page, pages)
                if at is not None:
                    marks.append((at, int(kid["/MCID"])))
            elif "/S" in kid:
                children.append(_node(kid, page, pages, depth + 1))
    return Node(
        role=str(element.get("/S", "")).removeprefix("/"),
        id=_text(element, "/ID"),
        title=_text(element, "/T"),
        language=_text(element, "/Lang"),
        alt=_text(element, "/Alt"),
        actual_text=_text(element, "/ActualText"),
        box=_has_box(element),
        marks=tuple(marks),
        children=tuple(children),
    )


def _text(element: pikepdf.Object, key: str) -> str:
    value = element.get(key)
    return "" if value is None else str(value)


def _has_box(element: pikepdf.Object) -> bool:
    attributes = element.get("/A")
    if attributes is None:
        return False
    return any(isinstance(one, pikepdf.Dictionary) and "/BBox" in one for one in _kids(attributes))
