"""Each language is measured by its own formula, or by the length of its sentences alone."""

from __future__ import annotations

from datetime import date

import pytest

from handout.authoring.readability import FORMULAS, Measure, measured, readability_notes
from handout.authoring.readability.measure import syllables
from handout.content import Library, load, shipped_root
from handout.errors import Severity

LIBRARY: Library = load([shipped_root()])[0]
EASY = Measure(sentences=2, words=10, syllables=(1, 2, 1, 2, 1, 2, 1, 2, 1, 4))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("flesch-kincaid", 0.39 * 5 + 11.8 * 1.7 - 15.59),
        ("inflesz", 206.835 - 62.3 * 1.7 - 5),
        ("kandel-moles", 207 - 1.015 * 5 - 73.6 * 1.7),
        ("amstad", 180 - 5 - 58.5 * 1.7),
        ("flesch-martins", 248.835 - 1.015 * 5 - 84.6 * 1.7),
        ("oborneva", 206.835 - 1.3 * 5 - 60.1 * 1.7),
        ("fog-pl", 0.4 * (5 + 10)),
    ],
)
def test_a_formula_has_its_published_constants(name: str, value: float) -> None:
    assert FORMULAS[name].value(EASY) == pytest.approx(value)
    assert FORMULAS[name].source


def test_no_formula_serves_two_languages() -> None:
    languages = [formula.language for formula in FORMULAS.values()]
    assert len(set(languages)) == len(languages)


def test_every_language_names_a_formula_of_its_own_or_one_that_is_not_computed() -> None:
    for tag, language in LIBRARY.languages.items():
        formula = FORMULAS.get(language.readability.formula)
        assert formula is None or formula.language == tag.split("-")[0], tag


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("stiff", "en", 1), ("shoulder", "en", 2), ("exercise", "en", 3), ("5", "en", 1),
        ("espalda", "es", 3), ("tráiler", "es", 2), ("oído", "es", 3), ("pie", "es", 1), ("aguanta", "es", 3),
        ("hombre", "es", 2), ("quieto", "es", 2), ("épaule", "fr", 2), ("jambes", "fr", 1), ("genou", "fr", 2),
        ("Wirbelsäule", "de", 4), ("Rücken", "de", 2), ("coluna", "pt", 3), ("ação", "pt", 2),
        ("plecy", "pl", 2), ("ćwiczenie", "pl", 3), ("спина", "ru", 2), ("упражнение", "ru", 5),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_the_language_speaks(word: str, language: str, count: int) -> None:
    assert syllables(word, language) == count


def test_sentences_end_as_the_script_ends_them() -> None:
    for language, text, sentences, words in (
        ("en", "Sit down. Rest for 5 seconds.", 2, 6),
        ("hi", "बैठें। आराम करें।", 2, 3),
        ("zh", "坐下。休息一下。", 2, 6),
        ("ar", "اجلس. هل تستريح؟", 2, 3),
    ):
        found = measured([text], language)
        assert found is not None
        assert (found.sentences, found.words) == (sentences, words)


def test_a_reviewer_is_told_one_value_for_each_complete_sheet_and_nothing_is_stopped() -> None:
    notes = list(readability_notes(LIBRARY, date(2026, 11, 21)))
    assert {note.severity for note in notes} == {Severity.NOTE}
    english = [note.what for note in notes if note.what.startswith("English")]
    assert len(english) == len(LIBRARY.routines)
    assert all("flesch-kincaid" in what and "the aim is 6" in what for what in english)
    assert not any("flesch-kincaid" in note.what for note in notes if not note.what.startswith("English"))
    chinese = [note.what for note in notes if note.what.startswith("Chinese")]
    assert all("characters a sentence; no formula is known" in what for what in chinese)
