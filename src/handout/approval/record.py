"""The texts of an approved edition, slot by slot, and what differs between two of them."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from handout.approval.measure import PREFIX, nearly
from handout.content import record_path

Slots = dict[str, str]  # "words/exercises.march.purpose" -> what is said, shown or set there
DIGITS = 12  # of a slot's hash: what a reviewer's tick is tied to
_LONGEST = 160  # letters of a text in a message; a template is a long one
_WORD = re.compile(r"\S+|\s+")


@dataclass(frozen=True, slots=True)
class Change:
    """One slot that is not what was approved; None: it was not there, or is there no more."""

    slot: str
    was: str | None
    now: str | None

    def __str__(self) -> str:
        name = named(self.slot)
        if self.was is None:
            return f"{name} is new: “{_short(self.now or '')}”"
        if self.now is None:
            return f"{name} is gone: “{_short(self.was)}”"
        if self.slot.startswith(PREFIX):
            return f"{name} is not the drawing that was approved"
        old, new = _apart(self.was, self.now)
        return f"{name}: “{old}” became “{new}”"


def canonical(slots: Mapping[str, str]) -> bytes:
    """The slots as JSON with sorted keys, a line each: equal slots have equal bytes on every machine."""
    return (json.dumps(slots, ensure_ascii=False, sort_keys=True, indent=0) + "\n").encode()


def record_hash(slots: Mapping[str, str]) -> str:
    """SHA-256 over all slots: what the entry in `approvals.yaml` names."""
    return hashlib.sha256(canonical(slots)).hexdigest()


def slot_hash(text: str) -> str:
    """What a tick is tied to: another text has another."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def read_record(layers: Sequence[Path], place: tuple[str, str, str], wanted: str) -> Slots | None:
    """The record with that hash, of a routine, a language and a country; None where it is lost or was changed."""
    for layer in reversed(layers):
        try:
            slots = json.loads(record_path(layer, *place).read_text("utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(slots, dict) and all(isinstance(text, str) for text in slots.values()):
            found = {str(key): str(text) for key, text in slots.items()}
            if record_hash(found) == wanted:
                return found
    return None


def changes_between(approved: Mapping[str, str], today: Mapping[str, str]) -> tuple[Change, ...]:
    """Every slot that is not as it was approved, what is printed first; drawings count within a tolerance."""
    found = [
        Change(slot, approved.get(slot), today.get(slot))
        for slot in {**approved, **today}
        if not _same(slot, approved.get(slot), today.get(slot))
    ]
    return tuple(sorted(found, key=lambda change: (RANKS.index(_kind(change.slot)), _counted(change.slot))))


def _counted(slot: str) -> list[tuple[int, str]]:
    """A slot so that step 10 sorts behind step 9."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in re.split(r"(\d+)", slot)]


def _same(slot: str, was: str | None, now: str | None) -> bool:
    if was is not None and now is not None and slot.startswith(PREFIX):
        return nearly(was, now)
    return was == now


# What a change is said by first: the cause before what follows from it.
RANKS = ("facts", "words", "doubt", "phrase", "country", "pose", "drawing", "template", "theme", "printed")
_SAID = {
    "facts": "the fact", "words": "the text", "doubt": "the doubt about", "phrase": "the fixed phrase",
    "country": "the country's", "pose": "the pose", "drawing": "the drawing", "template": "the template",
    "theme": "the theme's", "printed": "as printed,",
}  # fmt: skip


def _kind(slot: str) -> str:
    return slot.partition("/")[0]


def named(slot: str) -> str:
    """A slot in words: "the fact exercises.march.dose.repetitions"."""
    kind, _, rest = slot.partition("/")
    return f"{_SAID[kind]} {rest}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _apart(was: str, now: str) -> tuple[str, str]:
    """Two texts, cut to the line, and of long ones to the words, where they part."""
    old, new = _parting(was.split("\n"), now.split("\n"))
    if max(len(old), len(new)) > _LONGEST:
        before, after = _WORD.findall(old), _WORD.findall(new)
        at = next((n for n, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
        start = max(0, at - 8)
        old, new = ("…" * bool(start) + "".join(words[start:]) for words in (before, after))
    return _short(old), _short(new)


def _parting(was: Sequence[str], now: Sequence[str]) -> tuple[str, str]:
    for old, new in _pairs(was, now):
        if old != new:
            return old, new
    return "", ""


def _pairs(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[str, str]]:
    for index in range(max(len(was), len(now))):
        yield (was[index] if index < len(was) else ""), (now[index] if index < len(now) else "")
