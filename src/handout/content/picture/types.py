"""A picture file as typed data: which frames it has, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from handout.errors import Place
from handout.source import Mapping as Tree
from handout.source import place_of

ZONE = "zone"  # the inset that shows where yes and where never
VERSIONS = ("easier", "harder")
Said = Mapping[str, Any]  # values as their shapes read them: texts, numbers, tuples and tables of such


@dataclass(frozen=True, slots=True)
class FrameSpec:
    """One picture. `mirror` names the frame whose other side it is; "" for one that is drawn."""

    id: str
    said: Said

    @property
    def mirror(self) -> str:
        return str(self.said.get("mirror", ""))


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """The frames of an exercise or of one of its versions, in the order printed, and what they share."""

    node: Tree = field(repr=False)  # the file, for the places of findings and for what is bound by it as written
    said: Said = field(repr=False)
    frames: tuple[FrameSpec, ...]
    versions: Mapping[str, PictureSpec] = field(default_factory=dict)

    @property
    def where(self) -> Place:
        """Where it stands."""
        return self.node.where

    def place(self, *steps: str | int) -> Place:
        """Where a value of it stands."""
        return place_of(self.node, steps)

    @property
    def inset(self) -> bool:
        """Whether it shows a zone."""
        return "inset" in self.said

    @property
    def mirrors(self) -> dict[str, str]:
        """Mirror frame -> the frame it mirrors."""
        return {frame.id: frame.mirror for frame in self.frames if frame.mirror}

    @property
    def worded(self) -> tuple[str, ...]:
        """The frames that need words of their own: all but mirrors, whose words are the mirrored frame's."""
        return tuple(self._worded())

    def _worded(self) -> Iterator[str]:
        yield from (frame.id for frame in self.frames if not frame.mirror)
        if self.inset:
            yield ZONE
        for version in self.versions.values():
            yield from (frame.id for frame in version.frames if not frame.mirror)

    def poses(self) -> Iterator[Said]:
        """The pose that all frames share, then each frame's own; without those of its versions."""
        yield self.said.get("pose", {})
        yield from (frame.said.get("pose", {}) for frame in self.frames)

    def props(self) -> Iterator[Said]:
        """Every prop of it and of its versions."""
        for said in (self.said, *(frame.said for frame in self.frames)):
            yield from said.get("props", ())
        for version in self.versions.values():
            yield from version.props()


def picture_of(values: Said, node: Tree) -> PictureSpec:
    """The picture of these values, which its shape has read from `node`."""
    versions = {}
    for name in VERSIONS:
        inside = node.get(name)
        if isinstance(inside, Tree) and name in values:
            versions[name] = picture_of(values[name], inside)
    frames = tuple(FrameSpec(name, said) for name, said in values.get("frames", {}).items())
    return PictureSpec(node, values, frames, versions)
