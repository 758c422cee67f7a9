"""The shape of a thing with named fields: the table of fields is the whole description."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic

from handout.source.node import Mapping, Node
from handout.source.shapes.base import Findings, Json, T, ValueShape, find, join, kind_of, suggestion

Values = dict[str, Any]
Check = Callable[[Values], Iterable[tuple[str, str, str]]]  # values -> (field, what, hint)


@dataclass(frozen=True, slots=True)
class Field:
    """One `key: value` of a record. `to` is the builder's name for it, where it differs."""

    name: str
    shape: ValueShape[Any]
    about: str = ""
    required: bool = True
    to: str = ""

    @property
    def argument(self) -> str:
        return self.to or self.name


def optional(name: str, shape: ValueShape[Any], about: str = "", to: str = "") -> Field:
    """A field that may be left out; the builder's own default then holds."""
    return Field(name, shape, about, required=False, to=to)


@dataclass(frozen=True, slots=True)
class Record(ValueShape[T], Generic[T]):
    """Fields read into the arguments of `build`; `place` names the argument that takes the record's place.

    `checks` look at the values together, once every field is right by itself; `more` is what they mean in
    JSON Schema. A field that is not in the table is a finding, with the nearest name that is.
    """

    build: Callable[..., T]
    fields: tuple[Field, ...]
    place: str = ""
    checks: tuple[Check, ...] = ()
    more: Json = field(default_factory=dict)

    def read(self, node: Node, path: str, findings: Findings) -> T | None:
        if not isinstance(node, Mapping):
            hint = f"Write `key: value` lines: {', '.join(item.name for item in self.fields[:4])} ..."
            find(findings, node.where, path, f"`key: value` lines are needed here, not {kind_of(node)}", hint)
            return None
        before = len(findings)
        values = self._values(node, path, findings)
        if len(findings) > before:
            return None
        for check in self.checks:
            for name, what, hint in check(values):
                find(findings, node.key_place(name), join(path, name), what, hint)
        if len(findings) > before:
            return None
        arguments = {item.argument: values[item.name] for item in self.fields if item.name in values}
        if self.place:
            arguments[self.place] = node.where
        return self.build(**arguments)

    def _values(self, node: Mapping, path: str, findings: Findings) -> Values:
        known = {item.name: item for item in self.fields}
        values: Values = {}
        taken: set[str] = set()  # written, but misspelt: not missing as well
        for key, value in node.entries:
            if key.text not in known:
                left = [name for name in known if node.get(name) is None]
                hint = suggestion(key.text, left) or "Take it away, or look at `handout schema`."
                taken.update(name for name in left if f"mean “{name}”" in hint)
                find(findings, key.where, join(path, key.text), f"“{key.text}” is not known here", hint)
                continue
            read = known[key.text].shape.read(value, join(path, key.text), findings)
            if read is not None:
                values[key.text] = read
        for item in self.fields:
            if item.required and item.name not in taken and node.get(item.name) is None:
                about = f": {item.about}" if item.about else ""
                hint = f"Add a line `{item.name}:`{about}"
                find(findings, node.where, join(path, item.name), f"“{item.name}” is missing", hint)
        return values

    def schema(self) -> Json:
        properties: Json = {}
        for item in self.fields:
            described = item.shape.schema()
            properties[item.name] = {"description": item.about, **described} if item.about else described
        made: Json = {"type": "object", "properties": properties, "additionalProperties": False}
        required = [item.name for item in self.fields if item.required]
        if required:
            made["required"] = required
        return {**made, **self.more}


def values_only(**values: Any) -> Values:
    """A builder for records that stay a table of values."""
    return values
