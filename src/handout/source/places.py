"""Where a value stands: from a path of keys back to file, line and column."""

from __future__ import annotations

from collections.abc import Iterable

from handout.errors import Place
from handout.source.node import Mapping, Node, NodeList


def place_of(node: Node, key_path: str | Iterable[str | int]) -> Place:
    """Where the value at `key_path` stands: "frames.turn.contacts.1", or its steps one by one.

    The key counts, where there is one; a step that is not there ends the walk, so that a missing value
    is reported where it should have stood.
    """
    steps = key_path.split(".") if isinstance(key_path, str) else key_path
    where = node.where
    for step in steps:
        found = _step(node, str(step))
        if found is None:
            break
        node, where = found
    return where


def _step(node: Node, step: str) -> tuple[Node, Place] | None:
    if isinstance(node, Mapping):
        value = node.get(step)
        return None if value is None else (value, node.key_place(step))
    if isinstance(node, NodeList) and step.isdecimal() and int(step) < len(node.items):
        item = node.items[int(step)]
        return item, item.where
    return None
