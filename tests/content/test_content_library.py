"""The library: the shipped one is sound, and what a clinic lays over it is held to the same."""

from __future__ import annotations

import shutil
from dataclasses import FrozenInstanceError, replace
from pathlib import Path

import pytest

from handout.content import grave, load, reviewer_notes, shipped_root
from handout.content.library import is_joined
from handout.errors import ContentError, Finding, Severity, errors_of

ROOT = shipped_root()
TWIST = "handouts/exercises/seated-twist/exercise.yaml"
TWIST_WORDS = "handouts/exercises/seated-twist/en.yaml"
ROUTINE = "handouts/routines/upper-back/routine.yaml"
ROUTINE_WORDS = "handouts/routines/upper-back/en.yaml"
SAFETY = "handouts/safety/safety.yaml"
SAFETY_WORDS = "handouts/safety/en.yaml"


def overlay(folder: Path, file: str, *changes: tuple[str, str]) -> None:
    """Lays a changed copy of a shipped file over it."""
    text = (ROOT / file).read_text("utf-8")
    for before, after in changes:
        assert before in text, f"{file} no longer holds {before}"
        text = text.replace(before, after, 1)
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    (folder / file).write_text(text, "utf-8")


def errors(folder: Path) -> tuple[Finding, ...]:
    return grave(load((ROOT, folder), tags=("en",))[1])


def changed_root(folder: Path, file: str, *changes: tuple[str, str]) -> Path:
    """A copy of all that is shipped, with one file changed: for files to which a library can only add."""
    root = folder / "root"
    for part in ("handouts", "assets"):
        shutil.copytree(ROOT / part, root / part)
    overlay(root, file, *changes)
    return root


def test_the_shipped_library_has_no_error() -> None:
    library, findings = load((ROOT,))
    assert [str(finding) for finding in errors_of(findings)] == []
    assert {"back", "upper-back"} <= set(library.routines)
    assert len(library.exercises) >= 15


def test_everything_read_is_frozen() -> None:
    library, _ = load((ROOT,), tags=("en",))
    with pytest.raises(FrozenInstanceError):
        library.routines["back"].version = "2.0.0"  # type: ignore[misc]


def test_only_the_languages_asked_for_are_read_and_english_always() -> None:
    library, _ = load((ROOT,), tags=("es",))
    assert set(library.languages) == {"en", "es"}


@pytest.mark.parametrize("missing", ["pros", "cons", "signs"])
def test_a_routine_without_its_balance_or_its_signs_cannot_be_made(missing: str) -> None:
    routine = load((ROOT,), tags=("en",))[0].routines["back"]
    empty: dict[str, tuple[str, ...]] = {missing: ()}
    with pytest.raises(ContentError, match=f"has no {missing}"):
        replace(routine, **empty)  # type: ignore[arg-type]


def test_a_clinics_file_replaces_the_shipped_one_whole(tmp_path: Path) -> None:
    overlay(tmp_path, TWIST_WORDS, ("name: Seated twist", "name: Chair twist"))
    library, findings = load((ROOT, tmp_path), tags=("en",))
    assert errors_of(findings) == ()
    assert library.exercises["seated-twist"].words["en"].phrases["name"].text == "Chair twist"
    assert library.file(TWIST_WORDS) == tmp_path / TWIST_WORDS
    assert library.file(TWIST) == ROOT / TWIST


def test_a_broken_overlay_is_refused_and_never_passed_over(tmp_path: Path) -> None:
    overlay(tmp_path, TWIST, ("sides: both", "sides: both\nsides: none"))
    library, findings = load((ROOT, tmp_path), tags=("en",))
    assert "seated-twist" not in library.exercises
    (finding,) = grave(findings)
    assert "“sides” is written twice" in finding.what
    assert finding.where is not None
    assert finding.where.file == (tmp_path / TWIST).as_posix()


CHANGES = [
    (
        ROUTINE,
        ("- seated-twist", "- seated-twists"),
        "there is no exercise “seated-twists”",
        "“seated-twist”",
    ),
    (ROUTINE, ("- seated-twist", "- march"), "the exercise “march” stands twice", "Keep one"),
    (
        ROUTINE,
        ("signs: [pain-above-limit,", "signs: [pain-above,"),
        "there is no line of the panel",
        "pain-above-limit",
    ),
    (
        ROUTINE,
        ("asks: [nerve-signs,", "asks: [nerve-sign,"),
        "there is no condition “nerve-sign”",
        "“nerve-signs”",
    ),
    (ROUTINE, ("sources: [N1,", "sources: [N99,"), "there is no source “N99”", ""),
    (ROUTINE, ("cons: [sore-at-first, ", "cons: ["), "4 good points stand against 3 drawbacks", "as many"),
    (ROUTINE, ("review_by: 2029", "review_by: 2019"), "to be reviewed before it was written", "review_by"),
    (
        ROUTINE,
        ("covers: [B-T,", "covers: [B-E4, B-T,"),
        "the line B-E4 lives in seated-twist already",
        "one place",
    ),
    (
        ROUTINE,
        ("- seated-twist", "- {use: seated-twist, dose: {hold_s: 40}}"),
        "hold_s 40 is outside",
        "3 to 10",
    ),
    (
        TWIST,
        ("repetitions: 5, per", "repetitions: 15, per"),
        "repetitions 15 is outside the limits",
        "1 to 10",
    ),
    (
        TWIST,
        ("harder: {hold_s: 10}", "harder: {hold_s: 3}"),
        "the harder version has hold_s 3",
        "really harder",
    ),
    (TWIST, ("easier: {repetitions: 3}", "easier: {rest_s: 3}"), "has no limits for rest_s", "It can change"),
    (TWIST, ("equipment: [firm-chair]", "equipment: [armchair]"), "no piece of equipment “armchair”", ""),
    (TWIST, ("code: E12", "code: E14"), "is that of", "Give each its own"),
    (
        TWIST,
        ("id: seated-twist", "id: twist"),
        "the id is “twist”, and the folder is “seated-twist”",
        "the same",
    ),
    (TWIST, ("sides: both", "sides: none"), "the step “other” is for both sides", "sides: both"),
    (TWIST, ("steps: [turn,", "steps: [turn, turn,"), "the step “turn” stands twice", "own id"),
    (TWIST, ("{osteoporosis:", "{osteoporose:"), "there is no condition “osteoporose”", "“osteoporosis”"),
    (
        TWIST_WORDS,
        ("  stay: Stay there {for_hold}.\n", ""),
        "the text “steps.stay” is missing",
        "exercise.yaml",
    ),
    (TWIST_WORDS, ("mistake:", "mistakes:"), "the text “mistakes” belongs to nothing", "“mistake”"),
    (TWIST_WORDS, ("{for_hold}", "for 5 seconds"), "a digit (5) stands among the words", "{hold}"),
    (TWIST_WORDS, ("{for_hold}", "for ٥ seconds"), "a digit (٥) stands among the words", "{hold}"),
    (TWIST_WORDS, ("{for_hold}", "{for_hol}"), "nothing here is known as {for_hol}", "“for_hold”"),
    (TWIST_WORDS, ("{for_hold}", "{for hold}"), "a brace is open, or holds no placeholder", "small letters"),
    (
        ROUTINE_WORDS,
        ('  free: "', '  free: "' + "It is free. " * 40),
        "the drawbacks are 0",
        "0.7 to 1.4",
    ),
    (SAFETY, ("stop: [", "stop: [chest-or-breath, "), "“chest-or-breath” stands under stop and under now", "said once"),
    (SAFETY, ("said_by: weak-bones,", "said_by: weak-bone,"), "no line “weak-bone” stands", "“weak-bones”"),
    (
        SAFETY,
        ("flag: steroids", "flag: osteoporosis"),
        "the flag “osteoporosis” is that of osteoporosis already",
        "",
    ),
    (SAFETY, ("  night-pain: {sources", "  nite-pain: {sources"), "the line “night-pain” has no source", "sources"),
    (SAFETY_WORDS, ("  pregnancy: are pregnant\n", ""), "the text “conditions.pregnancy” is missing", ""),
]


@pytest.mark.parametrize(("file", "change", "what", "hint"), CHANGES, ids=lambda value: str(value)[:40])
def test_a_contradiction_is_found_with_its_line(
    tmp_path: Path, file: str, change: tuple[str, str], what: str, hint: str
) -> None:
    if is_joined(file):
        said, name = grave(load((changed_root(tmp_path, file, change),), tags=("en",))[1]), file
    else:
        overlay(tmp_path, file, change)
        said, name = errors(tmp_path), (tmp_path / file).as_posix()
    found = [one for one in said if what in one.what]
    assert found, [str(one) for one in said]
    assert all(hint in one.hint and one.where is not None for one in found)
    assert all(one.where.file == name for one in found if one.where)


def test_all_findings_of_all_files_come_at_once(tmp_path: Path) -> None:
    overlay(tmp_path, TWIST, ("hold_s: 5", "hold_s: 1:30"))
    overlay(tmp_path, ROUTINE_WORDS, ("title: Ease", "title: "), ("lead: Gentle", "lead: 3 gentle"))
    overlay(tmp_path, SAFETY, ("flag: steroids", "flag: osteoporosis"))
    assert len({one.where.file for one in errors(tmp_path) if one.where}) == 3


def test_a_library_without_a_readable_safety_file_is_refused(tmp_path: Path) -> None:
    overlay(tmp_path, SAFETY, ("lines:", "line:"))
    with pytest.raises(ContentError, match="“line” is not known here"):
        load((ROOT, tmp_path), tags=("en",))


def test_an_exercise_without_a_picture_is_refused(tmp_path: Path) -> None:
    overlay(tmp_path, "handouts/exercises/warmth/exercise.yaml", ("icon: shower\n", ""))
    assert "the exercise warmth has no picture" in [one.what for one in errors(tmp_path)]


def test_a_fault_in_a_translation_stops_that_language_alone(tmp_path: Path) -> None:
    text = (ROOT / TWIST_WORDS).read_text("utf-8").replace("{for_hold}", "5 segundos")
    path = tmp_path / "handouts/exercises/seated-twist/es.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    library, findings = load((ROOT, tmp_path))
    assert grave(findings) == ()
    what = [one.what for one in errors_of(findings)]
    assert "a digit (5) stands among the words" in what
    assert "the English says {hold} here, and this text does not" in what
    assert "es" not in library.exercises["seated-twist"].words


def test_a_language_that_lacks_a_phrase_is_left_out(tmp_path: Path) -> None:
    change = ("  turn_over: Su plan está al dorso\n", "")
    library, findings = load((changed_root(tmp_path, "assets/languages/es.yaml", change),))
    assert "es" not in library.languages
    assert "phrases.turn_over" in [one.path for one in errors_of(findings)]
    assert grave(findings) == ()


def test_a_file_of_words_in_no_known_language_is_named(tmp_path: Path) -> None:
    path = tmp_path / "handouts/exercises/seated-twist/xx.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("name: Twist\n", "utf-8")
    assert "xx has no language file that can be read" in [one.what for one in load((ROOT, tmp_path))[1]]


def test_prose_in_braces_or_in_a_list_is_refused(tmp_path: Path) -> None:
    overlay(tmp_path, TWIST_WORDS, ("name: Seated twist", "name: {a: Seated, b: twist}\nextra:\n  - One"))
    said = [one.what for one in errors(tmp_path)]
    assert "words stand in braces, where a comma cuts a sentence" in said
    assert "words stand in a list" in said


def test_reviewers_see_every_condition_that_only_a_card_says() -> None:
    library, _ = load((ROOT,), tags=("en",))
    notes = list(reviewer_notes(library))
    cards = [name for name, one in library.safety.conditions.items() if one.said_by == "card"]
    assert all(note.severity is Severity.NOTE for note in notes)
    assert {note.path for note in notes if "cards only" in note.what} == {
        f"conditions.{name}" for name in cards
    }


def test_mirrored_frames_take_their_words_from_another() -> None:
    picture = load((ROOT,), tags=("en",))[0].exercises["seated-twist"].picture
    assert picture is not None
    assert picture.worded == ("start", "turn")
    assert picture.mirrors == {"turn-back": "turn"}


PACK = "id: desk\nroutine: upper-back\nexclude: [arm-circles]\nnote:\n  en: Stand up often.\n"


def test_a_pack_names_a_routine_and_exercises_that_exist(tmp_path: Path) -> None:
    path = tmp_path / "packs/desk.yaml"
    path.parent.mkdir()
    path.write_text(PACK, "utf-8")
    library, findings = load((ROOT, tmp_path), tags=("en",))
    assert grave(findings) == ()
    assert library.packs["desk"].note == {"en": "Stand up often."}
    path.write_text(PACK.replace("upper-back", "uper-back").replace("arm-circles", "arms"), "utf-8")
    said = [one.what for one in errors(tmp_path)]
    assert said == ["there is no routine “uper-back”", "there is no exercise “arms”"]


def test_a_number_to_call_needs_a_source_and_an_unconfirmed_one_is_said(tmp_path: Path) -> None:
    overlay(tmp_path, "assets/countries/GB.yaml", ("source: E4", "source: E99"))
    overlay(tmp_path, "assets/languages/en.yaml", ("polite:", "home: PX\npolite:"))
    assert [one.what for one in errors(tmp_path)] == [
        "there is no source “E99”",
        "there is no country “PX”, whose emergency number would come first",
    ]
    library, _ = load((ROOT,), tags=("en",))
    unconfirmed = [code for code, one in library.countries.items() if one.emergency.status == "unconfirmed"]
    notes = [note.what for note in reviewer_notes(library) if "is not confirmed by any source" in note.what]
    assert len(notes) >= len(unconfirmed)
    assert all(any(f" of {code} is" in note for note in notes) for code in unconfirmed)


def test_a_value_that_no_words_say_is_shown_to_a_reviewer(tmp_path: Path) -> None:
    overlay(tmp_path, TWIST, ("minutes:", "values: {knee_cm: 12}\nminutes:"))
    library, _ = load((ROOT, tmp_path), tags=("en",))
    said = [note.what for note in reviewer_notes(library)]
    assert "seated-twist has the value knee_cm, and no words say it" in said
