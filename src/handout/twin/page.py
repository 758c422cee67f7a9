"""The page: blocks in the elements of HTML, one table row each, rendered by Jinja2 with everything escaped.

Style and script are let through by their hashes (CSP 3, 6.7.3); nothing else may run or load. Without the script the
page is whole: what it adds are controls.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from handout.drawing import Picture
from handout.errors import Private
from handout.manuscript import Kind, Manuscript
from handout.twin.controls import Controls
from handout.twin.pictures import inlined
from handout.twin.reading import blocks_of, diary_of
from handout.twin.tree import HtmlBlock

HERE = Path(__file__).parent
_NUMBER = re.compile(r"[+(]?\d[\d\s()/.\u2010-\u2013-]*")


@dataclass(frozen=True, slots=True)
class HtmlRole:
    """What a block becomes: an element of HTML; `named`: a landmark that its heading names."""

    tag: str
    named: bool = False


# Landmarks, each named by its heading.
NAMED = frozenset({Kind.SAFETY, Kind.PLAN, Kind.BALANCE, Kind.WAYS, Kind.EXERCISE, Kind.QUESTIONS, Kind.DIARY})
# Role of a block -> its element, which has the role as its class: what the table of kinds says, and what only a page
# has. Roles with a form of their own stand in the template.
ROWS: dict[str, HtmlRole] = {
    **{kind.label: HtmlRole(kind.html, named=kind in NAMED) for kind in Kind if kind is not Kind.COLUMN},
    "header": HtmlRole("header"), "main": HtmlRole("main"), "footer": HtmlRole("footer"),
    "label": HtmlRole("b"), "b": HtmlRole("b"), "lang": HtmlRole("span"),
}  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3"})
# What is read from a letter or a number beside the words: shown, and left out of the words themselves.
SHOWN = ("kind", "id", "number", "icon", "frame")
STARTS = "٠۰०০"  # zeros of the scripts for which CSS counts lists
COUNTERS = dict(zip(STARTS, ("arabic-indic", "persian", "devanagari", "bengali"), strict=True))


@dataclass(frozen=True, slots=True)
class About:
    """What kind of page it is."""

    stock: bool = False  # a clinic's stock edition, for its site: nobody's values, and the doses on paper hold
    index: str = ""  # the relative address of the list of languages

    def beside(self, words: Mapping[str, str]) -> tuple[str, ...]:
        """The lines that stand before the sheet."""
        index, holds = (words["all_languages"],) * bool(self.index), (words["paper_holds"],) * self.stock
        return (words["print_note"], *index, *holds)


def page_of(manuscript: Manuscript, pictures: Mapping[str, Picture], controls: Controls, about: About) -> str:
    """The whole page. The same manuscript and pictures have the same bytes."""
    header, main, footer = (_named(block, name) for block, name in zip(blocks_of(manuscript), "abc", strict=True))
    days, day = diary_of(manuscript)
    told = {
        "words": dict(controls.words), "timers": {key: list(said) for key, said in controls.timers.items()},
        "daily": controls.daily, "digits": controls.digits, "scale": controls.scale, "days": days, "day": day,
        "key": manuscript.content_id, "lang": manuscript.tag,
    }  # fmt: skip
    return environment().get_template("page.html.j2").render(
        manuscript=manuscript, header=header, main=main, footer=footer, about=about, words=controls.words,
        pictures=pictures, counter=COUNTERS.get(controls.digits[0], "decimal"), shell=shell(), json=_json(told),
    )  # fmt: skip


def _named(block: HtmlBlock, name: str) -> HtmlBlock:
    """The tree with an id on each heading, and on each landmark the id of the heading that names it."""
    children: list[str | Private | HtmlBlock] = []
    heading = ""
    for number, child in enumerate(block.children):
        if isinstance(child, HtmlBlock):
            inside = f"{name}{number}"
            new = _named(child, inside)
            if ROWS[child.role].tag in HEADINGS:
                new = replace(new, attributes={**new.attributes, "anchor": inside})
                heading = heading or inside
            children.append(new)
        else:
            children.append(child)
    named = {"named": heading} if heading and ROWS[block.role].named else {}
    return HtmlBlock(block.role, tuple(children), {**block.attributes, **named})


def _json(told: Mapping[str, object]) -> Markup:
    """JSON that cannot end the element it stands in."""
    said = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(said.replace("<", "\\u003c"))


@dataclass(frozen=True, slots=True)
class Shell:
    """Style, script, and the policy that lets through these two and nothing else."""

    style: Markup
    script: Markup
    policy: str
    quiet: str  # the policy of a page without script


@cache
def shell() -> Shell:
    """The same for every page."""
    style, script = ((HERE / name).read_text("utf-8") for name in ("page.css", "page.js"))
    closed = f"default-src 'none'; img-src data:; style-src '{_sha(style)}'; base-uri 'none'; form-action 'none'"
    return Shell(Markup(style), Markup(script), f"{closed}; script-src '{_sha(script)}'", closed)


def _sha(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def environment() -> Environment:
    """Everything is escaped, no name may be undefined, and one filter opens a patient's value."""
    made = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters |= {"printed": printed, "attributes": _attributes}
    made.filters |= {"tel": telephone, "web": web_address, "mail": mail_address}
    made.tests["block"] = lambda child: isinstance(child, HtmlBlock)
    made.tests["apart"] = lambda one: all(isinstance(child, HtmlBlock) for child in one.children)
    made.globals |= {"rows": ROWS, "inlined": inlined}
    return made


def printed(child: str | Private) -> str:
    """Words as they are printed: the one place of the twin where a patient's value is opened."""
    return child.reveal() if isinstance(child, Private) else child


def telephone(text: str) -> str:
    """What a telephone dials for a number as printed (RFC 3966); "" for words that are none. An extension is left
    to be dialled by hand."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    found = _NUMBER.search(plain)
    digits = "".join(sign for sign in found.group() if sign.isdigit() or sign == "+") if found else ""
    return f"tel:{digits}" if digits else ""


def web_address(text: str) -> str:
    """A web address as printed, as a link."""
    plain = _bare(text)
    return plain if plain.startswith(("http://", "https://")) else f"https://{plain}"


def mail_address(text: str) -> str:
    """An e-mail address as printed, as a link."""
    return f"mailto:{_bare(text)}"


def _bare(text: str) -> str:
    """An address without the marks of direction that typesetting put round it."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


def _attributes(block: HtmlBlock) -> Markup:
    """What an element says of its block: class, language, what is shown beside the words."""
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in _pairs(block))


def _pairs(block: HtmlBlock) -> Iterator[tuple[str, str]]:
    own, kind = block.attributes, block.attributes.get("kind", "")
    yield "class", f"{block.role} {kind}" if kind else block.role
    if "anchor" in own:
        yield "id", own["anchor"]
    if "named" in own:
        yield "aria-labelledby", own["named"]
    tag = own.get("tag") or own.get("lang", "")
    if tag:
        yield "lang", tag
        yield "dir", "auto"
    yield from ((f"data-{name}", own[name]) for name in SHOWN if own.get(name) and name != "kind")
