"""What one proof looks for: the manuscript's words, each made comparable once.

It holds a patient's words, so it lives no longer than the proof of one file.
"""

from __future__ import annotations

from handout.manuscript import Manuscript, Said, words_of
from handout.proof.compare import alike


class Asked:
    """A manuscript that a file is compared with."""

    def __init__(self, manuscript: Manuscript) -> None:
        self.manuscript = manuscript
        self._words = words_of(manuscript)
        self._alike: dict[str, str] = {}

    def words(self) -> tuple[Said, ...]:
        """Every text in reading order."""
        return self._words

    def alike(self, text: str) -> str:
        """The text as it is compared in the manuscript's language."""
        if text not in self._alike:
            self._alike[text] = alike(text, self.manuscript.tag)
        return self._alike[text]
