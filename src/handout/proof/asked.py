"""What one proof looks for: the manuscript's words, each made comparable once.

It holds a patient's words, so it lives no longer than the proof of one file.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from handout.manuscript import Manuscript, Said, words_of
from handout.proof.compare import alike


@dataclass(frozen=True, slots=True)
class Asked:
    """A manuscript that a file is compared with."""

    manuscript: Manuscript
    _words: list[tuple[Said, ...]] = field(default_factory=list, compare=False, repr=False)
    _alike: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def words(self) -> tuple[Said, ...]:
        """Every text in reading order."""
        if not self._words:
            self._words.append(words_of(self.manuscript))
        return self._words[0]

    def alike(self, text: str) -> str:
        """The text as it is compared in the manuscript's language."""
        made = self._alike.get(text)
        if made is None:
            made = self._alike[text] = alike(text, self.manuscript.tag)
        return made
