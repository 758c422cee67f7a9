"""`handout render` as a clinician uses it: options, exit codes, and the words at the end."""

from __future__ import annotations

import json
from pathlib import Path

import pypdfium2
import pytest
from cli_desk import HEAD, SAM, Shell

from handout.batch import printing, working
from handout.batch.jobs import Job
from handout.errors import Finding
from handout.pipeline import Desk, Laid

ANA = SAM.replace("QZ-001", "QZ-002").replace("ben", "ana")
BAD = SAM.replace(";en;", ";xx;")


def test_the_list_that_new_writes_is_printed_as_it_is(shell: Shell) -> None:
    assert shell("new", "roster", "monday")[0] == 0
    code, said = shell.render("--print", "monday.pdf")
    assert code == 0
    assert "released to out, 0 refused" in said
    assert "duplex-safe" in said
    assert (shell.folder / "monday.pdf").is_file()


def test_a_dry_run_says_swaps_refusals_and_pages_and_writes_nothing(shell: Shell) -> None:
    swap = SAM.replace("upper-back;;;", "back;roller-mid-back;unsteady;")
    shell.write("monday.csv", HEAD + swap + BAD)
    code, said = shell.render("--print", "monday.pdf", "--dry-run")
    assert code == 1
    assert "march: the easier version, because of the flag unsteady" in said
    assert "row 3, language" in said
    assert "order  sheet" in said
    assert "1 would be released, 1 refused." in said
    assert "monday.pdf would hold 1 sheets" in said
    assert sorted(path.name for path in shell.folder.iterdir() if path.name != "cache") == [
        "clinic.yaml", "monday.csv",
    ]  # fmt: skip


def test_a_contact_sheet_shows_page_1_of_each_before_printing(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM + ANA)
    code, said = shell.render("--dry-run", "--contact", "look.pdf")
    assert code == 0
    assert "look.pdf: page 1 of each sheet" in said
    document = pypdfium2.PdfDocument(shell.folder / "look.pdf")
    text = document[0].get_textpage().get_text_range()
    pages = len(document)
    document.close()
    assert pages == 1
    assert "row 2, upper-back" in text
    assert "row 3, upper-back" in text
    assert text.count("Quillon Zebedee") == 2
    assert not (shell.folder / "out").exists()


def test_strict_prints_nothing_unless_everything_is_right(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM + BAD)
    code, said = shell.render("--strict", "--print", "monday.pdf")
    assert code == 3
    assert "Nothing was printed, because of --strict." in said
    clash = SAM.replace(";;;;ben", ";;osteoporosis;;ben").replace("QZ-001", "QZ-003")
    shell.write("monday.csv", HEAD + SAM + clash)
    code, said = shell.render("--strict", "--print", "monday.pdf")
    assert code == 3
    assert not (shell.folder / "monday.pdf").exists()
    assert list((shell.folder / "out").rglob("*.pdf")) == []
    shell.write("monday.csv", HEAD + SAM)
    assert shell.render("--strict")[0] == 0
    assert (shell.folder / "out" / "2-upper-back.en.pdf").is_file()


def test_final_refuses_what_no_clinician_has_signed(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM)
    code, said = shell.render("--final")
    assert code == 3
    assert "no clinician has approved upper-back in en" in said
    assert list((shell.folder / "out").glob("*.pdf")) == []


def test_a_print_file_that_fails_its_proof_loses_no_separate_file(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("monday.csv", HEAD + SAM)
    shell.write("monday.pdf", "of yesterday")
    monkeypatch.setattr(printing, "proof_print", lambda *_: (Finding("The panel is gone.", "Look."),))
    code, said = shell.render("--print", "monday.pdf", "--jobs", "1")
    assert code == 4
    assert "not printed: monday.pdf" in said
    assert "The panel is gone." in said
    assert "monday.pdf is of an earlier list" in said
    assert (shell.folder / "out" / "2-upper-back.en.pdf").is_file()
    assert json.loads((shell.folder / "out" / "manifest.json").read_text("utf-8"))[0]["result"] == "released"


def test_a_print_file_that_cannot_be_written_is_said_and_the_rest_stays(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM)
    (shell.folder / "taken").write_bytes(b"")
    code, said = shell.render("--print", "taken/monday.pdf")
    assert code == 3
    assert "cannot be written" in said
    assert (shell.folder / "out" / "2-upper-back.en.pdf").is_file()


def test_papers_are_parted_and_the_list_may_be_sorted_by_clinician(shell: Shell) -> None:
    letter = ANA.replace(";ana;;", ";ana;letter;").replace("QZ-002", "QZ-004")
    shell.write("monday.csv", HEAD + SAM + ANA + letter)
    code, said = shell.render("--print", "monday.pdf", "--by-clinician")
    assert code == 0
    assert "monday.a4.pdf: 2 sheets" in said
    assert "monday.letter.pdf: 1 sheets" in said
    document = pypdfium2.PdfDocument(shell.folder / "monday.a4.pdf")
    named = [entry.get_title() for entry in document.get_toc() if entry.level == 0]
    document.close()
    assert named == ["Print list", "Order 3, upper-back", "Order 2, upper-back"]


def test_a_pack_is_printed_with_its_changes_and_its_note(shell: Shell) -> None:
    pack = "\n".join(
        [
            "id: after-desk-work", "routine: upper-back", "exclude: [arm-circles]",
            "doses:", "  seated-twist: {repetitions: 4}", "note:", "  en: Stand up often.", "",
        ]
    )  # fmt: skip
    shell.write("mine/packs/after-desk-work.yaml", pack)
    shell.write("monday.csv", HEAD + SAM.replace("upper-back", "after-desk-work"))
    code, _ = shell.render("--library", "mine")
    assert code == 0
    document = pypdfium2.PdfDocument(shell.folder / "out" / "2-after-desk-work.en.pdf")
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Stand up often." in text
    assert "Arm circles" not in text
    (entry,) = json.loads((shell.folder / "out" / "manifest.json").read_text("utf-8"))
    doses = {one["exercise"]: one["repetitions"] for one in entry["doses"] if "repetitions" in one}
    assert doses["seated-twist"] == 4
    shell.write("monday.csv", HEAD + SAM.replace("upper-back", "after-desk-work").replace(";en;", ";ar;"))
    code, said = shell.render("--library", "mine")
    assert code == 3
    assert "the pack after-desk-work has no note in ar" in said or "accept ar" in said


def test_names_stand_in_the_manifest_only_when_asked_for(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM)
    assert shell.render()[0] == 0
    assert "Quillon" not in (shell.folder / "out" / "manifest.csv").read_text("utf-8")
    assert shell.render("--names")[0] == 0
    assert "Quillon" in (shell.folder / "out" / "manifest.csv").read_text("utf-8")


def test_what_changed_between_two_printed_sheets_is_said_in_words(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM + ANA.replace("upper-back;;", "upper-back;arm-circles;"))
    assert shell.render()[0] == 0
    one, other = json.loads((shell.folder / "out" / "manifest.json").read_text("utf-8"))
    code, said = shell("diff", one["content_id"], other["content_id"])
    assert code == 0
    assert "exercise left out: arm-circles" in said
    assert shell("diff", one["content_id"], one["content_id"]) == (0, "The two sheets say the same.\n")
    code, said = shell("diff", one["content_id"], "aaaaaaaaaa")
    assert code == 3
    assert "there is no record" in said


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("render", "--roster", "monday.csv", "back"), "a roster says which routine"),
        (("render", "nothing-like-it"), "there is no routine"),
        (("render", "back", "--lang", "xx"), "there is no language"),
    ],
)
def test_a_command_that_cannot_be_understood_leaves_with_2(
    shell: Shell, arguments: tuple[str, ...], what: str
) -> None:
    shell.write("monday.csv", HEAD + SAM)
    code, said = shell(*arguments)
    assert code == 2
    assert what in said


def test_a_second_run_into_the_same_folder_is_refused(shell: Shell) -> None:
    from handout.batch.folder import opened

    shell.write("monday.csv", HEAD + SAM)
    with opened(Path("out")):
        code, said = shell.render()
    assert code == 3
    assert "another run is writing to this folder" in said


def test_the_same_sheet_asked_for_twice_is_refused_before_it_is_lost(shell: Shell) -> None:
    code, said = shell("render", "back", "back", "--lang", "en")
    assert code == 3
    assert "back.en.pdf is asked for twice" in said


def test_a_fault_of_the_program_in_one_row_stops_no_other_and_shows_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = working.laid_of

    def laid_of(job: Job, desk: Desk) -> tuple[Laid, ...]:
        if job.order.number == 2:
            raise ValueError("Quillon Zebedee")
        return whole(job, desk)

    monkeypatch.setattr(working, "laid_of", laid_of)
    shell.write("monday.csv", HEAD + SAM + ANA)
    code, said = shell.render("--jobs", "1")
    assert code == 1
    assert "a fault in handout itself (ValueError)" in said
    assert "Quillon" not in said
    assert (shell.folder / "out" / "3-upper-back.en.pdf").is_file()
