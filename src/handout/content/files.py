"""The files of all layers: which one holds, what it is called in a finding, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from handout.content.library import called, joined, listed, sources_of, topmost
from handout.errors import Finding, HandoutError, Place
from handout.source import Node, ValueShape, place_of, read

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Facts(Generic[T]):
    """What a file says, and its tree, so that a later check can name the line."""

    value: T
    node: Node

    def place(self, path: str) -> Place:
        return place_of(self.node, path)


@dataclass(slots=True)
class Shelf:
    """Reads from the layers, upper ones first, and collects what is wrong.

    A broken file in an upper layer is a finding; the shipped file under it is never read instead.
    """

    layers: tuple[Path, ...]
    findings: list[Finding] = field(default_factory=list)

    def node(self, relative: str) -> Node | None:
        """The tree of a file, of all layers where it is joined; None when there is none or one is broken."""
        trees: list[Node] = []
        paths = sources_of(self.layers, relative)
        for path in paths:
            try:
                trees.append(read(path, self.name(path)))
            except HandoutError as error:
                self.findings.extend(error.findings)
        return joined(relative, trees) if trees and len(trees) == len(paths) else None

    def facts(self, relative: str, shape: ValueShape[T]) -> Facts[T] | None:
        """What a file says by its shape, or None when it is missing or wrong."""
        node = self.node(relative)
        if node is None:
            return None
        found: list[Finding] = []
        try:
            value = shape.read(node, "", found)
        except HandoutError as error:
            value, found = None, [*found, *error.findings]
        self.findings.extend(found)
        return None if value is None else Facts(value, node)

    def need(self, relative: str) -> bool:
        """Whether a file that every library must have is there; a finding if it is not."""
        if topmost(self.layers, relative) is not None:
            return True
        self.findings.append(Finding("the file is missing", "Add it, or take its folder away.", Place(relative)))
        return False

    def folders(self, folder: str) -> dict[str, tuple[str, ...]]:
        """Folder inside `folder` -> the names of its YAML files, over all layers."""
        found: dict[str, list[str]] = {}
        for name in listed(self.layers, folder, ".yaml"):
            inside, _, file = name.partition("/")
            if file and "/" not in file:  # others are named among the strays
                found.setdefault(inside, []).append(file)
        return {name: tuple(files) for name, files in sorted(found.items())}

    def names(self, folder: str) -> tuple[str, ...]:
        """The YAML files that stand in a folder itself, over all layers."""
        return tuple(name for name in listed(self.layers, folder, ".yaml") if "/" not in name)

    def name(self, path: Path) -> str:
        """What a finding calls a file."""
        return called(self.layers, path)

    def find(self, where: Place, path: str, what: str, hint: str) -> None:
        self.findings.append(Finding(what, hint, where, path))
