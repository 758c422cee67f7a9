"""What is shipped, held against the hashes of mandatory.yaml: words changed in place, and symbols replaced."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from handout.content.library import Library, called
from handout.content.mandatory.types import Mandatory, Shortfall
from handout.content.rewording import SAFETY, is_safety, texts_of
from handout.errors import HandoutError, Place
from handout.source import Mapping as Table
from handout.source import Node, Scalar, Sequence, read

FACTS = f"{SAFETY}/safety.yaml"
ICONS = "assets/icons"
DIGITS = 16


def shipped_shortfalls(library: Library, mandatory: Mandatory) -> Iterator[Shortfall]:
    """Shipped safety texts that are not those that mandatory.yaml knows, and warning symbols that a library
    draws in another way. A language that it does not know is a draft, and passes."""
    root = library.layers[0]
    yield from _changed(FACTS, "facts", mandatory.facts, facts_hash(root))
    for tag in library.languages:
        known = mandatory.words.get(tag)
        if known is not None:
            for group, file in files_of(tag).items():
                yield from _changed(file, group, known[group], words_hash(root, file))
    for name, known_hash in mandatory.symbols.items():
        yield from _symbol(library, name, known_hash)


def files_of(tag: str) -> dict[str, str]:
    """Group of texts -> the file that holds it."""
    return {"panel": f"{SAFETY}/{tag}.yaml", "page": f"assets/languages/{tag}.yaml"}


def _changed(file: str, group: str, known: str, found: str) -> Iterator[Shortfall]:
    if found != known:
        what = "the safety texts of this file are not those that handouts/safety/mandatory.yaml knows"
        yield Shortfall(file, group, known, found, Place(file), what, own=True)


def _symbol(library: Library, name: str, known: str) -> Iterator[Shortfall]:
    file = f"{ICONS}/{name}.svg"
    path = library.file(file)
    found = drawing_hash(path) if path is not None else ""
    if path is not None and found != known:
        what = f"the warning symbol “{name}” is not the shipped one"
        own = path.is_relative_to(library.layers[0]) and not any(path.is_relative_to(up) for up in library.layers[1:])
        yield Shortfall(file, "drawing", known, found, Place(called(library.layers, path)), what, own)
    elif path is None:
        yield Shortfall(file, "drawing", known, "", Place(file), f"the warning symbol “{name}” is missing", own=True)


def facts_hash(root: Path) -> str:
    """The hash of everything that safety.yaml says, lists and their order too."""
    return _hashed(_leaves(_tree(root, FACTS)))


def words_hash(root: Path, file: str) -> str:
    """The hash of the safety texts of a words file or a language file."""
    tree = _tree(root, file)
    return _hashed((key, said.text) for key, said in texts_of(tree) if is_safety(file, key)) if tree else ""


def drawing_hash(path: Path) -> str:
    """The hash of a drawing; line ends do not count."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()[:DIGITS]


def _tree(root: Path, file: str) -> Node | None:
    """The shipped file alone; None where it is missing or broken, which is said elsewhere."""
    try:
        return read(root / file, file)
    except HandoutError:
        return None


def _hashed(texts: Iterable[tuple[str, str]]) -> str:
    table: Mapping[str, str] = dict(texts)
    return hashlib.sha256(json.dumps(table, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:DIGITS]


def _leaves(node: Node | None, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, Scalar):
        yield path, node.text
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _leaves(item, f"{path}.{index}")
    elif isinstance(node, Table):
        for key, value in node.entries:
            yield from _leaves(value, f"{path}.{key.text}")
