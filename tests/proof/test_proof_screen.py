"""The page for a screen, tampered with in every way that would break a promise: each is seen."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Callable
from dataclasses import replace

import proof_specimens as script
import pytest
from tests.twin import twin_sheets as twin

from handout.errors import Private
from handout.manuscript import Manuscript, Notes, PatientRow, words_of
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Inline, Text, text
from handout.proof import proofread_page

BESIDE = ("For paper, ask for the printed sheet.",)


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_page_as_it_is_made_is_right(tag: str) -> None:
    beside = ("للحصول على نسخة ورقية، اطلب النشرة المطبوعة.",) if tag == "ar" else BESIDE
    assert proofread_page(twin.page(tag=tag), twin.manuscript(tag), beside) == ()


def digest(of: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(of.encode()).digest()).decode()}'"


STYLE, SCRIPT, TOLD = ".safety{margin:0}", '"use strict";', '{"words":{"done":"Done","days":["Monday",{"x":4}]}}'
POLICY = (
    f"default-src 'none'; img-src data:; style-src {digest(STYLE)}; base-uri 'none'; form-action 'none'; "
    f"script-src {digest(SCRIPT)}"
)
MANUSCRIPT = script.manuscript("Quillon Zebedee")


def made(manuscript: Manuscript = MANUSCRIPT) -> str:
    """A page that holds the words of a manuscript, set as plainly as can be."""
    title, *lines = (html.escape(said.text) for said in words_of(manuscript))
    rest = "\n".join(f'<p class="line" id="b{number}">{line}</p>' for number, line in enumerate(lines, 1))
    return f'''<!doctype html>
<html lang="{manuscript.tag}" dir="{manuscript.direction}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark"><meta name="format-detection" content="telephone=no">
<meta name="generator" content="handout"><meta name="robots" content="noindex">
<title>{manuscript.title}</title><style>{STYLE}</style></head><body>
<div id="controls" class="beside paper">{BESIDE[0]}</div><h1 id="a1">{title}</h1><h2 id="c2"></h2>
{rest}
<svg aria-label="{SITS}" viewbox="0 0 9 9"><path d="M0 0"/></svg><a href="tel:999"></a>
<script type="application/json">{TOLD}</script><script>{SCRIPT}</script></body></html>'''


def seen(page: str, manuscript: Manuscript = MANUSCRIPT) -> list[str]:
    return [finding.what for finding in proofread_page(page, manuscript, BESIDE)]


def changed(was: str, now: str) -> str:
    assert was in made()
    return made().replace(was, now, 1)


def test_a_plain_page_of_the_same_words_is_right() -> None:
    assert seen(made()) == []


def not_said(what: str) -> str:
    return f"The page does not say {what} where it belongs."


STOP = "Stop if pain shoots down your leg."
SITS = "A person sits tall on a chair."
MORE = "The page says more than the sheet."
PICTURES = "The pictures of the page are not those of the sheet, or say something else."
LINE = re.compile(r'<p class="line" id="b\d+">.*?</p>')


def exchanged(page: str) -> str:
    one, other = LINE.findall(page)[3:5]
    return page.replace(one, "|").replace(other, one).replace("|", other)


WORDS: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "a line of the panel is gone": (lambda page: page.replace(STOP, ""), [not_said(f"“{STOP}” of safety/stop")]),
    "two lines are exchanged": (exchanged, [not_said(f"“{STOP}” of safety/stop")]),
    "a line comes twice": (
        lambda page: page.replace(STOP, f"{STOP} {STOP}"), [not_said("“Get help now: call 999.” of safety/now")],
    ),
    "a dose is another": (
        lambda page: page.replace("10 times", "80 times"), [not_said("“10 times, twice a day”")],
    ),
    "the title is another": (
        lambda page: page.replace("stiff back</h1>", "bad back</h1>"), [not_said("“Ease a stiff back”")],
    ),
    "a name is another": (lambda page: page.replace("Quillon Zebedee", "Somebody"), [not_said("the patient's for")]),
    "the line beside it is another": (lambda page: page.replace(BESIDE[0], ""), [not_said(f"“{BESIDE[0]}”")]),
    "words at the end": (lambda page: page.replace("<svg", "<p>Buy it.</p><svg"), [MORE]),
    "words behind the end": (lambda page: f"{page}&save", [MORE]),
    "a picture that says something else": (lambda page: page.replace("sits tall", "runs"), [PICTURES]),
    "a picture that says nothing": (lambda page: page.replace(f' aria-label="{SITS}"', ""), [PICTURES]),
    "a picture more": (
        lambda page: page.replace("<svg", '<img alt="A cat." src="data:image/png;base64,"><svg'), [PICTURES],
    ),
    "a picture of another kind": (
        lambda page: re.sub("<svg.*</svg>", f'<img alt="{SITS}" src="data:image/jpeg;x">', page), [],
    ),
    "blocks without white space": (lambda page: page.replace("</p>\n", "</p>"), []),
    "a block within a line": (lambda page: page.replace("Stop if", "Stop<div></div>if"), []),
    "words that end a block": (lambda page: page.replace("Stop if", "<div>Stop</div>if"), []),
    "words that begin one": (lambda page: page.replace("Stop if pain", "Stop<div>if pain</div>"), []),
    "words in a span": (lambda page: page.replace("Stop", "St<span>o</span><b>p</b>"), []),
}  # fmt: skip


@pytest.mark.parametrize("what", WORDS)
def test_words_that_differ_are_seen_however_they_are_set(what: str) -> None:
    change, found = WORDS[what]
    assert change(made()) != made()
    assert seen(change(made())) == found


OTHER_POLICY = "its policy does not forbid everything but its own style and script"
OTHER_LANGUAGE = "it does not say in which language and direction it is written"
OTHER_META = "it says of itself what no page says"
HIDDEN = "words of the sheet could be hidden"
ADDRESS = "an address is none of those that a page may name"
LOADS = "something loads from outside the page"
NO_NAME = "an element is called by what is none of a page's names"
COMMENT = "the page holds a comment"
HEADS = "its headings skip a level, or there is not one of the first"
BESIDE_TEXT = "a value of the patient stands beside its text"
NO_PICTURE = "what is no picture has words beside the text"
CLOSED: dict[str, tuple[str, str, list[str]]] = {
    "a frame": ("<svg", "<iframe></iframe><svg", ["<iframe> belongs to no page"]),
    "a style sheet": ("<style>", '<link rel="x"><style>', [
        "<link> belongs to no page", "<link rel> belongs to no page", "</head> closes nothing",
        "</html> closes nothing", "an element is not closed",
    ]),
    "a handler": ("<h1 ", '<h1 onclick="x()" ', ["<h1 onclick> belongs to no page"]),
    "words hidden by an attribute": ('<p class="line"', '<p hidden class="line"', ["<p hidden> belongs to no page"]),
    "exercises hidden at once": ("<body>", '<body class="single">', [HIDDEN]),
    "words kept for paper": ('class="line"', 'class="line paper"', [HIDDEN]),
    "a line beside that hides": ('class="beside paper"', 'class="beside controls"', [HIDDEN]),
    "an element that says two classes": (
        '<p class="line"', '<p class="paper" class="line"', ["an element says one thing twice"],
    ),
    "another style": ("<style>", "<style>p{}", [OTHER_POLICY]),
    "another script": ("<script>", "<script>x();", [OTHER_POLICY]),
    "no policy": ("default-src 'none'", "default-src *", [OTHER_POLICY]),
    "a policy that comes late": (
        '<meta http-equiv', '<meta name="robots" content="noindex"><meta http-equiv', [OTHER_POLICY],
    ),
    "a second policy": (
        "<title>", f'<meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>', [OTHER_POLICY],
    ),
    "another meta": ("<title>", '<meta http-equiv="refresh" content="0;url=x"><title>', [OTHER_META]),
    "another generator": ('content="handout"', 'content="another"', [OTHER_META]),
    "another encoding": ('charset="utf-8"', 'charset="latin-1"', [OTHER_META]),
    "a comment": ("<svg", "<!-- Rest. --><svg", [COMMENT]),
    "an instruction": ("<svg", "<?Rest?><svg", [COMMENT]),
    "a marked section": ("<svg", "<![CDATA[Rest]]><svg", [COMMENT]),
    "another declaration": (
        "<!doctype html>", "<!doctype html Rest>", ["the page is declared to be another than it is"],
    ),
    "another language": ('lang="en"', 'lang="de"', [OTHER_LANGUAGE]),
    "another direction": ('dir="ltr"', 'dir="rtl"', [OTHER_LANGUAGE]),
    "a name in the title": ("<title>", "<title>Quillon Zebedee: ", ["its title is not the sheet's"]),
    "a name in a class": ('class="line"', 'class="line Quillon Zebedee"', [BESIDE_TEXT]),
    "a name in an address": ("tel:999", "https://x.example/?Quillon Zebedee", [ADDRESS, BESIDE_TEXT]),
    "measures and colours": (
        'viewbox="0 0 9 9"', 'viewbox="0 0 Quillon Zebedee" width="Quillon Zebedee" fill="#Quillon Zebedee"', [],
    ),
    "a part of a name": ('class="line"', 'class="line Quillon Zebedees"', []),
    "words of an element that is no picture": ("<h1 ", '<h1 aria-label="Rest." ', [NO_PICTURE]),
    "a text in place of one that is none": ("<h1 ", '<h1 alt="Rest." ', [NO_PICTURE]),
    "an image's words on a drawing": ("<svg ", '<svg alt="Rest." ', [NO_PICTURE]),
    "a name as an id": ('id="controls"', 'id="Quillon"', [NO_NAME]),
    "an id of another part": ('id="a1"', 'id="d1"', [NO_NAME]),
    "an id without a number": ('id="a1"', 'id="a"', [NO_NAME]),
    "a heading that skips a level": ('<h2 id="c2"></h2>', "<h3></h3>", [HEADS]),
    "a heading that goes back": ('<h2 id="c2"></h2>', "<h2></h2><h3></h3><h2></h2>", []),
    "a second heading of the first level": ("h2", "h1", [HEADS, "</h2> closes nothing"]),
    "an element left open": ("<svg", "<p><svg", [
        "</body> closes nothing", "</html> closes nothing", "an element is not closed",
    ]),
    "an element that nothing closes": ("</html>", "", ["an element is not closed"]),
    "an element closed twice": ("</html>", "</html></p>", ["</p> closes nothing"]),
    "words in a drawing": ("<path", "Rest.<path", ["words stand in a drawing"]),
    "white space in a drawing": ("<path", "\n<path", []),
    "a picture from elsewhere": ("<svg", '<img src="https://x.example/a.png"><svg', [LOADS, PICTURES]),
    "a drawing as a picture": ("<svg", '<img src="data:image/svg+xml;x"><svg', [LOADS, PICTURES]),
    "a script from elsewhere": ("<script>", '<script src="data:image/png;x">', [LOADS]),
    "an address of what is no link": ("<h1 ", '<h1 href="tel:999" ', [ADDRESS]),
}  # fmt: skip


@pytest.mark.parametrize("what", CLOSED)
def test_what_could_load_hide_or_tell_is_seen(what: str) -> None:
    was, now, found = CLOSED[what]
    told = [one.removeprefix("The page: ").removesuffix(".") for one in seen(changed(was, now)) if one != MORE]
    assert sorted(told) == sorted(one.removesuffix(".") for one in found)


ADDRESSES = (
    "tel:999", "tel:+441130000", "mailto:a@b.example", "http://b.example", "https://b.example/x?y=1",
    "HTTPS://B.EXAMPLE", "upper-back2.de.html",
    "tel:", "tel:99a", "mailto:a b", "mailto:a\u2069b", "mailto;a", "https:/b.example", "https//b.example",
    "https://b c", "https://b\u2066c", "https://", "backhtml", "a/b.html", ".html", "javascript:x", "",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_telephones_mail_sites_and_pages_beside_it_are_addresses(address: str) -> None:
    right = ADDRESSES.index(address) < ADDRESSES.index("tel:")
    assert seen(changed("tel:999", address)) == ([] if right else [f"The page: {ADDRESS}."])


@pytest.mark.parametrize(
    "call",
    [
        "fetch(x)", "new XMLHttpRequest", "new WebSocket(x)", "new EventSource(x)", "navigator.sendBeacon(x)",
        "import(x)", "image.src=x", "body.innerHTML=x", "eval(x)", "open(x)",
    ],
)  # fmt: skip
def test_each_way_in_which_a_script_could_ask_for_something_is_seen(call: str) -> None:
    page = changed(f"<script>{SCRIPT}", f"<script>{call}").replace(digest(SCRIPT), digest(call))
    assert seen(page) == ["The page: its script could ask for something outside."]


@pytest.mark.parametrize("style", ["@import 'x';", "p{background:url(x)}"])
def test_a_style_that_asks_for_something_is_seen(style: str) -> None:
    page = changed(f"<style>{STYLE}", f"<style>{style}").replace(digest(STYLE), digest(style))
    assert seen(page) == ["The page: its style asks for something outside."]


@pytest.mark.parametrize(
    ("name", "told", "found"),
    [
        ("Quillon Zebedee", '"x":"Quillon Zebedee"', True),
        ("Quillon Zebedee", '"Quillon Zebedee":1', True),
        ("Quillon Zebedee", '"x":["For Quillon Zebedee, "]', True),
        ("Quillon Zebedee", '"x":{"y":[{"z":"Quillon Zebedee"}]}', True),
        ("Quillon Zebedee", '"x":"Quillon Zebedees"', False),
        ("Quillon Zebedee", '"x":"Quillon"', False),
        ("Bo D", '"x":"xBo D XBo D 2Bo D Bo Dx Bo DX Bo D2"', False),
        ("Bo D", '"x":"(Bo D)"', True),
        ("QZ17", '"x":"For QZ17"', True),
        ("Bert", '"x":"Bert aloud"', False),
        ("bert", '"x":"bert"', False),
        ("Bo", '"x":"Bo"', False),
        ("Bob", '"x":"Bob"', False),
        ("Bert", '"x":"Bert"', True),
        ("李明", '"x":"李明"', True),
        ("李 明", '"x":"给李 明的"', True),
        ("李", '"x":"李"', False),
    ],
)
def test_what_the_script_is_told_holds_nothing_of_a_patient(name: str, told: str, found: bool) -> None:
    manuscript = script.manuscript(name)
    page = made(manuscript).replace('{"words":{', f'{{{told},"words":{{')
    assert seen(page, manuscript) == (["The page: its script is told a value of the patient."] if found else [])


@pytest.mark.parametrize(("value", "found"), [("Bob", False), ("Bert", True), ("march", False), ("QZ 17", True)])
def test_a_value_that_may_stand_beside_the_text_by_chance_is_no_fault(value: str, found: bool) -> None:
    manuscript = script.manuscript(value)
    page = made(manuscript).replace('class="line"', f'class="{value}"', 1)
    assert seen(page, manuscript) == ([f"The page: {BESIDE_TEXT}."] if found else [])


def test_lines_to_write_on_and_the_box_for_notes_are_for_paper_alone() -> None:
    ruled = PatientRow(entries=tuple(Text(kind, (), label=kind.label) for kind in (Kind.FOR, Kind.BY, Kind.ON)))
    said = PatientRow(entries=(Text(Kind.BY, (Inline(Private("Brynhild Ashby", "clinician")),), label="From"),))
    named = PatientRow(entries=(Text(Kind.AUDIENCE, (), label="For adults"),))
    manuscript = replace(MANUSCRIPT, blocks=(*MANUSCRIPT.blocks, named, said))
    notes = Notes(title=text(Kind.HEADING2, "Notes"), lines=4)
    assert seen(made(manuscript), manuscript) == []
    assert seen(made(manuscript), replace(manuscript, blocks=(*manuscript.blocks, ruled, notes))) == []
    assert seen(made(manuscript).replace("For adults", ""), manuscript) == [not_said("“For adults”")]
    assert seen(made(manuscript).replace("Ashby", ""), manuscript) == [not_said("the patient's by")]
