"""The shipped library, and small changes of it, so that a test can break one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from handout.content import Library, load, shipped_root
from handout.content.types import Words
from handout.edition import english_hash
from handout.errors import Place
from handout.language import Phrase

ROUTINE = "upper-back"
TAG = "es"


@cache
def shipped() -> Library:
    return load([shipped_root()], tags=["en", TAG])[0]


def translated(words: Words) -> Words:
    """A translation of English words that is whole and accepted: its words are the English, marked."""
    phrases = {key: Phrase(f"[{said.text}]", said.where) for key, said in words.phrases.items()}
    accepted = {key: english_hash(said.text) for key, said in words.phrases.items()}
    return Words(TAG, Place(f"{TAG}.yaml"), phrases, english=accepted, translated={"date": "2026-11-20"})


def whole() -> Library:
    """The shipped library with a whole translation of everything."""
    library = shipped()

    def both(words: dict[str, Words]) -> dict[str, Words]:
        return {"en": words["en"], TAG: translated(words["en"])}

    return replace(
        library,
        safety=replace(library.safety, words=both(library.safety.words)),
        equipment=replace(library.equipment, words=both(library.equipment.words)),
        exercises={
            name: replace(one, words=both(one.words)) for name, one in library.exercises.items()
        },
        routines={ROUTINE: replace(library.routines[ROUTINE], words=both(library.routines[ROUTINE].words))},
    )


def with_words(library: Library, exercise: str, words: Words) -> Library:
    """The library with other words for one exercise in the language of those words."""
    one = library.exercises[exercise]
    changed = replace(one, words={**one.words, words.tag: words})
    return replace(library, exercises={**library.exercises, exercise: changed})
