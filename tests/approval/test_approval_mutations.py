"""Whatever changes of what an approved edition prints voids the approval and is named; nothing else does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from approval_clinic import COUNTRY, Change, approved, edition, lay, library, standing, swap

from handout.approval import record_hash, slots_of
from handout.figure.gallery import Gallery

TWIST = "handouts/exercises/seated-twist"
ROUTINE = "handouts/routines/upper-back"
SAFETY = "handouts/safety"
LANGUAGE = "assets/languages/en.yaml"
TEMPLATE = "assets/templates/handout.j2"

# What is changed, in which file, how, and what the run must say of it.
MUTATIONS: dict[str, tuple[str, Change, str]] = {
    "a dose": (
        f"{TWIST}/exercise.yaml",
        swap(r"^dose: {repetitions: 5", "dose: {repetitions: 6"),
        "the fact exercises.seated-twist.dose.repetitions: “5” became “6”",
    ),
    "a hold": (f"{TWIST}/exercise.yaml", swap("hold_s: 5", "hold_s: 6"), "seated-twist.dose.hold_s: “5” became “6”"),
    "times a day": (f"{TWIST}/exercise.yaml", swap("times_a_day: 2", "times_a_day: 3"), "dose.times_a_day"),
    "weeks": (f"{TWIST}/exercise.yaml", swap("weeks: 6", "weeks: 8"), "dose.weeks: “6” became “8”"),
    "an upper limit": (
        f"{TWIST}/exercise.yaml",
        swap(r"times_a_day: \[1, 3\]", "times_a_day: [1, 4]"),
        "limits.times_a_day: “1 to 3” became “1 to 4”",
    ),
    "a lower limit": (f"{TWIST}/exercise.yaml", swap(r"hold_s: \[3, 10\]", "hold_s: [2, 10]"), "limits.hold_s"),
    "what it builds up to": (
        f"{TWIST}/exercise.yaml",
        swap("build_to: {hold_s: 10}", "build_to: {hold_s: 9}"),
        "build_to.hold_s: “10” became “9”",
    ),
    "the easier dose": (
        f"{TWIST}/exercise.yaml",
        swap("easier: {repetitions: 3}", "easier: {repetitions: 2}"),
        "easier.repetitions: “3” became “2”",
    ),
    "the harder dose": (f"{TWIST}/exercise.yaml", swap("harder: {hold_s: 10}", "harder: {hold_s: 9}"), "harder.hold_s"),
    "how long it takes": (f"{TWIST}/exercise.yaml", swap("minutes: 1.4", "minutes: 2.4"), "“1.4” became “2.4”"),
    "the order of steps": (
        f"{TWIST}/exercise.yaml",
        swap(r"\[turn, stay,", "[stay, turn,"),
        "exercises.seated-twist.steps.1.id: “turn” became “stay”",
    ),
    "a condition's effect": (
        f"{TWIST}/exercise.yaml",
        swap("osteoporosis: easier", "osteoporosis: ask"),
        "safety.osteoporosis: “easier” became “ask”",
    ),
    "a condition gone": (f"{TWIST}/exercise.yaml", swap(", pregnancy: easier", ""), "safety.pregnancy is gone"),
    "the order of exercises": (
        f"{ROUTINE}/routine.yaml",
        swap("  - march\n  - shoulder-rolls", "  - shoulder-rolls\n  - march"),
        "exercises.1.exercise: “march” became “shoulder-rolls”",
    ),
    "an optional exercise for all": (
        f"{ROUTINE}/routine.yaml",
        swap("  - use: warmth\n    optional: true", "  - warmth"),
        "exercises.9.optional: “True” became “False”",
    ),
    "a warning sign gone": (
        f"{ROUTINE}/routine.yaml",
        swap("saddle-numbness, ", ""),
        "the text safety.lines.saddle-numbness is gone",
    ),
    "a question gone": (
        f"{ROUTINE}/routine.yaml",
        swap(r"(?<=^asks: \[)nerve-signs, ", ""),
        "asks: “nerve-signs, cancer",
    ),
    "the order of benefits": (
        f"{ROUTINE}/routine.yaml",
        swap("less-pain, looser", "looser, less-pain"),
        "pros: “less-pain, looser",
    ),
    "a number in words": (
        f"{ROUTINE}/routine.yaml",
        swap("settle_hours: 24", "settle_hours: 48"),
        "settle_hours: “24” became “48”",
    ),
    "the version": (
        f"{ROUTINE}/routine.yaml",
        swap("version: 1.0.0", "version: 1.0.1"),
        "version: “1.0.0” became “1.0.1”",
    ),
    "the pain limit": (f"{SAFETY}/safety.yaml", swap("pain_limit: 3", "pain_limit: 4"), "pain_limit: “3” became “4”"),
    "which line says a condition": (
        f"{SAFETY}/safety.yaml",
        swap("blood-thinners: {said_by: blood", "blood-thinners: {said_by: joints"),
        "conditions.blood-thinners.said_by: “blood” became “joints”",
    ),
    "a flag": (f"{SAFETY}/safety.yaml", swap("flag: steroids", "flag: steroid"), "flag: “steroids” became “steroid”"),
    "a heading": (
        LANGUAGE,
        swap("^  stop_heading: Stop and rest if", "  stop_heading: Stop if you like, if"),
        "the fixed phrase phrases.stop_heading: “Stop and rest if",
    ),
    "a frame of a condition": (
        LANGUAGE,
        swap("^  not_if: Not for you if you", "  not_if: Fine for you if you"),
        "phrases.not_if",
    ),
    "the stamp itself": (
        LANGUAGE,
        swap("^  not_approved: .*", "  not_approved: Approved by clinicians."),
        "not_approved",
    ),
    "a plural form": (
        LANGUAGE,
        swap('times: {one: "{n} time", other: "{n} times"}', 'times: {one: "{n} time", other: "{n}{n} times"}'),
        "counts.times.other",
    ),
    "a step": (
        f"{TWIST}/en.yaml",
        swap("^  turn: Turn your chest", "  turn: Throw your chest"),
        "the text exercises.seated-twist.steps.turn",
    ),
    "one comma": (
        f"{TWIST}/en.yaml",
        swap("^mistake: pulling with your arms for", "mistake: pulling with your arms, for"),
        "“pulling with your arms for a pop.” became “pulling with your arms, for a pop.”",
    ),
    "a caption": (f"{TWIST}/en.yaml", swap("caption: sit tall", "caption: sit"), "seated-twist.frames.start.caption"),
    "a picture's words": (
        f"{TWIST}/en.yaml",
        swap("alt: A person sits", "alt: Somebody sits"),
        "seated-twist.frames.start.alt",
    ),
    "the title": (
        f"{ROUTINE}/en.yaml",
        swap("^title: Ease", "title: Cure"),
        "the text routines.upper-back.title: “Ease",
    ),
    "a drawback softened": (
        f"{ROUTINE}/en.yaml",
        swap("takes-weeks: It takes weeks.*", "takes-weeks: It works at once."),
        "cons.takes-weeks",
    ),
    "a warning sign softened": (
        f"{SAFETY}/en.yaml",
        swap(r"bad pain after a serious fall", "pain after a serious fall"),
        "the text safety.lines.accident",
    ),
    "a condition's words": (
        f"{SAFETY}/en.yaml",
        swap("^  osteoporosis: have weak bones", "  osteoporosis: have very weak bones"),
        "the text safety.conditions.osteoporosis",
    ),
    "a thing needed": (
        "handouts/equipment/en.yaml",
        swap("a firm chair without wheels", "a chair"),
        "equipment.items.firm-chair",
    ),
    "the number to call": (
        "assets/countries/GB.yaml",
        swap('number: "999"', 'number: "112"'),
        "the country's GB.emergency.number: “999” became “112”",
    ),
    "the emergency place": (
        "assets/countries/GB.yaml",
        swap("emergency_place: a-and-e", "emergency_place: er"),
        "emergency_place",
    ),
    "a publication": ("handouts/sources.yaml", swap(r'^D2: {cite: "', 'D2: {cite: "Not '), "facts/sources.D2"),
    "a colour": (
        "assets/themes/standard.yaml",
        swap(
            "^  stamp: {size: 12, leading: 15, weight: 700, colour: ink}",
            "  stamp: {size: 12, leading: 15, weight: 700, colour: paper}",
        ),
        "the theme's standard.type.stamp.colour: “ink” became “paper”",
    ),
    "a colour of another style": (
        "assets/themes/mono.yaml",
        swap('quiet: "#000000"', 'quiet: "#777777"'),
        "the theme's mono.",
    ),
    "the template": (TEMPLATE, swap(r"^tips\n", ""), "the template handout.j2"),
    "a pose": (
        f"{TWIST}/picture.yaml",
        swap("twist: 28", "twist: 24"),
        "the pose seated-twist.frames.turn.pose.thoracic.twist: “28” became “24”",
    ),
    "the camera": (f"{TWIST}/picture.yaml", swap(r"yaw: \d+", "yaw: 61"), "the pose seated-twist.camera.yaw"),
    "a base pose": (
        "assets/poses.yaml",
        swap("elbow: 10, pron: 40", "elbow: 14, pron: 40"),
        "the pose base.standing.arms.elbow",
    ),
    "who is drawn": (
        "assets/people.yaml",
        swap(r"(?<=^george:\n)  skin: \w+", "  skin: dark"),
        "the pose people.george.skin",
    ),
    "a warning symbol": (
        "assets/icons/warning-triangle.svg",
        swap("M12 9v5.3", "M12 9v2.3"),
        "the drawing icons/warning-triangle is not the drawing that was approved",
    ),
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    folder = tmp_path_factory.mktemp("clinic")
    approved(folder, cache)
    return folder


# Every third stands for its neighbours in every run; all are tried with the slow tests.
CASES = [pytest.param(name, marks=pytest.mark.slow if turn % 3 else ()) for turn, name in enumerate(MUTATIONS)]


@pytest.mark.parametrize("name", CASES)
def test_a_change_voids_the_approval_and_is_named(name: str, clinic: Path, cache: Path, tmp_path: Path) -> None:
    file, change, said = MUTATIONS[name]
    folder = tmp_path / "clinic"
    shutil.copytree(clinic, folder)
    lay(folder, file, change)
    found = standing(folder, cache)
    assert found.approval is not None
    assert not found.holds
    assert any(said in str(one) or said in one.slot for one in found.changes), "\n".join(map(str, found.changes))
    told = [str(finding) for finding in found.findings()]
    assert told
    assert all("Zebedee Quillon" in line and "approvals.yaml:" in line for line in told)


def test_at_least_forty_changes_are_tried() -> None:
    assert len(MUTATIONS) >= 40


def test_without_a_change_it_holds_and_nothing_is_said(clinic: Path, cache: Path) -> None:
    found = standing(clinic, cache)
    assert found.holds
    assert list(found.findings()) == []


@pytest.mark.slow
def test_it_holds_on_another_machine_and_what_is_not_printed_changes_nothing(clinic: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere" / "clinic"
    shutil.copytree(clinic, folder)
    lay(folder, f"{TWIST}/exercise.yaml", swap("^", "# a comment of the clinic's own\n"))
    lay(folder, "handouts/sources.yaml", swap(r'detail: "Low back pain', 'detail: "Lower back pain'))
    lay(folder, "handouts/exercises/childs-pose/exercise.yaml", swap("minutes: ", "minutes: 1"))
    assert standing(folder, tmp_path / "another cache").holds


def test_equal_content_has_equal_slots(clinic: Path, cache: Path) -> None:
    own = edition(clinic)
    country = library(clinic).countries[COUNTRY]
    one, other = (slots_of(own, country, Gallery(own.library, cache)) for _ in range(2))
    assert record_hash(one) == record_hash(other)
