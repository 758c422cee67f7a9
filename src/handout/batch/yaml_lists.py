"""A list of patients as YAML: one mapping a patient, as if its keys were a header in row 1."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from handout.errors import BatchError, Finding, HandoutError, Place
from handout.source import Mapping, Node, NodeList, Scalar, read

Entries = list[tuple[int, dict[str, str]]]


def entries_of(path: Path) -> tuple[tuple[str, ...], Entries]:
    """The keys in order of their first use, and each patient by the number of its row. Raises BatchError."""
    try:
        node = read(path, path.name)
    except HandoutError as error:
        raise BatchError([_unquoted(finding) for finding in error.findings]) from None
    if not isinstance(node, NodeList) or not all(isinstance(item, Mapping) for item in node.items):
        hint = "Begin each patient with “- name: …”."
        raise BatchError(Finding("a YAML roster is a list of patients", hint, Place(path.name)))
    entries: Entries = []
    columns: list[str] = []
    for number, item in enumerate(node.items, 2):
        assert isinstance(item, Mapping)
        entries.append((number, {key.text: _cell(value) for key, value in item.entries}))
        columns += [key.text for key, _ in item.entries if key.text not in columns]
    return tuple(columns), entries


def _unquoted(finding: Finding) -> Finding:
    """A finding without what it quotes: a roster holds patients."""
    what, hint = (re.sub("“[^”]*”", "“…”", text) for text in (finding.what, finding.hint))
    return replace(finding, what=what, hint=hint, path="")


def _cell(node: Node) -> str:
    """A list becomes a comma list; a mapping of doses becomes `key=value`."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, NodeList):
        return ", ".join(_cell(item) for item in node.items)
    pairs: list[str] = []
    for key, value in node.entries:
        if isinstance(value, Mapping):
            pairs += [f"{key.text}.{name.text}={_cell(inner)}" for name, inner in value.entries]
        else:
            pairs.append(f"{key.text}={_cell(value)}")
    return ", ".join(pairs)
