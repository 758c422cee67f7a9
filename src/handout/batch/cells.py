"""What one cell may hold, and what a message may say about it: never its text."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from handout.batch.vocabulary import plainly, vocabulary

LONGEST_NOTE = 1500  # characters; half a page
LONGEST = 300  # of any other cell

# UTF-8 read as Windows-1252: "Ã©", "â€™", "Ø§Ù„".
WRONG_DECODING = re.compile(
    r"[ÃÂ][\u0080-\u00bf\u0152-\u0178€‚ƒ„…†‡ˆ‰‹Œ‘’“”•–—˜™›]|â€|(?:[ØÙÐÑ][\u0080-\u00bf„…†‡ˆ‰‹‘’“”•–—]){2}"
)
# An old code page read as another: "Èâàí" for "Иван". No language here has four accented letters in a row.
WRONG_PAGE = re.compile("[À-ÖØ-öø-ÿ]{4}")
# What a cell may hold that prints as nothing: joiners, marks of direction, fillers.
UNSEEN = {"Cf", "Zs", "Zl", "Zp", "Cc", "Mn", "Me"}
FILLERS = "\u115f\u1160\u3164\uffa0\u2800"
# Where a line may break for sure: at white space, after a hyphen, and between signs of Chinese and Japanese.
BREAKS = re.compile(r"[\s\u2e80-\u9fff\u3040-\u30ff\uac00-\ud7af]|(?<=-)")
OVERRIDES = re.compile("[\u202a-\u202e]")
MARKUP = re.compile(r"<\s*[/!?]?\s*[A-Za-z][^<>]*>|\{\{|\{%")
FORMULA = re.compile(r"^\s*[=@]|^\s*[+\-](?=\s*[A-Za-z(])")


def faults(text: str, *, lines: bool = False, word: int = 0) -> Iterator[tuple[str, str]]:
    """What is wrong with a cell's text: (what, hint). Nothing for a good cell.

    `lines`: it may hold several. `word`: the most letters of a word that is printed; 0 where none is.
    """
    if "\ufffd" in text:
        yield (
            "a character was lost when this file was saved",
            "Save the list again as UTF-8 (CSV UTF-8 in Excel).",
        )
    elif WRONG_DECODING.search(text) or WRONG_PAGE.search(text):
        yield (
            "the letters look wrongly decoded (like “Ã©” for “é”)",
            "Save the list again as UTF-8 (CSV UTF-8 in Excel).",
        )
    if text and all(unicodedata.category(c) in UNSEEN or c in FILLERS for c in text):
        yield "holds only hidden characters, and would print as nothing", "Type the text again by hand."
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
    longest = max((len(part) for part in re.split(BREAKS, text)), default=0)
    wide = bool(word) and longest > word
    most = LONGEST_NOTE if lines else LONGEST
    if len(text) > most:
        more = f", and part words of more than {word} letters by a space" if wide else ""
        yield f"is {len(text)} characters long", f"Shorten it to {most} at most{more}."
    elif wide:
        hint = f"Shorten it to {word}, or part it by a space."
        yield f"holds a word of {longest} letters, which no line can hold", hint


def listed(text: str) -> tuple[str, ...]:
    """The entries of a cell that may hold several, parted by comma, semicolon, bar or line."""
    return tuple(part for piece in re.split(r"[,;|\n]", text) if (part := piece.strip()))


def suggestion(entry: str, known: Iterable[str]) -> str:
    """The known entry that a mistyped one was probably to be, or ""."""
    return next(iter(difflib.get_close_matches(entry, sorted(known), 1)), "")


DOSE = re.compile(r"^([a-z0-9-]+)\.([a-z_]+)\s*=\s*([0-9]{1,6}(?:\.[0-9]{1,2})?)$")


def doses(text: str) -> tuple[dict[str, dict[str, float]], tuple[str, ...], tuple[str, ...]]:
    """`seated-twist.repetitions=8` entries as exercise -> field -> number; what was not understood; what came twice."""
    found: dict[str, dict[str, float]] = {}
    wrong: list[str] = []
    twice: list[str] = []
    for entry in listed(text):
        match = DOSE.match(entry)
        if match is None:
            wrong.append(entry)
            continue
        exercise, field, amount = match.groups()
        if field in found.setdefault(exercise, {}):
            twice.append(f"{exercise}.{field}")
        found[exercise][field] = float(amount) if "." in amount else int(amount)
    return found, tuple(wrong), tuple(twice)


def nothing(text: str) -> bool:
    """Whether a cell says that there is nothing, in any language that ships."""
    return not text or plainly(text) in vocabulary().nothing


LONGEST_QUOTED = 40
QUOTABLE = re.compile(r"[a-z0-9 .,:;=/+×_-]+")


def quoted(text: str, private: Collection[str], names: Collection[str] = ()) -> str:
    """The text in quotes for a message, or "this entry" where it might be a patient's.

    A value is shown when it is written in small Latin letters and figures, or is one of `names`, and
    shares no word with what the list says of its patients (`private`): a name may stand in the wrong column.
    """
    words = set(plainly(text).replace("-", " ").split())
    plain = QUOTABLE.fullmatch(text) or plainly(text) in names
    return f"“{text}”" if plain and len(text) <= LONGEST_QUOTED and not words & set(private) else "this entry"
