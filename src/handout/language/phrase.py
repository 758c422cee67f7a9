"""A string of one language as written, who vouches for it, and what the tools wrote beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from handout.errors import Place


@dataclass(frozen=True, slots=True)
class Phrase:
    """One string of one language, as written, and where."""

    text: str
    where: Place


@dataclass(frozen=True, slots=True)
class Signature:
    """A clinician's approval of one edition's words; any change of the words voids it."""

    name: str
    role: str
    date: str  # ISO 8601
    words: str  # hash of all words signed


@dataclass(frozen=True, slots=True)
class Marks:
    """What stands after the words of a file: how they were translated, what is in doubt, who signed."""

    translated: dict[str, str] = field(default_factory=dict)  # by, method, date
    unsure: dict[str, Phrase] = field(default_factory=dict)  # phrase key -> doubt, for the reviewer
    english: dict[str, str] = field(default_factory=dict)  # phrase key -> 6 hex digits of what was translated
    signed: tuple[Signature, ...] = ()
