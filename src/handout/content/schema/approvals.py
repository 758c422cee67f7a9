"""The form of `approvals.yaml`: one schema for everything that a named clinician answers for.

    editions:   written by `handout approve`: an edition as it is printed
    safety:     a shipped safety text that this library rewords, or leaves out where `now` is left out
    earlier:    written by `handout migrate`: signatures of version 0.1, a record that approves nothing

How the floor of safety (`handouts/safety/mandatory.yaml`) reads it: each difference between a shipped text and
the library's is looked up as `library.approvals.covers(file, key, was, now)`. `file` counts from the root of a
library ("handouts/safety/en.yaml"), `key` is the path inside it ("lines.chest-pain"), `was` the shipped text of
today and `now` the library's, both with white space as one space ("" for a text that was taken away), as in
`Library.reworded`. None means that nobody answers for the difference: it is refused. A change of the shipped text, or a
second rewording, is another difference and wants an entry of its own.
"""

from __future__ import annotations

from handout.content.approval_types import Approvals, Approver, EarlierSignature, EditionApproval, SafetyApproval
from handout.language import PHRASE_KEY, TAG
from handout.source import (
    Date,
    Field,
    Identifier,
    ListOf,
    NumberChoice,
    ProseShape,
    Record,
    TableOf,
    TextShape,
    optional,
)

NEWEST = 1  # of the form of this file

_BY: Record[Approver] = Record(
    Approver,
    (
        Field("name", ProseShape("a name"), "of the clinician who answers for it"),
        Field("role", Identifier("a role"), "a term of the language files: physiotherapist"),
        optional("registration", ProseShape("a number"), "in the register of the profession, in quotes"),
    ),
)
_HASH = TextShape("a SHA-256 in hex digits", "[0-9a-f]{64}", "64 digits, as `handout approve` wrote them")

EDITION: Record[EditionApproval] = Record(
    EditionApproval,
    (
        Field("routine", Identifier("a routine")),
        Field("language", TextShape("a language", TAG, "es")),
        optional("country", TextShape("a country", "[A-Z]{2}", "GB"), "of the clinic whose sheets were read"),
        Field("by", _BY),
        Field("date", Date(), "when it was approved"),
        Field("review_by", Date(), "when it must be read again; then it holds no longer"),
        Field("read", ProseShape("a text"), "what was read: every line, a printed sheet, …"),
        Field("record", _HASH, "written by `handout approve`, never by hand"),
        optional("program", TextShape("a version"), "of the program, in quotes; it is recorded, and binds nothing"),
        optional(
            "accepted",
            TableOf(TextShape("a hash", "[0-9a-f]{12}"), PHRASE_KEY),
            "words in doubt that were accepted one by one; written by `handout approve`",
        ),
    ),
    place="where",
)
_FILE = r"(?:handouts|assets)/[a-z0-9/-]+/[A-Za-z0-9-]+\.(?:yaml|svg)"
SAFETY: Record[SafetyApproval] = Record(
    SafetyApproval,
    (
        Field("file", TextShape("a file", _FILE, "handouts/safety/en.yaml")),
        Field("key", TextShape("a key", PHRASE_KEY, "lines.chest-pain"), "the text inside that file"),
        Field("was", ProseShape("a text"), "the shipped text, word for word"),
        optional("now", ProseShape("a text"), "this library's text, word for word; left out: it is taken away"),
        Field("by", _BY),
        Field("date", Date(), "when it was decided"),
        Field("reason", ProseShape("a reason"), "why the shipped words do not fit here"),
    ),
    place="where",
)
EARLIER: Record[EarlierSignature] = Record(
    EarlierSignature,
    (
        Field("file", TextShape("a file"), "whose words were signed"),
        Field("by", _BY),
        Field("date", Date()),
        optional("words", TextShape("a hash")),
    ),
    place="where",
)


def _approvals(
    editions: tuple[EditionApproval, ...] = (),
    safety: tuple[SafetyApproval, ...] = (),
    earlier: tuple[EarlierSignature, ...] = (),
    form: int = NEWEST,  # noqa: ARG001 (the reader has looked at it)
) -> Approvals:
    return Approvals(editions, safety, earlier)


APPROVALS: Record[Approvals] = Record(
    _approvals,
    (
        optional("form", NumberChoice((NEWEST,)), "of this file; written by the program"),
        optional("editions", ListOf(EDITION), "approved editions"),
        optional("safety", ListOf(SAFETY), "safety texts that a clinician has reworded"),
        optional("earlier", ListOf(EARLIER), "signatures of version 0.1"),
    ),
)
