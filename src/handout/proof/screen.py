"""A page for a screen read back by Python's own parser: it holds the manuscript's words, all, in order, and no others.

From that follow the three promises: the panel is whole, once, and before any exercise; the balance is whole. Beside
that: nothing can load from anywhere, and no value of a patient stands outside the text.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

from handout.errors import Finding
from handout.manuscript import Manuscript, Said, privates, shown, walked, words_of
from handout.proof.compare import alike

_TOLD = "application/json"  # kind of a script that only tells
_HINT = "Do not hand this page out. Make it again; if it happens again, report it."
_INLINE = frozenset({"a", "b", "span"})
# Classes of what is not shown on a screen or on paper; a script gives them, and the page to one line alone.
HIDING = frozenset({"paper", "single", "controls", "days", "kept"})
FOR_PAPER = "beside paper"
_VOID = frozenset({"meta", "img", "path"})
_SILENT = frozenset({"style", "script", "title"})
# All that a page may be made of: what is not here could hide words, show others, or load something.
TAGS = frozenset({
    "html", "head", "body", "meta", "title", "style", "script", "header", "main", "footer", "section", "article",
    "div", "p", "h1", "h2", "h3", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "figure",
    "figcaption", "svg", "path", "img", *_INLINE,
})  # fmt: skip
_SAYING = {"svg": "aria-label", "img": "alt"}  # how a picture says what it shows
_SHAPES = ("d", "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray")
ATTRIBUTES = frozenset({
    "lang", "dir", "class", "id", "role", "scope", "href", "src", "alt", "width", "height", "charset", "http-equiv",
    "content", "name", "type", "viewbox", "aria-label", "aria-labelledby", "data-number", "data-icon", "data-id",
    "data-frame", *_SHAPES,
})  # fmt: skip
# Attributes that are looked at by themselves, or can only be measures and colours.
_BY_THEMSELVES = frozenset({"src", "width", "height", "viewbox", *_SHAPES, *_SAYING.values()})
# All that a page says of itself besides its policy. Nothing here, and no id, can be anything of a patient's.
METAS = frozenset({
    ("", "utf-8"), ("viewport", "width=device-width, initial-scale=1"), ("referrer", "no-referrer"),
    ("color-scheme", "light dark"), ("format-detection", "telephone=no"), ("generator", "handout"),
    ("robots", "noindex"),
})  # fmt: skip
_ID = re.compile(r"[abc][0-9]+|controls")
_SEVERAL = re.compile(r"[\W\d]")  # a value of more than one word, or with a digit
_SHORT = 3  # bytes of what may be a patient's value by chance: a degree of pain, a digit
_LINKS = re.compile(r"tel:\+?[0-9]+|mailto:[^\s\u2066-\u2069]+|https?://[^\s\u2066-\u2069]+|[a-z0-9.-]+\.html", re.I)
_CALLING = (
    "fetch", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "import", ".src", "innerHTML", "eval", "open(",
)  # fmt: skip
# Lines of the sheet of paper to write on, which have no words of their own.
_PAPER = frozenset({"notes", "online"})  # the box to write in, and where this page is found
_CODE = "code"
_RULED = frozenset({"for", "by", "on", "reference", "clinic-phone"})


@dataclass(slots=True)
class _Page(HTMLParser):
    """What a page says and asks for."""

    text: list[str] = field(default_factory=list)
    alts: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    silent: dict[str, list[str]] = field(default_factory=dict)
    metas: list[dict[str, str]] = field(default_factory=list)
    root: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)  # of scripts
    values: list[str] = field(default_factory=list)  # of attributes, but for what pictures show and say

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        self.wrong += [f"<{tag}> belongs to no page"] if tag not in TAGS else []
        self.wrong += [f"<{tag} {name}> belongs to no page" for name in own if name not in ATTRIBUTES]
        if tag not in _VOID:
            self.stack.append(tag)
        if tag not in _INLINE:
            self.text.append(" ")
        if tag == "html":
            self.root = own
        elif tag == "meta":
            self.metas.append(own)
        elif tag == "script":
            self.kinds.append(own.get("type", ""))
        elif tag in {"h1", "h2", "h3"}:
            self.heads.append(int(tag[1]))
        if HIDING & {*own.get("class", "").split()} and own["class"] != FOR_PAPER:
            self.wrong.append("words of the sheet could be hidden")
        self.values += [value for name, value in own.items() if name not in _BY_THEMSELVES]
        self.wrong += ["an element says one thing twice"] if len(own) < len(attrs) else []
        self._shown(tag, own)
        if "id" in own and not _ID.fullmatch(own["id"]):
            self.wrong.append("an element is called by what is none of a page's names")

    handle_startendtag = handle_starttag

    def _shown(self, tag: str, own: Mapping[str, str]) -> None:
        """Pictures and links."""
        if tag in _SAYING:
            self.alts.append(own.get(_SAYING[tag], ""))
        if own.keys() & ({*_SAYING.values()} - {_SAYING.get(tag)}):
            self.wrong.append("what is no picture has words beside the text")
        if "href" in own and not (tag == "a" and _LINKS.fullmatch(own["href"])):
            self.wrong.append("an address is none of those that a page may name")
        if "src" in own and not (tag == "img" and own["src"].startswith(("data:image/png;", "data:image/jpeg;"))):
            self.wrong.append("something loads from outside the page")

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")
        if tag not in _INLINE:
            self.text.append(" ")

    def handle_data(self, data: str) -> None:
        inside = self.stack[-1] if self.stack else ""
        if inside in _SILENT:
            self.silent.setdefault(inside, []).append(data)
        elif inside in {"svg", "path"} and data.strip():
            self.wrong.append("words stand in a drawing")
        else:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:  # noqa: ARG002 (the signature is the parser's)
        self.wrong.append("the page holds a comment")

    handle_pi = unknown_decl = handle_comment

    def handle_decl(self, decl: str) -> None:
        self.wrong += [] if decl == "doctype html" else ["the page is declared to be another than it is"]


def proofread_page(page: str, manuscript: Manuscript, beside: Sequence[str]) -> tuple[Finding, ...]:
    """Everything that differs between a page and its manuscript; `beside`: the lines that stand before it."""
    read = _Page()
    read.feed(page)
    read.close()
    wrong = [*read.wrong, *(["an element is not closed"] if read.stack else [])]
    wrong += [*_language(read, manuscript), *_closed(read), *_quiet(read, manuscript)]
    found = [Finding(f"The page: {what}.", _HINT) for what in dict.fromkeys(wrong)]
    return (*found, *_words(read, manuscript, beside), *_pictures(read, manuscript))


def _words(read: _Page, manuscript: Manuscript, beside: Sequence[str]) -> Iterator[Finding]:
    """The words of the page beside those of the manuscript, one text after the other."""
    tag = manuscript.tag
    rest = alike("".join(read.text), tag)
    for text in (*(Said("line", one, "", "") for one in beside), *_asked(manuscript)):
        wanted = alike(text.text, tag)
        if not rest.startswith(wanted):
            said = f"the patient's {text.kind}" if text.private else f"“{text.text}”"
            where = f" of {text.block}" if text.block else ""
            yield Finding(f"The page does not say {said}{where} where it belongs.", _HINT, path=text.path)
            return
        rest = rest[len(wanted) :].lstrip(" ")
    if rest:
        yield Finding("The page says more than the sheet.", _HINT)


def _asked(manuscript: Manuscript) -> Iterator[Said]:
    """What the page must say: all but the box for notes and lines to write on."""
    ruled = {(one.kind.label, one.label) for one in walked(manuscript) if one.kind.label in _RULED and not one.inlines}
    for said in words_of(manuscript):
        if said.section not in _PAPER and (said.kind, said.text) not in ruled:
            yield said


def _pictures(read: _Page, manuscript: Manuscript) -> Iterator[Finding]:
    """Every picture, with what it shows said for those who do not see it."""
    if read.alts != [one.alt for one in shown(manuscript) if one.name != _CODE]:
        yield Finding("The pictures of the page are not those of the sheet, or say something else.", _HINT)


def _language(read: _Page, manuscript: Manuscript) -> Iterator[str]:
    if (read.root.get("lang"), read.root.get("dir")) != (manuscript.tag, manuscript.direction):
        yield "it does not say in which language and direction it is written"
    if read.heads.count(1) != 1 or any(after > before + 1 for before, after in pairwise(read.heads)):
        yield "its headings skip a level, or there is not one of the first"


def _closed(read: _Page) -> Iterator[str]:
    """That nothing may load, and that nothing tries to: the policy stands first and fits style and script."""
    styles, scripts = read.silent.get("style", []), read.silent.get("script", [])
    running = [text for text, kind in zip(scripts, read.kinds, strict=False) if kind != _TOLD]
    wanted = (
        "default-src 'none'; img-src data:; "
        f"style-src {_hashes(styles)}; base-uri 'none'; form-action 'none'; script-src {_hashes(running)}"
    )
    policies = [one for one in read.metas if one.get("http-equiv") == "Content-Security-Policy"]
    if [one.get("content") for one in policies] != [wanted] or read.metas[1:2] != policies:
        yield "its policy does not forbid everything but its own style and script"
    others = (one for one in read.metas if one not in policies)
    if not {(one.get("name", ""), one.get("content", one.get("charset", ""))) for one in others} <= METAS:
        yield "it says of itself what no page says"
    if any("@import" in style or "url(" in style for style in styles):
        yield "its style asks for something outside"
    if any(word in script for script in running for word in _CALLING):
        yield "its script could ask for something outside"


def _hashes(texts: Sequence[str]) -> str:
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _quiet(read: _Page, manuscript: Manuscript) -> Iterator[str]:
    """That the title, attributes and what the script is told hold nothing of a patient."""
    if "".join(read.silent.get("title", [])) != manuscript.title:
        yield "its title is not the sheet's"
    scripts = zip(read.silent.get("script", []), read.kinds, strict=False)
    told = [text for script, kind in scripts if kind == _TOLD for text in _strings(json.loads(script))]
    values = [value for value in privates(manuscript) if len(value.encode()) > _SHORT]
    if any(_stands(value, told) for value in values):
        yield "its script is told a value of the patient"
    if any(_stands(value, read.values) for value in values):
        yield "a value of the patient stands beside its text"


def _stands(value: str, texts: Sequence[str]) -> bool:
    """Whether a patient's value stands in a text. One plain word may be a word of ours by chance (Mark, Read, march):
    it counts only where it is the whole text, and not in small letters."""
    if not _SEVERAL.search(value):
        return value in texts and not value.islower()
    return any(map(re.compile(rf"(?<![0-9A-Za-z]){re.escape(value)}(?![0-9A-Za-z])").search, texts))


def _strings(told: object) -> Iterator[str]:
    """Every text below a piece of JSON."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for key, value in told.items():
            yield from (str(key), *_strings(value))
    elif isinstance(told, list):
        for value in told:
            yield from _strings(value)
