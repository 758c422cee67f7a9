"""An approval written down: the record of every slot, then the entry in `approvals.yaml` that names it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from handout.approval.facts import doubts_of
from handout.approval.record import canonical, record_hash
from handout.approval.slots import slots_of
from handout.approval.standing import doubt_hash
from handout.content import APPROVALS, NAME, NEWEST, Approvals, Approver, record_path
from handout.edition import Edition
from handout.errors import EditionError, Finding, Place
from handout.figure import Gallery
from handout.language import Country
from handout.source import BLANK, Findings, parse, suggestion
from handout.version import __version__

TWO_YEARS = timedelta(days=730)
HEAD = (
    "# Who has read and approved what this clinic prints. Written by `handout approve`; it is a record, and no",
    "# electronic signature. The texts that were approved lie in approvals/ beside this file: keep both together.",
    f"form: {NEWEST}",
)


@dataclass(frozen=True, slots=True)
class Approving:
    """What a clinician says who approves an edition."""

    by: Approver
    read: str
    day: date
    review_by: str = ""  # ISO 8601; "": two years from now, and never after the routine's own review
    accepted: frozenset[str] = field(default_factory=frozenset)  # content paths in doubt, accepted one by one


def unsettled(edition: Edition) -> dict[str, tuple[str, str]]:
    """What a translator was unsure of: content path -> its words, and the doubt."""
    texts = {f"languages.{edition.tag}.{key}": said.text for key, said in edition.language.texts.items()}
    own = {path: said.text for path, said in edition.phrases.items()}
    return {path: ({**texts, **own}.get(path, ""), doubt) for path, doubt in doubts_of(edition).items()}


def approve(edition: Edition, country: Country | None, gallery: Gallery, said: Approving, layer: Path) -> Path:
    """Writes the record and the entry into the clinic's library; the path of its `approvals.yaml`.

    Raises EditionError while a doubt is neither settled nor accepted, when the clinician is not named in full, and
    what refuses a sheet of this edition. Nothing is half written: the record first, each file in one move.
    """
    findings = [*_unaccepted(edition, said), *_unnamed(edition, said)]
    if findings:
        raise EditionError(findings)
    slots = slots_of(edition, country, gallery)
    code = country.code if country is not None else ""
    path = layer / NAME
    before = path.read_text("utf-8") if path.is_file() else ""
    text = _with_entry(before, _lines(edition, code, said, record_hash(slots)))
    _checked(text, before, path)
    record = record_path(layer, edition.routine.id, edition.tag, code)
    record.parent.mkdir(parents=True, exist_ok=True)
    _put(record, canonical(slots))
    _put(path, text.encode())
    return path


def _unaccepted(edition: Edition, said: Approving) -> Iterator[Finding]:
    doubts = unsettled(edition)
    for path, (words, doubt) in doubts.items():
        if path not in said.accepted:
            what = f"“{words}” is in doubt: {doubt}"
            hint = f"Settle it (mend the words, take the doubt away), or accept it as it is: --accept {path}"
            yield Finding(what, hint, path=path)
    for path in sorted(said.accepted - {*doubts}):
        yield Finding(f"nothing is in doubt at {path}", suggestion(path, doubts) or "Leave it out.", path=path)


def _unnamed(edition: Edition, said: Approving) -> Iterator[Finding]:
    told = {"name": said.by.name, "role": said.by.role, "registration": said.by.registration, "read": said.read}
    for key, text in told.items():
        if not text.strip() or BLANK in text:
            yield Finding(f"--{key} says nothing", "Who approves, and what was read, stands beside every approval.")
    if said.by.role and said.by.role not in edition.language.roles:
        hint = suggestion(said.by.role, edition.language.roles) or "A role is a term of the language files."
        yield Finding(f"there is no role “{said.by.role}”", hint, edition.language.where, "roles")
    if said.review_by and said.review_by <= said.day.isoformat():
        yield Finding(f"the review is due by {said.review_by}, which is past", "Name a day to come: --review-by")


def _lines(edition: Edition, country: str, said: Approving, record: str) -> list[str]:
    """The entry as lines of YAML."""
    latest = (said.day + TWO_YEARS).isoformat()
    own = edition.routine.review_by
    review_by = said.review_by or (min(own, latest) if own > said.day.isoformat() else latest)
    doubts = {path: doubt_hash(edition, path, doubt) for path, (_, doubt) in unsettled(edition).items()}
    return [
        f"  - routine: {edition.routine.id}",
        f"    language: {_quoted(edition.tag)}",
        *([f"    country: {_quoted(country)}"] if country else []),
        "    by:",
        f"      name: {_quoted(said.by.name)}",
        f"      role: {said.by.role}",
        f"      registration: {_quoted(said.by.registration)}",
        f"    date: {said.day.isoformat()}",
        f"    review_by: {review_by}",
        f"    read: {_quoted(said.read)}",
        f"    record: {_quoted(record)}",
        f"    program: {_quoted(__version__)}",
        *_accepted(doubts),
    ]


def _accepted(doubts: Mapping[str, str]) -> list[str]:
    lines = [f"      {path}: {_quoted(value)}" for path, value in sorted(doubts.items())]
    return ["    accepted:", *lines] if lines else []


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _with_entry(text: str, entry: list[str]) -> str:
    """The file with one more entry at the end of its list of editions; every other line stays."""
    lines = text.splitlines() or [*HEAD]
    if "editions:" not in lines:
        return "\n".join([*lines, "editions:", *entry]) + "\n"
    end = lines.index("editions:") + 1
    for index in range(end, len(lines)):
        if lines[index][:1] in {" ", "-"}:
            end = index + 1
        elif lines[index].strip() and not lines[index].startswith("#"):
            break
    return "\n".join([*lines[:end], *entry, *lines[end:]]) + "\n"


def _checked(text: str, before: str, path: Path) -> None:
    """Raises EditionError unless the new file says what the old one said, and one entry more."""
    findings: Findings = []
    new = APPROVALS.read(parse(text, str(path)), "", findings)
    old = APPROVALS.read(parse(before, str(path)), "", findings) if before.strip() else Approvals()
    if findings or new is None or old is None or len(new.editions) != len(old.editions) + 1:
        hint = "Write its lists one entry on each line, or move the file away and approve again."
        raise EditionError(findings or Finding("no entry can be added to this file", hint, Place(str(path))))


def _put(path: Path, content: bytes) -> None:
    """A file in one move: whole, or not there."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
