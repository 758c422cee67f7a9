"""Words written as YAML that the strict reader reads back the same: nested keys, one text a line."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

# Plain when nothing in it means anything to YAML; else in double quotes.
_PLAIN = re.compile(r"[^\W\d_][^:#{}\[\]\"'&*!|>%@`\n]*", re.UNICODE)
_WORDS_OF_YAML = {"yes", "no", "on", "off", "true", "false", "null", "y", "n", "~"}

Tree = dict[str, "Tree | str"]


def tree_of(flat: Mapping[str, str]) -> Tree:
    """"steps.turn" -> text as nested keys, in order."""
    tree: Tree = {}
    for key, text in flat.items():
        node = tree
        *parents, last = key.split(".")
        for parent in parents:
            inner = node.setdefault(parent, {})
            assert isinstance(inner, dict), f"{key} stands under a text"
            node = inner
        node[last] = text
    return tree


def lines_of(tree: Tree, indent: int = 0) -> list[str]:
    """The lines of a nested mapping."""
    lines: list[str] = []
    for key, value in tree.items():
        head = f"{' ' * indent}{key_text(key)}:"
        if isinstance(value, dict):
            lines += [head, *lines_of(value, indent + 2)]
        else:
            lines.append(f"{head} {scalar(value)}")
    return lines


def key_text(key: str) -> str:
    """A key, quoted where YAML would read it as something else."""
    return key if re.fullmatch(r"[A-Za-z][\w.-]*", key) and key.lower() not in _WORDS_OF_YAML else json.dumps(key)


def scalar(text: str) -> str:
    """A text, quoted where it must be."""
    if _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)
