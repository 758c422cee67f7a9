"""English sheets read at Flesch-Kincaid grade 6 or below, the text of each exercise under grade 5."""

from __future__ import annotations

import re
from typing import Any

import pytest
from shipped_words import HANDOUTS, phrases, read

SHEET_GRADE = 6.0
EXERCISE_GRADE = 5.0
LONGEST_SENTENCE = 20  # words

LONG_WORD = 4  # syllables, as counted here

# Long words that stay: a patient must be able to match them with a letter or a box of tablets, or no shorter
# word says the same.
UNAVOIDABLE = {
    "osteoporosis": "the name of the illness on a patient's letter; 'weak bones' stands beside it",
    "ankylosing": "part of the name of the illness",
    "spondylitis": "part of the name of the illness",
    "arthritis": "part of the name of the illness",
    "rheumatoid": "part of the name of the illness",
    "diabetes": "the name of the illness",
    "operation": "what a patient's letter calls it",
    "impossible": "a sign that is one word or a whole sentence more: cannot at all",
    "maternity": "the name of the unit to call",
    "ehlers-danlos": "part of the name of a syndrome",
    "exercises": "the subject of the sheet",
}

FILLED = (  # placeholder name -> words of the same weight; the first match wins
    (r"to_(other_)?side$", "to the left"),
    (r"on_side$", "on the left side"),
    (r"side$", "left"),
    (r"for_\w*(weeks)$", "for 6 weeks"),
    (r"for_\w*duration$", "for 30 seconds"),
    (r"for_\w*hold$", "for 5 seconds"),
    (r"duration$|hold$|_s$", "30 seconds"),
    (r"minutes(_a_day)?$", "10 minutes"),
    (r"times$", "5 times"),
    (r"weeks$", "6 weeks"),
    (r"months$", "3 months"),
    (r"hours$", "24 hours"),
    (r"days_a_week$", "2 days a week"),
    (r"days$", "2 days"),
    (r"years$", "55 years"),
    (r"people$", "10 people"),
    (r"points$", "15 points"),
    (r"", "5"),
)


def filled(text: str) -> str:
    """The text with every placeholder replaced by words of the same weight."""

    def words(match: re.Match[str]) -> str:
        return next(words for pattern, words in FILLED if re.search(pattern, match[1]))

    return re.sub(r"\{(\w+)\}", words, text)


def syllables(word: str) -> int:
    """Vowel groups of a word; a number is one; a silent e at the end is none."""
    plain = word.lower().strip("'-")
    groups = len(re.findall(r"[aeiouy]+", plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    if plain.endswith("ed") and not plain.endswith(("ted", "ded")) and groups > 1:
        groups -= 1
    return max(1, groups)


def words_of(sentence: str) -> list[str]:
    return re.findall(r"[A-Za-z][A-Za-z'-]*|\d+", sentence)


def sentences(texts: list[str]) -> list[list[str]]:
    """The words of each sentence; every text ends one."""
    found = [words_of(part) for text in texts for part in re.split(r"[.!?]+(?=\s|$)", filled(text))]
    return [words for words in found if words]


def grade(texts: list[str]) -> float:
    """Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    found = sentences(texts)
    words = [word for sentence in found for word in sentence]
    per_word = sum(syllables(word) for word in words) / len(words)
    return 0.39 * len(words) / len(found) + 11.8 * per_word - 15.59


def exercise_text(exercise: str) -> list[str]:
    """What a card prints, without its name and captions (headings have no verb)."""
    said = read(HANDOUTS / "exercises" / exercise / "en.yaml")
    return [
        said["purpose"],
        said["start"],
        *phrases(said["steps"]),
        f"Breathe {said['breathe']}",
        said["easier"],
        said["harder"],
        said["mistake"],
    ]


def panel_text(routine: dict[str, Any]) -> list[str]:
    """The panel, each line as the sentence a reader makes of it."""
    facts, said = read(HANDOUTS / "safety" / "safety.yaml"), read(HANDOUTS / "safety" / "en.yaml")
    ask = [f"You {said['lines'][line]}" for line in facts["lines"]["ask"]]
    return ask + [said["lines"][line].replace("*", "") for line in routine["signs"]]


def sheet_text(name: str) -> list[str]:
    """All sentences of a routine's sheet, its default exercises and its panel."""
    folder = HANDOUTS / "routines" / name
    routine, said = read(folder / "routine.yaml"), read(folder / "en.yaml")
    cards = [text for use in routine["exercises"] if isinstance(use, str) for text in exercise_text(use)]
    floor = phrases(read(HANDOUTS / "safety" / "en.yaml")["floor"])
    return phrases(said) + panel_text(routine) + cards + floor


EXERCISES = sorted(path.parent.name for path in HANDOUTS.glob("exercises/*/en.yaml"))
ROUTINES = sorted(path.parent.name for path in HANDOUTS.glob("routines/*/en.yaml"))


@pytest.mark.parametrize("name", ROUTINES)
def test_a_sheet_reads_at_grade_six_or_below(name: str) -> None:
    text = sheet_text(name)
    cards = [t for use in EXERCISES for t in exercise_text(use)]
    found, of_cards = grade(text), grade(cards)
    assert found <= SHEET_GRADE, f"sheet {found:.1f}, all exercise text {of_cards:.1f}"


@pytest.mark.parametrize("name", EXERCISES)
def test_the_text_of_an_exercise_reads_under_grade_five(name: str) -> None:
    found, of_sheets = grade(exercise_text(name)), [round(grade(sheet_text(r)), 1) for r in ROUTINES]
    assert found < EXERCISE_GRADE, f"exercise {found:.1f}, sheets {of_sheets}"


@pytest.mark.parametrize("name", ROUTINES)
def test_no_sentence_of_a_sheet_is_long(name: str) -> None:
    assert not [" ".join(s) for s in sentences(sheet_text(name)) if len(s) > LONGEST_SENTENCE]


def test_the_formula_gives_the_known_grade_of_a_known_text() -> None:
    text = "The cat sat on the mat."  # 6 words, 6 syllables, 1 sentence
    assert grade([text]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_every_long_word_is_known_to_be_unavoidable() -> None:
    printed = [t for p in HANDOUTS.glob("*/**/en.yaml") for t in phrases(read(p))]
    long = {w.lower() for s in sentences(printed) for w in s if syllables(w) >= LONG_WORD}
    assert long <= set(UNAVOIDABLE), sorted(long - set(UNAVOIDABLE))
    assert set(UNAVOIDABLE) <= {w.lower() for s in sentences(printed) for w in s}
