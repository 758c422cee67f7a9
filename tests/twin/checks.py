"""What a browser, axe and the Nu HTML checker say of a page: each check gives its complaints, none for a good page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.twin.browser import Page, program

from handout.manuscript.manuscript import Manuscript
from handout.manuscript.words import words_of
from handout.proof.compare import alike

WIDTHS = (320, 390, 1280)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a telephone's own voice would be, so that reading aloud can be tried where there is none.
VOICES = """{
  const spoken = [];
  const voice = (name, localService) => ({ name, localService, lang: document.documentElement.lang });
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => [voice("far", false), voice("near", true)], addEventListener: () => {}, cancel: () => {},
    speak: (one) => { spoken.push([one.text, one.voice.name]); setTimeout(() => one.onend(), 0); },
  } });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.spoken = spoken;
}"""


def tools() -> Path | None:
    """The folder that holds axe and the Nu checker (HANDOUT_WEB_TOOLS); None where nobody asks for them."""
    named = os.environ.get("HANDOUT_WEB_TOOLS", "")
    return Path(named) if named and program() and shutil.which("java") else None


def markup(files: Sequence[Path], folder: Path) -> list[str]:
    """Errors of the Nu HTML checker in all files."""
    jar = folder / "node_modules/vnu-jar/build/dist/vnu.jar"
    done = subprocess.run(
        ["java", "-Xss2m", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, files)],
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    return [f"{Path(one['url']).name}: {one['message']}" for one in json.loads(done.stderr)["messages"]]


def accessible(page: Page, folder: Path) -> list[str]:
    """Violations that axe finds in the open page, with the first element of each."""
    page.run((folder / "node_modules/axe-core/axe.min.js").read_text("utf-8") + ";0")
    asked = json.dumps({"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    told = "[one.id, one.nodes.length, one.nodes[0].html.slice(0, 120), one.nodes[0].failureSummary]"
    found = page.run(f"axe.run(document, {asked}).then((told) => told.violations.map((one) => {told}))")
    return [f"{name} ({count}): {html} {why}" for name, count, html, why in found]


def said(page: Page, manuscript: Manuscript, beside: Iterable[str]) -> list[str]:
    """What of the sheet the open page does not show in its order. Ask it of a page whose script is off."""
    shown = alike(page.run("document.body.innerText"), manuscript.tag)
    for text in (*beside, *(one.text for one in words_of(manuscript) if one.section not in {"notes", "patient"})):
        wanted = alike(text, manuscript.tag)
        if not shown.startswith(wanted):
            return [f"not shown where it belongs: {text!r}, but {shown[:60]!r}"]
        shown = shown[len(wanted) :].lstrip(" ")
    return [f"more is shown: {shown[:60]!r}"] if shown else []


def quiet(page: Page) -> Iterator[str]:
    """What the page asked of the network, and what the browser has to say of it."""
    yield from (f"asks for {url}" for url in page.requests())
    yield from (f"the browser says: {one}" for one in page.complaints())
    wide = page.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    if wide > 0:
        yield f"it is {wide} px wider than the screen"


FOCUS = """(() => { const one = document.activeElement; const style = getComputedStyle(one);
  return [one.tagName, one.textContent.slice(0, 30), style.outlineStyle, parseFloat(style.outlineWidth),
    one.getBoundingClientRect().height, Boolean(one.closest("body"))]; })()"""


def by_keyboard(page: Page) -> list[str]:
    """Every control reached by the Tab key, in order, with a focus that can be seen: what is wrong with any of them."""
    wanted = page.run("[...document.querySelectorAll('a[href], button, input, select')]"
                      ".filter((one) => one.checkVisibility() && !one.disabled).length")  # fmt: skip
    wrong = []
    for _ in range(wanted):
        page.press("Tab", 9)
        tag, text, style, width, height, inside = page.run(FOCUS)
        if tag == "BODY" or not inside:
            wrong.append("a control cannot be reached by the Tab key")
        elif style == "none" or width < 2:
            wrong.append(f"the focus on {tag} {text!r} cannot be seen")
        elif tag == "BUTTON" and height < 44:
            wrong.append(f"{tag} {text!r} is {height} px high")
    return wrong
