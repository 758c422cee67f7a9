"""Now, for the whole program."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """The one place where the clock is read."""
    return datetime.now(UTC).astimezone()


def today() -> str:
    """Today's date, ISO 8601."""
    return now().date().isoformat()


def moment() -> str:
    """Now, as the name of a run's folder: 2026-11-20-091503."""
    return now().strftime("%Y-%m-%d-%H%M%S")
