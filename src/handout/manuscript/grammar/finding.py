"""A tree that is being checked, with the place of each element in the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from handout.errors import Finding, Place, Private
from handout.manuscript.elements import Element

KEEP = "A template may reorder, and leave out what is not mandatory; this is mandatory."


@dataclass(frozen=True, slots=True)
class Tree:
    """The root of a manuscript, and where its elements were opened."""

    root: Element
    places: Mapping[int, Place]
    file: str

    def place(self, element: Element | None) -> Place:
        """The element's place in the template, or the template itself."""
        return self.places.get(id(element), Place(self.file)) if element is not None else Place(self.file)

    def find(self, what: str, element: Element | None = None, hint: str = KEEP) -> Finding:
        """A finding at that element."""
        path = element.path if element is not None else ""
        return Finding(what, hint, self.place(element), path)

    def once(self, parent: Element, kind: str, said: str = "") -> Iterator[Finding]:
        """A finding unless the parent holds exactly one such child."""
        found = list(parent.all(kind))
        if not found:
            yield self.find(f"the {said or kind} is missing", parent)
        for extra in found[1:]:
            yield self.find(f"the {said or kind} stands twice", extra, "Print it once.")

    def texts(self, parent: Element, kind: str, wanted: Iterable[str], said: str) -> Iterator[Finding]:
        """A finding unless the children of that kind say exactly these texts, in this order."""
        own = [text_of(child) for child in parent.all(kind)]
        asked = [normal(text) for text in wanted]
        for text in asked:
            if text not in own:
                yield self.find(f"{said} lacks: {text}", parent)
        for text in own:
            if text not in asked:
                yield self.find(f"{said} holds what was not prescribed: {text}", parent)
        if sorted(own) == sorted(asked) and own != asked:
            yield self.find(f"{said} is not in the order of the sheet", parent)
        if sorted(own) != sorted(asked) and set(own) == set(asked):
            yield self.find(f"{said} says something twice", parent, "Print it once.")


def normal(text: str) -> str:
    """A text as the reader of the markup leaves it: U+0020, tab and line ends collapsed, no-break kept."""
    return " ".join(part for part in text.replace("\t", " ").replace("\n", " ").split(" ") if part)


def text_of(element: Element) -> str:
    """All text below an element; a patient's value stands for itself, unread."""
    return normal("".join(_texts(element)))


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, Element):
            yield from _texts(child)
        else:
            yield str(child) if isinstance(child, Private) else child
