"""Each language is measured by its own formula, or by the length of its sentences alone."""

from __future__ import annotations

from datetime import date

import pytest

from handout.authoring.readability import FORMULAS, Measure, measured, readability_notes
from handout.authoring.readability.measure import syllables
from handout.authoring.readability.notes import outside
from handout.authoring.readability.prose import prose_of
from handout.content import Library, load, shipped_root
from handout.edition import localise
from handout.errors import Severity
from handout.manuscript.compose import compose
from handout.prescription import Order, prescribe

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
    assert all("flesch-kincaid" in what and "the aim is 3 to 6" in what for what in english)
    assert not any("flesch-kincaid" in note.what for note in notes if not note.what.startswith("English"))
    chinese = [note.what for note in notes if note.what.startswith("Chinese")]
    assert all("characters a sentence; no formula is known" in what for what in chinese)


def sheet(routine: str, tag: str) -> list[str]:
    order = Order(0, (routine,), tag)
    return prose_of(compose(prescribe(localise(LIBRARY, routine, tag), order, None, None, date(2026, 11, 21))))


@pytest.mark.parametrize("tag", ["en", "es"])
@pytest.mark.parametrize("routine", ["back", "upper-back"])
def test_english_and_spanish_are_neither_harder_nor_easier_than_they_may_be(routine: str, tag: str) -> None:
    language = LIBRARY.languages[tag]
    assert language.readability.gate is not None
    assert language.readability.floor is not None
    found = measured(sheet(routine, tag), tag)
    assert found is not None
    assert outside(found, language) == "", FORMULAS[language.readability.formula].value(found)


def test_every_language_with_a_formula_has_both_marks_in_their_order() -> None:
    for tag, language in LIBRARY.languages.items():
        formula, own = FORMULAS.get(language.readability.formula), language.readability
        if formula is not None:
            assert own.gate is not None, tag
            assert own.floor is not None, tag
            assert (own.floor < own.gate) is formula.grade, tag


def test_words_cut_to_a_width_are_told_and_so_are_long_ones() -> None:
    english, spanish = LIBRARY.languages["en"], LIBRARY.languages["es"]
    short = measured(["Sit. Stand. Rest. Stop now."], "en")
    long = measured(["Discontinue immediately whenever considerable discomfort accompanies rotational movement."], "en")
    largo = measured(["Interrumpa inmediatamente cualquier movimiento considerablemente doloroso."], "es")
    assert short is not None
    assert long is not None
    assert largo is not None
    assert outside(short, english) == "easier than sentences are"
    assert outside(long, english) == outside(largo, spanish) == "harder than the aim"
    assert outside(short, LIBRARY.languages["hi"]) == ""


def test_a_line_is_measured_as_the_sentence_that_it_makes_with_its_frame() -> None:
    said = sheet("upper-back", "en")
    assert "Stop and rest if your head starts to ache or your sight blurs" in said
    assert any(one.startswith("Not for you if you have had neck surgery") or "had neck surgery" in one for one in said)
    assert not [one for one in said if " · " in one]
