"""A fair balance: good points and drawbacks are about as long, in every language."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.library import Library
from handout.content.types import Routine, Words
from handout.errors import Finding
from handout.language import PLACEHOLDER

# Drawbacks, in letters, for each letter of good points. Even space is asked of decision aids (IPDAS).
LEAST, MOST = 0.7, 1.4
FILLED = "5 times"  # about as long as what a placeholder stands for


def balance_findings(library: Library) -> Iterator[Finding]:
    """Routines whose good points and drawbacks are not alike in length."""
    for routine in library.routines.values():
        for words in routine.words.values():
            yield from _uneven(routine, words)


def _uneven(routine: Routine, words: Words) -> Iterator[Finding]:
    good = [words.phrases.get(f"pros.{name}") for name in routine.pros]
    bad = [words.phrases.get(f"cons.{name}") for name in routine.cons]
    if any(said is None for said in (*good, *bad)):
        return
    letters = [sum(len(PLACEHOLDER.sub(FILLED, said.text)) for said in side if said) for side in (good, bad)]
    ratio = letters[1] / letters[0]
    if not LEAST <= ratio <= MOST:
        first = bad[0] if bad and bad[0] else None
        what = f"the drawbacks are {ratio:.2f} times as long as the good points"
        hint = f"Bring them closer: {LEAST} to {MOST} times."
        yield Finding(what, hint, first.where if first else words.where, "cons")
