"""Texts to paragraphs: spans of one look, and the tags their runs belong to.

A tag has either children or text. A text of one language is a leaf; where part of it is in another
language it becomes a node whose leaves are Spans, each of one language (so that a right-to-left leaf can
carry the exact text as ActualText: ISO 32000-1, 14.9.4).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from handout.errors import Private
from handout.layout.pages import Tag
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript import NO_BREAK, Inline, Text
from handout.text import CLEAR, Align, Paragraph, Span, clearance, is_plain_left_to_right, may_meet, typeset

FIGURE = 0.714  # of the type size: how high figures are (Noto Sans)
ENDLESS = 10_000.0  # pt; a measure that any words go into on one line
HAIR = 0.01  # pt; of rounding: so much wider than its words is a measure that holds them
FSI, PDI = "\u2068", "\u2069"  # first strong isolate, and its end


@dataclass(frozen=True, slots=True)
class Part:
    """Words in one look. `tag` is the id of their element in the tree, "" for an artifact; `strong` is the
    look of what is bold within them. A text's own label is not printed: it has a look of its own."""

    words: Text | str
    ink: TypeStyle
    tag: str = ""
    role: str = ""  # the text's own, where empty
    strong: TypeStyle | None = None
    label: str = ""  # printed before them, in the same tag
    label_ink: TypeStyle | None = None
    tie: str = ""  # white that stands before its words, in place of the space between two parts: it never breaks


@dataclass(frozen=True, slots=True)
class Prose:
    """A set paragraph and the tags of its parts, in order; a part without words has none."""

    paragraph: Paragraph
    tags: tuple[Tag, ...]

    @property
    def height(self) -> float:
        """The paragraph's height."""
        return self.paragraph.height


def compose(setup: Setup, parts: Sequence[Part], measure: float, align: Align = "start", leading: float = 0.0) -> Prose:
    """The parts as one paragraph, a space between each two; the first part gives the leading."""
    spans: list[Span] = []
    leaves: list[tuple[Part, tuple[tuple[str, str], ...]]] = []
    for part in parts:
        pieces = _inlines(part.words)
        if not pieces and not part.label:
            continue
        if spans and not part.tie:
            spans.append(replace(spans[-1], text=" "))
        runs = groupby(pieces, lambda piece: piece.language)
        groups = [(language, tuple(run)) for language, run in runs] or [("", ())]
        names = _names(part.tag, len(groups))
        if part.label:
            spans.extend(_label(setup, part, names[0], bare=not pieces))
        for name, (language, run) in zip(names, groups, strict=True):
            spans.extend(_spans(setup, part, run, (language, name), part.tie if name == names[0] else ""))
        leaves.append((part, tuple(zip(names, (language for language, _ in groups), strict=True))))
    paragraph = typeset(tuple(spans), setup.style(parts[0].ink, align, leading), measure)
    exact = _exact(setup, paragraph)
    return Prose(paragraph, tuple(_tag(part, names, exact) for part, names in leaves if part.tag))


def width_of(setup: Setup, parts: Sequence[Part], leading: float = 0.0) -> float:
    """The measure that the parts need on one line."""
    return compose(setup, parts, ENDLESS, leading=leading).paragraph.widest + HAIR


def in_one_line(setup: Setup, parts: Sequence[Part], leading: float = 0.0) -> Prose:
    """The parts on one line, in a measure no wider than they are."""
    return compose(setup, parts, width_of(setup, parts, leading), leading=leading)


def labelled(setup: Setup, words: Text, tag: str) -> list[Part]:
    """Words with their own label in bold before them; it never stands alone on its line."""
    types = setup.theme.type
    label = Part(words.label, types.strong, f"{tag}/label", "Span")
    return [label, Part(words, types.body, f"{tag}/words", "Span", strong=types.strong, tie=NO_BREAK)]


def figures_top(prose: Prose, ink: TypeStyle, height: float) -> float:
    """Where a line of figures begins so that they stand in the middle of a box that high, whatever stacks the
    script of its language leaves room for."""
    return height / 2 + FIGURE / 2 * ink.size - prose.paragraph.lines[0].baseline


def heights(setup: Setup, ink: TypeStyle, proses: Sequence[Prose]) -> list[float]:
    """How high each of some paragraphs under each other is, so that its marks do not meet those of the next."""
    made = [prose.height for prose in proses]
    if not may_meet(setup.style(ink), ink.size):
        return made
    for index, (one, other) in enumerate(pairwise(prose.paragraph for prose in proses)):
        if one.lines and other.lines:
            last, first = one.lines[-1], other.lines[0]
            white = clearance(last, first, one.height - last.baseline + first.baseline)
            made[index] += max(0.0, CLEAR - white)
    return made


def _inlines(words: Text | str) -> tuple[Inline, ...]:
    """The words that there are."""
    if isinstance(words, str):
        return (Inline(words),) if words else ()
    return tuple(inline for inline in words.inlines if inline.words)


def _label(setup: Setup, part: Part, tag: str, *, bare: bool) -> Iterator[Span]:
    ink = part.label_ink or part.ink
    text = part.label if bare else f"{part.label} "
    yield Span(text, ink.size, ink.weight, setup.theme.colour(ink.colour), setup.setting.tag, tag)


def _names(tag: str, count: int) -> tuple[str, ...]:
    if not tag or count == 1:
        return (tag,) * count
    return tuple(f"{tag}/{index}" for index in range(1, count + 1))


def _spans(setup: Setup, part: Part, run: tuple[Inline, ...], place: tuple[str, str], tie: str) -> Iterator[Span]:
    """The spans of one language; words of another, and a patient's, are isolated (UAX #9, FSI and PDI), so that neither
    side of them is reordered. `tie` stands before the first."""
    language, tag = place
    for piece in run:
        ink = part.strong if piece.strong and part.strong else part.ink
        look = ink.size, 700 if piece.strong else ink.weight, setup.theme.colour(ink.colour)
        apart = language or isinstance(piece.words, Private)
        for text in (FSI, piece.words, PDI) if apart else (piece.words,):
            yield Span(f"{tie}{text}" if tie else text, *look, language or setup.setting.tag, tag)
            tie = ""


def _exact(setup: Setup, paragraph: Paragraph) -> dict[str, str]:
    """The exact text of each tag, where a reader of the page could not put it in order itself."""
    texts: dict[str, str] = {}
    for line in paragraph.lines:
        for placed in line.runs:
            texts[placed.run.tag] = texts.get(placed.run.tag, "") + placed.run.text
    mixed = setup.setting.direction == "rtl"
    return {tag: text for tag, text in texts.items() if mixed or not is_plain_left_to_right(text)}


def _tag(part: Part, leaves: tuple[tuple[str, str], ...], exact: dict[str, str]) -> Tag:
    own = part.words if isinstance(part.words, Text) else None
    role = part.role or (own.kind.pdf if own is not None else "Span")
    path = own.path if own is not None else ""
    if len(leaves) == 1:
        name, language = leaves[0]
        return Tag(name, role, language=language, actual_text=exact.get(name, ""), path=path)
    children = tuple(
        Tag(name, "Span", language=language, actual_text=exact.get(name, "")) for name, language in leaves
    )
    return Tag(part.tag, role, children, path=path)
