"""`handout render` as a clinician uses it: options, exit codes, and the words at the end."""

from __future__ import annotations

import errno
import io
import json
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from cli_shell import CLINIC, HEAD, SAM, Shell

from handout.batch import printing, working
from handout.batch.archive import runs_of
from handout.batch.jobs import Done, Job
from handout.batch.targets import held
from handout.content import shipped_root
from handout.errors import Finding, HandoutError, ProofError
from handout.layout import Pages

ANA = SAM.replace("QZ-001", "QZ-002").replace("ben", "ana")
BAD = SAM.replace(";en;", ";xx;")


def test_the_list_that_new_writes_is_printed_as_it_is(shell: Shell) -> None:
    code, said = shell("new", "roster", "monday", "--clinic", "clinic.yaml")
    assert code == 0
    assert (shell.folder / "monday.csv").read_text("utf-8-sig").startswith("name,reference,born")
    assert shell("render", "--roster", "monday.xlsx", "--dry-run")[0] == 0
    assert shell("new", "roster", "monday")[0] == 2  # nothing is written over
    (shell.folder / "clinic.yaml").write_text(CLINIC.replace("GB", "DE"), "utf-8")
    assert shell("new", "roster", "tuesday", "--clinic", "clinic.yaml")[0] == 0
    assert (shell.folder / "tuesday.csv").read_text("utf-8-sig").startswith("name;reference;born")
    code, said = shell.render("--print", "monday.pdf")
    assert code == 0
    assert "1 released to out/" in said
    assert ", 0 refused" in said
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
    assert "monday.pdf would hold 1 handout, " in said
    assert sorted(path.name for path in shell.folder.iterdir() if path.name != "cache") == [
        "clinic.yaml", "monday.csv",
    ]  # fmt: skip


def test_a_contact_sheet_shows_the_exercises_of_each_before_printing(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM + ANA)
    code, said = shell.render("--dry-run", "--contact", "look.pdf")
    assert code == 0
    assert "look.pdf: the page of exercises of each sheet" in said
    document = pypdfium2.PdfDocument(shell.folder / "look.pdf")
    text = document[0].get_textpage().get_text_range()
    pages = len(document)
    document.close()
    assert pages == 1
    assert "row 2, upper-back" in text
    assert "row 3, upper-back" in text
    assert text.count("times a day") >= 4  # doses of two cards and more on each
    assert "Get help now" not in text
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
    assert (shell.run / "2-upper-back.en.pdf").is_file()


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
    code, said = shell.render("--print", "monday.pdf", "--jobs", "1", "--replace")
    assert (shell.folder / "monday.pdf").read_text("utf-8") == "of yesterday"
    assert code == 4
    assert "not printed: monday.pdf" in said
    assert "The panel is gone." in said
    assert "monday.pdf is of an earlier list" in said
    assert (shell.run / "2-upper-back.en.pdf").is_file()
    assert json.loads((shell.run / "manifest.json").read_text("utf-8"))[0]["result"] == "released"


def test_a_print_file_that_cannot_be_written_is_said_and_the_rest_stays(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM)
    (shell.folder / "taken").write_bytes(b"")
    code, said = shell.render("--print", "taken/monday.pdf")
    assert code == 3
    assert "cannot be written" in said
    assert (shell.run / "2-upper-back.en.pdf").is_file()


def test_papers_are_parted_and_the_list_may_be_sorted_by_clinician(shell: Shell) -> None:
    letter = ANA.replace(";ana;;", ";ana;letter;").replace("QZ-002", "QZ-004")
    shell.write("monday.csv", HEAD + SAM + ANA + letter)
    code, said = shell.render("--print", "monday.pdf", "--by-clinician")
    assert code == 0
    assert "monday.a4.pdf: 2 handouts" in said
    assert "monday.letter.pdf: 1 handout" in said
    document = pypdfium2.PdfDocument(shell.folder / "monday.a4.pdf")
    named = [entry.get_title() for entry in document.get_toc() if entry.level == 0]
    document.close()
    assert named == ["Print list", "Order 3, upper-back", "Order 2, upper-back"]


def test_who_hands_out_where_nobody_is_named_stands_on_the_sheet_in_the_manifest_and_is_sorted_by(
    shell: Shell,
) -> None:
    shell.write("clinic.yaml", CLINIC + "clinician: ana\n")
    nobody = SAM.replace(";ben;", ";;").replace("QZ-001", "QZ-009")
    shell.write("monday.csv", HEAD + SAM + nobody)
    code, _ = shell.render("--print", "monday.pdf", "--by-clinician")
    assert code == 0
    listed = json.loads((shell.run / "manifest.json").read_text("utf-8"))
    assert {row["order"]: row["clinician"] for row in listed} == {2: "Ben Okafor", 3: "Ana Ruiz"}
    document = pypdfium2.PdfDocument(shell.folder / "monday.pdf")
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
    document = pypdfium2.PdfDocument(shell.run / "2-after-desk-work.en.pdf")
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "Stand up often." in text
    assert "Arm circles" not in text
    (entry,) = json.loads((shell.run / "manifest.json").read_text("utf-8"))
    doses = {one["exercise"]: one["repetitions"] for one in entry["doses"] if "repetitions" in one}
    assert doses["seated-twist"] == 4
    shell.write("monday.csv", HEAD + SAM.replace("upper-back", "after-desk-work").replace(";en;", ";ar;"))
    code, said = shell.render("--library", "mine")
    assert code == 3
    assert "the pack after-desk-work has no note in ar" in said or "accept ar" in said


def test_a_list_with_fridge_cards_has_them_apart_and_on_the_checklist(shell: Shell) -> None:
    head, sam = HEAD.rstrip("\n") + ";length;card\n", SAM.rstrip("\n")
    rows = (";sheet;yes\n", ";;\n", ";leaf;perhaps\n")
    shell.write("monday.csv", head + "".join(sam.replace("QZ-001", f"QZ-00{n}") + row for n, row in enumerate(rows)))
    code, said = shell.render("--print", "monday.pdf")
    assert code == 1
    assert "row 4, card" in said
    assert "is neither yes nor no" in said
    assert "1 with a fridge card (.card.pdf, on A6)" in said
    assert "monday.cards-a6.pdf: 1 fridge card on A6, 2 pages" in said
    first, second, _ = json.loads((shell.run / "manifest.json").read_text("utf-8"))
    assert (first["length"], first["card"], first["card_paper"]) == ("sheet", "2-upper-back.en.card.pdf", "a6")
    assert (second["card"], second["leaves"]) == ("", (second["pages"] + 1) // 2)
    assert second["length"] == "leaf" or any("a leaf does not hold it" in one for one in second["said"])
    assert (shell.run / first["card"]).is_file()
    with pypdfium2.PdfDocument(shell.folder / "monday.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert f"2 handouts, {first['leaves'] + second['leaves']} sheets of paper, 1 fridge card" in " ".join(text.split())
    code, said = shell("proof", "monday.cards-a6.pdf")
    assert code == 0
    assert "is a fridge card: pros and cons are on the sheet that it belongs to" in said


def test_stock_sheets_are_for_nobody_and_lie_in_a_folder_of_their_own(shell: Shell) -> None:
    told = ("--clinic", "clinic.yaml", "--lang", "en", "--jobs", "1")
    code, said = shell("stock", "back", *told, "--print", "drawer.pdf", "--copies", "3")
    assert code == 0
    assert "1 released to stock" in said
    assert "drawer.pdf: 3 handouts" in said
    assert [path.name for path in (shell.folder / "stock").iterdir()] == ["back.en.stock.pdf"]
    with pypdfium2.PdfDocument(shell.folder / "stock" / "back.en.stock.pdf") as document:
        text = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Your clinician writes how much." in text
    assert "____ times" in " ".join(text.split())
    assert shell("stock", "bakk", *told)[0] == 2
    assert shell("stock", "back", *told, "--final", "--out", "none")[0] == 3
    assert not (shell.folder / "none").exists()  # what released nothing leaves no folder


def test_names_stand_in_the_manifest_only_when_asked_for(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM)
    assert shell.render()[0] == 0
    assert "Quillon" not in (shell.run / "manifest.csv").read_text("utf-8")
    assert shell.render("--names")[0] == 0
    assert "Quillon" in (shell.run / "manifest.csv").read_text("utf-8")


def test_what_changed_between_two_printed_sheets_is_said_in_words(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM + ANA.replace("upper-back;;", "upper-back;arm-circles;"))
    assert shell.render()[0] == 0
    one, other = json.loads((shell.run / "manifest.json").read_text("utf-8"))
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
        (("render", "back", "--lang", "pt-PT"), "Write pt-BR: a clinic file with country: PT makes it pt-PT."),
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
        code, said = shell("render", "back", "--lang", "en")
    assert code == 3
    assert "another run is writing to this folder" in said


def test_the_same_sheet_asked_for_twice_is_refused_before_it_is_lost(shell: Shell) -> None:
    code, said = shell("render", "back", "back", "--lang", "en")
    assert code == 3
    assert "back.en.pdf is asked for twice" in said


def test_a_fault_of_the_program_in_one_row_stops_no_other_and_shows_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = working._sheet

    def sheet(job: Job, *given: Any) -> Done:
        if job.order.number == 2:
            raise ValueError("Quillon Zebedee")
        return whole(job, *given)

    monkeypatch.setattr(working, "_sheet", sheet)
    shell.write("monday.csv", HEAD + SAM + ANA)
    code, said = shell.render("--jobs", "1")
    assert code == 1
    assert "a fault in handout itself (ValueError)" in said
    assert "Quillon" not in said
    assert (shell.run / "3-upper-back.en.pdf").is_file()


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (("--print", "monday.csv"), "--print would write over a file that this run reads"),
        (("--contact", "./clinic.yaml"), "--contact would write over a file that this run reads"),
        (("--print", "a.pdf", "--contact", "a.pdf"), "--contact would write over --print too"),
        (("--print", "out/manifest.json"), "--print writes a PDF"),
        (("--print", "there.pdf"), "this file is there already"),
        (("--print", "link.pdf"), "--print would write over a file that this run reads"),
    ],
)
def test_no_output_lies_over_an_input_another_output_or_what_is_there(
    shell: Shell, options: tuple[str, ...], what: str
) -> None:
    shell.write("monday.csv", HEAD + SAM)
    shell.write("there.pdf", "mine")
    (shell.folder / "link.pdf").symlink_to(shell.folder / "monday.csv")
    code, said = shell.render(*options)
    assert code == 3
    assert what in said
    assert (shell.folder / "monday.csv").read_text("utf-8") == HEAD + SAM
    assert (shell.folder / "there.pdf").read_text("utf-8") == "mine"
    assert not (shell.folder / "out").exists()


def test_a_print_file_of_another_run_is_replaced_only_when_that_is_wished_for(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM)
    shell.write("monday.pdf", "of yesterday")
    code, said = shell.render("--print", "monday.pdf")
    assert code == 3
    assert "add --replace" in said
    assert shell.render("--print", "monday.pdf", "--replace")[0] == 0
    assert (shell.folder / "monday.pdf").read_bytes().startswith(b"%PDF")
    run = shell.run.name
    code, said = shell.render("--print", f"out/{run}/2-upper-back.en.pdf", "--replace")
    assert code == 3
    assert "what another run left" in said


def test_a_sheet_takes_no_place_of_a_file_that_handout_did_not_make(shell: Shell) -> None:
    shell.write("out/back.en.pdf", "mine")
    code, said = shell("render", "back", "--lang", "en")
    assert code == 3
    assert "not one that handout made" in said
    assert (shell.folder / "out" / "back.en.pdf").read_text("utf-8") == "mine"
    (shell.folder / "out" / "back.en.pdf").unlink()
    assert [shell("render", "back", "--lang", "en")[0] for _ in range(2)] == [0, 0]


def test_one_print_file_is_written_by_one_run(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM)
    with held([("--print", Path("monday.pdf"))]):
        code, said = shell.render("--print", "monday.pdf")
    assert code == 3
    assert "another run is writing this file" in said


@pytest.mark.parametrize(
    ("number", "what"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "can only be read"), (errno.EACCES, "may not")],
)
def test_a_disk_that_takes_no_more_is_named_with_what_is_safe_and_the_run_goes_on_from_there(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, number: int, what: str
) -> None:
    shell.write("monday.csv", HEAD + SAM + ANA)
    whole = working.write_private

    def full(path: Path, content: bytes) -> None:
        if "3-upper-back" in path.name:
            raise OSError(number, "as the system says it", "a place that is not said")
        whole(path, content)

    monkeypatch.setattr(working, "write_private", full)
    code, said = shell.render("--jobs", "1", "--print", "monday.pdf")
    assert code == 3
    assert what in said
    assert "1 of 2 sheets is made and whole, and no print file" in said
    assert "fault in handout" not in said
    first = shell.run
    assert [path.name for path in first.glob("*.pdf")] == ["2-upper-back.en.pdf"]
    monkeypatch.setattr(working, "write_private", whole)
    assert shell.render("--jobs", "1", "--print", "monday.pdf")[0] == 0
    assert shell.run == first


def test_ctrl_c_says_what_is_safe_and_the_same_command_goes_on(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("monday.csv", HEAD + SAM + ANA)
    whole = working._sheet

    def sheet(job: Job, *given: Any) -> Done:
        if job.order.number == 3:
            raise KeyboardInterrupt
        return whole(job, *given)

    monkeypatch.setattr(working, "_sheet", sheet)
    code, said = shell.render("--jobs", "1")
    assert code == 130
    assert "stopped: 1 of 2 sheets is made and whole" in said
    assert "it goes on where it stopped" in said
    monkeypatch.setattr(working, "_sheet", whole)
    first = shell.run
    shell.write("other.csv", HEAD + SAM)
    code, said = shell("render", "--roster", "other.csv", "--clinic", "clinic.yaml", "--jobs", "1")
    assert code == 0
    assert f"{first.name} is of a run that was stopped, with another list, content or day" in said
    assert shell.run != first
    assert shell.render("--jobs", "1")[0] == 0
    assert len(list(first.glob("*.pdf"))) == 2
    assert len(runs_of(shell.folder / "out")) == 2


def test_too_little_memory_is_named_and_no_row_is_blamed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> list[object]:
        raise MemoryError

    monkeypatch.setattr(working, "copies", none)
    shell.write("monday.csv", HEAD + SAM)
    code, said = shell.render("--jobs", "1")
    assert code == 3
    assert "there is not enough memory: 0 of 1 sheets are made and whole" in said
    assert "row 2" not in said


@pytest.mark.slow
def test_content_that_is_saved_while_a_list_is_made_makes_no_print_file(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = shipped_root() / "assets" / "templates"
    for path in shipped.iterdir():
        shell.write(f"mine/assets/templates/{path.name}", path.read_text("utf-8"))
    shell.write("monday.csv", HEAD + SAM + ANA)
    whole = working._sheet

    def sheet(job: Job, *given: Any) -> Done:
        if job.order.number == 3:
            shell.write("mine/assets/templates/handout.j2", (shipped / "handout.j2").read_text("utf-8") + "\n")
        return whole(job, *given)

    monkeypatch.setattr(working, "_sheet", sheet)
    code, said = shell.render("--library", "mine", "--print", "monday.pdf", "--jobs", "1")
    assert code == 4
    assert "the content was changed while this list was being made" in said
    assert not (shell.folder / "monday.pdf").exists()


def test_the_print_file_is_made_of_the_very_files_that_were_proofed(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.write("monday.csv", HEAD + SAM)
    whole = printing.cover_of

    def other(*given: Any) -> Pages:
        (shell.run / "2-upper-back.en.pdf").write_bytes(b"%PDF-1.7 another sheet")
        return whole(*given)

    monkeypatch.setattr(printing, "cover_of", other)
    code, said = shell.render("--print", "monday.pdf", "--jobs", "1")
    assert code == 4
    assert "the file was changed or taken away after it was proofed" in said
    assert not (shell.folder / "monday.pdf").exists()


def test_a_dry_run_refuses_what_the_run_would_refuse(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("monday.csv", HEAD + SAM)
    monkeypatch.setattr(printing, "proof_print", lambda *_: (Finding("The panel is gone.", "Look."),))
    code, said = shell.render("--print", "monday.pdf", "--jobs", "1", "--dry-run")
    assert code == 4
    assert "The panel is gone." in said

    def refused(*_: object) -> list[HandoutError]:
        return [ProofError(Finding("A word is gone.", "Look."))]

    monkeypatch.setattr(working, "copies", refused)
    code, said = shell.render("--jobs", "1", "--dry-run")
    assert code == 4
    assert "A word is gone." in said
    assert not (shell.folder / "out").exists()


def test_runs_older_than_the_clinic_keeps_them_are_removed_and_no_others(shell: Shell) -> None:
    (shell.folder / "clinic.yaml").write_text(CLINIC + "keep_days: 30\n", "utf-8")
    shell.write("out/2020-01-01-080000/notes/2.txt", "old")
    shell.write("out/2020-01-01/keep.txt", "no run")
    shell.write("monday.csv", HEAD + SAM)
    code, said = shell.render()
    assert code == 0
    assert "1 run was older than the clinic keeps them" in said
    assert not (shell.folder / "out" / "2020-01-01-080000").exists()
    assert (shell.folder / "out" / "2020-01-01" / "keep.txt").is_file()


def test_purge_removes_runs_before_a_day_and_asks_first(shell: Shell) -> None:
    shell.write("out/2020-01-01-080000/notes/2.txt", "old")
    assert shell("purge", "--before", "2020-01-01") == (0, "There is no run before 2020-01-01 in out.\n")
    assert shell("purge")[0] == 2
    code, said = shell("purge", "--before", "2020-01-02", "--yes")
    assert (code, said) == (0, "out/2020-01-01-080000\n1 removed.\n")
    assert not (shell.folder / "out" / "2020-01-01-080000").exists()


ONE = ("render", "back", "--lang", "ar", "--clinic", "clinic.yaml")


def test_one_patient_is_printed_without_a_list(shell: Shell) -> None:
    shell.write("note.txt", "Rest on Sunday.")
    code, said = shell(
        *ONE, "--name", "Quillon Zebedee", "--reference", "QZ-001", "--born", "17/5/1980", "--dose",
        "march.duration_s=60", "--exclude", "roller-mid-back", "--flag", "unsteady", "--note-file", "note.txt",
        "--clinician", "ana", "--date", "2026-11-20",
    )  # fmt: skip
    assert code == 0, said
    assert "march: the easier version, because of the flag unsteady" in said
    assert "Quillon" not in said
    (entry,) = json.loads((shell.run / "manifest.json").read_text("utf-8"))
    assert (entry["file"], entry["clinician"], entry["date"]) == ("back.ar.pdf", "Ana Ruiz", "2026-11-20")
    assert "roller-mid-back" not in [dose["exercise"] for dose in entry["doses"]]
    assert "Handout given on 2026-11-20" in (shell.run / "notes" / "1.txt").read_text("utf-8")
    code, said = shell("given", "QZ-001")
    assert code == 0
    assert "2026-11-20  back   ar" in said
    assert shell("given", "QZ-002")[0] == 3


def test_what_is_wrong_with_one_patients_options_is_said_by_option(shell: Shell) -> None:
    code, said = shell(*ONE, "--name", "Quillon Zebedee", "--flag", "pregnant", "--dose", "march", "--side", "middle")
    assert code == 3
    for part in (
        "--flag: “pregnant” is not known here", "Did you mean “pregnancy”?", "--dose: “march” is not a dose",
        "--side: “middle” is not known", "--reference: is empty, but the row has a name", "0 released, 1 refused.",
    ):  # fmt: skip
        assert part in said
    assert "Quillon" not in said
    assert not (shell.folder / "out").exists()
    code, said = shell(*ONE, "--name", "Quillon Zebedee", "--reference", "QZ-001", "--dose", "march.duration_s=9000")
    assert code == 3
    assert "the order asks for duration_s 9000 of march" in said
    assert not (shell.folder / "out").exists()  # nothing was released: nothing is left


def test_one_patients_name_may_be_typed_at_a_prompt(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Quillon Zebedee\nQZ-001\n\n"))
    code, said = shell(*ONE, "--ask", "--json")
    assert code == 0, said
    assert "Quillon Zebedee" not in said
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(shell.run / "back.ar.pdf"))
    assert "Quillon" in text
    assert "Zebedee" in text


def test_a_report_for_a_program_is_one_object_without_a_patient(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM + BAD)
    code, said = shell.render("--json", "--dry-run")
    told = json.loads(said[said.index("{") :])
    assert code == told["exit_code"] == 1
    assert (told["handout"], told["released"], told["refused"]) == ("render", 1, 1)
    assert told["sheets"][0]["sheet"] == "upper-back"
    assert told["rows"][0]["row"] == 3
    assert "language" in told["rows"][0]["findings"][0]["what"]
    assert "Quillon" not in said
    code, said = shell("render", "bakc", "--json")
    told = json.loads(said)
    assert (code, told["handout"], told["exit_code"]) == (2, "error", 2)
    assert told["findings"][0]["hint"].startswith("Did you mean “back”?")
