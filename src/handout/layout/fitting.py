"""Words of a clinic and of a patient that cannot be shown whole: a finding, never a cut."""

from __future__ import annotations

from handout.errors import Finding, LayoutError, Private
from handout.layout.prose import Part, Prose
from handout.manuscript import Text
from handout.text import prints_nothing

_SLACK = 0.05  # pt, of rounding
_NAMES = {"born": "the patient's date of birth", "by": "the clinician's name", "on": "the date"}


def fitted(prose: Prose, measure: float, part: Part) -> Prose:
    """The prose itself. Raises LayoutError for a word wider than the measure, and for a value of the patient's
    of which nothing would be seen."""
    values = _values(part.words)
    findings = [
        _finding(part, f"{_kind(value)} would print as nothing", "Write it again, with letters or digits.")
        for value in values
        if prints_nothing(value)
    ]
    over = prose.paragraph.widest - measure
    if over > _SLACK:
        named = _kind(values[0]) if values else f"“{part.words if isinstance(part.words, str) else part.words.plain}”"
        what = f"{named} holds a word that is {over:.0f} pt wider than its place"
        findings.append(_finding(part, what, "Part the word with a space or a hyphen; nothing is cut."))
    if findings:
        raise LayoutError(findings)
    return prose


def _finding(part: Part, what: str, hint: str) -> Finding:
    own = "" if isinstance(part.words, str) else part.words.path
    return Finding(what, hint, path=own or part.tag)


def _values(words: Text | str) -> list[Private]:
    if isinstance(words, str):
        return []
    return [one.words for one in words.inlines if isinstance(one.words, Private) and one.words]


def _kind(value: Private) -> str:
    return _NAMES.get(value.kind, f"the patient's {value.kind}")
