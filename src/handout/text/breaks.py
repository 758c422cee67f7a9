"""Line breaks (UAX #14 and the dictionaries of ICU), as places in a text."""

from __future__ import annotations

from icu4py.breakers import LineBreaker

from handout.text.characters import SOFT_HYPHEN, utf16_positions

# The break must fall where it would if these were not there; an isolate's start stays with what follows it.
_OPENERS = frozenset("\u2066\u2067\u2068\u200e\u200f\u061c\ufeff")
_UNSEEN = _OPENERS | {"\u2069"}


def line_breaks(text: str, language: str) -> list[int]:
    """Where a line may end, in order, the end of the text among them. Soft hyphens are left out."""
    seen: list[int] = []
    stripped = text
    if not _UNSEEN.isdisjoint(text):
        seen = [index for index, character in enumerate(text) if character not in _UNSEEN]
        stripped = "".join([text[index] for index in seen])
    places = utf16_positions(stripped)
    breaks: list[int] = []
    for _, end in LineBreaker(stripped, _locale(language)).segments():
        place = places[end] if places else end
        if place < len(stripped) and stripped[place - 1] == SOFT_HYPHEN:
            continue
        breaks.append(place if stripped is text else _restore(text, seen, place))
    if not breaks or breaks[-1] != len(text):
        breaks.append(len(text))
    return breaks


def _restore(text: str, seen: list[int], place: int) -> int:
    """The index in the whole text: after what closes, before what opens."""
    if place >= len(seen):
        return len(text)
    index = seen[place]
    while index and text[index - 1] in _OPENERS:
        index -= 1
    return index


def _locale(language: str) -> str:
    """Korean breaks between words, as its readers expect of plain text; ICU's default breaks syllables."""
    return "ko-u-lw-phrase" if language.split("-")[0] == "ko" else language
