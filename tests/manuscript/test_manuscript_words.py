"""The words of a sheet: doses, sides, versions, the clinic's and the country's numbers, the states."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from manuscript_orders import (
    RIVERSIDE,
    card,
    flat,
    kinds,
    manuscript,
    order,
    outline,
    personal,
    prescription,
    shipped,
    texts,
)

from handout.content.approval_types import Approver, EditionApproval
from handout.errors import ManuscriptError, Place
from handout.manuscript.blocks import Colophon, Diary, ExerciseCard, Floor, PatientRow
from handout.manuscript.compose import compose
from handout.manuscript.kinds import Kind
from handout.manuscript.walk import nodes, walked
from handout.prescription import Clinician

GOLDEN = Path(__file__).parent / "upper-back.en.txt"
WITHOUT = {"clinic": None, "country": ""}


def test_the_manuscript_of_upper_back_is_the_one_that_was_read(request: pytest.FixtureRequest) -> None:
    own = manuscript(personal())
    said = "\n".join(outline(own)).replace(own.content_id, "CONTENT-ID") + "\n"
    if request.config.getoption("--update-golden", default=False):
        GOLDEN.write_text(said, "utf-8")
    assert said == GOLDEN.read_text("utf-8")


def test_a_changed_dose_is_said_everywhere_alike() -> None:
    root = manuscript(order(doses={"seated-twist": {"repetitions": 1, "hold_s": 3, "weeks": 1}}))
    own = card(root, "seated-twist")
    assert texts(own, "amount")[:2] == ["1", "3"]
    assert texts(own, "unit")[:2] == ["time", "each side"]
    assert any("3\u00a0seconds" in step for step in texts(own, "step"))


def test_easier_in_words_is_never_more_than_the_dose() -> None:
    root = manuscript(order(doses={"seated-twist": {"repetitions": 2}}))
    easier = next(tip for tip in card(root, "seated-twist").tips if tip.about == "easier")
    assert "2\u00a0times" in flat(easier)


def test_one_side_is_said_and_the_other_is_not() -> None:
    own = card(manuscript(order(side="left")), "seated-twist")
    assert texts(own, "side") == ["Left side only"]
    alts = [one.alt for one in own.pictures]
    said = " ".join((*texts(own, "step"), *texts(own, "caption"), *alts))
    assert "left" in said
    assert "right" not in said
    assert texts(own, "unit")[0:2] == ["times", "in all"]


def test_a_mirrored_picture_says_the_other_side() -> None:
    turn, back = card(manuscript(), "seated-twist").pictures[1:]
    assert "right" in turn.alt
    assert back.alt == turn.alt.replace("right", "left")


def test_an_easier_version_with_its_own_start_says_it_in_place_of_the_other_start() -> None:
    own = card(manuscript(order(include=("march/easier",))), "march")
    steps = texts(own, "step")
    assert steps[0] == "Easier: sit to march, for 1\u00a0minute."
    assert not any("Stand tall" in step for step in steps)
    assert {tip.about for tip in own.tips} == {"breathe", "mistake"}
    assert [picture.ref for picture in own.pictures] == ["march/easier-start", "march/easier-end"]


def test_an_easier_version_with_the_same_start_is_said_after_it() -> None:
    steps = texts(card(manuscript(order(include=("seated-twist/easier",))), "seated-twist"), "step")
    assert steps[0].startswith("Sit tall")
    assert steps[1].startswith("Easier: turn less far")


def test_without_a_clinic_no_number_is_guessed() -> None:
    root = manuscript(**WITHOUT)
    assert texts(root, "number") == [""]
    assert texts(root, "clinic-phone") == [""]
    assert texts(root, "number-hint") == ["your emergency number (112,\u00a0911\u00a0or\u00a0999)"]
    said = "".join(map(flat, nodes(root)))
    for number in ("999", "111", "112", "911"):
        assert said.count(number) == (number in {"112", "911", "999"})
    assert "Get medical help today for" in said
    assert "nearest hospital" in said


def test_who_must_not_do_an_exercise_is_told_not_to_do_its_easier_way_where_the_card_prints_one() -> None:
    sheet, without = manuscript(), manuscript(order(include=("seated-twist/easier",)))
    said = [{one.effect: one.label for one in card(of, "seated-twist").cautions}["refuse"] for of in (sheet, without)]
    assert said == ["Not for you, not even the easier way, if you", "Not for you if you"]


def test_the_head_comes_up_between_tilt_and_turn() -> None:
    steps = texts(card(manuscript(), "neck-tilt-turn"), "step")
    assert [step.endswith("Come up.") for step in steps] == [False, True, False, False]


def test_the_clinics_own_numbers_beat_the_countrys() -> None:
    clinic = replace(RIVERSIDE, emergency="112", advice="0800 5", advice_name="our line")
    root = manuscript(clinic=clinic)
    assert texts(root, "number") == ["112"]
    assert any("0800" in heading for heading in texts(root, "heading"))
    assert "112" in " ".join(texts(root, "running-middle"))


def test_without_a_patient_for_by_and_on_are_lines_to_write_on() -> None:
    (row,) = manuscript().all(PatientRow)
    assert [(one.kind, one.inlines) for one in row.entries] == [(Kind.FOR, ()), (Kind.BY, ()), (Kind.ON, ())]


def test_the_way_to_the_floor_is_told_only_when_an_exercise_is_there() -> None:
    def floors(**changes: object) -> int:
        return len([*manuscript(order(**changes)).all(Floor)])

    assert floors() == 1
    assert floors(exclude=("roller-mid-back",)) == 0


def test_the_diary_has_the_rows_of_these_exercises_and_pain() -> None:
    (diary,) = manuscript(order(exclude=("march",))).all(Diary)
    entries = texts(diary, "entry")
    assert entries[0] == "Shoulder rolls"  # its dose stands on its card
    assert "March on the spot" not in entries
    assert [one.number for one in diary.rows][-2:] == [str(len(diary.rows) - 1), ""]
    assert diary.rows[-1].path == "phrases.diary_pain"


def test_a_role_that_the_language_cannot_say_is_a_finding() -> None:
    asked = replace(personal(), clinician=Clinician("Ana Ruiz", "wizard"))
    with pytest.raises(ManuscriptError, match="wizard"):
        manuscript(asked)


def test_every_word_has_a_content_path() -> None:
    own_text = {"number", "clinic-name", "clinic-address", "clinic-phone", "amount"}
    inside = {"summary", "for", "by", "on", "reference"}
    for node in walked(manuscript(personal())):
        if node.inlines and not node.private and node.kind.label not in own_text | inside:
            assert node.path, node


def test_a_draft_bears_its_stamp_first_and_in_the_colophon() -> None:
    root = manuscript()
    assert kinds(root)[:2] == ["stamps", "stamp"]
    assert "No clinician has approved this sheet yet." in texts(root, "stamp")
    assert any("No clinician has approved" in text for text in texts(next(root.all(Colophon)), "p"))


def test_an_approved_edition_names_who_approved_it_and_bears_no_stamp() -> None:
    own = prescription()
    by = Approver("Dr N. Patel", "doctor")
    approval = EditionApproval(
        "upper-back", "en", by, "2026-11-21", "2028-11-21", "every line", "ab" * 32, Place("approvals.yaml")
    )
    root = compose(replace(own, edition=replace(own.edition, approval=approval)))
    assert "stamp" not in kinds(root)
    assert "Approved by Dr N. Patel, doctor, 21\u00a0November 2026." in " ".join(texts(root, "p"))


def test_words_in_doubt_are_stamped_as_well() -> None:
    own = prescription()
    root = compose(replace(own, edition=replace(own.edition, unsure=("exercises.march.name",))))
    assert len(texts(root, "stamp")) == 2


def test_words_that_are_missing_are_all_found_at_once() -> None:
    own = prescription()
    gone = {"exercises.march.name", "exercises.arm-circles.purpose"}
    fewer = {path: said for path, said in own.edition.phrases.items() if path not in gone}
    with pytest.raises(ManuscriptError) as caught:
        compose(replace(own, edition=replace(own.edition, phrases=fewer)))
    assert {finding.path for finding in caught.value.findings} == gone


def test_a_placeholder_that_nothing_fills_is_found_with_its_place() -> None:
    own = prescription()
    said = own.edition.phrases["exercises.march.purpose"]
    words = {**own.edition.phrases, "exercises.march.purpose": replace(said, text="For {hld}.")}
    with pytest.raises(ManuscriptError) as caught:
        compose(replace(own, edition=replace(own.edition, phrases=words)))
    (finding,) = caught.value.findings
    assert finding.where == said.where
    assert "{hld}" in finding.what


@pytest.mark.parametrize("name", sorted(shipped().routines))
@pytest.mark.parametrize("side", ["", "left", "right"])
@pytest.mark.parametrize("version", ["", "/easier"])
def test_every_exercise_of_every_routine_composes(name: str, side: str, version: str) -> None:
    routine = shipped().routines[name]
    include = tuple(f"{use.exercise}{version}" for use in routine.exercises)
    own = manuscript(order(routines=(name,), include=include, side=side), routine=name)
    printed = [one.id for one in own.all(ExerciseCard)]
    assert printed == [use.exercise for use in routine.exercises]
    assert len(own.pictures) == len(set(own.pictures)) >= len(printed)


def test_the_harder_version_of_the_lift_shows_its_own_pictures() -> None:
    asked = order(routines=("back",), include=("forearm-prop/harder",))
    own = card(manuscript(asked, routine="back"), "forearm-prop")
    assert [picture.frame for picture in own.pictures] == ["lift-start", "lift-end"]
    assert "easier" not in {tip.about for tip in own.tips}


@pytest.mark.parametrize(
    ("changes", "offered"),
    [
        ({}, True),
        ({"repetitions": 8}, True),  # the harder way is a longer hold
        ({"hold_s": 9}, True),
        ({"hold_s": 10}, False),
    ],
)
def test_a_harder_way_that_asks_for_no_more_than_is_prescribed_is_not_offered(
    changes: dict[str, int], offered: bool
) -> None:
    own = card(manuscript(order(doses={"seated-twist": changes} if changes else {})), "seated-twist")
    assert ("harder" in {tip.about for tip in own.tips}) is offered
