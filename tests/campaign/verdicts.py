"""What becomes of a mutant, and how one of each class is judged by its seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from handout.errors import Finding, HandoutError


class Outcome(StrEnum):
    """From best to worst; only the last two are faults of the program."""

    harmless = "harmless"  # the same safety content
    refused = "refused"  # with the file and line, or the page
    placeless = "refused without a place"
    crash = "crash"
    escape = "escape"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One mutant: what was done, and what became of it."""

    outcome: Outcome
    done: str


Judge = Callable[[int], Verdict]  # a seed -> what became of its mutant


def refused(findings: Iterable[Finding], done: str) -> Verdict:
    """A refusal; with a place when every finding names one."""
    placed = all(one.where is not None and one.where.file for one in findings)
    return Verdict(Outcome.refused if placed else Outcome.placeless, done)


def judged(done: str, attempt: Callable[[], Verdict]) -> Verdict:
    """The attempt's verdict; a finding that was raised is a refusal, and anything else a crash."""
    try:
        return attempt()
    except HandoutError as error:
        return refused(error.findings, done)
    except Exception as error:
        return Verdict(Outcome.crash, f"{done}: {type(error).__name__}: {error}"[:300])


def counted(verdicts: Iterable[Verdict]) -> Iterator[tuple[Outcome, int]]:
    """How many of each outcome."""
    found = [one.outcome for one in verdicts]
    return ((outcome, found.count(outcome)) for outcome in Outcome)
