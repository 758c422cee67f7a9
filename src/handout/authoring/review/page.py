"""The review as one HTML file: opened anywhere, nothing installed, and nothing of it leaves the reviewer's machine.

Its own content security policy forbids every request; style and script are let through by their hashes (CSP 3, 6.7.3).
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from handout.authoring.review.back import Back
from handout.authoring.review.lines import ReviewLine
from handout.drawing import Drawing, Picture, to_svg
from handout.edition import Edition

HERE = Path(__file__).parent
NAMES = {
    "safety/now": "Safety: get help now", "safety/stop": "Safety: stop and rest",
    "safety/today": "Safety: get help today", "safety/ask": "Safety: talk to us before you start",
    "safety": "Safety: frames", "plan": "The plan in brief", "balance": "Pros and cons",
    "ways": "Your choices side by side", "in-short": "The sheet in short", "teach-back": "What a clinician asks",
    "screen": "The page for a screen", "numbers": "Numbers and plurals", "colophon": "The last lines",
    "elsewhere": "For some clinics or orders alone, at the foot of a page, or inside other lines",
}  # fmt: skip
KINDS = {
    "line": "a line of the panel", "heading": "a heading", "heading2": "a heading", "heading3": "a heading",
    "signal": "a signal word", "follow": "under the heading", "call-word": "before the number to call",
    "p": "a paragraph", "item": "an item of a list", "cell": "a cell of a table", "entry": "a row of the diary",
    "purpose": "what the exercise is for", "tip": "a tip", "key": "a word in a picture",
    "caution": "who must ask or leave it out", "step": "a step", "caption": "under a picture",
    "alt": "what the picture shows, read aloud to the blind",
    "control": "a button, or a line beside the sheet",
    "part": "as it is written",
    "form": "with a number in the place of the braces", "unit": "beside a large number",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Review:
    """What goes into the file."""

    edition: Edition
    english: Edition
    country: str
    lines: Sequence[ReviewLine]
    pictures: Mapping[str, Mapping[str, Picture]]  # exercise -> frame -> drawing
    read: Mapping[str, str]  # hash of a line that somebody has read before -> who and when
    back: Back  # what words say, put back into English


def review_page(review: Review) -> str:
    """The whole file. The same review has the same bytes."""
    style, script = ((HERE / name).read_text("utf-8") for name in ("page.css", "page.js"))
    allowed = f"style-src '{_sha(style)}'; script-src '{_sha(script)}'"
    policy = f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    title = f"Review: {review.edition.routine.id} in {review.edition.language.english_name}"
    about = {"routine": review.edition.routine.id, "language": review.edition.tag, "country": review.country}
    return "\n".join([
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{escape(title)}</title>",
        f"<style>{style}</style></head><body{'' if _two(review) else ' class=one'}>",
        *_head(title, review),
        f"<main>{''.join(_sections(review))}</main>",
        _foot(),
        f'<script type="application/json" id="sheet">{_safe(json.dumps(about, sort_keys=True))}</script>',
        f"<script>{script}</script></body></html>",
        "",
    ])  # fmt: skip


def _two(review: Review) -> bool:
    """Whether there is another language beside the English."""
    return review.edition.tag != review.english.tag


def _sha(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _safe(text: str) -> str:
    """JSON that cannot end the element it stands in."""
    return text.replace("<", "\\u003c")


def _head(title: str, review: Review) -> Iterator[str]:
    left = len(review.lines) - sum(line.hash in review.read for line in review.lines)
    doubts = sum(bool(line.doubt) for line in review.lines)
    yield (
        f"<header><h1>{escape(title)}</h1>"
        "<p>Read each line as a patient would. Tick what is right. Where it is not, say why, or propose other words. "
        "Words in {braces} are numbers that the program fills in: keep them as they are.</p>"
        f"<p>{len(review.lines)} lines, {left} not read by anybody yet; {doubts} are marked because the translator was "
        "unsure. Your ticks stay in this browser until you save them. The page sends nothing.</p>"
        '<p><label>Your name <input id="name" autocomplete="name"></label> '
        '<label>Your profession <input id="role"></label></p></header>'
        '<div class="bar"><div><span id="status" role="status"></span>'
        '<button type="button" id="next">Next unread line</button>'
        '<button type="button" id="save" class="save">Save my answers</button></div></div>'
    )


def _foot() -> str:
    return (
        "<footer><h2>If saving does not work</h2><p><label>Press “Save my answers”, then copy this text into an e-mail:"
        '<textarea id="copy" rows="4" readonly></textarea></label></p></footer>'
    )


def _sections(review: Review) -> Iterator[str]:
    for number, (block, lines) in enumerate(groupby(review.lines, key=lambda line: line.block)):
        yield f'<section aria-labelledby="s{number}"><h2 id="s{number}">{escape(_name(block, review))}</h2>'
        yield from _pictures(block, review)
        yield from (_line(line, review) for line in lines)
        yield "</section>"


def _name(block: str, review: Review) -> str:
    """One of its own for each block: a question and a section may have the same id."""
    kind, _, name = block.partition("/")
    said = review.english.phrases.get(f"exercises.{name}.name") if kind == "exercise" else None
    named = said.text if said else name.replace("-", " ")
    return NAMES.get(block) or (f"{kind.capitalize()}: {named}" if name else block.replace("-", " ") or "Page 1")


def _pictures(block: str, review: Review) -> Iterator[str]:
    exercise = block.removeprefix("exercise/")
    drawn = {name: one for name, one in review.pictures.get(exercise, {}).items() if isinstance(one, Drawing)}
    if block.startswith("exercise/") and drawn:
        figures = (
            f"<figure>{to_svg(one).replace('<svg ', f'<svg role=img aria-label={json.dumps(name)} ', 1)}"
            f"<figcaption>{escape(name)}</figcaption></figure>"
            for name, one in drawn.items()
        )
        yield f'<div class="pictures">{"".join(figures)}</div>'


def _line(line: ReviewLine, review: Review) -> str:
    known = review.read.get(line.hash, "")
    language = review.edition.language
    english = f'<p lang="en">{escape(line.english)}</p>' if _two(review) else ""
    own = f'<p class="own" lang="{language.tag}" dir="{language.direction}">{escape(line.words)}</p>'
    kind = KINDS.get(line.kind, line.kind.replace("-", " "))
    read = f" Read before by {known}." if known else ""
    doubt = f'<p class="why"><strong>The translator was unsure:</strong> {escape(line.doubt)}</p>' if line.doubt else ""
    says = review.back.of(line.path, line.raw)
    back = f'<p class="back">Put back into English ({escape(review.back.made)}): {escape(says)}</p>' if says else ""
    ticked = " checked" if known else ""
    return (
        f'<article class="line{" doubt" if line.doubt else ""}" id="{line.hash}" data-slot="{escape(line.slot)}">'
        f'<p class="kind">{escape(kind + ".")}{escape(read)}</p><div class="texts">{english}{own}</div>{back}{doubt}'
        f'<div class="answer"><label class="tick"><input type="checkbox"{ticked}> This is right</label>'
        f'<button type="button" aria-controls="m{line.hash}">Remark or propose</button></div>'
        f'<div class="more" id="m{line.hash}" hidden><label>Remark<textarea data-key="remark" data-raw="" rows="2">'
        f"</textarea></label>{_proposal(line, review)}</div></article>"
    )


def _proposal(line: ReviewLine, review: Review) -> str:
    """A field with the words as they are written, to be changed; none where they are put together by the program."""
    if not line.raw:
        return ""
    language, raw = review.edition.language, escape(line.raw)
    return (
        f'<label>Better words<textarea data-key="propose" data-raw="{raw}" rows="2" lang="{language.tag}" '
        f'dir="{language.direction}">{raw}</textarea></label>'
    )
