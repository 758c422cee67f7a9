"""Texts of a library's own, that its template may place: a heading and paragraphs, in each language."""

from __future__ import annotations

from collections.abc import Iterator

from handout.content.files import Shelf
from handout.content.types import LibraryText
from handout.content.wording import ENGLISH, Wording
from handout.content.words import Wanted, read_words
from handout.errors import Place

TEXTS = "handouts/texts"
TITLE, PARAGRAPHS = "title", "text"


def own_texts(shelf: Shelf, wording: Wording, names: frozenset[str]) -> Iterator[LibraryText]:
    """The text of each folder, by its name; `names` are the placeholders that its words may use. What a language
    lacks refuses the editions of that language, as everywhere."""
    for name in shelf.folders(TEXTS):
        folder = f"{TEXTS}/{name}"
        english = f"{folder}/{ENGLISH}.yaml"
        if not shelf.need(english):
            continue
        wanted = Wanted((TITLE, *_paragraphs(shelf, english)), names=names)
        yield LibraryText(name, Place(english), wording.words(folder, f"{ENGLISH}.yaml of this folder", wanted))


def _paragraphs(shelf: Shelf, english: str) -> tuple[str, ...]:
    """The keys of the paragraphs that the English has; one at least is wanted."""
    node = shelf.node(english)
    words = read_words(node, ENGLISH, []) if node is not None else None
    found = tuple(key for key in words.phrases if key.startswith(f"{PARAGRAPHS}.")) if words else ()
    return found or (f"{PARAGRAPHS}.first",)
