"""A routine in one language: what refuses it, and what only marks it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from edition_library import ROUTINE, TAG, shipped, whole, with_words

from handout.content.types import Signature, Words
from handout.edition import complete_languages, english_hash, localise, status
from handout.errors import EditionError
from handout.language import Phrase


def words_of(exercise: str = "march") -> Words:
    return whole().exercises[exercise].words[TAG]


def refusal(words: Words) -> EditionError:
    with pytest.raises(EditionError) as caught:
        localise(with_words(whole(), "march", words), ROUTINE, TAG)
    return caught.value


def test_english_is_the_source_and_never_stale() -> None:
    edition = localise(shipped(), ROUTINE, "en")
    assert edition.tag == "en"
    assert edition.translated == ""
    assert edition.phrases[f"routines.{ROUTINE}.title"].text == "Ease a stiff upper back"


def test_a_whole_and_accepted_translation_is_an_edition() -> None:
    edition = localise(whole(), ROUTINE, TAG)
    assert edition.phrases["exercises.march.name"].text == "[March on the spot]"
    assert edition.translated == "2026-11-20"
    assert not edition.approved


def test_words_of_optional_exercises_count_because_a_clinician_may_include_them() -> None:
    library = whole()
    optional = next(use.exercise for use in library.routines[ROUTINE].exercises if use.optional)
    assert f"exercises.{optional}.name" in localise(library, ROUTINE, TAG).phrases
    one = library.exercises[optional]
    broken = replace(library.exercises[optional], words={"en": one.words["en"]})
    library = replace(library, exercises={**library.exercises, optional: broken})
    with pytest.raises(EditionError, match=optional):
        localise(library, ROUTINE, TAG)


def test_every_missing_text_is_a_finding_with_its_english() -> None:
    words = words_of()
    fewer = {key: said for key, said in words.phrases.items() if key not in {"name", "steps.lift"}}
    findings = refusal(replace(words, phrases=fewer)).findings
    assert [finding.path for finding in findings] == ["exercises.march.name", "exercises.march.steps.lift"]
    assert "March on the spot" in findings[0].what


def test_a_text_whose_english_has_changed_is_stale() -> None:
    words = words_of()
    old = {**words.english, "name": english_hash("March on the spot, quickly")}
    (finding,) = refusal(replace(words, english=old)).findings
    assert "stale" in finding.what
    assert finding.where == words.phrases["name"].where


def test_a_text_that_nobody_accepted_is_refused() -> None:
    words = words_of()
    fewer = {key: digits for key, digits in words.english.items() if key != "mistake"}
    (finding,) = refusal(replace(words, english=fewer)).findings
    assert "not accepted" in finding.what
    assert "handout translate accept" in finding.hint


def test_an_empty_text_is_missing() -> None:
    words = words_of()
    blank = {**words.phrases, "name": Phrase("  ", words.where)}
    (finding,) = refusal(replace(words, phrases=blank)).findings
    assert "missing" in finding.what


def test_findings_of_all_files_come_at_once() -> None:
    library = whole()
    for exercise in ("march", "arm-circles"):
        words = library.exercises[exercise].words[TAG]
        fewer = {key: said for key, said in words.phrases.items() if key != "name"}
        library = with_words(library, exercise, replace(words, phrases=fewer))
    with pytest.raises(EditionError) as caught:
        localise(library, ROUTINE, TAG)
    assert {finding.path for finding in caught.value.findings} == {
        "exercises.march.name",
        "exercises.arm-circles.name",
    }


def test_words_in_doubt_are_a_state_and_no_refusal() -> None:
    words = replace(words_of(), unsure={"name": Phrase("is this the word?", words_of().where)})
    edition = localise(with_words(whole(), "march", words), ROUTINE, TAG)
    assert "exercises.march.name" in edition.unsure


def test_a_thing_no_exercise_needs_may_lack_its_word() -> None:
    library = whole()
    uses = [use.exercise for use in library.routines[ROUTINE].exercises]
    needed = {thing for exercise in uses for thing in library.exercises[exercise].equipment}
    words = library.equipment.words[TAG]
    fewer = {key: said for key, said in words.phrases.items() if key.removeprefix("items.") in needed}
    assert len(fewer) < len(words.phrases)
    both = {**library.equipment.words, TAG: replace(words, phrases=fewer)}
    equipment = replace(library.equipment, words=both)
    assert localise(replace(library, equipment=equipment), ROUTINE, TAG).tag == TAG


def test_a_signature_in_a_words_file_makes_no_edition_approved() -> None:
    words = words_of()
    typed = replace(words, signed=(Signature("A. Person", "doctor", "2026-11-20", "ab" * 32),))
    assert not localise(with_words(whole(), "march", typed), ROUTINE, TAG).approved


def test_an_unknown_routine_or_language_names_those_known() -> None:
    with pytest.raises(EditionError, match="upper-back"):
        localise(shipped(), "knees", "en")
    with pytest.raises(EditionError, match="en"):
        localise(shipped(), ROUTINE, "xx")


def test_the_status_counts_what_is_lacking() -> None:
    words = words_of()
    fewer = {key: said for key, said in words.phrases.items() if key != "name"}
    old = {**words.english, "mistake": "000000"}
    found = status(with_words(whole(), "march", replace(words, phrases=fewer, english=old)), ROUTINE, TAG)
    assert (found.missing, found.stale, found.unaccepted) == (1, 1, 0)
    assert not found.complete


def test_complete_languages_are_those_that_can_be_printed() -> None:
    assert complete_languages(whole()) == ("en", TAG)
    words = words_of()
    assert complete_languages(with_words(whole(), "march", replace(words, english={})), ROUTINE) == ("en",)


def test_the_hash_is_of_the_composed_form() -> None:
    assert english_hash("caf\u00e9") == english_hash("cafe\u0301")
    assert english_hash("Sit tall. Cross your arms.") == "35b93e"
