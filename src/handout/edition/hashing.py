"""Hashes that tie a translation to the English it was made from."""

from __future__ import annotations

import hashlib
import unicodedata

DIGITS = 6  # of a phrase: enough to notice a change, short enough to read in a diff


def english_hash(text: str) -> str:
    """The first 6 hex digits of SHA-256 over the text in NFC (UAX #15), as `english:` keeps it."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:DIGITS]
