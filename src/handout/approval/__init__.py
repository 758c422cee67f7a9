"""What a clinician approves: every slot of an edition that can be printed, and whether an approval still holds.

In: `Library`, a routine, a language and a country. Out: `Slots` (`slots_of`), and with an entry of `approvals.yaml`
a `Standing` (`standing_of`): approved, or a draft with each slot that changed, in words, old and new.
"""

from __future__ import annotations

from handout.approval.entry import Approving, approve, unsettled
from handout.approval.printed import PrintedText, composed
from handout.approval.record import Change, Slots, changes_between, read_record, record_hash, slot_hash
from handout.approval.slots import slots_of
from handout.approval.standing import Standing, approved_edition, standing_of

__all__ = [
    "Approving", "Change", "PrintedText", "Slots", "Standing", "approve", "approved_edition", "changes_between",
    "composed", "read_record", "record_hash", "slot_hash", "slots_of", "standing_of", "unsettled",
]  # fmt: skip
