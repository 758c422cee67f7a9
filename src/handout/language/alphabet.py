"""The letters that names and notes are most often made of, as words to be set: a sheet's fonts hold them ahead.

Every language has those of English and of its neighbours (ISO 8859-1) beside its own, and its words for who gives a
sheet and when. Of scripts whose letters change with their neighbours it has each form; of those with thousands of
characters no more than those words, because no sheet needs most of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from handout.language.dates import date
from handout.language.types import Language

_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_NEIGHBOURS = "".join(map(chr, (*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x100))))
_MARKS = "’‘“”–—…·"
_BRACKETS = frozenset("()[]{}<>«»")
_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "fj", "tt", "ti")
_BEH, _LAM, _AFTER_LAM = "ب", "ل", "اأإآ"
_ARABIC_MARKS = "٠١٢٣٤٥٦٧٨٩،؛؟"
_BETWEEN = "./-:،"
_DEVANAGARI = "".join(map(chr, (*range(0x0904, 0x0915), *range(0x0966, 0x0970), 0x0964)))
_CONSONANTS = (*range(0x0915, 0x0929), *range(0x092A, 0x0931), 0x0932, *range(0x0935, 0x093A))
_SIGNS = ("", *map(chr, (0x93E, 0x93F, 0x940, 0x941, 0x942, 0x943, 0x947, 0x948, 0x94B, 0x94C, 0x902, 0x94D)))
_MANY = frozenset({"Hans", "Hant", "Hang", "Kore", "Jpan"})


def alphabet_of(language: Language) -> str:
    """Words of single letters, in each of their forms, with a space between."""
    turned = _BRACKETS if language.right_to_left else ()  # which way they open depends on what stands beside them
    words = dict.fromkeys([*_ASCII, *_NEIGHBOURS, *_MARKS, *_LIGATURES, *_own(language), *_visit(language)])
    return " ".join(word for word in words if word not in turned)


def _visit(language: Language) -> Iterator[str]:
    """What is said of who gives a sheet and when."""
    for text in (*sorted(language.roles.values()), *(date(language, f"2000-{month:02}-23") for month in range(1, 13))):
        yield from text.split()


def _own(language: Language) -> Iterator[str]:
    """The forms of the language's own letters, as they stand in all that its file says."""
    if language.script in _MANY:
        return
    said = sorted({letter for phrase in language.texts.values() for letter in phrase.text if letter.isalpha()})
    if language.script == "Arab":
        yield from _arabic(said)
    elif language.script == "Deva":
        yield from _DEVANAGARI
        yield from (consonant + sign for consonant in map(chr, _CONSONANTS) for sign in _SIGNS)
    else:
        yield from (form for one in said for form in (one, one.upper(), one.lower()) if len(form) == 1)


def _arabic(letters: list[str]) -> Iterator[str]:
    """Alone, at the start, between two others and at the end; and marks between two letters."""
    yield from _ARABIC_MARKS
    for letter in letters:
        if "\u0620" <= letter <= "\u06d3":
            yield from (letter, letter * 3)
    for letter in _AFTER_LAM:
        yield from (_LAM + letter, _BEH + _LAM + letter)
    yield from (f"{_BEH}{mark}{_BEH}" for mark in _BETWEEN)
