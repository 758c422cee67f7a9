"""What stands beside a string for the translator: the picture it belongs to, or where on the page it is said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handout.content import Safety, Words
from handout.language import Phrase

_PARTS = {
    "counts": "A phrase with a number; {n} is the number. One whole phrase for each plural form.",
    "strips": "A big figure and its unit on a card; | parts the unit's two lines.",
    "sides": "A side of the reader's own body.",
    "roles": "Who works in a clinic.",
    "places": "Where to go in an emergency.",
    "hours": "Opening hours.",
    "list": "How things are listed: {a} and {b}.",
    "any_of": "How choices are listed: {a} or {b}.",
    "phrases": "A fixed phrase of the page.",
    "screen": "On a page for a screen: a button, or a line beside the sheet.",
}


def hint(path: str, source: Words, key: str) -> str:
    """A sentence or two in English; "" where the string speaks for itself."""
    parts = key.split(".")
    if path == "language":
        return _PARTS.get(parts[0], "")
    if parts[0] == "frames":
        return _picture(source, parts)
    if parts[0] in {"steps", "start"}:
        return _pictures(source)
    return ""


# The part of the panel -> the phrases that its lines follow, the nearest first.
_FRAMES = {
    "ask": ("ask_follow", "ask_heading"),
    "stop": ("stop_heading",),
    "now": ("now_heading",),
    "today": ("today_heading",),
}


def frames_of(safety: Safety, english: Mapping[str, Phrase], own: Mapping[str, Phrase]) -> Iterator[tuple[str, str]]:
    """For each line and condition the words on the page that it follows, in English and in the language itself."""

    def said(*names: str) -> str:
        name = next((name for name in names if f"phrases.{name}" in english), "")
        texts = [one[f"phrases.{name}"].text for one in (english, own) if f"phrases.{name}" in one]
        return " = ".join(f"“{text}”" for text in dict.fromkeys(texts))

    for part, lines in safety.lines.items():
        note = f"A line of the safety panel. It follows {said(*_FRAMES[part])}."
        yield from ((f"lines.{line}", note) for line in lines)
    note = f"On a card. It follows {said('ask_first_if')} or {said('not_if')}."
    yield from ((f"conditions.{name}", note) for name in safety.conditions)


def _picture(source: Words, parts: list[str]) -> str:
    """The other half of a picture's words: what it shows beside its caption, and its caption beside that."""
    if parts[-1] == "caption":
        alt = source.phrases.get(".".join([*parts[:-1], "alt"]))
        return f"Caption under a picture. {alt.text}" if alt else "Caption under a picture."
    caption = source.phrases.get(".".join([*parts[:-1], "caption"]))
    said = "Says what the picture shows, for people who cannot see it."
    return f"Picture “{caption.text}”. {said}" if caption else said


def _pictures(source: Words) -> str:
    """The captions of an exercise's pictures, beside its steps."""
    said = source.phrases.items()
    captions = [one.text for key, one in said if key.startswith("frames.") and key.endswith(".caption")]
    named = ", ".join(f"“{caption}”" for caption in dict.fromkeys(captions))
    return f"Beside the pictures {named}." if named else ""
