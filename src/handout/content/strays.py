"""Files of a library that nothing reads: each is said, so that no one believes a file holds when it does not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from handout.content.library import called
from handout.errors import Finding, Place, Severity
from handout.language import TAG
from handout.source import suggestion

PARTS = ("handouts", "assets", "packs")
FOLDERS = {
    "handouts": ("exercises", "routines", "safety", "equipment", "back", "texts"),
    "assets": ("languages", "countries", "themes", "templates", "icons", "figures"),
}
_READ = re.compile(
    rf"""handouts/exercises/[^/]+/(?:(?:exercise|picture|{TAG})\.yaml|[^/]+\.(?:svg|png|jpe?g))
    | handouts/routines/[^/]+/(?:routine|{TAG})\.yaml
    | handouts/safety/(?:safety|mandatory|{TAG})\.yaml
    | handouts/equipment/(?:equipment|{TAG})\.yaml
    | handouts/texts/[^/]+/{TAG}\.yaml
    | handouts/back/{TAG}\.yaml
    | handouts/sources\.yaml
    | packs/[^/]+\.yaml
    | assets/(?:languages|countries|themes)/[^/]+\.yaml
    | assets/(?:people|poses)\.yaml
    | assets/templates/(?:handout|handout\.xml|parts\.xml)\.j2
    | assets/icons/[^/]+\.svg""",
    re.VERBOSE,
)
DRAWN = "assets/figures/"
_YAML = re.compile(r".*\.ya?ml", re.IGNORECASE)
# Left alone wherever they stand: what is for people, and what systems leave behind.
_FOR_PEOPLE = re.compile(
    r"\..*|.*~|(?:readme|licen[cs]e)|.*\.(?:md|txt|pdf|docx?)|thumbs\.db|desktop\.ini", re.IGNORECASE
)


def stray_findings(layers: tuple[Path, ...]) -> Iterator[Finding]:
    """What stands in the folders laid over the shipped one and is read by nothing."""
    for layer in layers[1:]:
        for path in _entries(layer):
            found = _fault(layer, path)
            if found is not None:
                what, hint, severity = found
                yield Finding(what, hint, Place(called(layers, path)), severity=severity)


def _entries(layer: Path) -> Iterator[Path]:
    """Everything in the parts of a library, and what stands beside them; hidden things and their insides are not."""
    for folder, inside, files in os.walk(layer):
        here = Path(folder)
        inside[:] = sorted(name for name in inside if not _FOR_PEOPLE.fullmatch(name))
        yield from (here / name for name in sorted((*inside, *files)) if not _FOR_PEOPLE.fullmatch(name))
        if here == layer:
            inside[:] = [name for name in inside if name in PARTS]


Fault = tuple[str, str, Severity]


def _fault(layer: Path, path: Path) -> Fault | None:
    name = path.relative_to(layer).as_posix()
    if path.is_symlink() and not path.exists():
        return "this link leads nowhere", "Put the file here itself, or take the link away.", Severity.ERROR
    if path.is_dir():
        return _folder(name, path)
    if "/" not in name:
        return _beside(name)
    if not path.is_file():
        return "this is no file", "Put a file here, or take it away.", Severity.ERROR
    if _READ.fullmatch(name):
        return None
    if name.startswith(DRAWN):
        hint = "Change its picture.yaml; a clinic's own photograph stands beside exercise.yaml, under images:."
        return "drawings are made from their poses: nothing reads this file", hint, Severity.ERROR
    if _YAML.fullmatch(name):
        return "nothing reads this file", _hint(name), Severity.ERROR
    return "nothing reads this file", "Move it, or take it away.", Severity.WARNING


def _folder(name: str, path: Path) -> Fault | None:
    part, _, rest = name.partition("/")
    if _YAML.fullmatch(name):
        return "a folder stands where a file is looked for", "Give the folder another name.", Severity.ERROR
    if not rest:
        if part in PARTS:
            return None
        if part.lower() in PARTS:
            return f"nothing reads this folder: its name is {part.lower()}", f"Name it {part.lower()}.", Severity.ERROR
        if any((path / one).is_dir() for one in PARTS):
            hint = f"Give this folder itself: --library {path.as_posix()}"
            return "a library stands one folder too deep", hint, Severity.ERROR
        near = suggestion(part, PARTS) if "mean" in suggestion(part, PARTS) else ""
        return (f"nothing reads the folder {part}", near, Severity.ERROR) if near else None
    if part in FOLDERS and "/" not in rest and rest not in FOLDERS[part]:
        packs = rest == "packs"
        hint = "Packs stand in packs/, at the top of the library." if packs else suggestion(rest, FOLDERS[part])
        return f"nothing reads the folder {name}", hint or "Move it, or take it away.", Severity.ERROR
    return None


def _beside(name: str) -> Fault | None:
    """Files at the top are clinic files, lists and the like; a part of a library there is in the wrong place."""
    stem, dot, end = name.rpartition(".")
    if dot and end.lower() in {"yml", "yaml"} and end != "yaml":
        return "nothing reads this file", f"Name it {stem}.yaml.", Severity.ERROR
    return None


def _hint(name: str) -> str:
    right = re.sub(r"\.ya?ml$", ".yaml", name, flags=re.IGNORECASE)
    if right != name and _READ.fullmatch(right):
        return f"Name it {right.rpartition('/')[2]}."
    return "Move it where it is looked for (see the README), or take it away."
