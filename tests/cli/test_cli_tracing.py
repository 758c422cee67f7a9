"""From words on paper back to the file, the source and the approver; from a wrong line to every sheet with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_shell import HEAD, Shell

OWN = ("--clinic", "clinic.yaml")


@pytest.fixture
def printed(shell: Shell) -> Path:
    """The sheet of an invented patient whose twist is prescribed four times."""
    head = HEAD.replace("style", "style;doses")
    shell.write("monday.csv", f"{head}Quillon Zebedee;QZ-1;en;upper-back;;;;ben;;;seated-twist.repetitions=4\n")
    code, said = shell("render", "--roster", "monday.csv", *OWN)
    assert code == 0, said
    (path,) = Path("out").rglob("*.pdf")
    return path


def test_why_names_the_file_the_dose_its_limits_their_sources_and_the_approver(shell: Shell, printed: Path) -> None:
    code, said = shell("why", str(printed), "Turn your chest", *OWN)
    assert code == 0, said
    assert "handouts/exercises/seated-twist/en.yaml:" in said
    assert "(exercises.seated-twist.cue)" in said
    assert "dose: handouts/exercises/seated-twist/exercise.yaml: repetitions 4" in said
    assert "limits: repetitions 1 to 10" in said
    assert "D9: " in said
    assert "a draft when it was printed" in said
    assert "has changed since" not in said, "the personal dose is part of what is made again"


@pytest.mark.slow
def test_why_quotes_a_caution_as_the_leaf_prints_it_gathered(shell: Shell) -> None:
    """The cells of this leaf do not hold their cautions, which stand together in front of them."""
    shell.write("monday.csv", f"{HEAD}Quillon Zebedee;QZ-1;en;back;;;;ben;;\n")
    assert shell("render", "--roster", "monday.csv", *OWN)[0] == 0
    (path,) = Path("out").rglob("*.pdf")
    code, said = shell("why", str(path), "have broken skin", *OWN)
    assert code == 0, said
    assert "say yes to anything under “Talk to us”\u00a0· have a blood clot" in said
    assert "roller-mid-back" not in said, "the caution of its card is not what stands on this paper"
    code, said = shell("why", str(path), "roll less far", *OWN)
    assert (code, "handouts/exercises/knee-rolls/en.yaml:" in said) == (0, True), said


def test_why_says_who_brings_a_line_of_the_panel(shell: Shell, printed: Path) -> None:
    code, said = shell("why", str(printed), "after a serious fall", *OWN)
    assert code == 0, said
    assert "handouts/safety/en.yaml:" in said
    assert "rule: on the panel because of upper-back" in said
    assert "sources: " in said


def test_why_says_that_the_words_have_changed_since(shell: Shell, printed: Path) -> None:
    from handout.content import shipped_root

    file = "handouts/exercises/seated-twist/en.yaml"
    text = (shipped_root() / file).read_text("utf-8")
    shell.write(f"mine/{file}", text.replace("Turn your chest", "Slowly turn your chest"))
    code, said = shell("why", str(printed), "turn your chest", *OWN, "--library", "mine")
    assert code == 0, said
    assert "The content has changed since this sheet was printed" in said
    assert "when it was printed they were: “Turn your chest. Keep your knees still.”" in said


def test_why_asks_for_the_clinic_file_that_a_sheet_was_printed_with(shell: Shell, printed: Path) -> None:
    code, said = shell("why", str(printed), "Turn your chest")
    assert code == 0, said
    assert "was printed with a clinic file: add --clinic FILE" in said
    assert "has changed since" not in said


def test_a_patients_own_words_are_never_explained(shell: Shell, printed: Path) -> None:
    code, said = shell("why", str(printed), "Quillon", *OWN)
    assert code == 3
    assert "nothing on this sheet says" in said
    assert "QZ-1" not in said


def test_a_recall_finds_the_sheets_that_carried_it_and_no_others(shell: Shell, printed: Path) -> None:
    code, said = shell("affected", "seated-twist")
    assert code == 0, said
    assert "1 sheet carried seated-twist" in said
    assert printed.name in said
    assert "Quillon" not in said
    assert "1 sheet carried accident" in shell("affected", "accident")[1]
    assert "0 sheets carried childs-pose" in shell("affected", "childs-pose")[1]
    assert "0 sheets carried seated-twist" in shell("affected", "seated-twist", "--since", "2099-01-01")[1]
    code, said = shell("affected", "seated-twits")
    assert (code, "Did you mean “seated-twist”?" in said) == (2, True)
    for record in Path("out/record").iterdir():
        record.unlink()
    assert "there is no record of" in shell("affected", "seated-twist")[1]
