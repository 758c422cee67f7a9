"""Lead words: what a scanning reader needs of a line stands between asterisks, and is set bold.

"*hard to pee*, cannot feel pee or poo" -> bold "hard to pee", then the rest. The asterisks are never printed.
"""

from __future__ import annotations

import unicodedata

MARK = "*"
Pieces = tuple[tuple[bool, str], ...]  # whether it is a lead, and the text


def plain(text: str) -> str:
    """The text without its asterisks."""
    return text.replace(MARK, "")


def lead_fault(text: str) -> str:
    """What is wrong with the asterisks of a text; "" where they part it well."""
    parts = text.split(MARK)
    if len(parts) % 2 == 0:
        return "an asterisk stands alone"
    leads = parts[1::2]
    if any(not lead.strip() or lead != lead.strip() for lead in leads):
        return "lead words begin or end with a space, or there are none between two asterisks"
    if leads and not plain("".join(parts[::2])).strip():
        return "the whole line stands between asterisks"
    return ""


def lead_pieces(marked: str, typeset: str) -> Pieces:
    """`typeset`, the text as filled and set without asterisks, cut where those of `marked`, the same text with
    them, stand. Typographic rules change white space and marks without width alone, so letters are counted."""
    pieces: list[tuple[bool, str]] = []
    start = 0
    parts = marked.split(MARK)
    for index, part in enumerate(parts):
        last = index + 1 == len(parts)
        end = len(typeset) if last else _after(typeset, start, _letters(part), spaces=index % 2 == 0)
        if typeset[start:end]:
            pieces.append((index % 2 == 1, typeset[start:end]))
        start = end
    return tuple(pieces)


def _letters(text: str) -> int:
    return sum(map(_counts, text))


def _counts(sign: str) -> bool:
    return not (sign.isspace() or unicodedata.category(sign) == "Cf")


def _after(text: str, start: int, count: int, *, spaces: bool) -> int:
    """The place after that many letters, and after the white space that follows if `spaces`."""
    at = start
    while at < len(text) and (count or (spaces and not _counts(text[at]))):
        count -= _counts(text[at])
        at += 1
    return at
