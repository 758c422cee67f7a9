"""A routine in one language: what refuses it, and what only marks it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from edition_library import ROUTINE, TAG, shipped, whole, with_words

from handout.content import Library
from handout.content.types import Signature, Words
from handout.edition import complete_languages, english_hash, localise, status
from handout.edition.fixed import fixed_key
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


def without(library: Library, keys: set[str]) -> Library:
    """The library whose panel lacks some texts in Spanish."""
    words = library.safety.words[TAG]
    fewer = replace(words, phrases={name: said for name, said in words.phrases.items() if name not in keys})
    return replace(library, safety=replace(library.safety, words={**library.safety.words, TAG: fewer}))


def conditions_of(library: Library) -> set[str]:
    routine = library.routines[ROUTINE]
    exercises = [library.exercises[use.exercise] for use in routine.exercises]
    return {*routine.asks, *routine.safety, *(name for one in exercises for name in one.safety)}


def test_a_text_of_the_panel_that_a_sheet_may_print_refuses_the_edition_where_it_is_missing() -> None:
    library = whole()
    conditions = conditions_of(library)
    said = {library.safety.conditions[name].said_by for name in conditions} - {"card"}
    signs = {*library.routines[ROUTINE].signs}
    keys = [
        *(f"lines.{name}" for name in sorted(said | signs)),
        *(f"conditions.{name}" for name in sorted(conditions)),
        *(f"floor.{way}.{step}" for way, steps in library.safety.floor.items() for step in steps),
    ]
    lacking = without(library, set(keys))
    with pytest.raises(EditionError) as caught:
        localise(lacking, ROUTINE, TAG)
    assert sorted(one.path for one in caught.value.findings) == sorted(f"safety.{key}" for key in keys)
    assert status(lacking, ROUTINE, TAG).missing == len(keys)


def test_a_line_and_a_condition_that_only_another_routine_prints_may_lack_their_words() -> None:
    library = whole()
    safety = library.safety
    english = safety.words["en"]
    more = {"lines.elsewhere": Phrase("A line.", english.where), "conditions.elsewhere": Phrase("one", english.where)}
    both = {**safety.words, "en": replace(english, phrases={**english.phrases, **more})}
    library = replace(library, safety=replace(safety, words=both))
    assert localise(library, ROUTINE, TAG).tag == TAG
    assert status(library, ROUTINE, TAG).complete


def test_a_file_without_english_is_told_by_its_path() -> None:
    library = whole()
    march = replace(library.exercises["march"], words={TAG: words_of()})
    with pytest.raises(EditionError) as caught:
        localise(replace(library, exercises={**library.exercises, "march": march}), ROUTINE, TAG)
    assert [(one.path, one.hint) for one in caught.value.findings] == [("exercises.march", "Write en.yaml beside it.")]


def test_a_file_that_was_never_translated_is_told_for_the_file_and_counted_by_its_texts() -> None:
    library = whole()
    march = library.exercises["march"]
    alone = replace(march, words={"en": march.words["en"]})
    library = replace(library, exercises={**library.exercises, "march": alone})
    with pytest.raises(EditionError) as caught:
        localise(library, ROUTINE, TAG)
    assert {one.what for one in caught.value.findings} == {f"exercises.march has no words in {TAG}"}
    assert status(library, ROUTINE, TAG).missing == len(march.words["en"].phrases)


def fixed(**english: str) -> Library:
    """The library whose Spanish fixed phrases stand on other English: text key -> what was translated."""
    library = whole()
    spanish = library.languages[TAG]
    accepted = {**spanish.marks.english, **{key: english_hash(said) for key, said in english.items() if said}}
    for key in (key for key, said in english.items() if not said):
        accepted.pop(key)
    marks = replace(spanish.marks, english=accepted)
    return replace(library, languages={**library.languages, TAG: replace(spanish, marks=marks)})


def test_a_fixed_phrase_whose_english_has_changed_is_stale_and_one_never_accepted_is_not() -> None:
    key = next(name for name in whole().languages[TAG].marks.english if name.startswith("phrases."))
    for said, kind in (("Another English", "stale"), ("", "not accepted")):
        library = fixed(**{key: said})
        with pytest.raises(EditionError) as caught:
            localise(library, ROUTINE, TAG)
        (finding,) = caught.value.findings
        assert kind in finding.what
        assert finding.path == f"languages.{TAG}.{key}"
        assert finding.where is not None
        found = status(library, ROUTINE, TAG)
        assert (found.stale, found.unaccepted) == ((1, 0) if said else (0, 1))
        assert localise(library, ROUTINE, "en").tag == "en"  # the source stands on nothing


def test_a_phrase_with_a_number_is_one_text_and_any_other_is_itself() -> None:
    assert fixed_key("counts.times.one") == "counts.times"
    assert fixed_key("strips.sets_of_times.other") == "strips.sets_of_times"
    assert fixed_key("counts.times") == "counts.times"
    assert fixed_key("phrases.stop.title") == "phrases.stop.title"


def test_an_edition_knows_which_words_it_has() -> None:
    edition = localise(shipped(), ROUTINE, "en")
    assert edition.has("exercises.march.name")
    assert not edition.has("exercises.march.no-such-text")


def test_the_status_counts_doubts_about_words_and_about_the_language_itself() -> None:
    doubt = Phrase("is this the word?", words_of().where)
    library = with_words(whole(), "march", replace(words_of(), unsure={"name": doubt}))
    spanish = library.languages[TAG]
    own = len(spanish.marks.unsure)
    assert status(library, ROUTINE, TAG).unsure == 1 + own
    marked = replace(spanish, marks=replace(spanish.marks, unsure={**spanish.marks.unsure, "phrases.new": doubt}))
    library = replace(library, languages={**library.languages, TAG: marked})
    assert status(library, ROUTINE, TAG).unsure == 2 + own
    assert f"languages.{TAG}.phrases.new" in localise(library, ROUTINE, TAG).unsure
    nowhere = status(library, ROUTINE, "xx")
    assert nowhere.missing > 0
    assert nowhere.unsure == 0
