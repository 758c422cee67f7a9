"""A paragraph's embedding levels: the rules in their order."""

from __future__ import annotations

from dataclasses import dataclass

from handout.text.bidi.classes import REMOVED, bidi_class, first_strong_level, match_isolates
from handout.text.bidi.explicit import explicit_levels, sequences
from handout.text.bidi.implicit import resolve_sequence


@dataclass(frozen=True, slots=True)
class Levels:
    """Levels per character, before rule L1; characters that rule X9 removes have their left neighbour's."""

    base: int
    levels: list[int]
    classes: list[str]


def resolve(text: str, base: int | None) -> Levels:
    """Levels of one paragraph; a base of None is found from the text (P2, P3)."""
    classes = [bidi_class(character) for character in text]
    matches = match_isolates(classes)
    if base is None:
        base = first_strong_level(classes, 0, len(classes), matches) or 0
    levels, resolved = explicit_levels(classes, base, matches)
    explicit = tuple(levels)
    for sequence in sequences(classes, list(explicit), base, matches):
        types = [resolved[index] for index in sequence.indices]
        for index, level in zip(
            sequence.indices, resolve_sequence(sequence, text, classes, types), strict=True
        ):
            levels[index] = level
    last = base
    for index, kind in enumerate(classes):
        if kind in REMOVED:
            levels[index] = last
        last = levels[index]
    return Levels(base, levels, classes)
