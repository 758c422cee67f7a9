"""From bytes to text: what a file must be before it is read as YAML."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from handout.errors import Finding, Place, SourceError

LARGEST = 1_000_000  # bytes; the largest shipped file is under 50,000

# Tabs, controls, the line ends of YAML 1.1 that no editor shows (NEL, LS, PS), U+FFFD (what a wrong
# decoding leaves), and the marks that turn text around (U+202A-202E): sides are set by data.
_REFUSED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\ufeff\ufffd\ufffe\uffff]")

_SAVE = "In the editor choose “Save as”, encoding UTF-8."


def text_of(raw: bytes, name: str) -> str:
    """The text of a file, line ends as `\\n`. Raises `SourceError` with every forbidden character."""
    if len(raw) > LARGEST:
        what = f"the file is too large: {len(raw):,} bytes, and {LARGEST:,} are allowed"
        raise SourceError(Finding(what, "Split it, or look whether it is the right file.", Place(name)))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SourceError(Finding("the file is saved as UTF-16", _SAVE, Place(name)))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"the file is not saved as UTF-8 (byte {raw[error.start]:#04x} cannot be read)"
        raise SourceError(Finding(what, _SAVE, _place_of_byte(raw, error.start, name))) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings = tuple(_forbidden(text, name))
    if findings:
        raise SourceError(findings)
    return text


def _place_of_byte(raw: bytes, start: int, name: str) -> Place:
    before = raw[:start].decode("utf-8", "replace")
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _forbidden(text: str, name: str) -> Iterator[Finding]:
    """One finding a line, for the first forbidden character on it."""
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    told = 0
    for match in _REFUSED.finditer(text):
        line = bisect_right(starts, match.start())
        if line == told:
            continue
        told = line
        what, hint = _said(match.group())
        yield Finding(what, hint, Place(name, line, match.start() - starts[line - 1] + 1))


def _said(character: str) -> tuple[str, str]:
    if character == "\t":
        return "a tab stands here", "Use spaces: two for each step inwards."
    if character == "\x00":
        return "a NUL character stands here", "The file is damaged, or no text file: save it again as UTF-8."
    if character == "\ufffd":
        return "a replacement character (�) stands here", "A letter was lost in saving: type it again."
    if "\u202a" <= character <= "\u202e":
        return (
            f"a mark that turns text around (U+{ord(character):04X}) stands here",
            "Delete it: numbers and names are set in the right direction by themselves.",
        )
    return f"a hidden character (U+{ord(character):04X}) stands here", "Delete it and type the place again."
