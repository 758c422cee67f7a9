"""Pages in Chromium, by axe and by Nu: a sample; `python -m tests.twin` looks at all of them.

They run where HANDOUT_WEB_TOOLS names the folder of the checkers (see .ci/run), and must run where HANDOUT_REQUIRE_WEB
is set.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.twin.__main__ import checked
from tests.twin.browser import Page, browsing
from tests.twin.checks import VOICES, accessible, markup, quiet, tools
from tests.twin.twin_sheets import page as made

TOOLS = tools()
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        TOOLS is None and not os.environ.get("HANDOUT_REQUIRE_WEB"), reason="chromium, java or axe and Nu are not here"
    ),
]


@pytest.fixture(scope="module")
def folder() -> Path:
    assert TOOLS is not None, "chromium, java and HANDOUT_WEB_TOOLS are required here"
    return TOOLS


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with browsing(tmp_path_factory.mktemp("profile")) as page:
        page.before(VOICES)
        yield page


@pytest.fixture
def alive(browser: Page, tmp_path: Path) -> Page:
    """The English page of one patient on a telephone, with its script."""
    path = tmp_path / "upper-back.en.html"
    path.write_text(made(), "utf-8")
    browser.look(390)
    browser.open(path)
    return browser


BUTTON = "[...document.querySelectorAll('button')].find((one) => one.textContent === {!r})"
CARDS = "[...document.querySelectorAll('article.exercise')].filter((one) => one.checkVisibility())"


def press(page: Page, text: str) -> None:
    page.run(f"{BUTTON.format(text)}.click()")


def test_pages_of_two_languages_are_valid_accessible_in_order_and_ask_for_nothing(folder: Path, tmp_path: Path) -> None:
    found = dict(checked(["en", "ar"], folder, tmp_path / "site"))
    assert len(found) == 6
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_checks_can_fail(browser: Page, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "bad.html"
    open_page = "<!doctype html><html><head><title>x</title></head><body><img src='http://127.0.0.1:9/a.png'><p>x</p></p>"
    path.write_text(open_page, "utf-8")
    browser.look(390)
    browser.open(path)
    assert "asks for http://127.0.0.1:9/a.png" in list(quiet(browser))
    assert any(one.startswith("image-alt") for one in accessible(browser, folder))
    assert any("No “p” element in scope" in one for one in markup([path], folder))


def test_what_would_load_from_outside_is_stopped_by_the_pages_own_policy(browser: Page, tmp_path: Path) -> None:
    path = tmp_path / "tampered.html"
    path.write_text(made().replace("</main>", '<img src="http://127.0.0.1:9/a.png" alt="x"></main>'), "utf-8")
    browser.open(path)
    assert any("Content Security Policy" in one for one in browser.complaints())


def test_one_exercise_is_shown_at_a_time_by_the_keyboard_alone(alive: Page) -> None:
    shown = f"{CARDS}.map((one) => one.dataset.id)"
    assert len(alive.run(shown)) == 7
    alive.run(f"{BUTTON.format('One exercise at a time')}.focus()")
    alive.press("Enter", 13, "\r")
    assert alive.run(shown) == ["march"]
    alive.press("Tab", 9)
    alive.press("Enter", 13, "\r")  # the exercise before is not to be had: the next one is
    assert alive.run(shown) == ["shoulder-rolls"]
    assert "2 of 7" in alive.run("document.body.innerText")
    press(alive, "All exercises")
    assert len(alive.run(shown)) == 7


def test_on_paper_it_says_to_ask_for_the_sheet_and_shows_every_exercise_and_no_button(alive: Page) -> None:
    press(alive, "One exercise at a time")
    note = "document.querySelector('.paper').checkVisibility()"
    assert alive.run(note) is False
    alive.ask("Emulation.setEmulatedMedia", media="print")
    assert alive.run(note) is True
    assert len(alive.run(f"{CARDS}.map((one) => one.dataset.id)")) == 7
    controls = "[...document.querySelectorAll('button, input, select')]"
    assert alive.run(f"{controls}.some((one) => one.checkVisibility())") is False
    badge = "getComputedStyle(document.querySelector('article .name'), '::before')"
    assert alive.run(f"{badge}.color") == "rgb(0, 0, 0)", "a printer leaves grounds out"
    alive.ask("Emulation.setEmulatedMedia", media="")


def test_the_diary_is_kept_on_the_device_and_deleted_on_demand(alive: Page, tmp_path: Path) -> None:
    tick = "document.querySelectorAll('fieldset input')[0]"
    alive.run(f"{tick}.click()")
    alive.run("(() => { const one = document.querySelector('select'); one.value = '3'; "
              "one.dispatchEvent(new Event('change')); })()")  # fmt: skip
    alive.run("document.querySelectorAll('.days button')[1].click()")
    assert alive.run(f"{tick}.checked") is False
    alive.open(tmp_path / "upper-back.en.html")
    assert alive.run(f"{tick}.checked") is True
    assert alive.run("document.querySelector('select').value") == "3"
    assert alive.run("document.querySelectorAll('.days .done').length") == 1
    assert "Quillon" not in alive.run("JSON.stringify(localStorage)")
    alive.run("window.confirm = () => true")
    press(alive, "Delete my diary")
    assert alive.run("localStorage.length") == 0
    assert alive.requests() == []


def test_a_browser_that_keeps_nothing_says_so(browser: Page, tmp_path: Path) -> None:
    path = tmp_path / "lost.html"
    path.write_text(made(), "utf-8")
    told = browser.ask(
        "Page.addScriptToEvaluateOnNewDocument",
        source="Storage.prototype.setItem = () => { throw new Error('full'); }",
    )
    browser.open(path)
    browser.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=told["identifier"])
    assert "This browser keeps no diary. Write it on paper." in browser.run("document.body.innerText")


def test_the_timer_counts_down_and_says_when_time_is_up(alive: Page) -> None:
    alive.run("window.now = Date.now; window.ahead = 0; Date.now = () => window.now.call(Date) + window.ahead")
    press(alive, "Timer: 5\u00a0seconds")
    assert alive.run("document.querySelector('[role=timer]').textContent") in {"5", "4"}
    alive.run("window.ahead = 6000; new Promise((done) => setTimeout(done, 500))")
    assert "Time is up." in alive.run("document.body.innerText")
    assert alive.run("document.querySelector('[role=timer]')") is None


def test_it_reads_aloud_with_a_voice_of_the_device_and_with_no_other(alive: Page) -> None:
    alive.run("document.querySelector('article .aloud').click(); new Promise((done) => setTimeout(done, 500))")
    spoken = alive.run("window.spoken")
    assert spoken[0] == ["March on the spot", "near"]
    assert {voice for _, voice in spoken} == {"near"}
    assert "Change sides. Keep going for 2 minutes." in [text.replace("\u00a0", " ") for text, _ in spoken]
    assert alive.run("document.querySelector('article .aloud').textContent") == "Read aloud"
