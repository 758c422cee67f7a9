"""What changed between two editions of a sheet, in words, from the records of what was printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handout.content import FIELDS
from handout.errors import ContentError, Finding, Place

ID = re.compile(r"[a-z2-7]{10}")


def differences(folder: Path, old: str, new: str) -> list[str]:
    """One line for each change. Raises ContentError when a record is missing or broken."""
    before, after = record_of(folder, old), record_of(folder, new)
    return [
        *_plain(before, after),
        *_clinic(before.get("clinic", {}), after.get("clinic", {})),
        *_exercises(_by_id(before), _by_id(after)),
        *_panel(before.get("panel", {}), after.get("panel", {})),
        *_words(before.get("words", {}), after.get("words", {})),
    ]


def record_of(folder: Path, content_id: str) -> dict[str, Any]:
    """The content of a sheet by its id. Raises ContentError when the record is missing or broken."""
    path = folder / f"{content_id.lower()}.json"
    if not ID.fullmatch(content_id.lower()) or not path.is_file():
        hint = f"Records are in {folder}; give the id printed at the end of a sheet, or another --record."
        raise ContentError(Finding(f"there is no record of “{content_id[:20]}”", hint))
    try:
        record = json.loads(path.read_text("utf-8"))
    except ValueError:
        hint = "Print the sheet again to renew it."
        raise ContentError(Finding("this record is broken", hint, Place(str(path)))) from None
    return record if isinstance(record, dict) else {}


def _plain(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for key in ("routine", "version", "language", "style", "paper", "author", "review_by", "minutes"):
        if before.get(key) != after.get(key):
            yield f"{key.replace('_', ' ')}: {before.get(key)} -> {after.get(key)}"


def _clinic(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    for key in sorted({*before, *after}):
        was, now = (_said(each.get(key)) for each in (before, after))
        if was != now:
            yield f"clinic, {key.replace('_', ' ')}: {was} -> {now}"


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value) or "-"
    return str(value) if value else "-"


def _by_id(record: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {str(one["id"]): one for one in record.get("exercises", [])}


def _exercises(before: dict[str, dict[str, Any]], after: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield from (f"exercise left out: {name}" for name in before if name not in after)
    yield from (f"exercise added: {name}" for name in after if name not in before)
    if [name for name in before if name in after] != [name for name in after if name in before]:
        yield "the exercises stand in another order"
    for name, one in before.items():
        other = after.get(name)
        if other is None:
            continue
        for field, row in FIELDS.items():
            was, now = one["dose"].get(field), other["dose"].get(field)
            if was != now:
                yield f"{name}: {was if was is not None else 'no'} -> {now if now is not None else 'no'} {row.unit}"
        was, now = (each["dose"].get("per") or "" for each in (one, other))
        if was != now:
            yield f"{name}: {_each(was)} -> {_each(now)}"
        for field in ("version", "side"):
            if one.get(field) != other.get(field):
                yield f"{name}, {field}: {one.get(field) or 'usual'} -> {other.get(field) or 'usual'}"
        if one.get("picture") != other.get("picture"):
            yield f"{name}: its pictures were drawn anew"


def _each(per: str) -> str:
    return f"each {per}" if per else "all together"


def _panel(before: dict[str, list[str]], after: dict[str, list[str]]) -> Iterator[str]:
    for part in ("ask", "stop", "now", "today"):
        was, now = before.get(part, []), after.get(part, [])
        yield from (f"safety panel, {part}: no longer says {line}" for line in was if line not in now)
        yield from (f"safety panel, {part}: now says {line}" for line in now if line not in was)


def _words(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    for path in sorted(before.keys() & after.keys()):
        if before[path] != after[path]:
            yield f"{path}: “{before[path]}” -> “{after[path]}”"
