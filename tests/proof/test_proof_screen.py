"""The page for a screen, tampered with in every way that would break a promise: each is seen."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from tests.twin.twin_sheets import manuscript, page

from handout.manuscript.manuscript import Manuscript
from handout.proof import proofread_page

BESIDE = ("For paper, ask for the printed sheet.",)
LINE = re.compile(r'<li class="line"[^>]*>.*?</li>', re.S)


def seen(made: str, asked: Manuscript | None = None) -> str:
    return " | ".join(finding.what for finding in proofread_page(made, asked or manuscript(), BESIDE))


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_page_as_it_is_made_is_right(tag: str) -> None:
    beside = ("للحصول على نسخة ورقية، اطلب النشرة المطبوعة.",) if tag == "ar" else BESIDE
    assert proofread_page(page(tag=tag), manuscript(tag), beside) == ()


def without_a_line(made: str) -> str:
    return LINE.sub("", made, count=1)


def lines_exchanged(made: str) -> str:
    first, second, *_ = LINE.findall(made)
    return made.replace(first, "\0", 1).replace(second, first, 1).replace("\0", second, 1)


def panel_after_the_exercises(made: str) -> str:
    panel = re.search(r'<section class="safety".*?</section>', made, re.S)
    assert panel
    return made.replace(panel.group(), "", 1).replace("</main>", f"{panel.group()}</main>", 1)


def panel_twice(made: str) -> str:
    panel = re.search(r'<section class="safety".*?</section>', made, re.S)
    assert panel
    return made.replace(panel.group(), panel.group() * 2, 1)


def without_the_drawbacks(made: str) -> str:
    return re.sub(r'<div class="cons">.*?</div>', "", made, count=1, flags=re.S)


WORDS: dict[str, tuple[Callable[[str], str], str]] = {
    "a line of the panel is gone": (without_a_line, "does not say “A have weak bones"),
    "two lines are exchanged": (lines_exchanged, "of safety/ask where it belongs"),
    "the panel comes last": (panel_after_the_exercises, "does not say “Stay safe”"),
    "the panel comes twice": (panel_twice, "does not say"),
    "the drawbacks are gone": (without_the_drawbacks, "does not say “Drawbacks"),
    "a dose is another": (lambda made: made.replace('amount">5<', 'amount">8<', 1), "does not say"),
    "words are added at the end": (lambda made: made.replace("</footer>", "<p>Buy our roller.</p></footer>"), "more"),
    "words are added inside": (lambda made: made.replace("</main>", "<p>Buy it.</p></main>"), "does not say"),
    "a name is another": (lambda made: made.replace("Quillon", "Somebody", 1), "does not say the patient's for"),
    "a picture says something else": (lambda made: made.replace('aria-label="', 'aria-label="A cat. ', 1), "pictures"),
}


@pytest.mark.parametrize("what", WORDS)
def test_words_that_differ_are_seen(what: str) -> None:
    change, said = WORDS[what]
    assert change(page()) != page()
    assert said in seen(change(page()))


CLOSED: dict[str, tuple[str, str]] = {
    "an image from elsewhere": ("</main>", '<img src="https://x.example/a.png" alt=""></main>'),
    "a frame": ("</main>", "<iframe></iframe></main>"),
    "a style sheet": ("</head>", '<link rel="stylesheet" href="https://x.example/a.css"></head>'),
    "a handler": ("<h1 ", '<h1 onclick="x()" '),
    "words hidden by an attribute": ('<section class="safety"', '<section hidden class="safety"'),
    "exercises hidden at once": ("<body>", '<body class="single">'),
    "words kept for paper": ('<section class="safety"', '<section class="safety paper"'),
    "a style of its own": ('<section class="safety"', '<section style="display:none" class="safety"'),
    "another style": ("<style>", "<style>.safety{display:none}"),
    "another script": ('<script>"use strict";', '<script>"use strict";fetch("https://x.example");'),
    "no policy": ("default-src 'none'", "default-src *"),
    "a comment": ("</main>", "<!-- a --></main>"),
    "a script as a link": ('href="tel:999"', 'href="javascript:x"'),
    "another language": ('<html lang="en"', '<html lang="de"'),
    "a name in the title": ("<title>", "<title>Quillon Zebedee: "),
    "a name in the metadata": ('name="generator" content="', 'name="generator" content="Quillon Zebedee '),
    "a name as an id": ('id="controls"', 'id="Quillon"'),
    "a name among what the script is told": ('"words":{', '"words":{"x":"Quillon Zebedee",'),
    "a heading that skips a level": ("<h2 ", "<h4 "),
    "an element left open": ("</main>", "<p></main>"),
}


@pytest.mark.parametrize("what", CLOSED)
def test_what_could_load_hide_or_tell_is_seen(what: str) -> None:
    old, new = CLOSED[what]
    made = page().replace(old, new, 1)
    if what == "no policy":
        made = made.replace("default-src &#39;none&#39;", "default-src *", 1)
    if what == "a heading that skips a level":
        made = re.sub(r"<h2 (.*?)</h2>", r"<h4 \1</h4>", page(), count=1, flags=re.S)
    assert made != page()
    assert seen(made)


CALLS = (
    "fetch(x)", "new XMLHttpRequest", "new WebSocket(x)", "new EventSource(x)", "navigator.sendBeacon(x)", "import(x)",
    "image.src=x", "body.innerHTML=x", "eval(x)", "open(x)",
)  # fmt: skip


@pytest.mark.parametrize("call", CALLS)
def test_each_way_in_which_a_script_could_ask_for_something_is_seen(call: str) -> None:
    made = page().replace('<script>"use strict";', f'<script>"use strict";{call};', 1)
    assert "its script could ask for something outside" in seen(made)


@pytest.mark.parametrize(("old", "new"), [("h2", "h3"), ("h1", "h2")])
def test_a_heading_of_another_level_is_seen(old: str, new: str) -> None:
    made = re.sub(rf"<{old} (.*?)</{old}>", rf"<{new} \1</{new}>", page(), count=1, flags=re.S)
    assert "its headings skip a level, or there is not one of the first" in seen(made)


def test_a_second_heading_of_the_first_level_is_seen() -> None:
    made = re.sub(r"<h2 (.*?)</h2>", r"<h1 \1</h1>", page(), count=1, flags=re.S)
    assert "its headings skip a level, or there is not one of the first" in seen(made)


def test_words_inside_a_drawing_are_seen() -> None:
    made = re.sub(r"(<svg[^>]*>)", r"\1Rest.", page(), count=1)
    assert "words stand in a drawing" in seen(made)
