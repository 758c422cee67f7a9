"""A routine in one language: all of its words, or every reason why it is not ready.

In: `Library`. Out: `Edition`. Missing and stale words refuse it; words in doubt are its state.
"""

from __future__ import annotations

from handout.edition.files import files_of
from handout.edition.fixed import fixed_key, fixed_texts
from handout.edition.hashing import english_hash
from handout.edition.localise import complete_languages, localise, status
from handout.edition.types import Edition, Status

__all__ = [
    "Edition", "Status", "complete_languages", "english_hash", "files_of", "fixed_key", "fixed_texts", "localise",
    "status",
]  # fmt: skip
