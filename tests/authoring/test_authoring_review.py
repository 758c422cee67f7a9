"""A review goes out as one page that asks nothing of anybody, and comes back as ticks, remarks and better words."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from handout.approval import unsettled
from handout.authoring.review.back import FOLDER, Back, read_back
from handout.authoring.review.lines import review_lines
from handout.cli import app
from handout.content import load, shipped_root
from handout.edition import localise
from handout.errors import HandoutError

EXPORT = ("review", "export", "upper-back", "--lang", "ar")


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, HandoutError):
        return result.exception.exit_code, result.output + str(result.exception)
    return result.exit_code, result.output


class Page(HTMLParser):
    """The page as a browser's parser meets it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.inside: dict[str, list[str]] = {"style": [], "script": []}
        self.lines: list[dict[str, str]] = []
        self._open: list[str] = []
        self._own = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {key: value or "" for key, value in attrs}
        self.tags.append((tag, told))
        self._open.append(tag)
        if tag in self.inside:
            self.inside[tag].append("")
        if tag == "article":
            self.lines.append({"hash": told["id"], "slot": told["data-slot"], "class": told["class"], "own": ""})
        if tag == "textarea" and told.get("data-key") == "propose":
            self.lines[-1]["raw"] = told["data-raw"]
        self._own = tag == "p" and told.get("class") == "own"

    def handle_endtag(self, tag: str) -> None:
        self._own = False
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] in self.inside:
            self.inside[self._open[-1]][-1] += data
        if self._own:
            self.lines[-1]["own"] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("review") / "page.html"
    code, said = run(*EXPORT, "--out", str(path))
    assert code == 0, said
    return path.read_text("utf-8")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    return tmp_path


def answers(text: str, change: dict[str, dict[str, Any]], tick: bool = False) -> Path:
    """What the page's script saves, with answers to some lines by their slots."""
    lines = []
    for one in Page(text).lines:
        said = change.get(one["slot"])
        if said is not None or tick:
            told = {"hash": one["hash"], "slot": one["slot"], "words": one["own"]}
            lines.append({**told, "tick": tick, "remark": "", "propose": "", **(said or {})})
    path = Path("answers.json")
    about = {"form": "handout review 1", "routine": "upper-back", "language": "ar", "country": ""}
    reviewer = {"name": "Ada Invented", "role": "doctor"}
    path.write_text(json.dumps({**about, "reviewer": reviewer, "lines": lines}), "utf-8")
    return path


def test_the_page_asks_nothing_of_anybody(text: str) -> None:
    page = Page(text)
    (policy,) = [one["content"] for one in page.all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    for kind, body in (("style", page.inside["style"][0]), ("script", page.inside["script"][1])):
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy, f"the browser would not run this {kind}"
    outside = re.findall(r'(?:src|href|url|action|srcset)\s*[=(]\s*["\']?\s*([^"\'\s>)]+)', text)
    assert [one for one in outside if not one.startswith("URL.createObjectURL")] == []
    assert {"link", "img", "iframe", "form", "object"} & {tag for tag, _ in page.tags} == set()
    assert [one for _, told in page.tags for one in told if one.startswith("on") or one == "style"] == []
    names = 'http-equiv="Content-Security-Policy"', "http://www.w3.org/2000/svg"
    assert text.count("http") == sum(text.count(name) for name in names)


def test_no_two_parts_have_one_heading(text: str) -> None:
    """A question and a section may be called the same; who goes by headings hears which is which."""
    headings = re.findall(r"<h2[^>]*>([^<]+)</h2>", text)
    assert len(set(headings)) == len(headings) > 20
    assert {"Question: floor", "Section: floor"} <= set(headings)


def test_safety_stands_first_and_every_line_in_its_language_and_direction(text: str) -> None:
    page = Page(text)
    assert [one["slot"].partition("/")[0] for one in page.lines][:10] == ["safety"] * 10
    assert len({one["hash"] for one in page.lines}) == len(page.lines) > 300
    own = [told for tag, told in page.tags if tag == "p" and told.get("class") == "own"]
    assert {(one["lang"], one["dir"]) for one in own} == {("ar", "rtl")}
    english = [told for tag, told in page.tags if tag == "p" and told.get("lang") == "en"]
    assert len(own) == len(english) == len(page.lines)
    doubted = [one for one in page.lines if "doubt" in one["class"]]
    library, _ = load([shipped_root()], ["ar"])
    assert library.safety.words["ar"].unsure
    assert doubted
    assert len(page.all("svg")) > 20


def test_every_doubt_that_an_approval_asks_about_is_there_to_be_read() -> None:
    """Also of a condition that stands only inside a caution, and of a role that no plain sheet prints."""
    tag = "ar"
    library, _ = load([shipped_root()], ["en", tag])
    edition, english = (localise(library, "back", one) for one in (tag, "en"))
    lines = review_lines(edition, english, None)
    asked = {path.removeprefix(f"languages.{tag}."): doubt for path, (_, doubt) in unsettled(edition).items()}
    told = {key: line.doubt for line in lines for key in (line.path, line.path.rpartition(".")[0])}
    assert {path: told.get(path) for path in asked} == asked
    elsewhere = [line for line in lines if line.block == "elsewhere"]
    assert all(line.english and line.words == line.raw for line in elsewhere)
    paths = {line.path for line in lines}
    assert {"exercises.march.cue", "phrases.running_stop", "phrases.days_title", "roles.nurse"} <= paths


def test_what_the_words_say_stands_below_them_until_they_change(text: str) -> None:
    assert "(a language model, machine, 2026-11-29): taking blood thinners, or bleeding easily" in text
    lines = len(re.findall('class="back"', text))
    shipped, _ = load([shipped_root()], ["ar"])
    panel = [path for path in shipped.safety.words["ar"].phrases if path.startswith("lines.")]
    assert lines == len(panel) == len(read_back(shipped, "ar").lines)
    words = shipped.safety.words["ar"].phrases["lines.blood"].text
    back = read_back(shipped, "ar")
    assert back.of("safety.lines.blood", words) == "taking blood thinners, or bleeding easily"
    assert back.of("safety.lines.blood", words + ".") == ""
    assert read_back(shipped, "en") == Back()


@pytest.mark.parametrize("tag", sorted(file.stem for file in (shipped_root() / FOLDER).glob("*.yaml")))
def test_no_back_translation_that_is_kept_is_of_words_that_have_changed(tag: str) -> None:
    shipped, _ = load([shipped_root()], [tag])
    said = {f"safety.{path}": one.text for path, one in shipped.safety.words[tag].phrases.items()}
    stale = [path for path, (words, _) in read_back(shipped, tag).lines.items() if said.get(path) != words]
    assert stale == [], "mend handouts/back, or take the line out of it"


def test_every_field_has_a_label_and_every_section_a_heading(text: str) -> None:
    page = Page(text)
    for wrapped in ("<label class=\"tick\"><input", "<label>Remark<textarea", "<label>Better words<textarea"):
        assert wrapped in text
    assert text.count("<label") == len(page.all("input")) + len(page.all("textarea"))
    headings = {one["id"] for one in page.all("h2") if "id" in one}
    assert {one["aria-labelledby"] for one in page.all("section")} == headings
    controlled = {one["aria-controls"] for one in page.all("button") if "aria-controls" in one}
    assert controlled <= {told.get("id") for _, told in page.tags}
    assert len(page.all("h1")) == 1
    assert page.all("html")[0]["lang"] == "en"


def test_the_same_edition_makes_the_same_page(text: str, place: Path) -> None:
    assert run(*EXPORT, "--out", "again.html")[0] == 0
    assert (place / "again.html").read_text("utf-8") == text


@pytest.mark.usefixtures("place")
def test_ticks_come_back_and_only_what_changed_is_left_to_read(text: str) -> None:
    code, said = run("review", "import", str(answers(text, {}, tick=True)), "--library", "mine")
    assert code == 0, said
    assert "0 are left to read" in said
    assert "handout approve … --accept" in said, "a doubt that was found right may be accepted"
    _, said = run(*EXPORT, "--out", "again.html", "--library", "mine")
    assert ", 0 to read" in said
    assert "Read before by Ada Invented, doctor" in Path("again.html").read_text("utf-8")
    _, said = run("review", "export", "back", "--lang", "ar", "--out", "back.html", "--library", "mine")
    lines, left = map(int, re.findall(r": (\d+) lines, (\d+) to read", said)[0])
    assert left < lines / 2, "what the routines share is read once"


@pytest.mark.usefixtures("place")
def test_a_proposal_is_shown_as_a_difference_and_written_when_accepted(text: str) -> None:
    change = {
        "exercise/march/name/1": {"propose": "السير في المكان"},
        "safety/stop/heading/1": {"propose": "توقف حالا إذا"},
        "exercise/march/step/1": {"remark": "a patient would say it shorter"},
    }
    file = str(answers(text, change))
    code, said = run("review", "import", file, "--library", "mine")
    assert code == 0, said
    assert "exercises.march.name\n    - " in said
    assert "    + السير في المكان" in said
    assert "the reviewer says: a patient would say it shorter" in said
    assert "Nothing was taken over." in said
    assert not Path("mine/handouts").exists()
    code, said = run("review", "import", file, "--library", "mine", "--yes")
    assert code == 0, said
    assert "2 proposals written to 2 files" in said
    assert "the safety text “phrases.stop_heading” (ar) is not the shipped one" in said, "said at once"
    library, _ = load([shipped_root(), Path("mine")], ["ar"])
    own, shipped = (one.exercises["march"].words["ar"].phrases for one in (library, load([shipped_root()], ["ar"])[0]))
    assert own["name"].text == "السير في المكان"
    assert own.keys() == shipped.keys()
    assert library.languages["ar"].phrases["stop_heading"] == "توقف حالا إذا"


@pytest.mark.usefixtures("place")
def test_a_stale_file_names_the_lines_and_their_ticks_do_not_count(text: str) -> None:
    file = answers(text, {"exercise/march/name/1": {"tick": True, "remark": "good"}})
    node = json.loads(file.read_text("utf-8"))
    node["lines"][0] |= {"hash": "0" * 12, "words": "كلمات قديمة"}
    file.write_text(json.dumps(node), "utf-8")
    code, said = run("review", "import", str(file), "--library", "mine")
    assert code == 0
    assert "exercises.march.name: warning: “كلمات قديمة” has changed since this file was written: it is now “" in said
    assert "remark: good" in said
    assert "0 lines were found right" in said


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("wrong", ["", "{}", "[]", '{"form": "handout review 1"}', '{"form": 2, "lines": []}'])
def test_any_other_file_is_refused(wrong: str) -> None:
    Path("wrong.json").write_text(wrong, "utf-8")
    code, said = run("review", "import", "wrong.json", "--library", "mine")
    assert code == 3
    assert "wrong.json:1:1: these are no answers of a review" in said
