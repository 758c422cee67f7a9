"""Every string of the library that a translator sees, with the file it lives in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handout.content import Library
from handout.content.types import Words

SOURCE = "en"


@dataclass(frozen=True, slots=True)
class WordsFile:
    """One file of words in every language: "exercises.march" in "handouts/exercises/march"."""

    path: str
    folder: str
    words: dict[str, Words]

    def name(self, tag: str) -> str:
        """Where the words of a language are, from the root of a library."""
        return f"{self.folder}/{tag}.yaml"


@dataclass(frozen=True, slots=True)
class Unit:
    """One string: its content path, the English, what it says in the language, and a hint for the translator."""

    context: str
    english: str
    words: str
    doubt: str
    hint: str


def files(library: Library) -> Iterator[WordsFile]:
    """All files of words, routines first, in a fixed order."""
    for name, routine in sorted(library.routines.items()):
        yield WordsFile(f"routines.{name}", f"handouts/routines/{name}", routine.words)
    for name, exercise in sorted(library.exercises.items()):
        yield WordsFile(f"exercises.{name}", f"handouts/exercises/{name}", exercise.words)
    yield WordsFile("safety", "handouts/safety", library.safety.words)
    yield WordsFile("equipment", "handouts/equipment", library.equipment.words)


def units(file: WordsFile, tag: str) -> Iterator[Unit]:
    """The strings of one file, in the order of the English."""
    source, own = file.words.get(SOURCE), file.words.get(tag)
    if source is None:
        return
    for key, phrase in source.phrases.items():
        said = own.phrases.get(key) if own else None
        doubt = own.unsure.get(key) if own else None
        texts = (said.text if said else "", doubt.text if doubt else "")
        yield Unit(f"{file.path}.{key}", phrase.text, *texts, _hint(source, key))


def _hint(source: Words, key: str) -> str:
    """What helps to translate a string: the picture it stands under, or what its caption says."""
    parts = key.split(".")
    if parts[0] == "frames" and parts[-1] == "caption":
        alt = source.phrases.get(".".join([*parts[:-1], "alt"]))
        return f"Caption under a picture. {alt.text}" if alt else "Caption under a picture."
    if parts[0] == "frames":
        return "Says what the picture shows, for people who cannot see it."
    if parts[-1] == "short":
        full = source.phrases.get(".".join([*parts[:-1], "full"]))
        return f"Short form of: {full.text}" if full else "Short form of a safety line."
    if parts[0] == "lines":
        return "A line of the safety panel. It follows the panel's heading."
    return ""
