"""A whole morning by the real command: what is printed, what is explained, and what nobody may find."""

from __future__ import annotations

import csv
import json
import re
import stat

import pikepdf
import pypdfium2
import pytest
from batch_morning import BAD, PRIVATE, as_csv, rows
from batch_ran import Ran, ran

from handout.batch.archive import given, mark_of, purge, runs_of
from handout.errors import Private
from handout.proof import conformance, proof_alone

PATIENTS = 12
TABLE = rows(PATIENTS, ["en", "ar"])


@pytest.fixture(scope="module")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    return ran(tmp_path_factory.mktemp("morning"), as_csv(TABLE), "--print", "print/monday.pdf", "--jobs", "1")


def bad_rows() -> dict[str, int]:
    """What is wrong -> the spreadsheet row it stands in."""
    found = {}
    for kind, (_, change) in BAD.items():
        for number, row in enumerate(TABLE, 2):
            wrong = row == TABLE[0] if kind == "duplicate row" else change.items() <= row.items()
            if wrong and number > 3 and number not in found.values():
                found[kind] = number
                break
    return found


def manifest(run: Ran) -> list[dict[str, object]]:
    return json.loads((run.run / "manifest.json").read_text("utf-8"))


def test_every_bad_row_is_explained_and_every_other_is_printed(morning: Ran) -> None:
    assert morning.code == 1
    bad = bad_rows()
    assert len(set(bad.values())) == len(BAD) == 12
    entries = manifest(morning)
    refused = {entry["order"]: entry["reasons"] for entry in entries if entry["result"] == "refused"}
    assert set(refused) == set(bad.values())
    assert all(refused.values())
    released = {entry["order"] for entry in entries if entry["result"] == "released"}
    assert len(released) == PATIENTS
    for kind, (column, _) in BAD.items():
        assert f"row {bad[kind]}, {column}" in morning.said, kind


def test_the_reasons_say_what_to_change(morning: Ran) -> None:
    bad = bad_rows()
    said = {entry["order"]: " ".join(map(str, entry["reasons"])) for entry in manifest(morning)}
    assert "osteoporosis" in said[bad["clash of flags"]]
    assert "Cuneiform" in said[bad["no face"]]
    assert "characters long" in said[bad["long note"]]
    assert "repetitions 900 of cat-cow" in said[bad["wrong dose"]]
    assert "is the same as row 2" in said[bad["duplicate row"]]


def test_the_print_file_is_duplex_safe_and_holds_every_order_in_order(morning: Ran) -> None:
    path = morning.folder / "print" / "monday.pdf"
    released = [entry for entry in manifest(morning) if entry["result"] == "released"]
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        names = [item.title for item in outline.root]
        labels = [str(page.label) for page in pdf.pages]
    wanted = []
    for entry in released:
        copies = int(str(entry["copies"]))
        for copy in range(1, copies + 1):
            more = f", copy {copy}" if copies > 1 else ""
            wanted.append(f"Order {entry['order']}, {entry['sheet']}{more}")
    assert names == ["Print list", *wanted]
    starts = [index for index, label in enumerate(labels) if label.endswith(", 1")]
    assert len(starts) == len(wanted) + 1
    assert all(start % 2 == 0 for start in starts)
    assert len(labels) % 2 == 0


@pytest.mark.slow
def test_the_print_file_passes_its_proof_and_both_standards(morning: Ran) -> None:
    path = morning.folder / "print" / "monday.pdf"
    assert [finding for finding in proof_alone(path) if finding.severity.value == "error"] == []
    assert conformance(path) == ()


def test_the_checklist_shows_rows_initials_languages_and_pages(morning: Ran) -> None:
    document = pypdfium2.PdfDocument(morning.folder / "print" / "monday.pdf")
    said = [page.get_textpage().get_text_range() for page in document]
    document.close()
    (count,) = re.findall(r"Page 1 of (\d)\s*$", said[0])
    text = "".join(said[: int(count)])
    assert "Print list" in said[0]
    assert "B O" in text
    assert "Arabic" in text
    assert "Oxenford" not in text


def test_no_name_note_or_reference_is_anywhere_but_in_the_pdfs_and_the_roster(morning: Ran) -> None:
    for word in PRIVATE:
        assert word not in morning.said, f"“{word}” was said"
    for path in morning.folder.rglob("*"):
        assert not any(word in path.name for word in PRIVATE), path
        if path.is_file() and path.suffix != ".pdf" and path.name != "monday.csv":
            content = path.read_bytes()
            for word in PRIVATE:
                assert word.encode() not in content, f"“{word}” is in {path.name}"


def test_no_name_is_in_the_metadata_bookmarks_or_tags_of_a_pdf(morning: Ran) -> None:
    for path in morning.folder.rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            told = [pdf.Root.Metadata.read_bytes().decode(), *(str(v) for v in pdf.docinfo.values())]
            with pdf.open_outline() as outline:
                told += [item.title for item in outline.root]
            for word in PRIVATE:
                assert word not in " ".join(told), path.name


def test_everything_is_the_owners_alone_and_the_work_folder_is_gone(morning: Ran) -> None:
    made = [morning.out, *morning.out.rglob("*"), morning.folder / "print" / "monday.pdf"]
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name
    assert not [path.name for path in morning.out.rglob("*") if path.name.startswith(".")]
    assert not [path.name for path in (morning.folder / "print").iterdir() if path.name != "monday.pdf"]
    assert not list((morning.folder / "home").glob("handout-*"))


def test_the_manifest_as_a_table_opens_in_a_spreadsheet_and_starts_no_formula(morning: Ran) -> None:
    text = (morning.run / "manifest.csv").read_bytes()
    assert text.startswith("\ufeff".encode())
    lines = list(csv.reader(text.decode("utf-8-sig").splitlines()))
    assert len(lines) == 1 + len(manifest(morning))
    assert not [cell for line in lines for cell in line if cell.startswith(("=", "+", "-", "@"))]


def test_every_order_has_a_note_to_paste_and_every_content_a_record(morning: Ran) -> None:
    released = [entry for entry in manifest(morning) if entry["result"] == "released"]
    notes = {path.stem for path in (morning.run / "notes").iterdir()}
    assert notes == {str(entry["order"]) for entry in released}
    records = {path.stem for path in (morning.out / "record").iterdir()}
    assert records == {str(entry["content_id"]) for entry in released}
    two = next(entry for entry in released if entry["order"] == 2)
    note = (morning.run / "notes" / "2.txt").read_text("utf-8")
    assert f"content {two['content_id']}" in note
    assert note.count("Handout given on 2026-11-20") == 2  # this order has two sheets


def test_the_content_id_is_printed_and_the_same_for_the_same_content(morning: Ran) -> None:
    by_content: dict[str, list[str]] = {}
    for entry in manifest(morning):
        if entry["result"] == "released" and entry["language"] == "en":
            by_content.setdefault(str(entry["content_id"]), []).append(str(entry["file"]))
    assert any(len(files) > 1 for files in by_content.values())
    for content_id, files in by_content.items():
        for name in files:
            document = pypdfium2.PdfDocument(morning.run / name)
            text = "".join(page.get_textpage().get_text_range() for page in document)
            document.close()
            assert content_id in text, name


def test_the_checklist_says_what_is_not_printed_and_bears_the_references(morning: Ran) -> None:
    document = pypdfium2.PdfDocument(morning.folder / "print" / "monday.pdf")
    text = document[0].get_textpage().get_text_range() + document[1].get_textpage().get_text_range()
    document.close()
    assert "Riverside" in text
    assert "Not printed" in text
    for row in bad_rows().values():
        assert f"Row {row}" in text
    assert "REF-0000" in text
    assert "Quillon" not in text


def test_a_second_list_leaves_the_first_as_it_is(morning: Ran) -> None:
    before = {path: path.read_bytes() for path in morning.run.rglob("*") if path.is_file()}
    first = morning.run
    assert ran(morning.folder, as_csv(TABLE[:1]), name="tuesday.csv").code == 0
    assert {path: path.read_bytes() for path in first.rglob("*") if path.is_file()} == before
    assert len(runs_of(morning.out)) == 2
    assert ran(morning.folder, as_csv(TABLE[:1]), "--print", "print/monday.pdf", name="tuesday.csv").code == 3
    purge(tuple(run for run in runs_of(morning.out) if run != first))


def test_what_a_patient_was_given_is_found_by_the_reference_alone(morning: Ran) -> None:
    found = given(morning.out, Private("ref 0000", "reference"))
    assert [one.entry["order"] for one in found] == [2, 2]
    assert all((one.run / str(one.entry["file"])).is_file() for one in found)
    assert found[0].entry["date"] == "2026-11-20"
    assert found[0].entry["clinician"] == "Ana Ruiz"
    assert given(morning.out, Private("REF-9999", "reference")) == ()
    rows = manifest(morning)
    marks = {str(row["mark"]) for row in rows if row["mark"]}
    other = {mark_of(Private(f"REF-{number:04d}", "reference"), "another key") for number in range(40)}
    assert len(marks) > 5
    assert not marks & other
