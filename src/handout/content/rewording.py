"""Shipped safety words, and the facts behind them, that a library says in its own way: each is named.

Adding is free. What is changed is a clinician's affair: it is said on every run, and on the sheets it prints on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from handout.content.library import Library, Reworded, called
from handout.errors import Finding, HandoutError, Place, Severity
from handout.language import BLOCKS
from handout.source import Mapping, Node, Scalar, read

SAFETY = "handouts/safety"
# The fixed phrases of a language that are safety words: headings, what follows them, stamps.
FIXED = (
    "safety_", "ask_", "stop_", "now_", "today_", "call", "emergency_", "not_if", "easier_if", "yes_to", "do_not",
    "bad_day", "floor_", "running_stop", "zone_", "not_approved", "unsure", "reworded",
)  # fmt: skip


def reworded(layers: Sequence[Path], tags: Collection[str]) -> tuple[Reworded, ...]:
    """Every change that an upper layer makes in the lowest one, file by file; broken files are passed over here."""
    files = [f"{SAFETY}/safety.yaml"]
    for tag in sorted(tags):
        files += [f"{SAFETY}/{tag}.yaml", f"assets/languages/{tag}.yaml"]
    return tuple(found for file in files for found in _changed(layers, file))


def _changed(layers: Sequence[Path], file: str) -> Iterator[Reworded]:
    upper = [layer / file for layer in layers[1:] if (layer / file).is_file()]
    shipped = layers[0] / file
    if not upper or not shipped.is_file():
        return
    try:
        was = dict(_texts(read(shipped, file)))
        trees = [(path, read(path, called(layers, path))) for path in upper]
    except HandoutError:
        return
    for _, tree in trees:
        for key, said in _texts(tree):
            before = was.get(key)
            if before is not None and before.text != said.text and _is_safety(file, key):
                yield Reworded(file, key, before.text, said.text, said.where)


def _is_safety(file: str, key: str) -> bool:
    if file.startswith(SAFETY):
        return True
    table, _, name = key.partition(".")
    return table == "phrases" and name.startswith(FIXED)


def _texts(node: Node, path: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every text below a table, by its path, with white space as one space; lists only ever grow."""
    if isinstance(node, Scalar):
        yield path, Scalar(" ".join(node.text.split()), node.where)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            if path or key.text not in BLOCKS:
                yield from _texts(value, f"{path}.{key.text}" if path else key.text)


def rewording_findings(library: Library) -> Iterator[Finding]:
    """What whoever prints must know: each shipped safety text that is not said as it is shipped."""
    for one in library.reworded:
        kind = f"the safety text “{one.key}” ({one.tag})" if one.tag else f"the safety fact “{one.key}”"
        what = f"{kind} is not the shipped one: “{one.was}” became “{one.now}”"
        hint = "A clinician answers for it. To have the shipped one again, take this line away."
        yield Finding(what, hint, Place(one.where.file, one.where.line, one.where.column), one.key, Severity.WARNING)
