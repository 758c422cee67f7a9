"""Where the shipped data lies, and plain data as the tree of a file whose places a test can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from handout.errors import Place
from handout.figure import Storyboard
from handout.source.node import Mapping as Tree
from handout.source.node import Node, NodeList, Scalar

ROOT = Path(__file__).parents[2]
Board = Callable[[Mapping[str, object]], Storyboard]


def node_of(value: object, path: tuple[str | int, ...] = ()) -> Node:
    """Plain data as a file would hold it. The places are made up: the file is the key path."""
    where = Place("/".join(str(step) for step in path) or ".")
    if isinstance(value, Mapping):
        entries = ((str(key), node_of(inner, (*path, str(key)))) for key, inner in value.items())
        return Tree(tuple((Scalar(key, inner.where), inner) for key, inner in entries), where)
    if isinstance(value, list | tuple):
        return NodeList(tuple(node_of(inner, (*path, index)) for index, inner in enumerate(value)), where)
    if value is None or isinstance(value, bool):
        return Scalar("" if value is None else str(value).lower(), where)
    return Scalar(str(value), where)
