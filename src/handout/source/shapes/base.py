"""What a shape is: it reads a node into a value, and writes the JSON Schema of what it reads."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from handout.errors import Finding, HandoutError, Place
from handout.source.node import Mapping, Node, NodeList, Scalar

T = TypeVar("T")

Findings = list[Finding]
Json = dict[str, Any]


class ValueShape(ABC, Generic[T]):
    """The form a value must have. One object reads it and describes it to an editor."""

    __slots__ = ()

    @abstractmethod
    def read(self, node: Node, path: str, findings: Findings) -> T | None:
        """The value at content path `path`; None when it is wrong, and then `findings` says why."""

    def whole(self, node: Node, error: type[HandoutError]) -> T:
        """The value of a file by itself. Raises `error` with every finding."""
        findings: Findings = []
        value = self.read(node, "", findings)
        if value is None or findings:
            raise error(findings)
        return value

    @abstractmethod
    def schema(self) -> Json:
        """The same form as JSON Schema, draft 2020-12."""


def find(findings: Findings, where: Place, path: str, what: str, hint: str) -> None:
    """Adds a finding at a node."""
    findings.append(Finding(what, hint, where, path))


def join(path: str, step: str | int) -> str:
    """The content path one step further in."""
    return f"{path}.{step}" if path else str(step)


def kind_of(node: Node) -> str:
    """A node's kind, for a finding."""
    if isinstance(node, Mapping):
        return "a group of `key: value` lines"
    if isinstance(node, NodeList):
        return "a list"
    return f"“{node.text}”" if node.text else "nothing"


def begins_with_brace(node: Node) -> bool:
    """Whether a text such as `{hold}` was written without quotes, and so became a mapping."""
    return (
        isinstance(node, Mapping)
        and node.flow
        and all(isinstance(value, Scalar) and not value.text for _, value in node.entries)
    )


def suggestion(word: str, known: Iterable[str]) -> str:
    """A sentence that offers the nearest known word, or all of them when there are few; else ""."""
    known = sorted(known)
    near = get_close_matches(word, known, n=1, cutoff=0.7)
    if near:
        return f"Did you mean “{near[0]}”?"
    if 0 < len(known) <= 12:
        return f"Known here: {', '.join(known)}."
    return ""
