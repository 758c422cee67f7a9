"""`handout check`: all that is wrong with the content of these layers, and what a reviewer should see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from handout.authoring.draft import PICTURE, read_draft
from handout.authoring.migrate import APPROVALS, LIBRARY, changed_since
from handout.content import Library, load, read_clinic, reviewer_notes
from handout.errors import ContentError, Finding, HandoutError

LibraryCheck = Callable[[Library], Iterable[Finding]]  # a room's own look at the library: poses, panels set


def check_library(layers: Sequence[Path], looks: Iterable[LibraryCheck] = ()) -> tuple[Finding, ...]:
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


def is_exercise(folder: Path) -> bool:
    """Whether a folder is one exercise, not a library: its own files lie in it."""
    return any((folder / name).is_file() for name in ("exercise.yaml", PICTURE)) and not (folder / "handouts").is_dir()


def check_exercise(folder: Path, shipped: Path) -> tuple[Finding, ...]:
    """What is wrong in the folder of one exercise: its data and words where it lies in a library, and its picture.

    Nothing else is drawn or set, and what is wrong elsewhere is not told.
    """
    home = folder.resolve()
    layers = [shipped.resolve()]
    in_library = home.parent.name == "exercises" and home.parent.parent.name == "handouts"
    if in_library and home.parents[2] not in layers:
        layers.append(home.parents[2])
    found: list[Finding] = []
    if in_library:
        found += [one for one in _loaded(layers) if one.where and Path(one.where.file).resolve().is_relative_to(home)]
    if (folder / PICTURE).is_file():
        try:
            found += read_draft(layers, str(folder)).findings()
        except HandoutError as error:
            found += error.findings
    return tuple(dict.fromkeys(found))


def _loaded(layers: Sequence[Path]) -> tuple[Finding, ...]:
    try:
        return load(layers)[1]
    except ContentError as error:
        return error.findings
