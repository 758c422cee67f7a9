"""What an eye may remember beyond its run: that a thing was right, by all that it looked at; never the thing."""

from __future__ import annotations

from typing import Protocol


class Remembered(Protocol):
    """Verdicts that outlast a run. Asked only of pages and fonts that hold nothing of a patient."""

    def known(self, key: bytes) -> bool:
        """Whether it was found right before."""

    def note(self, key: bytes) -> None:
        """It is right."""
