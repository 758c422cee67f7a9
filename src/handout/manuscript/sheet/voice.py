"""How a sheet speaks: a content path or a phrase's key becomes a filled text; what is wrong is collected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import ParamSpec, TypeVar

from handout.content import WITHOUT
from handout.errors import Finding, HandoutError, Place
from handout.language import (
    Joining,
    Language,
    fill,
    for_country,
    joined,
    lead_fault,
    lead_pieces,
    opened,
    plain,
    typeset,
)
from handout.manuscript.text import Sourced
from handout.prescription import Measured, Prescription, Spoken, of_country, of_values

P = ParamSpec("P")
T = TypeVar("T")
WARNING_PAGE = 1  # where "get help now" stands, in every order that the panel may have
OPEN, CLOSE = "\ue000", "\ue001"  # private use: round a value while a phrase is filled
# FSI, LRI and PDI of UAX #9: a name keeps its own direction, a telephone number goes from left to right.
FIRST_STRONG, LEFT_TO_RIGHT, POP = "\u2068", "\u2066", "\u2069"


class Voice:
    """The language of one sheet, with the numbers that all of its words may say."""

    def __init__(self, prescription: Prescription) -> None:
        edition = prescription.edition
        clinic, country = prescription.clinic, prescription.country
        self.edition = edition
        self.language: Language = for_country(edition.language, country)
        self.printed = prescription.printed
        self.dosed = opened(self.language) if prescription.stock else self.language  # for the numbers of doses
        self.stock = prescription.stock
        self.findings: list[Finding] = []
        self.emergency = (clinic.emergency if clinic else "") or (country.emergency.number if country else "")
        advised = country.advice.number if country and country.advice else ""
        self.advice = (clinic.advice if clinic else "") or advised
        self._prescription = prescription

    # What only words with places for numbers ask for: of a copy, few do.

    @cached_property
    def measured(self) -> dict[str, Measured]:
        """The numbers of the sheet by placeholder."""
        return {
            **of_values(self.edition.safety.values),
            **of_values(self.edition.routine.numbers),
            "minutes_a_day": Measured(self._prescription.minutes, "minutes", open=self.stock),
            "warning_page": Measured(WARNING_PAGE, ""),
        }

    @cached_property
    def texts(self) -> dict[str, str]:
        """Its texts by placeholder: whom to call."""
        clinic = self._prescription.clinic
        texts = of_country(self._prescription.country, self.language, self.emergency, self.advice)
        return texts | ({"advice_name": clinic.advice_name} if clinic is not None and clinic.advice_name else {})

    @cached_property
    def shared(self) -> Spoken:
        """Both, as they are said."""
        return Spoken(self.language, self.measured, self.texts)

    def numbers(self, measured: Mapping[str, Measured], texts: Mapping[str, str]) -> Spoken:
        """The shared numbers with others laid over them."""
        return Spoken(self.language, {**self.measured, **measured}, {**self.texts, **texts})

    def phrase(self, key: str, values: Mapping[str, str] | None = None) -> Sourced:
        """A fixed phrase of the language, filled from `values` and the numbers of the sheet."""
        path = f"phrases.{key}"
        text = self.language.phrases.get(key)
        if text is None:
            hint = f"Add {key}: under phrases: in assets/languages/{self.language.tag}.yaml."
            return self.lacking(f"the phrase {key} is missing", hint, path)
        return self.filled(text, self.numbers({}, values) if values else self.shared, path)

    def words(self, path: str, numbers: Spoken | None = None) -> Sourced:
        """The words under a content path, filled."""
        said = self.edition.phrases.get(path)
        if said is None:
            return self.lacking("these words are missing", f"Write them in {self.language.tag}.yaml.", path)
        return self.filled(said.text, self.shared if numbers is None else numbers, path, said.where)

    def fitting(self, key: str) -> Sourced | None:
        """The routine's words under a key; where what they speak of is not printed, those in their place, or None."""
        routine = self.edition.routine
        path, other = (f"routines.{routine.id}.{name}" for name in (key, f"{WITHOUT}.{key}"))
        things = routine.when.get(key, ())
        if not things or self.printed.intersection(things):
            return self.words(path)
        return self.words(other) if self.edition.has(other) else None

    def led(self, path: str) -> tuple[Sourced, tuple[tuple[bool, str], ...]]:
        """The words under a content path without their asterisks, and in pieces: the lead words stand out."""
        said = self.edition.phrases.get(path)
        marked = said.text if said else ""
        if fault := lead_fault(marked):
            return self.lacking(fault, f"Write *the lead words* in {self.language.tag}.yaml.", path), ()
        if "*" not in marked or said is None:
            text = self.words(path)
            return text, ((False, text),)
        text = self.filled(plain(marked), self.shared, path, said.where)
        return text, lead_pieces(self.filled(marked, self.shared, path, said.where), text)

    def filled(self, text: str, values: Mapping[str, str], path: str, where: Place | None = None) -> Sourced:
        """A text with its placeholders filled."""
        return self.said(path, fill, self.language, text, values, where or self.language.where, path)

    def parts(self, key: str, values: Mapping[str, str]) -> tuple[tuple[bool, Sourced], ...]:
        """A fixed phrase in pieces: what was filled in stands out."""
        said = self.phrase(key, {name: f"{OPEN}{text}{CLOSE}" for name, text in values.items()})
        pieces = re.split(f"({OPEN}[^{CLOSE}]*{CLOSE})", said)
        told = (piece for piece in pieces if piece)
        return tuple((piece[0] == OPEN, Sourced(piece.strip(OPEN + CLOSE), said.path)) for piece in told)

    def lacking(self, what: str, hint: str, path: str = "") -> Sourced:
        """An empty text, and the finding that says why."""
        self.findings.append(Finding(what, hint, None if path else self.language.where, path))
        return Sourced("", path)

    def said(self, path: str, say: Callable[P, str], *given: P.args, **named: P.kwargs) -> Sourced:
        """What `say` says of what it is given, or an empty text and its findings."""
        return Sourced(self.tried(say, *given, **named) or "", path)

    def tried(self, make: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | None:
        """What `make` makes of what it is given, or None and its findings."""
        try:
            return make(*given, **named)
        except HandoutError as error:
            self.findings.extend(error.findings)
            return None

    def joined(self, things: Iterable[str], how: Joining | None = None, path: str = "") -> Sourced:
        """A list of things as one text."""
        return Sourced(joined(self.language, things, how), path)

    def typeset(self, text: str, path: str = "") -> Sourced:
        """A text that is not the language's own words, such as a telephone number, by its rules."""
        return Sourced(typeset(self.language, text), path)

    def named(self, name: str) -> str:
        """A name inside a sentence; in right-to-left text it keeps its own direction."""
        return f"{FIRST_STRONG}{name}{POP}" if self.language.right_to_left and name else name
