"""`handout render --html` and `--web`: pages beside the sheets, and a folder for the clinic's own site."""

from __future__ import annotations

import json
import stat

from tests.cli.cli_shell import Shell

ONE = ("render", "upper-back", "--lang", "en", "--clinic", "clinic.yaml")


def test_a_page_for_a_screen_stands_beside_a_patients_sheet(shell: Shell) -> None:
    code, said = shell(*ONE, "--html", "--name", "Quillon Zebedee", "--reference", "QZ-001", "--jobs", "1")
    assert code == 0, said
    assert "1 also as a page for a screen (.html)" in said
    page = shell.run / "upper-back.en.html"
    assert "Quillon" in page.read_text("utf-8")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    (row,) = json.loads((shell.run / "manifest.json").read_text("utf-8"))
    assert row["page"] == "upper-back.en.html"
    assert "Quillon" not in said


def test_a_page_that_handout_did_not_make_is_left_alone(shell: Shell) -> None:
    shell.write("out/upper-back.en.html", "<p>mine</p>")
    code, said = shell(*ONE, "--html")
    assert code == 3
    assert "not one that handout made" in said
    assert (shell.folder / "out/upper-back.en.html").read_text("utf-8") == "<p>mine</p>"


def test_the_folder_for_a_site_holds_plain_sheets_and_a_list_of_them(shell: Shell) -> None:
    with (shell.folder / "clinic.yaml").open("a") as file:
        file.write("clinician: ana\n")
    code, said = shell(*ONE, "--lang", "ar", "--web", "site")
    assert code == 0, said
    assert "2 pages written to site, with index.html, 0 refused." in said
    names = {path.name for path in (shell.folder / "site").iterdir()}
    assert names == {"index.html", "upper-back.en.html", "upper-back.ar.html"}
    index = (shell.folder / "site/index.html").read_text("utf-8")
    assert '<section lang="ar" dir="rtl"' in index
    assert 'href="upper-back.ar.html"' in index
    page = (shell.folder / "site/upper-back.en.html").read_text("utf-8")
    assert "Riverside Physiotherapy" in page
    assert "Ana Ruiz" not in page
    assert 'class="for"' not in page
    assert not (shell.folder / "out").exists()


def test_a_site_is_for_everybody_and_refuses_what_is_said_of_a_patient(shell: Shell) -> None:
    code, said = shell(*ONE, "--web", "site", "--html", "--name", "Quillon Zebedee")
    assert code == 2
    assert "Leave out --html and what is said of a patient, or leave out --web." in said
    assert "Quillon" not in said


def test_a_site_without_drafts_is_empty_and_not_written(shell: Shell) -> None:
    code, said = shell(*ONE, "--web", "site", "--final")
    assert code == 3
    assert "no clinician has approved upper-back in en for GB" in said
    assert not (shell.folder / "site").exists()
