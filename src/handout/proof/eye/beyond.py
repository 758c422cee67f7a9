"""Is anything on the pages that the manuscript does not say: letters and digits are counted, in every script.

Every letter inside the reading order is one of the manuscript's, as often as there. Labels of lists are short; what
stands outside the reading order (running head and foot, the diary's days) is made of the words given for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from handout.proof.compare import letters
from handout.proof.ink import InkedSheet
from handout.proof.tree import TagNode

LABEL = 3  # letters or digits of a list's label: "10."
_PLACEHOLDER = re.compile(r"\{\w+\}")

Mark = tuple[int, int]  # page from 0, marked-content number


def beyond(
    sheets: Sequence[InkedSheet], labels: frozenset[Mark], said: Iterable[str], aside: Iterable[str]
) -> Iterator[str]:
    """What differs, in words. `said` is every text of the reading order, `aside` every text outside of it;
    `labels` are the marks of list labels."""
    inside: Counter[str] = Counter()
    allowed = _parts(aside)
    for number, sheet in enumerate(sheets):
        for run in sheet.stretches:
            if run.mark < 0:
                if not _made_of(run.text, allowed):
                    yield f"page {number + 1} has words outside the text that are not its own"
            elif (number, run.mark) in labels:
                if len(letters(run.text)) > LABEL:
                    yield f"page {number + 1} has a list label that is none"
            else:
                inside.update(letters(run.text))
    asked = Counter(sign for text in said for sign in letters(text))
    more, less = inside - asked, asked - inside
    if more:
        yield f"{more.total()} letters or digits are on the pages that the manuscript does not say"
    if less:
        yield f"{less.total()} letters or digits of the manuscript are not on the pages"


def labels_of(nodes: Iterable[TagNode]) -> frozenset[Mark]:
    """The marks of list labels (ISO 32000-1, table 336: Lbl)."""
    return frozenset(mark for top in nodes for node in top.walk() if node.role == "Lbl" for mark in node.marks)


def _parts(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts without their placeholders and the stretches between these, letters only."""
    found: list[str] = []
    for text in texts:
        found += ["".join(letters(part)) for part in (_PLACEHOLDER.sub("", text), *_PLACEHOLDER.split(text))]
    return tuple(found)


def _made_of(text: str, allowed: Sequence[str]) -> bool:
    """Whether every word of a run is a piece of one of these texts, digits aside; a reader gives words of a
    right-to-left line in another order, and those of the other direction backwards."""
    # Punctuation parts words as spaces do: "O'Brien" comes out of a right-to-left line as "Brien'O".
    signs = unicodedata.normalize("NFKC", text)
    spaced = "".join(sign if sign.isalpha() or unicodedata.category(sign)[0] == "M" else " " for sign in signs)
    words = spaced.split()
    return all(any(word in part or word[::-1] in part for part in allowed) for word in words)
