"""How a language sets its text: what the page needs of a language file."""

from __future__ import annotations

from dataclasses import dataclass, field

from handout.cache import Cache
from handout.text.types import Direction


@dataclass(frozen=True, slots=True)
class Setting:
    """One language's way of setting text. `size` is the factor that makes its letters look as large as
    Latin ones; `leading` is baseline to baseline, times the set size."""

    tag: str  # BCP 47
    direction: Direction
    faces: tuple[str, ...]  # first choice first
    size: float = 1.0
    leading: float = 1.35
    digits: str = "0123456789"  # for step numbers, days and folios
    cache: Cache = field(default_factory=Cache, compare=False, repr=False)  # what the run keeps, of whoever asks

    def numeral(self, number: int) -> str:
        """A whole number in the language's digits."""
        return "".join(self.digits[int(digit)] for digit in str(number))
