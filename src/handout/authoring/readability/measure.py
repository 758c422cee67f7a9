"""Sentences, words and syllables of a text, counted as its language writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

SENTENCE = re.compile(r"[.!?…।。！？؟]+(?=[\s»”\"]|$)|(?<=[。！？])")
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"  # they belong to the letter before
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}]|['’\u00ad-](?=[^\W\d_]))*|\d+(?:[.,]\d+)*")
_SOLID = frozenset({"zh"})

# Letters of which each run is one syllable; in Cyrillic each vowel is one by itself.
_VOWELS = {
    "en": "aeiouy",
    "es": "aeiouáéíóúü",
    "fr": "aeiouyàâéèêëîïôùûüœæ",
    "de": "aeiouyäöü",
    "pt": "aeiouáâãàéêíóôõúü",
    "pl": "aąeęioóuy",
    "ru": "аеёиоуыэюя",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What the formulas ask for."""

    sentences: int
    words: int
    syllables: tuple[int, ...]  # of each word; empty where the language's are not counted

    @property
    def sentence_words(self) -> float:
        """Words in a sentence, on average; characters in Chinese."""
        return self.words / self.sentences

    @property
    def word_syllables(self) -> float:
        """Syllables in a word, on average."""
        return sum(self.syllables) / self.words

    def share(self, least: int) -> float:
        """Words of that many syllables or more, per cent."""
        return 100 * sum(count >= least for count in self.syllables) / self.words


def measured(texts: Iterable[str], language: str) -> Measure | None:
    """Of texts each of which ends a sentence; None where there are no words. `language`: ISO 639."""
    found = [words for text in texts for part in SENTENCE.split(text) if (words := _words(part, language))]
    words = [word for sentence in found for word in sentence]
    if not words:
        return None
    counted = tuple(syllables(word, language) for word in words) if language in _VOWELS else ()
    return Measure(len(found), len(words), counted)


def _words(text: str, language: str) -> list[str]:
    words = [word.replace("\u00ad", "") for word in _WORD.findall(text)]
    return [sign for word in words for sign in word] if language in _SOLID else words


def syllables(word: str, language: str) -> int:
    """Of one word; a number counts as one."""
    plain = word.lower()
    vowels = _VOWELS[language]
    if language == "ru":
        return max(1, sum(letter in vowels for letter in plain))
    if language == "pl":  # i before a vowel only softens
        plain = re.sub(r"i(?=[aąeęoóu])", "", plain)
        return max(1, sum(letter in vowels for letter in plain))
    if language in {"es", "pt"}:  # two strong vowels are two syllables, and so is a stressed weak one
        plain = re.sub(r"(?<=[aeoáéó])(?=[aeoáéóíú])|(?<=[íú])(?=[aeoáéó])", "-", re.sub("qu|gu(?=[eéií])", "k", plain))
    count = len(re.findall(f"[{vowels}]+", plain))
    silent = {"en": r"[^aeiouyl]e$|[^td]ed$", "fr": r"[^aeiouyéèê](?:e|es|ent)$"}.get(language, "$^")
    return max(1, count - bool(count > 1 and re.search(silent, plain)))
