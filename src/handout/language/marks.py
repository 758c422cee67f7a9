"""The blocks that stand after the words of any file of words: translated, unsure, english, signed."""

from __future__ import annotations

from handout.errors import Finding
from handout.language.phrase import Marks, Phrase, Signature
from handout.source import (
    Date,
    Field,
    Findings,
    ListOf,
    Mapping,
    ProseShape,
    Record,
    Scalar,
    TableOf,
    TextShape,
    one_spaced,
    optional,
    values_only,
)

BLOCKS = ("translated", "unsure", "english", "signed")

PHRASE_KEY = r"[A-Za-z0-9=_-]+(?:\.[A-Za-z0-9=_-]+)*"

_HASH = TextShape("the hash of an English text", "[0-9a-f]{6}", "6007c7")

FIELDS = (
    optional(
        "translated",
        Record(
            values_only,
            (
                optional("by", ProseShape("a name"), "who translated"),
                optional("method", TextShape("a method"), "machine, person, or both"),
                optional("date", Date(), "when"),
                optional("checked", Date(), "when somebody else read it"),
            ),
        ),
        "how the words were translated",
    ),
    optional("unsure", TableOf(ProseShape("a doubt"), PHRASE_KEY), "words in doubt, and why: shown to the reviewer"),
    optional("english", TableOf(_HASH, PHRASE_KEY), "written by `handout translate accept`, never by hand"),
    optional(
        "signed",
        ListOf(
            Record(
                Signature,
                (
                    Field("name", ProseShape("a name"), "who approves these words"),
                    Field("role", TextShape("a role"), "what he or she is: physiotherapist"),
                    Field("date", Date(), "when"),
                    Field("words", TextShape("a hash"), "written by `handout sign`"),
                ),
            )
        ),
        "written by `handout sign`, never by hand",
    ),
)

MARKS: Record[dict[str, object]] = Record(values_only, FIELDS)


def marks_of(node: Mapping, findings: Findings) -> Marks:
    """The blocks of a file; the doubts keep their places."""
    own = Mapping(tuple((key, value) for key, value in node.entries if key.text in BLOCKS), node.where)
    found: list[Finding] = []
    values = MARKS.read(own, "", found) or {}
    findings.extend(found)
    doubts = node.get("unsure")
    entries = doubts.entries if isinstance(doubts, Mapping) else ()
    unsure = {
        key.text: Phrase(one_spaced(value.text), key.where) for key, value in entries if isinstance(value, Scalar)
    }
    return Marks(
        translated=_table(values.get("translated")),
        unsure=unsure if values.get("unsure") is not None else {},
        english=_table(values.get("english")),
        signed=tuple(item for item in _items(values.get("signed")) if isinstance(item, Signature)),
    )


def _table(value: object) -> dict[str, str]:
    return {str(key): str(item) for key, item in value.items()} if isinstance(value, dict) else {}


def _items(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
