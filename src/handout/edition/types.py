"""A routine in one language."""

from __future__ import annotations

from dataclasses import dataclass

from handout.content import EditionApproval, Exercise, Library, Routine, Safety
from handout.language import Language, Phrase


@dataclass(frozen=True, slots=True)
class Edition:
    """All words of a routine in one language, none missing and none stale, and how far they are trusted."""

    library: Library
    routine: Routine
    language: Language
    exercises: dict[str, Exercise]  # those that may be printed
    phrases: dict[str, Phrase]  # content path -> words: "exercises.march.steps.lift"
    unsure: tuple[str, ...] = ()  # content paths of words in doubt
    approval: EditionApproval | None = None  # where one holds for all that it prints; else it is a draft
    translated: str = ""  # the latest date of translation, ISO 8601; "" for the source
    region: str = ""  # the tag of its country's words, where the language has some: "pt-PT"

    @property
    def tag(self) -> str:
        """The language that was asked for: "pt-BR"."""
        return self.language.tag

    @property
    def written(self) -> str:
        """The language that its words are in, as a file tells it: "pt-PT" in Portugal."""
        return self.region or self.tag

    @property
    def safety(self) -> Safety:
        return self.library.safety

    @property
    def approved(self) -> bool:
        """Whether a clinician has approved it as it stands."""
        return self.approval is not None

    def has(self, path: str) -> bool:
        """Whether there are words under that content path."""
        return path in self.phrases


@dataclass(frozen=True, slots=True)
class Status:
    """How far a routine is in one language, for a list."""

    routine: str
    tag: str
    missing: int
    stale: int
    unaccepted: int  # translated, but not accepted yet against the English of today
    unsure: int

    @property
    def complete(self) -> bool:
        """Whether it can be printed."""
        return not (self.missing or self.stale or self.unaccepted)
