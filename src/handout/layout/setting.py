"""How a language sets its text: what the page needs of a language file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from handout.cache import Cache
from handout.text import Direction, GlyphRun, ParagraphStyle, kept_seeds

LATIN = 1.35  # of the size of type, baseline to baseline: what Latin text has


@dataclass(frozen=True, slots=True)
class Setting:
    """One language's way of setting text. `size` is the factor that makes its letters look as large as
    Latin ones; `leading` is baseline to baseline, times the set size."""

    tag: str  # BCP 47
    direction: Direction
    faces: tuple[str, ...]  # first choice first
    size: float = 1.0
    leading: float = LATIN
    digits: str = "0123456789"  # for step numbers, days and folios
    alphabet: str = ""  # words of single letters: what names are made of, for the fonts to hold
    cache: Cache = field(default_factory=Cache, compare=False, repr=False)  # what the run keeps, of whoever asks
    narrow: bool = False  # in narrow letters: what two pages do not hold otherwise

    def closest(self) -> Setting:
        """The same in narrow letters, no language airier than Latin text; marks that would meet still part lines."""
        return replace(self, narrow=True, leading=min(self.leading, LATIN))

    @property
    def seeds(self) -> tuple[GlyphRun, ...]:
        """The alphabet, set; made once a run."""
        own = ParagraphStyle(self.tag, self.direction, 1.0, self.faces, narrow=self.narrow, cache=self.cache)
        return kept_seeds(self.alphabet, own)

    def numeral(self, number: int) -> str:
        """A whole number in the language's digits."""
        return "".join(self.digits[int(digit)] for digit in str(number))
