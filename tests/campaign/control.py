"""The proof that the campaign can fail: a check is switched off, and its mutant is seen as an escape."""

from __future__ import annotations

from unittest.mock import patch

from tests.campaign.data import ROOT, over
from tests.campaign.finished import font
from tests.campaign.verdicts import Outcome

FONT = 4  # the seed of a font whose glyphs or outlines change places
FILE = "handouts/routines/back/routine.yaml"


def can_fail() -> bool:
    """Whether a deleted sign, and letters exchanged in a font, are refused with the check, and escape without it."""
    with patch("handout.proof.eye.letters.Letters.look", lambda *_: ()):
        blind = font(FONT)
    return _signs_can_fail() and font(FONT).outcome is Outcome.refused and blind.outcome is Outcome.escape


def _signs_can_fail() -> bool:
    text = (ROOT / FILE).read_text("utf-8").replace("saddle-numbness, ", "", 1)
    held = over(FILE, text, "control")
    with patch("handout.content.mandatory.findings.shortfalls", lambda *_: ()):
        loose = over(FILE, text, "control")
    return held.outcome is Outcome.refused and loose.outcome is Outcome.escape
