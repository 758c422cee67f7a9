"""The pictures of an exercise by name, read from its pose file without knowing what a pose is."""

from __future__ import annotations

from collections.abc import Iterator

from handout.source.node import Mapping

ZONE = "zone"  # the inset that shows where yes and where never
GROUPS = ("easier", "harder")  # groups of a pose file with frames of their own


def frames_of(picture: Mapping) -> tuple[str, ...]:
    """The frames that need words of their own: all but mirrors, whose words are the mirrored frame's."""
    return tuple(_frames(picture))


def _frames(picture: Mapping) -> Iterator[str]:
    yield from _own(picture)
    if picture.get("inset") is not None:
        yield ZONE
    for group in GROUPS:
        inside = picture.get(group)
        if isinstance(inside, Mapping):
            yield from _own(inside)


def _own(group: Mapping) -> Iterator[str]:
    frames = group.get("frames")
    for key, frame in frames.entries if isinstance(frames, Mapping) else ():
        if not (isinstance(frame, Mapping) and frame.get("mirror") is not None):
            yield key.text


def mirrors_of(picture: Mapping) -> dict[str, str]:
    """Mirror frame -> the frame it mirrors."""
    frames = picture.get("frames")
    found: dict[str, str] = {}
    for key, frame in frames.entries if isinstance(frames, Mapping) else ():
        mirrored = frame.get("mirror") if isinstance(frame, Mapping) else None
        text = getattr(mirrored, "text", "")
        if text:
            found[key.text] = text
    return found
