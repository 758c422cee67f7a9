"""What clinicians have approved: editions as they are printed, and safety lines said in a clinic's own way.

`approvals.yaml` stands at the top of a clinic's library. It is a record of who read what and when: it is no
electronic signature, and whoever can write in the folder can write it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from handout.errors import Place


@dataclass(frozen=True, slots=True)
class Approver:
    """A clinician by name. `role` is a term of the language files, so that every sheet can say it."""

    name: str
    role: str
    registration: str = ""  # the number in the register of the profession


@dataclass(frozen=True, slots=True)
class EditionApproval:
    """One routine in one language (and, for a clinic, one country), approved as it would be printed.

    `record` is the SHA-256 of `approvals/<routine>.<language>.json` beside the file: the text of every slot
    that was approved. An approval holds for as long as the slots of today are those of the record.
    """

    routine: str
    language: str
    by: Approver
    date: str  # ISO 8601
    review_by: str
    read: str  # what was read, in the approver's own words
    record: str
    where: Place
    country: str = ""  # the code of the clinic's country; "" where there is no clinic
    program: str = ""  # its version, which is recorded and binds nothing
    accepted: dict[str, str] = field(default_factory=dict)  # content path in doubt -> hash of its words and doubt


@dataclass(frozen=True, slots=True)
class SafetyApproval:
    """A shipped safety text that a library says in another way, or leaves out (`now` is ""), and who answers for it.

    It covers exactly one change: that from the text `was` to the text `now` of one key in one file.
    """

    file: str  # from the root of a library: "handouts/safety/en.yaml"
    key: str  # "lines.chest-pain"
    was: str
    by: Approver
    date: str
    reason: str
    where: Place
    now: str = ""


@dataclass(frozen=True, slots=True)
class EarlierSignature:
    """A signature of version 0.1, kept as a record. It bound words files alone, so no sheet is approved by it."""

    file: str
    by: Approver
    date: str
    where: Place
    words: str = ""  # the hash that it stood for


@dataclass(frozen=True, slots=True)
class Approvals:
    """All entries of the `approvals.yaml` of a run, those of the topmost library last."""

    editions: tuple[EditionApproval, ...] = ()
    safety: tuple[SafetyApproval, ...] = ()
    earlier: tuple[EarlierSignature, ...] = ()

    def edition(self, routine: str, language: str, country: str) -> EditionApproval | None:
        """The latest approval of that edition; an entry further down in the files beats one above it."""
        asked = (routine, language, country)
        return next((one for one in reversed(self.editions) if (one.routine, one.language, one.country) == asked), None)

    def covers(self, file: str, key: str, was: str, now: str) -> SafetyApproval | None:
        """Who answers for a safety text that is no more what was shipped; None when nobody does.

        `was` is what the shipped file says today: when that changes, the entry covers it no longer.
        """
        asked = (file, key, was, now)
        return next((one for one in reversed(self.safety) if (one.file, one.key, one.was, one.now) == asked), None)
