"""SVG text to elements with their lines. Refuses document types and entities before they can do anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from handout.errors import DrawingError, Finding, Place

SVG = "http://www.w3.org/2000/svg"
MAX_CHARACTERS = 4_000_000
MAX_DEPTH = 60
PNG = "Export the picture as PNG instead."


@dataclass(slots=True)
class Element:
    """An element of the SVG namespace (or of none); attributes of other namespaces are left out."""

    name: str
    attributes: dict[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)


def parse(text: str, where: Place) -> Element:
    """The root element. Raises `DrawingError` for text that is not well-formed, or holds a DTD."""
    if len(text) > MAX_CHARACTERS:
        raise _refusal("this SVG is very large", PNG, where)
    builder = _Builder(where)
    try:
        builder.parser.Parse(text, True)
    except expat.ExpatError as error:
        place = Place(where.file, error.lineno, error.offset + 1)
        what = f"this is not well-formed XML: {expat.ErrorString(error.code)}"
        raise _refusal(what, "Save the SVG again, or export it as PNG.", place) from None
    except UnicodeEncodeError:
        raise _refusal("this is not well-formed XML: a lone surrogate", PNG, where) from None
    if builder.root is None or builder.root.name != "svg":
        raise _refusal("this is not an SVG picture", PNG, where)
    return builder.root


def _refusal(what: str, hint: str, where: Place) -> DrawingError:
    return DrawingError(Finding(what, hint, where))


class _Builder:
    """Collects elements; what stands in a foreign namespace (an editor's notes) draws nothing and is left."""

    def __init__(self, where: Place) -> None:
        self.where = where
        self.root: Element | None = None
        self.stack: list[Element | None] = []
        self.parser: Any = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def place(self) -> Place:
        return Place(self.where.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def doctype(self, *_: object) -> None:
        raise _refusal("an SVG with a document type (DTD) is not read", f"Take it out. {PNG}", self.place())

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _refusal("groups are nested too deeply", PNG, self.place())
        namespace, _, name = tag.rpartition(" ")
        parent = self.stack[-1] if self.stack else None
        if namespace not in ("", SVG) or (self.stack and parent is None):
            self.stack.append(None)
            return
        place = self.place()
        own = {key: value for key, value in attributes.items() if " " not in key or key.endswith(" href")}
        element = Element(name, own, place.line, place.column)
        if parent is not None:
            parent.children.append(element)
        elif self.root is None:
            self.root = element
        self.stack.append(element)

    def end(self, _: str) -> None:
        self.stack.pop()
