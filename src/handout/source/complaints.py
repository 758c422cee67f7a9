"""What the YAML parser says, in words for somebody who writes handouts."""

from __future__ import annotations

import re

import yaml

from handout.errors import Finding, Place

_BRACE = re.compile(r":\s+\{\w+\}\s*[^,}\s]|-\s+\{\w+\}\s*[^,}\s]")

# What is looked for in the parser's words (libyaml's and PyYAML's differ), what it means, what to do.
_MEANINGS = (
    (
        r"mapping values are not allowed",
        "a colon stands where none can be",
        'Put a text that holds a colon in quotes: "Note: ...". Or look at the line above.',
    ),
    (
        r"simple key|could not find expected ':'",
        "a line is no `key: value`",
        "Look for a missing colon, a missing space after it, or a line that should be indented.",
    ),
    (
        r"quoted scalar|unexpected end of stream",
        "a quotation mark is opened and not closed",
        'Close it, or write \\" for a quotation mark inside the text.',
    ),
    (
        r"cannot start any token|block scalar|unknown escape",
        "a text begins with or holds a character that YAML keeps for itself",
        "Put the whole text in single quotes.",
    ),
    (
        r"flow (mapping|sequence)|',' or",
        "a list or a pair of braces is not closed, or a comma is missing",
        "Look for the bracket that is missing; put a text that begins with { or [ in quotes.",
    ),
    (
        r"undefined alias|anchor|alias",
        "a text begins with & or *",
        "Put it in quotes.",
    ),
    (
        r"directive",
        "a line begins with %",
        "Put a text that begins with % in quotes.",
    ),
)


def complaint(error: yaml.MarkedYAMLError, lines: list[str], name: str) -> Finding:
    """One finding for a file that is not YAML, at the line where the parser gave up."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    where = Place(name, line + 1, column + 1)
    written = lines[line] if line < len(lines) else ""
    if _BRACE.search(written):
        return Finding("a text begins with {", 'Put the whole text in quotes: "{hold} ...".', where)
    said = f"{error.context or ''} {error.problem or ''}"
    for pattern, what, hint in _MEANINGS:
        if re.search(pattern, said):
            return Finding(what, hint, where)
    return Finding(
        "the lines do not fit together here",
        "Look at the indentation (two spaces for each step inwards), and at quotes that are not closed.",
        where,
    )
