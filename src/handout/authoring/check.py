"""`handout check`: all that is wrong with the content of these layers, and what a reviewer should see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from handout.authoring.migrate import APPROVALS, LIBRARY, changed_since
from handout.content import Library, load, read_clinic, reviewer_notes
from handout.errors import ContentError, Finding, HandoutError

Look = Callable[[Library], Iterable[Finding]]  # a room's own look at the library: poses, panels set


def check(layers: Sequence[Path], looks: Iterable[Look] = ()) -> tuple[Finding, ...]:
    """All findings of the layers, the shipped one first; never raises for what is wrong in a file.

    YAML files that stand at the top of a laid-over folder are clinic files.
    """
    try:
        library, findings = load(layers)
    except ContentError as error:
        return error.findings
    found = [*findings, *reviewer_notes(library)]
    for layer in layers[1:]:
        found.extend(changed_since(layer))
        for path in sorted(path for path in layer.glob("*.yaml") if path.name not in {LIBRARY, APPROVALS}):
            found.extend(_clinic(path, library))
    for look in looks:
        found.extend(look(library))
    return tuple(dict.fromkeys(found))


def _clinic(path: Path, library: Library) -> tuple[Finding, ...]:
    try:
        read_clinic(path, library)
    except HandoutError as error:
        return error.findings
    return ()
