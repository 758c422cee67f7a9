"""What one cell may hold, and what a message may say about it: never its text."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator

LONGEST_NOTE = 1500  # characters; half a page
LONGEST = 300  # of any other cell

# UTF-8 read as Windows-1252: "Ã©", "â€™", "Ø§Ù„".
WRONG_DECODING = re.compile(
    r"[ÃÂ][\u0080-\u00bf\u0152-\u0178€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™›]|â€|(?:[ØÙÐÑ][\u0080-\u00bf„…†‡ˆ‰‹‘’“”•–—]){2}"
)
OVERRIDES = re.compile("[\u202a-\u202e]")
MARKUP = re.compile(r"<\s*[/!?]?\s*[A-Za-z][^<>]*>|\{\{|\{%")
FORMULA = re.compile(r"^\s*[=@]|^\s*[+\-](?=\s*[A-Za-z(])")


def faults(text: str, *, lines: bool = False) -> Iterator[tuple[str, str]]:
    """What is wrong with a cell's text: (what, hint). `lines`: it may hold several. Nothing for a good cell."""
    if "\ufffd" in text:
        yield (
            "a character was lost when this file was saved",
            "Save the list again as UTF-8 (CSV UTF-8 in Excel).",
        )
    elif WRONG_DECODING.search(text):
        yield (
            "the letters look wrongly decoded (like “Ã©” for “é”)",
            "Save the list again as UTF-8 (CSV UTF-8 in Excel).",
        )
    if OVERRIDES.search(text):
        yield (
            "holds a hidden mark that turns text round",
            "Type the text again by hand instead of pasting it.",
        )
    if any(unicodedata.category(c) in {"Cc", "Cs", "Co", "Cn"} and c not in "\n\r\t" for c in text):
        yield "holds a control character", "Type the text again by hand instead of pasting it."
    if not lines and re.search(r"[\n\r\t]", text):
        yield (
            "holds a line break or a tab",
            "Take it out; where it is none of yours, close the quotation mark that is left open before it.",
        )
    if MARKUP.search(text):
        yield "holds markup (like “<b>”)", "Type plain text, without < and > or double braces."
    if FORMULA.search(text):
        yield "begins like a spreadsheet formula", "Type plain text: delete the sign at the start."
    most = LONGEST_NOTE if lines else LONGEST
    if len(text) > most:
        yield f"is {len(text)} characters long", f"Shorten it to {most} at most."


def listed(text: str) -> tuple[str, ...]:
    """The entries of a cell that may hold several, parted by comma, semicolon, bar or line."""
    return tuple(part for piece in re.split(r"[,;|\n]", text) if (part := piece.strip()))


def meant(entry: str, known: Iterable[str]) -> str:
    """The known entry that a mistyped one was probably to be, or "".

    The entry itself is never repeated in a message: a cell may hold anything by mistake, a name too.
    """
    return next(iter(difflib.get_close_matches(entry, sorted(known), 1)), "")


DOSE = re.compile(r"^([a-z0-9-]+)\.([a-z_]+)\s*=\s*([0-9]{1,6}(?:\.[0-9]{1,2})?)$")


def doses(text: str) -> tuple[dict[str, dict[str, float]], tuple[int, ...]]:
    """`seated-twist.repetitions=8` entries as exercise -> field -> number; and which were not understood."""
    found: dict[str, dict[str, float]] = {}
    wrong: list[int] = []
    for number, entry in enumerate(listed(text), 1):
        match = DOSE.match(entry)
        if match is None:
            wrong.append(number)
        else:
            exercise, field, amount = match.groups()
            found.setdefault(exercise, {})[field] = float(amount) if "." in amount else int(amount)
    return found, tuple(wrong)
