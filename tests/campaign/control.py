"""The proof that the campaign can fail: a check is switched off, and its mutant is seen as an escape."""

from __future__ import annotations

from unittest.mock import patch

from tests.campaign.data import ROOT, over
from tests.campaign.verdicts import Outcome

FILE = "handouts/routines/back/routine.yaml"


def can_fail() -> bool:
    """Whether a deleted sign is refused with the check, and an escape without it."""
    text = (ROOT / FILE).read_text("utf-8").replace("saddle-numbness, ", "", 1)
    held = over(FILE, text, "control")
    with patch("handout.content.mandatory.findings.shortfalls", lambda *_: ()):
        loose = over(FILE, text, "control")
    return held.outcome is Outcome.refused and loose.outcome is Outcome.escape
