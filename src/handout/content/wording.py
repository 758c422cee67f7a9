"""Words read and held against the facts, language by language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from handout.content.files import Shelf
from handout.content.library import is_joined, sources_of
from handout.content.types import Phrase, Words
from handout.content.words import Wanted, against_facts, read_words
from handout.errors import Finding, Place, errors_of
from handout.language import TAG, Language, asked, lead_fault, placeholders, plain, word_faults
from handout.source import suggestion

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """Reads the words of one thing in every language that is needed.

    A translation that is wrong is left out of the library, so that its edition is refused and no other.
    """

    shelf: Shelf
    languages: dict[str, Language]  # those needed
    known: frozenset[str]  # every tag that has a language file

    def words(self, folder: str, facts: str, wanted: Wanted) -> dict[str, Words]:
        """Language tag -> words, English first. `facts` is the file that the words belong to."""
        found: dict[str, Words] = {}
        for tag in self._tags(folder, facts):
            relative = f"{folder}/{tag}.yaml"
            node = self.shelf.node(relative)
            if node is None:
                continue
            faults: list[Finding] = []
            words = read_words(node, tag, faults)
            if words is not None:
                english = found.get(ENGLISH)
                own = wanted if english is None else self._translated(relative, wanted, english)
                faults.extend(self._faults(words, own, facts, english))
                if tag == ENGLISH or not errors_of(faults):
                    found[tag] = words
            self.shelf.findings.extend(faults)
        return found

    def _translated(self, relative: str, wanted: Wanted, english: Words) -> Wanted:
        """What a file of words is asked for: of joined files, what stands in the folders that have this language.

        A library's own lines in English alone are no gap of the shipped translation.
        """
        if not is_joined(relative):
            return wanted
        files = {self.shelf.name(path) for path in sources_of(self.shelf.layers, relative)}
        name = relative.rpartition("/")[2]
        elsewhere = {
            key
            for key, said in english.phrases.items()
            if Path(said.where.file).with_name(name).as_posix() not in files
        }
        needed = tuple(key for key in wanted.needed if key not in elsewhere)
        return replace(wanted, needed=needed, allowed=(*wanted.allowed, *elsewhere))

    def _tags(self, folder: str, facts: str) -> list[str]:
        tags: list[str] = []
        for file in self.shelf.names(folder):
            tag = file.removesuffix(".yaml")
            if file in {facts, "picture.yaml", "mandatory.yaml"}:
                continue
            if tag not in self.known:
                self._unknown(f"{folder}/{file}", tag)
            elif tag in self.languages:
                tags.append(tag)
        return sorted(tags, key=lambda tag: (tag != ENGLISH, tag))

    def _unknown(self, name: str, tag: str) -> None:
        if re.fullmatch(TAG, tag):
            what, hint = f"{tag} has no language file that can be read", f"Add assets/languages/{tag}.yaml."
        else:
            what, hint = f"“{tag}” is no language tag", suggestion(tag, self.known)
        self.shelf.find(Place(name), "", what, hint)

    def _faults(self, words: Words, wanted: Wanted, facts: str, english: Words | None) -> Iterator[Finding]:
        yield from against_facts(words, wanted, facts, english)
        rules = self.languages[words.tag].rules
        for path, said in words.phrases.items():
            for what, hint in word_faults(plain(said.text) if path in wanted.leads else said.text, rules):
                yield Finding(what, hint, said.where, path)
            yield from _marked(said, path, path in wanted.leads)
            for name in dict.fromkeys(placeholders(said.text)):
                if name not in wanted.names:
                    hint = suggestion(name, wanted.names) or f"Add it to the values of {facts}, or take it away."
                    yield Finding(f"nothing here is known as {{{name}}}", hint, said.where, path)
            if english is not None and path in english.phrases:
                yield from _differing(said.text, english.phrases[path].text, said.where, path)


def _marked(said: Phrase, path: str, may: bool) -> Iterator[Finding]:
    """Asterisks that mark no lead words, or stand where none are."""
    if fault := lead_fault(said.text) if may else "an asterisk stands here" * ("*" in said.text):
        hint = "Write *the lead words* of a line; both asterisks touch their words."
        yield Finding(fault, hint if may else "Take it away.", said.where, path)


def _differing(text: str, english: str, where: Place, path: str) -> Iterator[Finding]:
    """A number or a side that only one of the two says."""
    own, other = asked(text), asked(english)
    for name in sorted(other - own):
        yield Finding(
            f"the English says {{{name}}} here, and this text does not", f"In English: {english}", where, path
        )
    for name in sorted(own - other):
        yield Finding(f"this text says {{{name}}}, and the English does not", f"In English: {english}", where, path)
