"""Placeholders: what a text asks for, filling it, and the typographic rules that act once it is filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from handout.errors import Finding, LanguageError, Place
from handout.language.rules import RULES
from handout.language.types import Joining, Language
from handout.source import suggestion

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def placeholders(text: str) -> tuple[str, ...]:
    """The names in braces, in the order written."""
    return tuple(PLACEHOLDER.findall(text))


def stray_braces(text: str) -> bool:
    """Whether a brace stands that belongs to no placeholder: `{hold` or `{Hold}`."""
    rest = PLACEHOLDER.sub("", text)
    return "{" in rest or "}" in rest


def typeset(language: Language, text: str) -> str:
    """The text after the language's typographic rules. Doing it twice changes nothing more."""
    for name, rule in RULES.items():
        if name in language.rules:
            text = rule.apply(text)
    return text


def fill(
    language: Language,
    text: str,
    values: Mapping[str, str],
    where: Place | None = None,
    path: str = "",
) -> str:
    """The text with its placeholders filled, typeset. Raises `LanguageError` for each one unknown."""
    unknown = [name for name in placeholders(text) if name not in values]
    findings = [
        Finding(
            f"nothing is known as {{{name}}}",
            suggestion(name, values) or "Look at the values of the exercise, the routine and the safety file.",
            where,
            path,
        )
        for name in dict.fromkeys(unknown)
    ]
    if findings:
        raise LanguageError(findings)
    return typeset(language, PLACEHOLDER.sub(lambda match: values[match.group(1)], text))


def joined(language: Language, things: Iterable[str], how: Joining | None = None) -> str:
    """A list of things: "a, b and c"; with `language.any_of`, "a, b or c"."""
    how = how or language.and_list
    first, *rest = things
    if not rest:
        return first
    if len(rest) == 1:
        return fill(language, how.two, {"a": first, "b": rest[0]})
    said = first
    for thing in rest[:-1]:
        said = fill(language, how.many, {"a": said, "b": thing})
    return fill(language, how.last, {"a": said, "b": rest[-1]})
