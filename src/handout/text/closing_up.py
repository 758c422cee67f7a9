"""Full-width punctuation closed up: half an em where two marks stand together, and no second white behind one.

Requirements for Chinese Text Layout (W3C, CLREQ), 3.1.6: of a closing mark before another mark the white half goes, and
so it does of the second of two opening ones. A space behind a closing mark, as a label ends with one before its words,
stays in the text and takes no room: the mark has white of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

OPENING = frozenset("（《“‘「『【〔")
CLOSING = frozenset("，。、；：）》”’」』】〕")
_MARKS = OPENING | CLOSING | frozenset("？！")
# No space behind one is seen; ” and ’ are Latin marks as well, and keep theirs.
WIDE_ENDS = CLOSING - frozenset("”’") | frozenset("？！")


def halved(text: str) -> Iterator[int]:
    """Which marks of a text lose their white half."""
    if CLOSING.isdisjoint(text) and OPENING.isdisjoint(text):
        return
    for index, (one, other) in enumerate(pairwise(text)):
        if one in CLOSING and other in _MARKS:
            yield index
        elif one in OPENING and other in OPENING:
            yield index + 1
