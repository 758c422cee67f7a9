"""Shapes that hold others: lists, tables keyed by id, and one of two forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic

from handout.source.node import Mapping, Node, NodeList, Scalar
from handout.source.shapes.base import Findings, Json, T, ValueShape, find, join, kind_of
from handout.source.shapes.values import ID


@dataclass(frozen=True, slots=True)
class ListOf(ValueShape[tuple[T, ...]], Generic[T]):
    """A list of at least `least` things, none of them twice unless `repeats`."""

    item: ValueShape[T]
    about: str = "a list"
    least: int = 0
    most: int | None = None
    repeats: bool = False

    def read(self, node: Node, path: str, findings: Findings) -> tuple[T, ...] | None:
        if not isinstance(node, NodeList):
            hint = "Write it in brackets, [one, two], or one on each line behind a hyphen."
            find(findings, node.where, path, f"{self.about} is needed here, not {kind_of(node)}", hint)
            return None
        before = len(findings)
        items = tuple(self._items(node, path, findings))
        if len(findings) > before:
            return None
        if len(items) < self.least or (self.most is not None and len(items) > self.most):
            find(findings, node.where, path, self._miscounted(len(items)), "Complete the list.")
            return None
        return items

    def _miscounted(self, count: int) -> str:
        """What to say of a list that is too short or too long."""
        if not count:
            return "the list is empty"
        few = count < self.least
        return f"the list has {count}, and {'at least' if few else 'at most'} {self.least if few else self.most}"

    def _items(self, node: NodeList, path: str, findings: Findings) -> Iterator[T]:
        seen: dict[object, int] = {}
        for index, item in enumerate(node.items):
            value = self.item.read(item, join(path, index), findings)
            if value is None:
                continue
            if isinstance(value, str | int) and not self.repeats:
                if value in seen:
                    what = f"“{value}” stands in the list twice"
                    find(findings, item.where, join(path, index), what, "Keep one of the two.")
                seen[value] = index
            yield value

    def schema(self) -> Json:
        made: Json = {"type": "array", "items": self.item.schema()}
        if self.least:
            made["minItems"] = self.least
        if self.most is not None:
            made["maxItems"] = self.most
        if not self.repeats and self.item.schema().get("type") in {"string", "integer"}:
            made["uniqueItems"] = True
        return made


@dataclass(frozen=True, slots=True)
class TableOf(ValueShape[dict[str, T]], Generic[T]):
    """`key: value` lines with keys of the writer's own; `key` is the pattern that they match."""

    value: ValueShape[T]
    key: str = ID
    about: str = "a group of `key: value` lines"
    least: int = 0
    named: str = "small letters a to z, digits and hyphens"  # what a key may be, for a finding

    def read(self, node: Node, path: str, findings: Findings) -> dict[str, T] | None:
        if not isinstance(node, Mapping):
            hint = "Write one `key: value` on each line, indented by two spaces."
            find(findings, node.where, path, f"{self.about} is needed here, not {kind_of(node)}", hint)
            return None
        before = len(findings)
        made: dict[str, T] = {}
        for key, item in node.entries:
            inside = join(path, key.text)
            if not re.fullmatch(self.key, key.text):
                what = f"“{key.text}” cannot be a name here"
                find(findings, key.where, inside, what, f"Use {self.named}.")
            elif (value := self.value.read(item, inside, findings)) is not None:
                made[key.text] = value
        if len(findings) == before and len(made) < self.least:
            what = f"{self.about} has {len(made)} entries, and at least {self.least} are needed"
            find(findings, node.where, path, what, "Complete it.")
        return made if len(findings) == before else None

    def schema(self) -> Json:
        made: Json = {
            "type": "object",
            "propertyNames": {"pattern": f"^(?:{self.key})$"},
            "additionalProperties": self.value.schema(),
        }
        if self.least:
            made["minProperties"] = self.least
        return made


@dataclass(frozen=True, slots=True)
class Either(ValueShape[T], Generic[T]):
    """One word, or a group of `key: value` lines that says more."""

    word: ValueShape[T]
    group: ValueShape[T]

    def read(self, node: Node, path: str, findings: Findings) -> T | None:
        shape = self.word if isinstance(node, Scalar) else self.group
        return shape.read(node, path, findings)

    def schema(self) -> Json:
        return {"anyOf": [self.word.schema(), self.group.schema()]}
