"""Reading the markup back: XML -> `Element`, checked row by row against the element table.

White space between elements is layout of the template and is dropped; inside a text it collapses to one
space (U+0020, tab and line ends only: a no-break space is typography and stays). A document type or an
entity of its own is refused, so a template cannot grow text that nobody reads.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from handout.errors import Finding, ManuscriptError, Place, Private
from handout.manuscript.elements import ELEMENTS, Element

AT = "at"  # the attribute the template loader adds: "handout.xml.j2:12"; never handed on
WHITE = re.compile(r"[ \t\r\n]+")


@dataclass(slots=True)
class _Open:
    """An element whose end tag has not been read yet."""

    kind: str
    attributes: dict[str, str]
    where: Place
    children: list[str | Private | Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Read:
    """A tree with the findings of its reading, and where each element was opened."""

    root: Element | None
    findings: tuple[Finding, ...]
    places: Mapping[int, Place]  # id() of an element of the tree -> its place in the template


class _Reader:
    """Expat's callbacks; collects findings and goes on."""

    def __init__(self, name: str, privates: Mapping[str, Private]) -> None:
        self.name = name
        self.privates = privates
        self.findings: list[Finding] = []
        self.places: dict[int, Place] = {}
        self.stack: list[_Open] = []
        self.root: Element | None = None
        self.parser = expat.ParserCreate(namespace_separator=None)
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text
        self.parser.StartDoctypeDeclHandler = self.doctype

    def find(self, what: str, hint: str, where: Place | None = None) -> None:
        self.findings.append(Finding(what, hint, where or self.here()))

    def here(self) -> Place:
        if self.stack:
            return self.stack[-1].where
        return Place(self.name, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def doctype(self, *_: object) -> None:
        raise ManuscriptError(
            Finding("the template declares a document type", "Remove the <!DOCTYPE> line.", self.here())
        )

    def start(self, kind: str, attributes: dict[str, str]) -> None:
        where = _place(attributes.pop(AT, ""), self.here())
        rule = ELEMENTS.get(kind)
        if rule is None:
            self.find(f"<{kind}> is not an element of the markup", "See `elements.py` for the table.", where)
        else:
            for unknown in sorted(set(attributes) - rule.attributes):
                self.find(f'<{kind}> takes no attribute "{unknown}"', _allowed(rule.attributes), where)
        parent = ELEMENTS.get(self.stack[-1].kind) if self.stack else None
        if parent is not None and rule is not None and kind not in parent.holds:
            self.find(f"<{kind}> cannot stand in <{self.stack[-1].kind}>", _allowed(parent.holds), where)
        self.stack.append(_Open(kind, dict(attributes), where))

    def text(self, data: str) -> None:
        if not self.stack:
            return
        top = self.stack[-1]
        rule = ELEMENTS.get(top.kind)
        if rule is not None and not rule.text:
            if data.strip(" \t\r\n"):
                self.find(f"text stands loose in <{top.kind}>", "Put it into an element that holds text.")
            return
        top.children.append(WHITE.sub(" ", data))

    def end(self, kind: str) -> None:
        done = self.stack.pop()
        if kind == "private":
            self.private(done)
            return
        element = Element(kind, _trim(done.children), done.attributes)
        self.places[id(element)] = done.where
        if self.stack:
            self.stack[-1].children.append(element)
        else:
            self.root = element

    def private(self, done: _Open) -> None:
        key = done.attributes.get("key", "")
        value = self.privates.get(key)
        if value is None:
            known = ", ".join(sorted(self.privates)) or "none"
            self.find(f"no patient's value has the key {key!r}", f"Known: {known}.")
        elif self.stack:
            self.stack[-1].children.append(value)


def _place(at: str, default: Place) -> Place:
    file, _, line = at.rpartition(":")
    return Place(file, int(line)) if file and line.isdigit() else default


def _allowed(names: frozenset[str]) -> str:
    return f"Allowed: {', '.join(sorted(names))}." if names else "It holds nothing."


def _trim(children: list[str | Private | Element]) -> tuple[str | Private | Element, ...]:
    """Children with neighbouring texts joined, and no white space at either end."""
    joined: list[str | Private | Element] = []
    for child in children:
        if isinstance(child, str) and joined and isinstance(joined[-1], str):
            joined[-1] = WHITE.sub(" ", joined[-1] + child)
        else:
            joined.append(child)
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip(" ")
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip(" ")
    return tuple(child for child in joined if child != "")


def read_tree(xml: str, privates: Mapping[str, Private], name: str = "markup") -> Read:
    """The tree of `xml` with all findings; `name` is said where an element carries no place of its own."""
    reader = _Reader(name, privates)
    try:
        reader.parser.Parse(xml, True)
    except expat.ExpatError as error:
        where = reader.here() if reader.stack else Place(name, error.lineno, error.offset + 1)
        reader.find(
            f"the markup is not well-formed: {expat.ErrorString(error.code)}",
            "Close every element in the order it was opened.",
            where,
        )
        return Read(None, tuple(reader.findings), reader.places)
    except ManuscriptError as error:
        return Read(None, (*reader.findings, *error.findings), reader.places)
    return Read(reader.root, tuple(reader.findings), reader.places)


def read_markup(xml: str, privates: Mapping[str, Private]) -> Element:
    """The tree of `xml`, each `<private key="..."/>` replaced by the patient's value of that key.

    Raises `ManuscriptError` with all findings when an element, an attribute or a text stands where the
    element table has no place for it.
    """
    read = read_tree(xml, privates)
    if read.findings or read.root is None:
        raise ManuscriptError(read.findings)
    return read.root
