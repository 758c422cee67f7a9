"""An author at work: a picture is drawn with its faults in red, needs no words, and is drawn again on each save."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_shell import Shell

from handout.authoring.draft import read_draft, write_view
from handout.content import shipped_root
from handout.figure.marking import RED
from handout.figure.styles import hexadecimal
from handout.figure.view import View

BEND = """\
camera: {yaw: 90, pitch: 4}
person: luis
pose: {base: standing}
frames:
  start: {contacts: [feet]}
  lift:
    pose: {arm_r: {abd: 70, elbow: 20}}
    arrows: [{follow: wrist_r}]
    contacts: [feet]
"""
BROKEN = BEND.replace("arm_r: {abd: 70, elbow: 20}", "arm_r: {abd: 70, elbow: 20}, leg_l: {knee: -30}")
FILE = "mine/handouts/exercises/side-lift/picture.yaml"


def svg(shell: Shell) -> str:
    return (shell.folder / "a.svg").read_text("utf-8")


def test_a_picture_is_drawn_before_a_word_is_written(shell: Shell) -> None:
    shell.write(FILE, BEND)
    code, said = shell("figure", "side-lift", "--library", "mine", "--out", "a.svg")
    assert (code, said) == (0, "wrote a.svg\n")
    assert hexadecimal(RED) not in svg(shell)


def test_what_is_refused_is_drawn_all_the_same_and_marked_in_red(shell: Shell) -> None:
    shell.write(FILE, BROKEN)
    code, said = shell("figure", "side-lift", "--library", "mine", "--out", "a.svg")
    assert code == 3
    assert "picture.yaml:7:41: the left knee is bent to -30 degrees" in said
    assert "wrote a.svg, 3 findings marked in red" in said
    assert hexadecimal(RED) in svg(shell)


def test_a_broken_exercise_beside_it_does_not_keep_a_picture_from_being_drawn(shell: Shell) -> None:
    shell.write(FILE, BEND)
    shell.write("mine/handouts/exercises/march/exercise.yaml", "id: [")
    code, _ = shell("figure", "mine/handouts/exercises/side-lift", "--out", "a.svg")
    assert code == 0


def test_a_picture_that_is_not_there_is_said_with_those_that_are(shell: Shell) -> None:
    code, said = shell("figure", "marhc", "--out", "a.svg")
    assert code == 2
    assert "there is no picture of “marhc”" in said
    assert "march" in said.split("Known")[1]


def test_a_watched_picture_is_drawn_again_on_each_save_and_waits_while_it_is_wrong(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write(FILE, BEND)
    saves = iter([BEND.replace("abd: 70", "abd: 40"), "camera: [", BROKEN])

    def pause(_seconds: float) -> None:
        text = next(saves, None)
        if text is None:
            raise KeyboardInterrupt
        shell.write(FILE, text)

    monkeypatch.setattr("handout.cli.drafting.time.sleep", pause)
    code, said = shell("figure", "side-lift", "--library", "mine", "--out", "a.svg", "--watch")
    assert code == 0
    assert said.count("wrote a.svg") == 3
    assert "picture.yaml:2:1: " in said
    assert "no longer watching" in said


def test_a_folder_of_one_exercise_is_checked_as_what_it_is(shell: Shell) -> None:
    shell.write(FILE, BROKEN)
    code, said = shell("check", "mine/handouts/exercises/side-lift")
    assert code == 3
    findings = [line for line in said.splitlines() if ": " in line and line[0] != " "]
    assert any("the left knee is bent to -30 degrees" in line for line in findings)
    assert all("side-lift" in line for line in findings)


def test_a_folder_of_one_exercise_alone_is_checked_for_its_picture(shell: Shell) -> None:
    shell.write("draft/picture.yaml", BROKEN)
    code, said = shell("check", "draft")
    assert code == 3
    assert said.startswith("3 errors, 0 warnings")


def test_a_shipped_exercise_is_checked_in_its_folder(shell: Shell) -> None:
    code, said = shell("check", str(shipped_root() / "handouts" / "exercises" / "march"))
    assert (code, said) == (0, "0 errors, 0 warnings, 0 notes (--notes shows them).\n")


def test_a_chosen_view_is_written_into_its_line_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "picture.yaml"
    file.write_text("# mine\n" + BEND.replace("pitch: 4}", "pitch: 4}  # front"), "utf-8")
    write_view(read_draft([shipped_root()], str(file)), (), View(30, 14))
    expected = BEND.replace("{yaw: 90, pitch: 4}", "{yaw: 30, pitch: 14}  # front")
    assert file.read_text("utf-8") == "# mine\n" + expected


def test_a_picture_without_a_camera_gets_one(tmp_path: Path) -> None:
    file = tmp_path / "picture.yaml"
    file.write_text(BEND.split("\n", 1)[1], "utf-8")
    write_view(read_draft([shipped_root()], str(file)), (), View(30, 14))
    assert file.read_text("utf-8") == BEND.replace("{yaw: 90, pitch: 4}", "{yaw: 30, pitch: 14}")


@pytest.mark.slow
def test_choosing_lists_the_best_views_and_writes_the_best(shell: Shell) -> None:
    shell.write(FILE, BEND.replace("yaw: 90", "yaw: 5"))
    code, said = shell("figure", "side-lift", "--library", "mine", "--choose")
    assert code == 0
    best = said.splitlines()[2].split()
    assert f"camera: {{yaw: {best[0]}, pitch: {best[1]}}}" in (shell.folder / FILE).read_text("utf-8")
    assert abs(float(best[0]) - 90) <= 30
