"""The library: all content of a run, read and checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handout.content.types import Equipment, Exercise, Pack, Routine, Safety, Source
from handout.language.types import Country, Language


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
    languages: dict[str, Language] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)

    def file(self, relative: str) -> Path | None:
        """The file of that path in the topmost layer that has one: "assets/icons/shower.svg"."""
        return topmost(self.layers, relative)

    def files(self, folder: str, suffix: str) -> dict[str, Path]:
        """Every file of a folder over all layers, by its path inside the folder; upper layers win."""
        return listed(self.layers, folder, suffix)


def topmost(layers: Sequence[Path], relative: str) -> Path | None:
    """The file of that path in the last layer that has it."""
    return next((layer / relative for layer in reversed(layers) if (layer / relative).is_file()), None)


def listed(layers: Sequence[Path], folder: str, suffix: str) -> dict[str, Path]:
    """The files under `folder` in all layers, sorted by their path inside it; later layers win."""
    found: dict[str, Path] = {}
    for layer in layers:
        base = layer / folder
        for path in base.rglob(f"*{suffix}") if base.is_dir() else ():
            if path.is_file():
                found[path.relative_to(base).as_posix()] = path
    return dict(sorted(found.items()))


def shipped_root() -> Path:
    """Where the shipped `handouts/` and `assets/` are: inside an installed package, else the checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "shipped"
    return inside if inside.is_dir() else package.parents[1]
