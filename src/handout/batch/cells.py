"""What one cell may hold, and what a message may say about it: never its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 4000  # characters of a note; every other cell is far shorter

# UTF-8 read as Windows-1252: "Ã©", "â€™", "Ø§Ù„".
WRONG_DECODING = re.compile(
    r"[ÃÂ][\u0080-\u00bf\u0152-\u0178€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™›]|â€|(?:[ØÙÐÑ][\u0080-\u00bf„…†‡ˆ‰‹‘’“”•–—]){2}"
)
OVERRIDES = re.compile("[\u202a-\u202e]")
FORMULA = re.compile(r"^\s*[=@]|^\s*[+\-](?=\s*[A-Za-z(])")


def faults(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a cell's text: (what, hint). Yields nothing for a good cell."""
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
    if FORMULA.search(text):
        yield "begins like a spreadsheet formula", "Type plain text: delete the sign at the start."
    if len(text) > LONGEST:
        yield f"is longer than {LONGEST} characters", "Shorten it."


def listed(text: str) -> tuple[str, ...]:
    """The entries of a cell that may hold several, parted by comma, semicolon, bar or line."""
    return tuple(part for piece in re.split(r"[,;|\n]", text) if (part := piece.strip()))


DOSE = re.compile(r"^([a-z0-9-]+)\.([a-z_]+)\s*=\s*([0-9]{1,6})$")


def doses(text: str) -> tuple[dict[str, dict[str, int]], tuple[str, ...]]:
    """`seated-twist.repetitions=8` entries as exercise -> field -> number, and the entries not understood."""
    found: dict[str, dict[str, int]] = {}
    wrong: list[str] = []
    for entry in listed(text):
        match = DOSE.match(entry)
        if match is None:
            wrong.append(entry)
        else:
            exercise, field, number = match.groups()
            found.setdefault(exercise, {})[field] = int(number)
    return found, tuple(wrong)
