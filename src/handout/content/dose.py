"""A dose: how many, how long, how often, for how many weeks. Numbers are fields, never words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Dose:
    """Exactly one of `repetitions` and `duration_s`; no ranges (a start, and a `build_to` beside it)."""

    times_a_day: int
    repetitions: int | None = None
    duration_s: int | None = None
    sets: int = 1
    per: Literal["", "side", "way"] = ""  # "5 each side", "5 each way"
    hold_s: int | None = None
    hold_breaths: int | None = None
    rest_s: int | None = None
    days_a_week: int | None = None  # None: every day
    weeks: int | None = None
    load_kg: float | None = None


# An exercise's limits for a person's own dose: field -> lowest and highest number allowed.
Limits = tuple[tuple[str, int, int], ...]
