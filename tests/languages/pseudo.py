"""Pseudo-languages: English that no longer looks like English, two fifths longer, in either direction.

The safety panel alone keeps the length of the English, unless `panel` says otherwise: it must stand whole on
page 1, and translators shorten its lines until it does. `WIDE` reads left to right, every letter with an
accent; `MIRROR` reads right to left, in Arabic letters, which join. A word of English in their sheets was
written into the program; a label that their words do not fit was measured on English.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from handout.authoring.translation.accepting import with_hashes
from handout.authoring.translation.strings import WordsFile, english_of, files
from handout.authoring.translation.yaml_edit import with_block, with_text
from handout.authoring.translation.yaml_text import lines_of, tree_of
from handout.content import Library, load, shipped_root
from handout.edition import english_hash

_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "áƀćḋéƒğĥíĵķĺḿńóṕɋŕśṫúṽŵẍýźÁɃĆḊÉƑĞĤÍĴĶĹḾŃÓṔɊŔŚṪÚṼŴẌÝŹ"
)
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابثدعفغهيجكلمنوقصرستطذشخظز")
_PUNCTUATION = str.maketrans(",;?", "،؛؟")
_WORD = re.compile(r"\{[a-z_]+\}|[A-Za-z]+|[^A-Za-z{]+|\{")
# Keys of what the safety panel says.
_PANEL = re.compile(r"lines\.|phrases\.(?:safety_title|(?:ask|stop|now|today)_|call$)|places\.")


@dataclass(frozen=True, slots=True)
class Pseudo:
    """One of them: how it is called, and how it writes a word."""

    tag: str
    facts: Mapping[str, str]  # lines of its language file
    write: Callable[[str], str]
    panel: bool = False  # the safety panel is longer, too

    def says(self, text: str, key: str = "") -> str:
        """A text of English in it; placeholders stay."""
        longer = self.panel or not _PANEL.match(key)
        return "".join(self._piece(piece, longer) for piece in _WORD.findall(text))

    def _piece(self, piece: str, longer: bool) -> str:
        if piece.startswith("{"):
            return piece
        return self.write(_longer(piece) if longer and piece[0].isalpha() else piece)


def _longer(word: str) -> str:
    """Two fifths more letters: vowels are said again."""
    more = math.ceil(len(word) * 0.4) if len(word) > 2 else len(word) % 2
    at = next((index for index, letter in enumerate(word) if letter.lower() in "aeiou" and index), len(word) - 1)
    return word[: at + 1] + word[at].lower() * more + word[at + 1 :]


WIDE = Pseudo("en-x-wide", {"direction": "ltr", "script": "Latn"}, lambda text: text.translate(_ACCENTED))
MIRROR = Pseudo(
    "fa-x-mirror",
    {
        "direction": "rtl",
        "script": "Arab",
        "faces": "[noto-sans-arabic, noto-sans]",
        "size": "1.08",
        "leading": "1.38",
        "rules": "[isolate-numbers, number-keeps-unit]",
    },
    lambda text: text.lower().translate(_ARABIC).translate(_PUNCTUATION),
)


def overlay(pseudo: Pseudo, folder: Path) -> Path:
    """A library folder that holds the whole language."""
    library = load([shipped_root()], tags=["en"])[0]
    for file in files(library, pseudo.tag):
        path = folder / file.name(pseudo.tag)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = _language(pseudo, library) if file.fixed else _words(pseudo, file)
        hashes = {key: english_hash(english) for key, english in english_of(file).items()}
        path.write_text(with_hashes(text, hashes), "utf-8")
    return folder


def _words(pseudo: Pseudo, file: WordsFile) -> str:
    said = {key: pseudo.says(one.text, key) for key, one in file.words["en"].phrases.items()}
    return "\n".join(lines_of(tree_of(said))) + "\n"


def _language(pseudo: Pseudo, library: Library) -> str:
    """The English file with every word changed."""
    text = (shipped_root() / "assets/languages/en.yaml").read_text("utf-8")
    english = library.languages["en"]
    for key, said in english.texts.items():
        text = with_text(text, key, pseudo.says(said.text, key))
    facts = {"tag": pseudo.tag, "english_name": "Pseudo", "readability": "{formula: none, gate: none}", **pseudo.facts}
    names = {"months": "January February March April May June July August September October November December",
             "weekdays": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"}  # fmt: skip
    for key, value in names.items():
        facts[key] = f"[{', '.join(pseudo.says(name) for name in value.split())}]"
    for key, value in facts.items():
        text = with_block(text, key, [f"{key}: {value}"])
    return text
