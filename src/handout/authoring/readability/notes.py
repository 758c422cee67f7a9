"""What a reviewer is told of each complete sheet: the value of its language's own formula, or how long its
sentences are where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handout.authoring.readability.formulas import FORMULAS
from handout.authoring.readability.measure import Measure, measured
from handout.authoring.readability.prose import prose_of
from handout.cache import Cache
from handout.content import Library
from handout.edition import complete_languages, localise
from handout.errors import Finding, HandoutError, Severity
from handout.language import Language
from handout.manuscript import Manuscript, compose
from handout.prescription import Order, prescribe

GATED = frozenset({"en", "es"})  # outside their marks is a warning; of the others it is told


def readability_notes(library: Library, today: date) -> Iterator[Finding]:
    """One note for each routine in each language that it is complete in."""
    for name, made, language in sheets(library, today):
        yield from _note(prose_of(made), language, f"routines.{name}")


def sheets(library: Library, today: date) -> Iterator[tuple[str, Manuscript, Language]]:
    """Every routine in each language that it is complete in, as a sheet for nobody."""
    cache = Cache()
    for name in sorted(library.routines):
        for tag in complete_languages(library, name):
            try:
                edition = localise(library, name, tag)
                made = compose(prescribe(edition, Order(0, (name,), tag, whole=True), None, None, today, name), cache)
            except HandoutError:
                continue  # said by the check that sets the sheets
            yield name, made, edition.language


def _note(texts: list[str], language: Language, path: str) -> Iterator[Finding]:
    base = language.tag.split("-")[0]
    measure = measured(texts, base)
    if measure is None:
        return
    what = _said(measure, language, base)
    hint = "It compares this sheet with its own earlier words, never with another language."
    out = outside(measure, language)
    severity = Severity.WARNING if out and base in GATED else Severity.NOTE
    yield Finding(f"{language.english_name}: {what}{out and f': {out}'}", hint, language.where, path, severity)


def outside(measure: Measure, language: Language) -> str:
    """In words how a sheet is harder or easier than its language's marks; "" where it is neither."""
    own = language.readability
    formula = FORMULAS.get(own.formula)
    if formula is None or formula.language != language.tag.split("-")[0]:
        return ""
    way = 1 if formula.grade else -1  # how the value grows as words get harder
    value = way * formula.value(measure)
    if own.gate is not None and value > way * own.gate:
        return "harder than the aim"
    return "easier than sentences are" if own.floor is not None and value < way * own.floor else ""


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
    floor = language.readability.floor
    marks = sorted(mark for mark in (gate, floor) if mark is not None)
    aim = f", the aim is {' to '.join(f'{mark:g}' for mark in marks)}" if marks else ""
    return f"{named} {formula.value(measure):.1f} ({easier} is easier{aim}), {length}"
