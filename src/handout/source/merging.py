"""Trees of several files as one: what an upper file adds stands beside what the lower one says.

Every node keeps its own place, so that a finding names the file that a text is from.
"""

from __future__ import annotations

from handout.source.node import Mapping, Node, NodeList, Scalar


def merged(lower: Node, upper: Node, *, lists: bool) -> Node:
    """Tables are joined key by key, the lower one's first; any other value is the upper one's.

    `lists`: lists are joined too, what the lower one lacks at its end; else the upper list holds.
    """
    if isinstance(lower, Mapping) and isinstance(upper, Mapping):
        return Mapping(tuple(_entries(lower, upper, lists)), lower.where, lower.flow)
    if lists and isinstance(lower, NodeList) and isinstance(upper, NodeList):
        known = [said(item) for item in lower.items]
        more = tuple(item for item in upper.items if said(item) not in known)
        return NodeList((*lower.items, *more), lower.where, lower.flow)
    return upper


def _entries(lower: Mapping, upper: Mapping, lists: bool) -> list[tuple[Scalar, Node]]:
    own = {key.text: (key, value) for key, value in upper.entries}
    joined: list[tuple[Scalar, Node]] = []
    for key, value in lower.entries:
        above = own.pop(key.text, None)
        joined.append((key, value) if above is None else (above[0], merged(value, above[1], lists=lists)))
    return [*joined, *own.values()]


def said(node: Node) -> object:
    """A node without its places, every value as it is written: to tell whether two say the same."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: said(value) for key, value in node.entries}
    return [said(item) for item in node.items]
