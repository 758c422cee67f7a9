"""The tree a YAML file is read into: every scalar is text, and every node knows its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from handout.errors import Place

# What YAML calls white space; a space that holds two words together (U+00A0) is a letter of the text.
_WHITE = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One plain, quoted or block scalar: its text as written, never a guessed type."""

    text: str
    where: Place
    quoted: bool = False  # quoted or block style: text for sure
    comment: bool = False  # a comment stands behind it on its line, and may be the rest of a sentence


@dataclass(frozen=True, slots=True)
class NodeList:
    """A list of nodes."""

    items: tuple[Node, ...]
    where: Place
    flow: bool = False  # written in [...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in file order; each key is a scalar with a place of its own, and none occurs twice."""

    entries: tuple[tuple[Scalar, Node], ...]
    where: Place
    flow: bool = False  # written in {...}

    def get(self, key: str) -> Node | None:
        """The value of `key`, or None."""
        return next((value for name, value in self.entries if name.text == key), None)

    def key_place(self, key: str) -> Place:
        """Where `key` stands, or where the mapping starts."""
        return next((name.where for name, _ in self.entries if name.text == key), self.where)

    def keys(self) -> Iterator[str]:
        """The keys in file order."""
        return (name.text for name, _ in self.entries)


Node = Scalar | NodeList | Mapping


def one_spaced(text: str) -> str:
    """A text with each stretch of white space as one space, and none around it."""
    return _WHITE.sub(" ", text).strip(" ")


def texts_below(node: Node, path: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every text below a node by its path, with white space as one space; lists are passed over."""
    if isinstance(node, Scalar):
        yield path, Scalar(one_spaced(node.text), node.where)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from texts_below(value, f"{path}.{key.text}" if path else key.text)
