"""Which English a translation was made from: what changed since, and the mark that it still fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from handout.authoring.translation.strings import SOURCE, WordsFile, files
from handout.content import Library
from handout.edition.hashing import english_hash
from handout.errors import ContentError, Finding

_BLOCK = re.compile(r"^english:(?:[ \t].*)?\n(?:[ \t]+.*\n?|\n)*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Change:
    """A string whose English is not the one it was translated from."""

    context: str
    english: str
    words: str


def changes_since(library: Library, tag: str) -> tuple[Change, ...]:
    """All strings of a language that are stale, or were never accepted."""
    _known(library, tag)
    found: list[Change] = []
    for file in files(library):
        source, own = file.words.get(SOURCE), file.words.get(tag)
        if source is None or own is None:
            continue
        for key, phrase in source.phrases.items():
            said = own.phrases.get(key)
            if said is not None and own.english.get(key) != english_hash(phrase.text):
                found.append(Change(f"{file.path}.{key}", phrase.text, said.text))
    return tuple(found)


def accept_changes(library: Library, tag: str) -> tuple[Path, ...]:
    """Write, in each file of the language, the English of today beside its words. The files written."""
    _known(library, tag)
    written: list[Path] = []
    for file in files(library):
        path = library.file(file.name(tag))
        block = _block(file, tag)
        if path is None or not block:
            continue
        text = path.read_text("utf-8")
        renewed = _BLOCK.sub("", text).rstrip("\n") + "\n" + block
        if renewed != text:
            path.write_text(renewed, "utf-8", newline="\n")
            written.append(path)
    return tuple(written)


def _block(file: WordsFile, tag: str) -> str:
    source, own = file.words.get(SOURCE), file.words.get(tag)
    if source is None or own is None:
        return ""
    hashes = [(key, english_hash(phrase.text)) for key, phrase in source.phrases.items() if key in own.phrases]
    lines = (f'  {key}: "{value}"\n' for key, value in hashes)
    return "english:  # written by `handout translate accept`\n" + "".join(lines)


def _known(library: Library, tag: str) -> None:
    if tag not in library.languages or tag == SOURCE:
        known = ", ".join(sorted(set(library.languages) - {SOURCE}))
        raise ContentError(Finding(f"there is no translation “{tag}”", f"Known: {known}."))
