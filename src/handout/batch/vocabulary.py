"""What lists call things in the languages that ship: columns, totals, nothing, sides. The words are data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handout.source import Mapping, Node, NodeList, Scalar, read

FILE = Path(__file__).with_name("column_names.yaml")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words as `plainly` writes them."""

    columns: dict[str, str]  # what a list calls a column -> our name
    totals: frozenset[str]
    nothing: frozenset[str]
    yes: frozenset[str]
    sides: dict[str, str]


def plainly(text: str) -> str:
    """A name as it is compared: small letters, no signs, single spaces: "Case No.:" is "case no"."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[^\w\-–]+|_", " ", folded).split())


@cache
def vocabulary() -> Vocabulary:
    """The shipped words, read once."""
    root = read(FILE, FILE.name)
    assert isinstance(root, Mapping)
    parts = dict(zip(root.keys(), (node for _, node in root.entries), strict=True))
    return Vocabulary(
        dict(_meanings(parts["columns"])),
        frozenset(_words(parts["totals"])),
        frozenset(_words(parts["nothing"])),
        frozenset(_words(parts["yes"])),
        dict(_meanings(parts["sides"])),
    )


def _meanings(node: Node) -> Iterator[tuple[str, str]]:
    assert isinstance(node, Mapping)
    for key, words in node.entries:
        yield from ((word, key.text) for word in _words(words))


def _words(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield plainly(node.text)
    elif isinstance(node, NodeList):
        for item in node.items:
            yield from _words(item)
