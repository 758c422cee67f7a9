"""Reading a theme: a base file with what another file says differently laid over it, then typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, cast, get_type_hints

from handout.errors import Finding, LayoutError
from handout.layout.theme.types import Colours, Theme, TypeStyle
from handout.source.node import Mapping, Node, Scalar

LONGEST = 9  # digits of a number, with its sign and point
_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def merge(base: Mapping, over: Mapping) -> Mapping:
    """`base` with the keys of `over` in place of its own, mappings key by key."""
    entries: dict[str, tuple[Scalar, Node]] = {key.text: (key, value) for key, value in base.entries}
    for key, value in over.entries:
        old = entries.get(key.text)
        if old and isinstance(old[1], Mapping) and isinstance(value, Mapping):
            entries[key.text] = (key, merge(old[1], value))
        else:
            entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), over.where)


def read_theme(node: Mapping) -> Theme:
    """The theme that `node` spells out, without icons. Raises LayoutError with every unknown, missing or
    wrong value."""
    findings: list[Finding] = []
    theme = _read(Theme, node, "", findings)
    if findings:
        raise LayoutError(findings)
    return cast("Theme", theme)


def _read(kind: type, node: Mapping, path: str, findings: list[Finding]) -> Any:
    known = {f.name: f for f in fields(kind) if f.name != "icons"}
    findings.extend(_unknown(node, set(known), path))
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for name, spec in known.items():
        found = node.get(name)
        where = f"{path}.{name}".lstrip(".")
        if found is None:
            if _required(spec):
                findings.append(Finding(f"the theme does not say {where}", f"add {name}", node.where, where))
            continue
        values[name] = _value(hints[name], found, where, findings)
    return kind(**values) if not findings else None


def _required(spec: Field[Any]) -> bool:
    return spec.default is MISSING and spec.default_factory is MISSING


def _unknown(node: Mapping, known: set[str], path: str) -> Iterator[Finding]:
    for key, _ in node.entries:
        if key.text not in known:
            hint = "a theme knows: " + ", ".join(sorted(known))
            yield Finding(f"unknown key {key.text}", hint, key.where, f"{path}.{key.text}".lstrip("."))


def _value(kind: Any, node: Node, path: str, findings: list[Finding]) -> Any:
    if is_dataclass(kind):
        if isinstance(node, Mapping):
            return _read(cast("type", kind), node, path, findings)
        hint = "write it as key: value pairs"
        findings.append(Finding(f"{path} holds keys of its own", hint, node.where, path))
        return None
    text = node.text if isinstance(node, Scalar) else ""
    if kind is str:
        return _named(text, node, path, findings)
    if not _NUMBER.fullmatch(text):
        hint = "write a plain number"
        findings.append(Finding(f"{path} is not a number of points", hint, node.where, path))
        return 0
    if path.endswith(".weight"):
        if text not in {"400", "700"}:
            hint = "write 400 or 700"
            findings.append(Finding(f"{path}: no face has weight {text}", hint, node.where, path))
        return int(float(text))
    if len(text) > LONGEST:
        findings.append(Finding(f"{path} is too large a number", "write a few digits", node.where, path))
        return 0
    return float(text)


def _named(text: str, node: Node, path: str, findings: list[Finding]) -> str:
    if path.startswith("colours.") and not _COLOUR.fullmatch(text):
        hint = 'write "#rrggbb" in small letters'
        findings.append(Finding(f"{path} is not a colour", hint, node.where, path))
    names = {f.name for f in fields(Colours)}
    if path.endswith(".colour") and text not in names:
        hint = "one of: " + ", ".join(sorted(names))
        findings.append(Finding(f"{path}: no colour is named {text}", hint, node.where, path))
    return text


def smallest(theme: Theme) -> float:
    """The smallest size of the theme, pt."""
    return min(cast("TypeStyle", getattr(theme.type, f.name)).size for f in fields(theme.type))
