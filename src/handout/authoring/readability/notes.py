"""What a reviewer is told of each complete sheet: the value of its language's own formula, or how long its
sentences are where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handout.authoring.readability.formulas import FORMULAS
from handout.authoring.readability.measure import Measure, measured
from handout.content import Library
from handout.edition import complete_languages, localise
from handout.errors import Finding, HandoutError, Severity
from handout.language import Language
from handout.manuscript.compose import compose
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.words import words
from handout.prescription import Order, prescribe

# Texts that are sentences: no headings, captions, doses, names, nor the panel's lines, which have no verb.
PROSE = frozenset({"lead", "follow", "purpose", "step", "tip", "item", "ask", "answer", "p"})
LEFT_OUT = frozenset({"colophon", "safety", "needs", "running"})


def readability_notes(library: Library, today: date) -> Iterator[Finding]:
    """One note for each routine in each language that it is complete in."""
    for name in sorted(library.routines):
        for tag in complete_languages(library, name):
            try:
                edition = localise(library, name, tag)
                manuscript = compose(prescribe(edition, Order(0, (name,), tag), None, None, today, name))
            except HandoutError:
                continue  # said by the check that sets the sheets
            yield from _note(prose_of(manuscript), edition.language, f"routines.{name}")


def prose_of(manuscript: Manuscript) -> list[str]:
    """The sentences of a sheet."""
    return [one.text for one in words(manuscript) if one.kind in PROSE and one.section not in LEFT_OUT]


def _note(texts: list[str], language: Language, path: str) -> Iterator[Finding]:
    base = language.tag.split("-")[0]
    measure = measured(texts, base)
    if measure is None:
        return
    what = _said(measure, language, base)
    hint = "It compares this sheet with its own earlier words, never with another language."
    yield Finding(f"{language.english_name}: {what}", hint, language.where, path, Severity.NOTE)


def _said(measure: Measure, language: Language, base: str) -> str:
    length = f"{measure.sentence_words:.1f} {'characters' if base == 'zh' else 'words'} a sentence"
    named = language.readability.formula
    formula = FORMULAS.get(named)
    if named == "none":
        return f"{length}; no formula is known"
    if formula is None or formula.language != base:
        return f"{length}; {named} is no formula for it that this program computes"
    easier = "less" if formula.grade else "more"
    gate = language.readability.gate
    aim = f", the aim is {gate:g}" if gate is not None else ""
    return f"{named} {formula.value(measure):.1f} ({easier} is easier{aim}), {length}"
