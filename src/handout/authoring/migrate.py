"""`handout migrate`: a library made for 0.1.0, which had to copy whole files, reduced to what it adds or rewords.

What was shipped with 0.1.0 is known by its hashes (shipped-0.1.0.json beside this file): a text that is still that
one is a copy and goes, so that later corrections arrive; any other is the clinic's own and stays.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handout.authoring.translation.yaml_text import key_text, lines_of, scalar, tree_of
from handout.content import shipped_root
from handout.edition import english_hash
from handout.errors import Finding, Place, Severity, UsageError
from handout.language import marks_of
from handout.source import Mapping, Node, Scalar, read, said
from handout.source import NodeList as Items

VERSION = "0.2.0"
LIBRARY, APPROVALS = "library.yaml", "approvals.yaml"  # at the top of a library, beside its clinic files
_SHIPPED = Path(__file__).with_name("shipped-0.1.0.json")
_FOLDERS = ("handouts/safety", "handouts/equipment")
_BARE = re.compile(r"-?\d+(?:\.\d+)?|true|false")  # values among the facts, never words: those hold no digits
_MARKS = ("translated", "unsure", "english", "signed")


@dataclass(slots=True)
class Migrated:
    """What was done, line by line, for whoever runs it."""

    written: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # shipped texts that the clinic says in its own way
    gone: list[str] = field(default_factory=list)  # the clinic's wording of texts that are no longer
    renewed: list[str] = field(default_factory=list)  # copies whose shipped text has changed since
    signatures: int = 0


def migrate_library(folder: Path) -> Migrated:
    """Rewrites the files of a library in place. UsageError: the folder is none; SourceError: bad YAML.

    All files are read before one is written.
    """
    if not (folder / "handouts").is_dir() and not (folder / "assets").is_dir():
        raise UsageError(Finding(f"{folder} is no library", "Give the folder that holds handouts/ or assets/."))
    if (folder / LIBRARY).exists():
        raise UsageError(Finding(f"{folder} is a library of version {VERSION} already", "There is nothing to do."))
    known: dict[str, dict[str, str]] = json.loads(_SHIPPED.read_text("utf-8"))
    done = Migrated()
    trees = [(path, read(path)) for path in sorted((folder / "handouts").rglob("*.yaml"))]  # all, before any is written
    records = [record for path, tree in trees for record in _signatures(folder, path, tree)]
    for path, tree in trees:
        name = path.relative_to(folder).as_posix()
        if isinstance(tree, Mapping) and (name.startswith(_FOLDERS) or name == "handouts/sources.yaml"):
            _reduce(path, name, tree, (known.get(name, {}), done))
        elif isinstance(tree, Mapping) and tree.get("signed") is not None:
            _unsign(path, done)
    if records:
        head = "earlier:  # signatures of version 0.1: a record that approves nothing"
        _write(folder / APPROVALS, [head, *records], done)
        done.signatures = sum(line.startswith("  - ") for line in records)
    _write(folder / LIBRARY, [f'version: "{VERSION}"', f'safety: "{safety_mark()}"'], done)
    return done


def safety_mark() -> str:
    """What tells one wording of the shipped English safety texts from another."""
    texts = flat(read(shipped_root() / "handouts/safety/en.yaml"))
    return english_hash("\n".join(f"{key}: {text}" for key, text in sorted(texts.items())))


def changed_since(folder: Path) -> Iterator[Finding]:
    """A notice when the shipped safety words are others than those that a library was last held against."""
    path = folder / LIBRARY
    node = read(path) if path.is_file() else None
    mark = node.get("safety") if isinstance(node, Mapping) else None
    if isinstance(mark, Scalar) and mark.text != safety_mark():
        what = "the shipped safety words have changed since this library was last held against them"
        hint = f'Read what your lines say beside them, then write safety: "{safety_mark()}" here.'
        yield Finding(what, hint, Place(str(path), mark.where.line, mark.where.column), "safety", Severity.WARNING)


def _reduce(path: Path, name: str, tree: Mapping, about: tuple[dict[str, str], Migrated]) -> None:
    """A file of a joined path without what is shipped; nothing left: it goes."""
    known, done = about
    texts, listed = flat(tree), lists(tree)
    today = flat(read(shipped_root() / name)) if (shipped_root() / name).is_file() else {}
    own: dict[str, str] = {}
    for key, text in texts.items():
        if known.get(key) == english_hash(text) or today.get(key) == text:
            if key in today and today[key] != text:
                done.renewed.append(f"{name}: {key}: {text} -> {today[key]}")
            continue
        if key in known and today and key not in today:
            done.gone.append(f"{name}: {key}: {text}")
            continue
        own[key] = text
        if key in known or key in today:
            done.kept.append(f"{name}: {key}: {text}")
    shipped_lists = lists(read(shipped_root() / name)) if (shipped_root() / name).is_file() else {}
    added = {
        key: [item for item in items if item not in shipped_lists.get(key, []) and f"{key}[{item}]" not in known]
        for key, items in listed.items()
        if key.partition(".")[0] != "floor"
    }
    whole = {key.rpartition(".")[0] for key in own}
    lines = _lines(own, {key: items for key, items in added.items() if items and _belongs(key, whole)})
    marks = _kept_marks(tree, own)
    if not lines:
        path.unlink()
        done.removed.append(name)
        return
    _write(path, [*lines, *marks], done)


def _belongs(key: str, own: set[str]) -> bool:
    """Whether a list stays: one of `lines`, or of an entry (its sources) that stays itself or says nothing else."""
    return key.startswith(("lines.", "signs.")) or key.rpartition(".")[0] in own


def flat(node: Node, path: str = "") -> dict[str, str]:
    """Every text by its path. A line of the panel with two forms is its full one: short forms are gone."""
    if isinstance(node, Scalar):
        return {path: " ".join(node.text.split())}
    found: dict[str, str] = {}
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if not path and key.text in _MARKS:
            continue
        inside = f"{path}.{key.text}" if path else key.text
        if path.startswith("lines.") and key.text == "short":
            continue
        found |= flat(value, path if path.startswith("lines.") and key.text == "full" else inside)
    if isinstance(node, Mapping) and not node.entries and path:
        found[path] = ""
    return found


def lists(node: Node, path: str = "") -> dict[str, list[str]]:
    if isinstance(node, Items):
        return {path: [str(item) for item in map(said, node.items) if isinstance(item, str)]}
    found: dict[str, list[str]] = {}
    for key, value in node.entries if isinstance(node, Mapping) else ():
        if path or key.text not in _MARKS:
            found |= lists(value, f"{path}.{key.text}" if path else key.text)
    return found


def _lines(own: dict[str, str], listed: dict[str, list[str]]) -> list[str]:
    """The file that is left: nested keys, lists and empty entries in braces."""
    texts = own | {key: f"[{', '.join(items)}]" for key, items in listed.items()}
    lines = lines_of(tree_of(texts))
    plain = {scalar(text): text for text in texts.values() if text.startswith("[") or _BARE.fullmatch(text)}
    found = []
    for line in lines:
        head, colon, value = line.partition(": ")
        found.append(f"{head}{colon}{plain.get(value, '{}' if value == chr(34) * 2 else value)}")
    return found


def _kept_marks(tree: Mapping, own: dict[str, str]) -> Iterator[str]:
    """Doubts and accepted English of the texts that stay."""
    marks = marks_of(tree, [])
    bare = {key.removesuffix(".full"): value for key, value in marks.english.items()}
    doubts = {key.removesuffix(".full"): doubt.text for key, doubt in marks.unsure.items()}
    if kept := {key: text for key, text in doubts.items() if key in own}:
        yield from ("unsure:", *(f"  {key_text(key)}: {scalar(text)}" for key, text in kept.items()))
    if english := {key: value for key, value in bare.items() if key in own}:
        yield from ("english:", *(f'  {key_text(key)}: "{value}"' for key, value in english.items()))


def _signatures(folder: Path, path: Path, tree: Node) -> Iterator[str]:
    """The signatures of a file as plain records: they stood for words of that day, and are kept to be looked up."""
    if not isinstance(tree, Mapping):
        return
    for one in marks_of(tree, []).signed:
        yield f"  - file: {path.relative_to(folder).as_posix()}"
        yield f"    by: {{name: {json.dumps(one.name, ensure_ascii=False)}, role: {one.role}}}"
        yield f"    date: {one.date}"
        yield f'    words: "{one.words}"'


def _unsign(path: Path, done: Migrated) -> None:
    from handout.authoring.translation.yaml_edit import with_block

    _write(path, with_block(path.read_text("utf-8"), "signed", []).splitlines(), done)


def _write(path: Path, lines: Sequence[str], done: Migrated) -> None:
    path.write_text("\n".join(lines) + "\n", "utf-8", newline="\n")
    done.written.append(path.name)
