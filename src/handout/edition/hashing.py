"""Hashes that tie a translation to the English it was made from, and a signature to the words it approves."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping

from handout.language import Phrase

DIGITS = 6  # of a phrase: enough to notice a change, short enough to read in a diff


def english_hash(text: str) -> str:
    """The first 6 hex digits of SHA-256 over the text in NFC (UAX #15), as `english:` keeps it."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:DIGITS]


def words_hash(phrases: Mapping[str, Phrase]) -> str:
    """SHA-256 over all words of one file in NFC, by key: what a signature stands for."""
    texts = {key: unicodedata.normalize("NFC", phrase.text) for key, phrase in phrases.items()}
    canonical = json.dumps(texts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
