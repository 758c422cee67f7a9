"""Which English a translation was made from: what changed since, and the mark that it still fits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from handout.authoring.translation.strings import SOURCE, WordsFile, english_of, files
from handout.authoring.translation.yaml_edit import with_block
from handout.authoring.translation.yaml_text import key_text
from handout.content import Library, is_joined
from handout.edition import english_hash
from handout.errors import ContentError, Finding
from handout.language import marks_of
from handout.source import Mapping, parse


@dataclass(frozen=True, slots=True)
class ChangedEnglish:
    """A string whose English is not the one it was translated from."""

    context: str
    english: str
    words: str


def changes_since(library: Library, tag: str) -> tuple[ChangedEnglish, ...]:
    """All strings of a language that are stale, or were never accepted."""
    _known(library, tag)
    found: list[ChangedEnglish] = []
    for file in files(library, tag):
        own = file.words.get(tag)
        if own is None:
            continue
        says = file.texts(own)
        for key, english in english_of(file).items():
            if key in says and own.english.get(key) != english_hash(english):
                found.append(ChangedEnglish(f"{file.path}.{key}", english, says[key]))
    return tuple(found)


def accept_changes(library: Library, tag: str) -> tuple[Path, ...]:
    """Write, in each file of the language, the English of today beside its words. The files written.

    They stand in the topmost folder: a clinic's own, where there is one, is laid over what is shipped.
    """
    _known(library, tag)
    written: list[Path] = []
    for file in files(library, tag):
        own, target = file.words.get(tag), library.layers[-1] / file.name(tag)
        path = target if is_joined(file.name(tag)) else library.file(file.name(tag))
        if path is None or own is None:
            continue
        says = file.texts(own)
        hashes = {key: english_hash(english) for key, english in english_of(file).items() if key in says}
        text = path.read_text("utf-8") if path.is_file() else ""
        if is_joined(file.name(tag)) and target.parent != library.layers[0] / file.folder:
            hashes = _news(text, hashes, own.english)
        renewed = with_hashes(text, hashes) if hashes and hashes != own.english else text
        if renewed != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(renewed, "utf-8", newline="\n")
            written.append(target)
    return tuple(written)


def _news(text: str, hashes: dict[str, str], known: dict[str, str]) -> dict[str, str]:
    """For a file that adds to a shipped one: what it has accepted, and what differs from what stands there."""
    node = parse(text, "") if text.strip() else None
    own = marks_of(node, []).english if isinstance(node, Mapping) else {}
    return {key: value for key, value in hashes.items() if key in own or known.get(key) != value}


def with_hashes(text: str, hashes: dict[str, str]) -> str:
    """A file of words with the English it was translated from."""
    lines = [f'  {key_text(key)}: "{value}"' for key, value in hashes.items()]
    return with_block(text, "english", ["english:  # written by `handout translate accept`", *lines] if lines else [])


def _known(library: Library, tag: str) -> None:
    if tag not in library.languages or tag == SOURCE:
        known = ", ".join(sorted(set(library.languages) - {SOURCE}))
        raise ContentError(Finding(f"there is no translation “{tag}”", f"Known: {known}."))


__all__ = ["ChangedEnglish", "WordsFile", "accept_changes", "changes_since", "with_hashes"]
