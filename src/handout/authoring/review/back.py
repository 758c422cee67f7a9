"""Back-translations: what the words of a language say, put back into English for who cannot read it.

They lie in `handouts/back/<tag>.yaml`, are shown in a review and nowhere else, and each only while its words are still
those that were put back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from handout.content import Library
from handout.errors import ContentError
from handout.language import PHRASE_KEY
from handout.source import Date, Field, ProseShape, Record, TableOf, TextShape, values_only

FOLDER = "handouts/back"
_LINE: Record[dict[str, Any]] = Record(
    values_only,
    (Field("words", ProseShape(), "the words as they stand"), Field("says", ProseShape(), "what they say, in English")),
)
_FILE: Record[dict[str, Any]] = Record(
    values_only,
    (
        Field(
            "made",
            Record(
                values_only,
                (
                    Field("by", ProseShape("a name"), "who put them back"),
                    Field("method", TextShape("a method"), "machine, person, or both"),
                    Field("date", Date(), "when"),
                ),
            ),
            "how they were made",
        ),
        Field("lines", TableOf(_LINE, PHRASE_KEY), "content path: the words, and what they say"),
    ),
)


@dataclass(frozen=True, slots=True)
class Back:
    """The back-translations of one language."""

    made: str = ""  # "a language model, machine, 2026-11-29"
    lines: dict[str, tuple[str, str]] = field(default_factory=dict)  # content path -> words, and what they say

    def of(self, path: str, raw: str) -> str:
        """What those words say; "" where nobody put them back, or where they have changed since."""
        words, says = self.lines.get(path, ("", ""))
        return says if words == raw else ""


def read_back(library: Library, tag: str) -> Back:
    """Those of a language; none where there is no file. Raises ContentError for a file that cannot be read."""
    node = library.tree(f"{FOLDER}/{tag}.yaml")
    if node is None:
        return Back()
    values = _FILE.whole(node, ContentError)
    made = values["made"]
    lines = {path: (line["words"], line["says"]) for path, line in values["lines"].items()}
    return Back(f"{made['by']}, {made['method']}, {made['date']}", lines)
