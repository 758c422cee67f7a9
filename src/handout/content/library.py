"""The library: all content of a run, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial, reduce
from pathlib import Path

from handout.content.approval_types import Approvals
from handout.content.types import Equipment, Exercise, LibraryText, Pack, Regional, Routine, Safety, Source
from handout.errors import Finding, Place, UsageError
from handout.language import Country, Language
from handout.source import Node, merged, read


@dataclass(frozen=True, slots=True)
class Reworded:
    """A shipped safety text, or a fact behind one, that a library changes."""

    file: str  # from the root of a library: "handouts/safety/en.yaml"
    key: str  # "lines.chest-pain"
    was: str
    now: str
    where: Place
    what: str = ""  # the fault in words, where it is more than another wording

    @property
    def tag(self) -> str:
        """The language whose words they are; "" for facts, which count in every language."""
        folder, _, name = self.file.rpartition("/")
        worded = folder in {"handouts/safety", "assets/languages"} or folder.startswith("handouts/routines/")
        worded = worded and name not in {"safety.yaml", "routine.yaml"}
        return name.removesuffix(".yaml") if worded else ""

    @property
    def words(self) -> bool:
        """Whether it is words of the safety file: a sheet prints some of them. Facts and headings count on each."""
        return bool(self.tag) and self.file.startswith("handouts/safety/")


@dataclass(frozen=True, slots=True)
class Library:
    """Everything a run may print, by id. `layers` are the folders it came from, the shipped one first."""

    layers: tuple[Path, ...]
    safety: Safety
    equipment: Equipment
    exercises: dict[str, Exercise] = field(default_factory=dict)
    routines: dict[str, Routine] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    packs: dict[str, Pack] = field(default_factory=dict)
    texts: dict[str, LibraryText] = field(default_factory=dict)  # of a library's own, for its template to place
    languages: dict[str, Language] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    regions: dict[str, Regional] = field(default_factory=dict)  # by tag: en-US
    reworded: tuple[Reworded, ...] = ()  # shipped safety words that a library says in its own way
    approvals: Approvals = field(default_factory=Approvals)
    refused: dict[str, tuple[Finding, ...]] = field(default_factory=dict)  # language -> why its sheets are not made

    def file(self, relative: str) -> Path | None:
        """The file of that path in the topmost layer that has one: "assets/icons/shower.svg"."""
        return topmost(self.layers, relative)

    def tree(self, relative: str) -> Node | None:
        """What the files of that path say together. Raises SourceError."""
        paths = sources_of(self.layers, relative)
        trees = [read(path, called(self.layers, path)) for path in paths]
        return joined(relative, trees) if trees else None

    def files(self, folder: str, suffix: str) -> dict[str, Path]:
        """Every file of a folder over all layers, by its path inside the folder; upper layers win."""
        return listed(self.layers, folder, suffix)


def topmost(layers: Sequence[Path], relative: str) -> Path | None:
    """The file of that path in the last layer that has it."""
    return next((layer / relative for layer in reversed(layers) if (layer / relative).is_file()), None)


# What is joined by id over all layers; of any other path the topmost file holds. Of the lists inside, those of the
# safety files grow; in a language or a country the upper list holds.
JOINED = (
    "handouts/safety/",
    "handouts/equipment/",
    "handouts/sources.yaml",
    "assets/languages/",
    "assets/countries/",
    "assets/people.yaml",
    "assets/poses.yaml",
)


def is_joined(relative: str) -> bool:
    """Whether a library's file of that path adds to the shipped one instead of standing in its place."""
    return relative.startswith(JOINED) and relative.endswith(".yaml")


def sources_of(layers: Sequence[Path], relative: str) -> tuple[Path, ...]:
    """The files that are read for a path, the lowest first: one, or all that are joined."""
    if not is_joined(relative):
        path = topmost(layers, relative)
        return () if path is None else (path,)
    return tuple(layer / relative for layer in layers if (layer / relative).is_file())


def joined(relative: str, trees: Sequence[Node]) -> Node:
    """The trees of the files of one path as one."""
    return reduce(partial(merged, lists=not relative.startswith("assets/")), trees)


def listed(layers: Sequence[Path], folder: str, suffix: str) -> dict[str, Path]:
    """The files under `folder` in all layers, sorted by their path inside it; later layers win."""
    found: dict[str, Path] = {}
    for layer in layers:
        base = layer / folder
        for path in base.rglob(f"*{suffix}") if base.is_dir() else ():
            if path.is_file():
                found[path.relative_to(base).as_posix()] = path
    return dict(sorted(found.items()))


def called(layers: Sequence[Path], path: Path) -> str:
    """What a finding calls a file: its place in the project, or in the folder laid over it."""
    for layer in reversed(layers):
        if path.is_relative_to(layer):
            inside = path.relative_to(layer).as_posix()
            return inside if layer == layers[0] else (layer / inside).as_posix()
    return path.name


def layers_of(libraries: Iterable[Path]) -> tuple[Path, ...]:
    """The shipped content and the folders that are laid over it, in that order. Raises UsageError for one that is
    not there."""
    folders = tuple(libraries)
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        raise UsageError(Finding(f"there is no folder {one}", "Check the name of the library.") for one in missing)
    return (shipped_root(), *folders)


def shipped_root() -> Path:
    """Where the shipped `handouts/` and `assets/` are: inside an installed package, else the checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parents[1]
