"""One language for a routine: every missing, stale or unaccepted text refuses it, all said at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from handout.content import Library, Routine, Words
from handout.edition.files import WordFile, exercises_of, files_of
from handout.edition.fixed import fixed_faults
from handout.edition.hashing import english_hash
from handout.edition.regional import regional
from handout.edition.types import Edition, Status
from handout.errors import EditionError, Finding, Place
from handout.language import Country, Phrase

SOURCE = "en"


@dataclass(frozen=True, slots=True)
class _Lack:
    """One text that keeps an edition from being printed."""

    kind: Literal["missing", "stale", "unaccepted"]
    finding: Finding


def localise(library: Library, routine_id: str, tag: str, country: Country | None = None) -> Edition:
    """The routine in that language, as it is written in that country.

    Raises `EditionError` with a finding for each text that is missing, stale (its English has changed since)
    or not yet accepted. Words in doubt are its state, not a refusal; it is a draft
    until somebody has approved all that it prints.
    """
    routine = _routine(library, routine_id)
    language = library.languages.get(tag)
    if language is None:
        known = ", ".join(sorted(library.languages))
        raise EditionError(Finding(f'there is no language file for "{tag}"', f"Known languages: {known}."))
    if tag in library.refused:
        raise EditionError(library.refused[tag])
    files = tuple(files_of(library, routine))
    lacks = [*(lack for file in files for lack in _lacks(file, tag)), *_fixed(library, tag)]
    if lacks:
        raise EditionError([lack.finding for lack in lacks])
    own = [(file, file.words[tag]) for file in files if tag in file.words]  # nothing of the others is printed
    edition = Edition(
        library=library,
        routine=routine,
        language=language,
        exercises=exercises_of(library, routine),
        phrases={f"{file.path}.{key}": said for file, words in own for key, said in words.phrases.items()},
        unsure=(*_doubts(own), *_own(library, tag)),
        translated=_translated([words for _, words in own], tag),
    )
    return regional(edition, country)


def _routine(library: Library, routine_id: str) -> Routine:
    routine = library.routines.get(routine_id)
    if routine is None:
        known = ", ".join(sorted(library.routines))
        raise EditionError(Finding(f'there is no routine "{routine_id}"', f"Known routines: {known}."))
    return routine


def _lacks(file: WordFile, tag: str) -> Iterator[_Lack]:
    source = file.words.get(SOURCE)
    if source is None:
        hint = f"Write {SOURCE}.yaml beside it."
        yield _Lack("missing", Finding(f"{file.path} has no English words", hint, file.where, file.path))
        return
    if tag == SOURCE:
        return
    own = file.words.get(tag)
    needed = {key: said for key, said in source.phrases.items() if file.prints(key)}
    if own is None and file.needed is None:
        what = f"{file.path} has no words in {tag}"
        hint = f"Write {tag}.yaml beside {source.where.file}."
        for _ in needed:
            yield _Lack("missing", Finding(what, hint, file.where, file.path))
        return
    for key, said in needed.items():
        lack = _lack(f"{file.path}.{key}", said, own or Words(tag, source.where, {}), key)
        if lack is not None:
            yield lack


def _lack(path: str, english: Phrase, own: Words, key: str) -> _Lack | None:
    said = own.phrases.get(key)
    if said is None or not said.text.strip():
        what = f'"{key}" is missing in {own.tag}; in English: {english.text}'
        where = said.where if said else Place(_beside(english.where.file, own.tag))
        return _Lack("missing", Finding(what, "Translate it.", where, path))
    accepted = own.english.get(key)
    if accepted is None:
        what = f'"{key}" is not accepted in {own.tag} yet'
        hint = f"Look at it beside the English, then run: handout translate accept {own.tag}"
        return _Lack("unaccepted", Finding(what, hint, said.where, path))
    if accepted != english_hash(english.text):
        what = f'"{key}" is stale in {own.tag}: its English is now: {english.text}'
        hint = f"Mend the translation, then run: handout translate accept {own.tag}"
        return _Lack("stale", Finding(what, hint, said.where, path))
    return None


def _beside(english: str, tag: str) -> str:
    """The file of a translation: it stands beside the English, in the folder whose text it is."""
    return Path(english).with_name(f"{tag}.yaml").as_posix()


def _fixed(library: Library, tag: str) -> Iterator[_Lack]:
    """Fixed phrases of the page whose English has changed, or was never looked at."""
    language, english = library.languages.get(tag), library.languages.get(SOURCE)
    if language is None or english is None or tag == SOURCE:
        return
    for stale, finding in fixed_faults(language, english):
        yield _Lack("stale" if stale else "unaccepted", finding)


def _doubts(own: list[tuple[WordFile, Words]]) -> Iterator[str]:
    for file, words in own:
        yield from (f"{file.path}.{key}" for key in sorted(words.unsure) if file.prints(key))


def _own(library: Library, tag: str) -> Iterator[str]:
    """Doubts about the fixed phrases of the language itself."""
    return (f"languages.{tag}.{key}" for key in sorted(library.languages[tag].marks.unsure))


def _translated(files: list[Words], tag: str) -> str:
    dates = [words.translated.get("date", "") for words in files]
    return "" if tag == SOURCE else max(dates, default="")


def status(library: Library, routine_id: str, tag: str) -> Status:
    """How far that routine is in that language. Raises `EditionError` when there is no such routine."""
    routine = _routine(library, routine_id)
    files = tuple(files_of(library, routine))
    lacks = [lack.kind for file in files for lack in _lacks(file, tag)]
    lacks += [lack.kind for lack in _fixed(library, tag)]
    own = [(file, file.words[tag]) for file in files if tag in file.words]
    doubts = [*_doubts(own), *(_own(library, tag) if tag in library.languages else ())]
    return Status(
        routine=routine_id,
        tag=tag,
        missing=lacks.count("missing") + (tag not in library.languages),
        stale=lacks.count("stale"),
        unaccepted=lacks.count("unaccepted"),
        unsure=len(doubts),
    )


def complete_languages(library: Library, routine_id: str | None = None) -> tuple[str, ...]:
    """The languages in which that routine, or every routine, can be printed: English first, then by tag."""
    routines = sorted(library.routines) if routine_id is None else [routine_id]
    tags = sorted(library.languages, key=lambda tag: (tag != SOURCE, tag))
    return tuple(tag for tag in tags if all(status(library, one, tag).complete for one in routines))
