"""A file of words changed where it must be, and nowhere else: comments, order and the other lines stay.

Works on the lines of block-style YAML, the only style that files of words have; a table in braces, such as
the plural forms of a language file, is written anew as a whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handout.authoring.translation.yaml_text import key_text, lines_of, scalar, tree_of
from handout.language import BLOCKS
from handout.source import Mapping, Scalar, parse

_KEY = re.compile(r'( *)("(?:[^"\\]|\\.)*"|[^\s#"\-{\[][^:]*?) *:(?:[ ]+(.*))?')

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YamlEntry:
    """A key and what belongs to it: the lines from `first` up to `last`."""

    path: Path
    indent: int
    first: int
    last: int
    block: bool  # other keys stand below it


def with_text(text: str, path: str, value: str, order: Sequence[str] = ()) -> str:
    """The file with one text set. A new one comes behind the text before it in `order`, all paths of the file."""
    lines = text.splitlines()
    keys = tuple(path.split("."))
    table = {entry.path: entry for entry in _entries(lines)}
    depth = next((depth for depth in range(len(keys), 0, -1) if keys[:depth] in table), 0)
    entry = table.get(keys[:depth])
    if entry is not None and depth == len(keys):
        lines[entry.first : entry.last] = [f"{' ' * entry.indent}{key_text(keys[-1])}: {scalar(value)}"]
    elif entry is not None and not entry.block:
        lines[entry.first : entry.last] = _in_braces(lines[entry.first : entry.last], keys[depth:], value)
    else:
        at, indent = _place(table, entry, keys[: depth + 1], order, lines)
        lines[at:at] = lines_of(tree_of({".".join(keys[depth:]): value}), indent)
    return "\n".join(lines) + "\n"


def with_block(text: str, key: str, block: Sequence[str]) -> str:
    """The file with one of the blocks behind its words (`unsure`, `english`, …) set; taken away where empty."""
    lines = text.splitlines()
    entry = next((entry for entry in _entries(lines) if entry.path == (key,)), None)
    if entry is not None:
        lines[entry.first : entry.last] = block
    else:
        lines.extend(block)
    return "\n".join(lines) + "\n"


def _entries(lines: Sequence[str]) -> Iterator[YamlEntry]:
    """Every key of the file, parents first."""
    above: list[tuple[int, str]] = []
    index = 0
    while index < len(lines):
        match = _KEY.fullmatch(lines[index])
        if match is None:
            index += 1
            continue
        indent, key, value = len(match[1]), _plain(match[2]), (match[3] or "").strip()
        above = [*(one for one in above if one[0] < indent), (indent, key)]
        last = _end(lines, index, indent)
        block = (not value or value.startswith("#")) and _opens(lines[index + 1 : last], indent)
        yield YamlEntry(tuple(name for _, name in above), indent, index, last, block)
        index = index + 1 if block else last


def _plain(key: str) -> str:
    return str(json.loads(key)) if key.startswith('"') else key


def _end(lines: Sequence[str], first: int, indent: int) -> int:
    """The line behind the last that belongs to the key of line `first`."""
    last = first + 1
    for index in range(first + 1, len(lines)):
        line = lines[index]
        deep = len(line) - len(line.lstrip())
        if not line.strip() or (line.lstrip().startswith("#") and deep <= indent):
            continue  # blank lines and comments belong to what follows
        if deep < indent or (deep == indent and not line.lstrip().startswith("- ")):
            break
        last = index + 1
    return last


def _opens(inside: Sequence[str], indent: int) -> bool:
    """Whether the first line below a key is a key itself, not a text or a list."""
    line = next((line for line in inside if line.strip() and not line.lstrip().startswith("#")), "")
    match = _KEY.fullmatch(line)
    return match is not None and len(match[1]) > indent


def _in_braces(lines: Sequence[str], keys: Path, value: str) -> list[str]:
    """A table in braces with one text set, on one line again."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    tree = parse("\n".join(line[indent:] for line in lines), "")
    assert isinstance(tree, Mapping)
    (key, table), *_ = tree.entries
    assert isinstance(table, Mapping), f"{key.text} is no table"
    said = {name.text: node.text for name, node in table.entries if isinstance(node, Scalar)}
    said[".".join(keys)] = value
    inside = ", ".join(f"{key_text(name)}: {json.dumps(text, ensure_ascii=False)}" for name, text in said.items())
    return [f"{' ' * indent}{key_text(key.text)}: {{{inside}}}"]


def _place(
    table: dict[Path, YamlEntry], parent: YamlEntry | None, path: Path, order: Sequence[str], lines: Sequence[str]
) -> tuple[int, int]:
    """The line and the indent of a new key: behind the one that comes before it in `order`."""
    depth = len(path)
    heads = list(dict.fromkeys(tuple(one.split(".")[:depth]) for one in order))
    before = heads[: heads.index(path)] if path in heads else heads
    near = [table[one] for one in before if one[:-1] == path[:-1] and one in table]
    if near:
        return near[-1].last, near[-1].indent
    if parent is not None:
        below = next((one for one in table.values() if one.path[:-1] == parent.path), None)
        return parent.first + 1, below.indent if below else parent.indent + 2
    marks = [entry.first for entry in table.values() if entry.path[0] in BLOCKS]
    return min(marks, default=len(lines)), 0
