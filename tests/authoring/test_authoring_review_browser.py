"""A whole edition read through the mailed file in a real browser, then signed, printed, and refused after a change."""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from tests.cli.cli_shell import Shell
from tests.twin.browser import Page, browsing, program
from tests.twin.checks import accessible, markup, tools

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not program() and not os.environ.get("HANDOUT_REQUIRE_WEB"), reason="chromium is not installed"),
]
OWN = ("--library", "mine", "--clinic", "clinic.yaml")
SHEET = ("upper-back", "--lang", "es", *OWN)
BY = ("--name", "Zebedee Quillon", "--role", "physiotherapist", "--registration", "PH-INVENTED", "--read", "every line")
STAMP = "Ningún profesional clínico aprobó aún esta hoja"
PROPOSED = {  # by slot: a name, a line of a card, a heading
    "exercise/march/name/1": "Marcha sin avanzar",
    "exercise/seated-twist/step/1": "Siéntese con la espalda recta y cruce los brazos.",
    "plan/heading2/1": "Su plan en pocas palabras",
}


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Shell:
    (tmp_path / "mine").mkdir()
    return Shell(tmp_path, tmp_path / "cache", monkeypatch, capfd)


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    with browsing(tmp_path / "profile") as page:
        page.browser.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path / "mail"))
        page.look(1280)
        yield page


def line(slot: str) -> str:
    return f"document.querySelector('.line[data-slot=\"{slot}\"]')"


def tick_all(page: Page, but: set[str]) -> int:
    """Tick each line that is not ticked, as a reviewer does; how many are ticked in the end."""
    left = json.dumps(sorted(but))
    page.run(
        f"for (const one of document.querySelectorAll('.line')) {{ const tick = one.querySelector('input');"
        f" if (!tick.checked && !{left}.includes(one.dataset.slot)) tick.click(); }}"
    )
    return int(page.run("document.querySelectorAll('.line.read').length"))


def write(page: Page, slot: str, key: str, text: str) -> None:
    """Words into a field of a line, typed into the focus that its button gives."""
    more = f"{line(slot)}.querySelector('.more')"
    if not page.run(f"{more}.checkVisibility()"):
        page.run(f"{line(slot)}.querySelector('button').click()")
    page.run(f"{more}.querySelector('[data-key={key}]').select()")
    page.type(text)


def saved(page: Page, folder: Path) -> Path:
    """The file that “Save my answers” put into the download folder."""
    for old in folder.glob("*.json"):
        old.unlink()
    page.run("document.getElementById('save').click()")
    end = time.monotonic() + 30
    while not (found := [one for one in folder.glob("*.json") if one.stat().st_size]):
        assert time.monotonic() < end, "nothing was saved"
        page.run("new Promise((done) => setTimeout(done, 100))")
    assert page.run("document.getElementById('copy').value") == found[0].read_text("utf-8")
    return found[0]


def exported(shell: Shell, page: Page) -> int:
    """The review as a file, opened; how many lines nobody has read."""
    code, said = shell("review", "export", *SHEET, "--out", "review.html")
    assert code == 0, said
    page.open(shell.folder / "review.html")
    return int(re.findall(r", (\d+) to read", said)[0])


def pdf_text(path: Path) -> str:
    pages = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)


def test_an_edition_is_read_corrected_signed_and_printed_and_one_changed_line_refuses_it(
    shell: Shell, page: Page
) -> None:
    mail = shell.folder / "mail"
    assert exported(shell, page) > 300
    shown = "[...document.querySelectorAll('textarea')].filter((one) => one.checkVisibility()).length"
    assert page.run(shown) == 1, "the fields of a line open when they are asked for; the copy at the end stands"
    if (folder := tools()) is not None:
        assert accessible(page, folder) == []
        assert markup([shell.folder / "review.html"], folder) == []
    page.run("document.getElementById('name').focus()")
    page.type("Ada Invented")
    page.run("document.getElementById('role').focus()")
    page.type("doctor")
    ticked = tick_all(page, but={*PROPOSED})
    for slot, words in PROPOSED.items():
        write(page, slot, "propose", words)
    write(page, "exercise/march/name/1", "remark", "so people say it here")
    page.open(shell.folder / "review.html")  # closed and opened again: nothing is lost
    assert int(page.run("document.querySelectorAll('.line.read').length")) == ticked
    field = f"{line('exercise/march/name/1')}.querySelector('[data-key=propose]')"
    assert page.run(f"{field}.value") == "Marcha sin avanzar"
    assert page.run("document.getElementById('name').value") == "Ada Invented"
    file = saved(page, mail)
    assert page.requests() == []
    assert page.complaints() == []
    early = file.read_text("utf-8")

    code, said = shell("review", "import", str(file), *OWN, "--yes")
    assert code == 0, said
    assert "3 proposals written to 3 files" in said
    assert "because: so people say it here" in said
    left = exported(shell, page)
    assert 0 < left < 30, "only what has changed comes back"
    tick_all(page, but=set())
    code, said = shell("review", "import", str(saved(page, mail)), *OWN)
    assert code == 0, said
    assert "0 are left to read" in said

    doubts = sorted(set(re.findall(r"--accept (\S+)", said)))
    accepted = [word for path in doubts for word in ("--accept", path)]
    code, said = shell("approve", *SHEET, *BY, *accepted)
    assert code == 0, said
    lines = re.findall(r"(\d+) of its (\d+) lines were ticked", said)
    assert lines
    assert lines[0][0] == lines[0][1]
    code, said = shell("render", *SHEET, "--final")
    assert code == 0, said
    text = pdf_text(shell.folder / "out/upper-back.es.pdf")
    assert STAMP not in text
    assert "Zebedee Quillon" in text
    assert "Marcha sin avanzar" in text

    words = shell.folder / "mine/handouts/exercises/march/es.yaml"
    words.write_text(words.read_text("utf-8").replace("Marcha sin avanzar", "Marcha en el sitio"), "utf-8")
    code, said = shell("render", *SHEET, "--final", "--out", "later")
    assert code == 3
    assert "is not what Zebedee Quillon approved on" in said
    assert "“Marcha sin avanzar” became “Marcha en el sitio”" in said
    assert not (shell.folder / "later/upper-back.es.pdf").exists()

    (shell.folder / "stale.json").write_text(early, "utf-8")
    _, said = shell("review", "import", "stale.json", *OWN)
    assert "has changed since this file was written: it is now “Marcha en el sitio”" in said
