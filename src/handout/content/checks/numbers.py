"""Numbers among the facts that no words say: they look as if somebody stood by them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handout.content.library import Library
from handout.content.placeholders import names_of_values
from handout.content.types import Exercise, Routine, Words
from handout.errors import Finding, Severity
from handout.language import placeholders


def unused_values(library: Library) -> Iterator[Finding]:
    """Values of exercises and routines that none of their words say."""
    owners: tuple[Exercise | Routine, ...] = (*library.exercises.values(), *library.routines.values())
    for owner in owners:
        said = _said(owner.words)
        for name in owner.numbers if isinstance(owner, Routine) else owner.values:
            if not said.intersection(names_of_values({name: 0})):
                what = f"{owner.id} has the value {name}, and no words say it"
                yield Finding(what, "Say it, or take it away.", owner.where, f"values.{name}", Severity.NOTE)


def _said(words: Mapping[str, Words]) -> frozenset[str]:
    texts = (phrase.text for one in words.values() for phrase in one.phrases.values())
    return frozenset(name for text in texts for name in placeholders(text))
