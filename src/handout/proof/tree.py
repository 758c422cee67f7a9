"""The structure tree of a finished file, read with pikepdf (ISO 32000-1, 14.7)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

DEEPEST = 100  # levels; no handout comes near, a loop would
_REFERENCE = re.compile(r"(\d+) (\d+) R")


@dataclass(frozen=True, slots=True)
class TagNode:
    """A structure element. `marks` are its own pieces of pages: page from 0, marked-content number."""

    role: str
    id: str
    title: str
    language: str
    alt: str
    actual_text: str
    box: bool  # whether it has a Layout BBox
    marks: tuple[tuple[int, int], ...]
    children: tuple[TagNode, ...]

    def walk(self) -> Iterator[TagNode]:
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


def read_tree(pdf: pikepdf.Pdf) -> tuple[TagNode, ...]:
    """The elements at the top of the tree; none in a file without one."""
    root = pdf.Root.get("/StructTreeRoot")
    return () if root is None else _Reader(pdf).top(root)


def read_part(pdf: pikepdf.Pdf, part: pikepdf.Object) -> tuple[TagNode, ...]:
    """The elements below one of a file's Parts."""
    return _Reader(pdf).top(part)


class _Reader:
    """Reads elements as qpdf's JSON (version 2), one call for each: an entry asked for by itself costs as much.

    There a reference is "4 0 R", a name "/Name", a text "u:text" or "b:" and its bytes in hexadecimal.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._seen: set[str] = set()  # elements that were read: each has one parent
        self._pages = {"{} {} R".format(*page.obj.objgen): index for index, page in enumerate(pdf.pages)}

    def top(self, root: pikepdf.Object) -> tuple[TagNode, ...]:
        """The elements below the root."""
        kids = map(self._direct, self._kids(json.loads(root.to_json(dereference=True))))
        return tuple(self._node(kid, None, 0) for kid in kids if isinstance(kid, dict))

    def _direct(self, value: Any) -> Any:
        """The value itself where it is a reference."""
        found = _REFERENCE.fullmatch(value) if isinstance(value, str) else None
        if found is None:
            return value
        number, generation = map(int, found.groups())
        return json.loads(self._pdf.get_object((number, generation)).to_json(dereference=True))

    def _once(self, value: Any) -> Any:
        """The value itself, of an element that nothing else holds. Raises ValueError for a second parent: a tree
        that shares its children has no end in any time that matters."""
        kid = self._direct(value)
        if isinstance(value, str) and isinstance(kid, dict) and "/S" in kid:
            if value in self._seen:
                raise ValueError("an element of the structure tree stands twice in it")
            self._seen.add(value)
        return kid

    def _kids(self, element: dict[str, Any], key: str = "/K") -> list[Any]:
        """The entry as a list; an absent one is empty."""
        value = self._direct(element.get(key))
        return value if isinstance(value, list) else [] if value is None else [value]

    def _page(self, element: dict[str, Any], before: int | None) -> int | None:
        page = element.get("/Pg")
        return before if page is None else self._pages.get(page) if isinstance(page, str) else None

    def _node(self, element: dict[str, Any], page: int | None, depth: int) -> TagNode:
        """One element with everything below it. Raises ValueError where the tree is endless."""
        if depth > DEEPEST:
            raise ValueError("the structure tree has no end")
        page = self._page(element, page)
        marks: list[tuple[int, int]] = []
        children: list[TagNode] = []
        for said in self._kids(element):
            kid = self._once(said)
            if isinstance(kid, int):
                if page is not None:
                    marks.append((page, kid))
            elif isinstance(kid, dict):
                if self._direct(kid.get("/Type")) == "/MCR":
                    at = self._page(kid, page)
                    if at is not None:
                        marks.append((at, int(self._direct(kid["/MCID"]))))
                elif "/S" in kid:
                    children.append(self._node(kid, page, depth + 1))
        return TagNode(
            role=self._text(element, "/S").removeprefix("/"),
            id=self._text(element, "/ID"),
            title=self._text(element, "/T"),
            language=self._text(element, "/Lang"),
            alt=self._text(element, "/Alt"),
            actual_text=self._text(element, "/ActualText"),
            box=any("/BBox" in one for one in map(self._direct, self._kids(element, "/A")) if isinstance(one, dict)),
            marks=tuple(marks),
            children=tuple(children),
        )

    def _text(self, element: dict[str, Any], key: str) -> str:
        """A text or a name as it is; "" where there is none."""
        value = self._direct(element.get(key))
        if isinstance(value, str) and value.startswith("u:"):
            return value[2:]
        if isinstance(value, str) and value.startswith("b:"):
            return str(pikepdf.String(bytes.fromhex(value[2:])))
        return "" if value is None else str(value)
