"""What is shipped, held against the hashes of mandatory.yaml: words changed in place, and symbols replaced."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from handout.content.files import Facts
from handout.content.gathering import Gathered
from handout.content.library import Library, called
from handout.content.mandatory.types import Mandatory, Shortfall
from handout.content.rewording import ROUTINES, SAFETY_FOLDER, is_safety, regional_files, routine_files, wordings
from handout.content.types import Routine
from handout.errors import HandoutError, Place
from handout.source import Mapping as Table
from handout.source import Node, NodeList, Scalar, read

FACTS = f"{SAFETY_FOLDER}/safety.yaml"
ICONS = "assets/icons"
DIGITS = 16


def shipped_shortfalls(facts: Gathered, library: Library, mandatory: Mandatory) -> Iterator[Shortfall]:
    """Shipped safety texts that are not those that mandatory.yaml knows, and warning symbols that a library
    draws in another way. A language that it does not know is a draft, and passes."""
    root = library.layers[0]
    yield from _changed(FACTS, "facts", mandatory.facts, facts_hash(root))
    for tag in library.languages:
        known = mandatory.words.get(tag)
        if known is not None:
            for group, files in files_of(root, tag).items():
                yield from _changed(files[0], group, known[group], words_hash(root, files))
    for name in mandatory.routines:
        if name in facts.routines:
            yield from _routine(facts.routines[name], library.layers[0])
    for name, known_hash in mandatory.symbols.items():
        yield from _symbol(library, name, known_hash)


def _routine(one: Facts[Routine], root: Path) -> Iterator[Shortfall]:
    """What the file in the place of a shipped routine leaves out of when to come back, and its other numbers."""
    file = f"{ROUTINES}/{one.value.id}/routine.yaml"
    tree = _tree(root, file)
    for key, said in _leaves(tree):
        table, _, name = key.removeprefix(".").partition(".")
        if table == "see_us" and said not in one.value.see_us:
            what = f"“{said}” is missing under see_us: the shipped routine says it"
            yield Shortfall(file, f"see_us.{said}", said, "", one.place("see_us"), what)
        now = one.value.values.get(name)
        if table == "values" and now is not None and float(said) != now:
            what = f"{name} is {now:g} and not {said}, which the shipped words were written for"
            yield Shortfall(file, f"values.{name}", said, f"{now:g}", one.place(f"values.{name}"), what)


def files_of(root: Path, tag: str) -> dict[str, tuple[str, ...]]:
    """Group of texts -> the files that hold it."""
    routines = routine_files(root, tag)
    return {
        "panel": (f"{SAFETY_FOLDER}/{tag}.yaml", *regional_files(root, tag)),
        "page": (f"assets/languages/{tag}.yaml",),
        "routines": routines or (f"{ROUTINES}/back/{tag}.yaml",),
    }


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


def words_hash(root: Path, files: Iterable[str]) -> str:
    """The hash of the safety texts of words files or a language file; "" where there are none."""
    trees = [(file, tree) for file in files if (tree := _tree(root, file)) is not None]
    texts = {
        f"{file if index else ''}{key}": said.text
        for index, (file, tree) in enumerate(trees)
        for key, said in wordings(tree)
        if is_safety(file, key)
    }
    return _hashed(texts.items()) if texts else ""


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
    elif isinstance(node, NodeList):
        for index, item in enumerate(node.items):
            yield from _leaves(item, f"{path}.{index}")
    elif isinstance(node, Table):
        for key, value in node.entries:
            yield from _leaves(value, f"{path}.{key.text}")
