"""The texts of a manuscript: what kind of text it is, its words, and the content path they came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handout.errors import Private
from handout.manuscript.kinds import Kind

NO_BREAK = "\u00a0"
WHITE = re.compile(r"[ \t\r\n]+")  # a no-break space is typography and stays


@dataclass(frozen=True, slots=True)
class Inline:
    """Words of one look within a text, or the blank where a patient's value stands."""

    words: str | Private
    strong: bool = False
    language: str = ""  # BCP 47; "" is the sheet's own


@dataclass(frozen=True, slots=True)
class Text:
    """One text as it is printed. Without inlines it is a line to write on."""

    kind: Kind
    inlines: tuple[Inline, ...]
    path: str = ""
    label: str = ""  # printed before it, in a look of its own: "By", the letter of a line

    @property
    def plain(self) -> str:
        """Its words without the label; a patient's value is named and never told."""
        return "".join(str(one.words) for one in self.inlines)

    def __bool__(self) -> bool:
        return bool(self.inlines)


class Sourced(str):
    """A text as the language says it, with the content path of its words."""

    __slots__ = ("path",)
    path: str

    def __new__(cls, text: str, path: str = "") -> Sourced:
        said = super().__new__(cls, text)
        said.path = path
        return said


def normal(text: str) -> str:
    """The text with each stretch of white space as one space, and none at its ends."""
    return WHITE.sub(" ", text).strip(" ")


def inlines_of(words: str) -> tuple[Inline, ...]:
    """Plain words as inlines; none where there are no words."""
    plain = normal(words)
    return (Inline(plain),) if plain else ()


def text(kind: Kind, words: str, label: str = "") -> Text:
    """A text of plain words."""
    return Text(kind, inlines_of(words), path_of(words), normal(label))


def led(kind: Kind, words: str, lead: str | None, *, language: str = "") -> Text:
    """A text that begins with its label in bold; the words behind it may be in another language."""
    if not lead:
        return text(kind, words)
    label = Inline(normal(lead), strong=True)
    said = (Inline(" "), Inline(normal(words), language=language)) if language else (Inline(f" {normal(words)}"),)
    return Text(kind, (label, *said), path_of(words))


def joined(pieces: Iterable[tuple[bool, str]]) -> tuple[Inline, ...]:
    """Pieces of a text, each bold or not, as inlines: white space is kept between them and not at the ends."""
    made = [Inline(WHITE.sub(" ", words), strong=strong) for strong, words in pieces if words]
    if made:
        made[0] = Inline(str(made[0].words).lstrip(" "), strong=made[0].strong)
        made[-1] = Inline(str(made[-1].words).rstrip(" "), strong=made[-1].strong)
    return tuple(one for one in made if one.words)


def path_of(words: str) -> str:
    """The content path of words that know it."""
    return words.path if isinstance(words, Sourced) else ""
