"""Line breaks (UAX #14 and the dictionaries of ICU), as places in a text; numbers are kept whole."""

from __future__ import annotations

from icu4py.breakers import LineBreaker

from handout.text.characters import CJK_SCRIPTS, SOFT_HYPHEN, script_of, utf16_positions

# Neither a range nor a number and the unit right behind it is parted: 5–7, 1/2, 5秒.
_NUMBER_JOINERS = frozenset("-–/")
# ICU's dictionaries leave the repetition marks of Thai, Lao and Khmer to the next line.
_REPETITIONS = frozenset("\u0e46\u0ec6\u17d7")
# Korean breaks between words, as its readers expect of plain text (ICU's default breaks syllables);
# Japanese never before a small kana.
_LOCALES = {"ko": "ko-u-lw-phrase", "ja": "ja-u-lb-strict"}

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
    for _, end in LineBreaker(stripped, _LOCALES.get(language.split("-")[0], language)).segments():
        place = places[end] if places else end
        if place < len(stripped) and _is_kept_together(stripped, place):
            continue
        breaks.append(place if stripped is text else _restore(text, seen, place))
    if not breaks or breaks[-1] != len(text):
        breaks.append(len(text))
    return breaks


def _is_kept_together(text: str, place: int) -> bool:
    """Whether we do not end a line where UAX #14 would let us."""
    before, after = text[place - 1], text[place]
    if before == SOFT_HYPHEN or after in _REPETITIONS:
        return True
    if before in _NUMBER_JOINERS:
        return after.isdecimal() and text[place - 2 : place - 1].isdecimal()
    return before.isdecimal() and script_of(after) in CJK_SCRIPTS


def _restore(text: str, seen: list[int], place: int) -> int:
    """The index in the whole text: after what closes, before what opens."""
    if place >= len(seen):
        return len(text)
    index = seen[place]
    while index and text[index - 1] in _OPENERS:
        index -= 1
    return index
