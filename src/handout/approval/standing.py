"""Whether an edition is approved as it would be printed today; and if not, every reason in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handout.approval.facts import doubts_of
from handout.approval.record import Change, changes_between, read_record, slot_hash
from handout.approval.slots import slots_of
from handout.content import EditionApproval
from handout.edition import Edition
from handout.errors import Finding, Severity
from handout.figure import Gallery
from handout.language import Country

SOON = timedelta(days=60)  # before its review is due, every run says so
MOST = 6  # changes that are said one by one


@dataclass(frozen=True, slots=True)
class Standing:
    """An edition and its approval. `changes`: what is not as it was approved."""

    routine: str
    language: str
    country: str
    approval: EditionApproval | None = None
    changes: tuple[Change, ...] = ()
    reasons: tuple[Finding, ...] = ()  # why it does not hold although nothing changed
    due: bool = False  # its review is due soon

    @property
    def holds(self) -> bool:
        """Whether the sheet is approved as it stands."""
        return self.approval is not None and not self.changes and not self.reasons

    @property
    def name(self) -> str:
        """The edition in words."""
        return f"{self.routine} in {self.language}" + (f" for {self.country}" if self.country else "")

    def findings(self, severity: Severity = Severity.WARNING) -> Iterator[Finding]:
        """What whoever prints must know of it."""
        if self.approval is None:
            hint = f"Have a clinician read it (handout review export), then: handout approve {self.routine}"
            where = f" --lang {self.language}"
            yield Finding(f"no clinician has approved {self.name}", hint + where, severity=severity)
            return
        by, day = self.approval.by.name, self.approval.date
        yield from (replace(one, severity=severity) for one in (*self.every_change(),)[:MOST])
        if len(self.changes) > MOST:
            what = f"{self.name}: {len(self.changes) - MOST} more changes since {by} approved it on {day}"
            hint = "`handout list approvals` says them all."
            yield Finding(what, hint, self.approval.where, severity=severity)
        yield from (replace(one, severity=severity) for one in self.reasons)
        if self.due and self.holds:
            what = f"{self.name}, approved by {by}, must be read again by {self.approval.review_by}"
            hint = "After that day it is a draft again: handout review export."
            yield Finding(what, hint, self.approval.where, severity=Severity.WARNING)

    def every_change(self) -> Iterator[Finding]:
        """Each slot that is not what was approved, old and new."""
        if self.approval is None:
            return
        by, day = self.approval.by.name, self.approval.date
        for change in self.changes:
            what = f"{self.name} is not what {by} approved on {day}: {change}"
            hint = "Have it read and approved again, or change it back."
            yield Finding(what, hint, self.approval.where, change.slot, Severity.WARNING)


def standing_of(edition: Edition, country: Country | None, gallery: Gallery, today: date) -> Standing:
    """How that edition stands. Costs nothing where nobody has approved it."""
    library, code = edition.library, country.code if country else ""
    approval = library.approvals.edition(edition.routine.id, edition.tag, code)
    standing = Standing(edition.routine.id, edition.tag, code, approval)
    if approval is None:
        return standing
    reasons = [*_overdue(standing, approval, today), *_unsettled(edition, approval)]
    due = approval.review_by <= (today + SOON).isoformat()
    record = read_record(library.layers, (edition.routine.id, edition.tag, code), approval.record)
    if record is None:
        what = f"{standing.name}: the record of what {approval.by.name} approved is missing, or was changed"
        hint = "Bring back the folder approvals/ beside approvals.yaml, or have the edition approved again."
        return replace(standing, reasons=(*reasons, Finding(what, hint, approval.where)), due=due)
    changes = changes_between(record, slots_of(edition, country, gallery))
    return replace(standing, changes=changes, reasons=tuple(reasons), due=due)


def _overdue(standing: Standing, approval: EditionApproval, today: date) -> Iterator[Finding]:
    if approval.review_by < today.isoformat():
        what = f"{standing.name} was to be read again by {approval.review_by}: it is a draft until then"
        yield Finding(what, "Have it read and approved again.", approval.where)


def _unsettled(edition: Edition, approval: EditionApproval) -> Iterator[Finding]:
    for path, doubt in doubts_of(edition).items():
        if approval.accepted.get(path) != doubt_hash(edition, path, doubt):
            yield Finding(f"{path} is in doubt, and nobody accepted it: {doubt}", "Settle it.", approval.where, path)


def doubt_hash(edition: Edition, path: str, doubt: str) -> str:
    """What an accepted doubt is tied to: the words and the doubt about them."""
    said = edition.phrases.get(path)
    text = said.text if said else ""
    if said is None and path.startswith(f"languages.{edition.tag}."):
        key = path.removeprefix(f"languages.{edition.tag}.")
        text = " | ".join(one.text for name, one in edition.language.texts.items() if name.startswith(key))
    return slot_hash(f"{text}\n{doubt}")


def approved_edition(edition: Edition, standing: Standing) -> Edition:
    """The edition as it is printed: with its approver where the approval holds, and then no word is in doubt."""
    return replace(edition, approval=standing.approval, unsure=()) if standing.holds else edition
