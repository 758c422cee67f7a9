"""What a typographic rule is: it mends a text, or it finds fault with it; some do both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def same(text: str) -> str:
    """Mends nothing."""
    return text


def faultless(text: str) -> tuple[str, ...]:  # noqa: ARG001
    """Finds nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """`apply` is done to a text whose placeholders are filled, and doing it twice changes nothing more.

    `check` names what is wrong with a text as its writer left it, each fault in a sentence.
    """

    name: str
    apply: Callable[[str], str] = same
    check: Callable[[str], tuple[str, ...]] = faultless
