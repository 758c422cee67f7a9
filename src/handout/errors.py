"""What the rooms say when they refuse: findings, one error class per room, and private values.

A `Finding` is for the person who can mend it: where, what, and what to do next. A stage collects all of
its findings and raises once. Exit codes are fixed in `HandoutError.exit_code` (0 all released, 1 some
refused, 2 command not understood, 3 content or order refused, 4 proof failed, 130 stopped by hand).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Severity(Enum):
    """How much a finding stops."""

    ERROR = "error"  # the thing it speaks of is not printed
    WARNING = "warning"  # printed, and said in the closing line
    NOTE = "note"  # for a reviewer


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where it is, what it is, and what to do next."""

    what: str
    hint: str
    where: Place | None = None
    path: str = ""  # content path: "exercises.seated-twist.steps.turn"
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = str(self.where) if self.where else self.path
        label = "" if self.severity is Severity.ERROR else f"{self.severity.value}: "
        text = f"{place}: {label}{self.what}" if place else f"{label}{self.what}"
        return f"{text}\n    {self.hint}" if self.hint else text


class HandoutError(Exception):
    """A stage refused its input; `findings` holds all of its reasons."""

    exit_code = 3

    def __init__(self, findings: Iterable[Finding] | Finding) -> None:
        self.findings: tuple[Finding, ...] = (
            (findings,) if isinstance(findings, Finding) else tuple(findings)
        )
        super().__init__("\n".join(str(finding) for finding in self.findings))


class UsageError(HandoutError):
    """The command could not be understood."""

    exit_code = 2


class SourceError(HandoutError):
    """A file is not the YAML we read."""


class LanguageError(HandoutError):
    """A language or country file lacks a fact."""


class DrawingError(HandoutError):
    """An SVG or picture is not one we take."""


class ContentError(HandoutError):
    """The library contradicts itself."""


class EditionError(HandoutError):
    """A language edition is missing or stale."""


class PrescriptionError(HandoutError):
    """An order cannot be filled as written."""


class ManuscriptError(HandoutError):
    """A template did not yield a handout with its mandatory panels."""


class FigureError(HandoutError):
    """A pose cannot be drawn, or must not be."""


class TextError(HandoutError):
    """A character has no glyph."""


class LeafError(HandoutError):
    """What is asked for has no place on the two pages of a leaf: it is printed as a sheet, and the run says so."""


class LayoutError(HandoutError):
    """A block does not fit its page at full size."""


class PdfError(HandoutError):
    """The pages cannot be written as a conforming PDF."""


class ProofError(HandoutError):
    """The finished file is not what was asked for."""

    exit_code = 4


class BatchError(HandoutError):
    """A roster or a run as a whole cannot be used."""


class StoppedError(HandoutError):
    """Somebody stopped the run by hand (Ctrl-C)."""

    exit_code = 130


def errors_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those findings that stop a release."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)


class Private:
    """A value of one order: a patient's name, reference or note, who gave the sheet (`by`) and when (`on`). It prints
    itself as what it is, never as its text.

    `reveal` is called where the page is written, and where a value becomes a hash that nobody can turn back
    (ledger, archive), initials, or, when asked for, a name in the manifest. It has no `__str__` of its value, no
    `__html__`, cannot be formatted into a log line by accident, and compares by value so that equal
    orders are equal. It pickles, because a worker must set it.
    """

    __slots__ = ("_value", "kind")

    def __init__(self, value: str, kind: str) -> None:
        self._value = value
        self.kind = kind  # "name", "reference", "note", "born", "by", "on"

    def reveal(self) -> str:
        """The text itself, for the page only."""
        return self._value

    @property
    def of_patient(self) -> bool:
        """Whether it tells of the patient: who gave the sheet, and when, does not."""
        return self.kind not in {"by", "on"}

    def __repr__(self) -> str:
        return f"(patient's {self.kind})" if self.of_patient else f"(given {self.kind})"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Private) and (other._value, other.kind) == (self._value, self.kind)

    __hash__ = None  # type: ignore[assignment]  # it is no key: what is kept by it would outlive its sheet

    def __reduce__(self) -> tuple[type[Private], tuple[str, str]]:
        return (Private, (self._value, self.kind))
