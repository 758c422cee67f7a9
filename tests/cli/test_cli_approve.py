"""`handout approve` and `handout list approvals`, as a clinic meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_shell import Shell

from handout.content import shipped_root

BY = ("--name", "Zebedee Quillon", "--role", "physiotherapist", "--registration", "PH-INVENTED", "--read", "every line")
OWN = ("--library", "mine", "--clinic", "clinic.yaml")
TWIST = "handouts/exercises/seated-twist/exercise.yaml"


@pytest.fixture
def clinic(shell: Shell) -> Shell:
    (shell.folder / "mine").mkdir()
    return shell


def approve(shell: Shell, *more: str) -> tuple[int, str]:
    return shell("approve", "upper-back", "--lang", "en", *OWN, *BY, *more)


def change_the_dose(shell: Shell) -> None:
    facts = (shipped_root() / TWIST).read_text("utf-8")
    shell.write(f"mine/{TWIST}", facts.replace("dose: {repetitions: 5", "dose: {repetitions: 6"))


@pytest.mark.slow
def test_an_approved_sheet_is_final_until_one_dose_changes(clinic: Shell) -> None:
    code, said = approve(clinic)
    assert code == 0, said
    assert "upper-back in en for GB is approved by Zebedee Quillon" in said
    assert "\n0 of its " in said, "what nobody ticked in a review is told"
    code, said = clinic("list", "approvals", "--library", "mine")
    assert code == 0
    assert said.rstrip().endswith("approved")
    change_the_dose(clinic)
    _, said = clinic("list", "approvals", "--library", "mine")
    assert "the fact exercises.seated-twist.dose.repetitions: “5” became “6”" in said
    assert "draft: " in said
    code, said = clinic("render", "upper-back", "--lang", "en", *OWN, "--final")
    assert code == 3
    assert "is not what Zebedee Quillon approved on" in said
    assert "exercises.seated-twist.dose.repetitions: “5” became “6”" in said
    assert not list(Path().rglob("*.pdf"))


def test_a_clinic_that_requires_approval_prints_no_draft(clinic: Shell) -> None:
    with (clinic.folder / "clinic.yaml").open("a", encoding="utf-8") as file:
        file.write("require_approval: true\n")
    code, said = clinic("render", "back", "--lang", "en", *OWN)
    assert code == 3
    assert "no clinician has approved back in en for GB" in said
    assert not list(Path().rglob("*.pdf"))


def test_an_approval_names_everybody_in_full_and_settles_each_doubt(clinic: Shell) -> None:
    code, said = clinic("approve", "upper-back", "--lang", "ar", *OWN)
    assert code == 3
    assert all(f"--{option} says nothing" in said for option in ("name", "role", "registration", "read"))
    assert "is in doubt" in said
    assert "or accept it as it is: --accept " in said
    assert not list(Path("mine").iterdir())
    code, said = approve(clinic, "--role", "wizard")
    assert (code, "there is no role “wizard”" in said) == (3, True)


def test_an_approval_needs_a_library_of_the_clinics_own(clinic: Shell) -> None:
    code, said = clinic("sign", "upper-back", "--lang", "en", *BY)
    assert code == 2
    assert "an approval belongs to a clinic's own library" in said


def test_a_record_that_was_changed_by_hand_approves_nothing(clinic: Shell) -> None:
    assert approve(clinic)[0] == 0
    (record,) = Path("mine/approvals").iterdir()
    slots = json.loads(record.read_text("utf-8"))
    slots["facts/exercises.seated-twist.dose.repetitions"] = "6"
    record.write_text(json.dumps(slots), "utf-8")
    change_the_dose(clinic)
    code, said = clinic("list", "approvals", "--library", "mine")
    assert code == 0
    assert "the record of what Zebedee Quillon approved is missing, or was changed" in said


def test_after_its_review_date_it_is_a_draft_again(clinic: Shell) -> None:
    assert approve(clinic)[0] == 0
    path = Path("mine/approvals.yaml")
    lines = path.read_text("utf-8").splitlines()
    old = ["    review_by: 2020-01-01" if "review_by" in line else line for line in lines]
    path.write_text("\n".join(old) + "\n", "utf-8")
    _, said = clinic("list", "approvals", "--library", "mine")
    assert "was to be read again by 2020-01-01: it is a draft until then" in said


def test_a_second_approval_keeps_every_line_of_the_file(clinic: Shell) -> None:
    clinic.write(
        "mine/approvals.yaml",
        "# ours\nform: 1\neditions:\nearlier:\n  - file: old/es.yaml\n    by:\n      name: Ada Invented\n"
        "      role: doctor\n    date: 2020-01-01\n",
    )
    assert approve(clinic)[0] == 3, "an empty list is no list"
    Path("mine/approvals.yaml").unlink()
    assert approve(clinic)[0] == 0
    assert approve(clinic)[0] == 0
    text = Path("mine/approvals.yaml").read_text("utf-8")
    assert text.count("routine: upper-back") == 2
    assert clinic("list", "approvals", "--library", "mine")[1].rstrip().endswith("approved")
