"""A picture file as a `Storyboard`: its layers of poses merged, its names resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from handout.content import PICTURE, POSES, SIDELESS, PictureSpec, Said
from handout.errors import FigureError
from handout.figure.storyboard.arrow_reading import read_arrows
from handout.figure.storyboard.board import Crop, Frame, Storyboard
from handout.figure.storyboard.layers import Tree, flattened, over, spread
from handout.figure.storyboard.mirroring import mirrored_frame
from handout.figure.storyboard.pose_reading import read_pose
from handout.figure.storyboard.prop_reading import read_props
from handout.figure.storyboard.resolving import Path, Resolver
from handout.figure.view import View
from handout.source import Node, place_of


def read_poses(node: Node) -> Mapping[str, Said]:
    """The named poses of a file. Raises FigureError with every finding."""
    return POSES.whole(node, FigureError)


def read_storyboard(node: Node, poses: Mapping[str, Said]) -> Storyboard:
    """A picture file by itself. Raises FigureError with every finding: of its form, or of what its values name."""
    return storyboard_of(PICTURE.whole(node, FigureError), poses)


def storyboard_of(picture: PictureSpec, poses: Mapping[str, Said]) -> Storyboard:
    """The storyboard of a picture; `poses` are the named ones. Raises FigureError with every finding."""
    resolver = Resolver(partial(place_of, picture.node))
    board = _board(resolver, picture.said, poses, ())
    if resolver.findings:
        raise FigureError(resolver.findings)
    return board


def _board(resolver: Resolver, data: Said, poses: Mapping[str, Said], path: Path) -> Storyboard:
    camera = data.get("camera", {})
    view = View(camera.get("yaw", 0.0), camera.get("pitch", 8.0))
    frames = _frames(resolver, data, poses, (path, view))
    if not frames:
        resolver.refuse((*path, "frames"), "there are no frames", "Add frames: with at least one frame.")
    return Storyboard(
        frames=frames,
        view=view,
        person=data.get("person", ""),
        shoes=data.get("shoes", _shod(data)),
        inset=data["inset"].get("kind", "roller-zone") if "inset" in data else None,
        easier=_version(resolver, data, "easier", poses, path),
        harder=_version(resolver, data, "harder", poses, path),
    )


def _version(
    resolver: Resolver, data: Said, name: str, poses: Mapping[str, Said], path: Path
) -> Storyboard | None:
    """An easier or harder version: what it gives replaces the exercise's, its pose is laid over.

    A pose that names a `base` of its own starts afresh.
    """
    if name not in data:
        return None
    own = data[name]
    shared = {k: v for k, v in data.items() if k not in ("frames", "easier", "harder", "inset", "pose")}
    pose = own.get("pose", {})
    if "base" not in pose:
        pose = over(dict(data.get("pose", {})), spread(pose))
    camera = over(dict(data.get("camera", {})), own.get("camera", {}))
    return _board(resolver, {**shared, **own, "pose": pose, "camera": camera}, poses, (*path, name))


def _shod(data: Said) -> bool:
    """Shoes unless there is a mat."""
    return not any(prop["type"] == "mat" for prop in data.get("props", ()))


def _frames(
    resolver: Resolver, data: Said, poses: Mapping[str, Said], at_view: tuple[Path, View]
) -> tuple[Frame, ...]:
    path, view = at_view
    listed: Mapping[str, Said] = data.get("frames", {})
    frames = {
        name: _frame(resolver, name, data, poses, path) for name, own in listed.items() if "mirror" not in own
    }
    for name, own in listed.items():
        if "mirror" not in own:
            continue
        at, of = (*path, "frames", name), own["mirror"]
        if of in frames:
            frames[name] = replace(mirrored_frame(frames[of], view, name), place=resolver.locate(at))
        else:
            what = f"there is no drawn frame {of} to mirror"
            resolver.refuse((*at, "mirror"), what, "Name a frame that has a pose.")
    return tuple(frames[name] for name in listed if name in frames)


def _frame(resolver: Resolver, name: str, data: Said, poses: Mapping[str, Said], path: Path) -> Frame:
    """One drawn frame: what it says, and what the exercise says for all."""
    at = (*path, "frames", name)
    own: Said = data["frames"][name]
    props_at = at if "props" in own else path
    props = read_props(resolver, own.get("props", data.get("props", ())), (*props_at, "props"))
    contacts = own.get("contacts", ())
    return Frame(
        id=name,
        pose=read_pose(resolver, _pose(resolver, data, own, poses, (path, at)), (*at, "pose")),
        props=props,
        arrows=read_arrows(resolver, own.get("arrows", ()), (*at, "arrows")),
        contacts=(contacts,) if isinstance(contacts, str) else tuple(contacts),
        crop=_crop(resolver, own.get("crop", data.get("crop", "none")), (*at, "crop")),
        place=resolver.locate(at),
        start=_begins(resolver, own.get("from"), data["frames"], at),
        allow=tuple(own.get("allow", {}).items()),
    )


def _begins(resolver: Resolver, value: str | None, listed: Mapping[str, Said], at: Path) -> str | None:
    """The frame that a movement begins at; None is the first."""
    drawn = [name for name, one in listed.items() if "mirror" not in one]
    if value is None or value in drawn:
        return value
    resolver.refuse((*at, "from"), f"there is no drawn frame {value} to begin at", f"Write one of: {', '.join(drawn)}.")
    return None


def _pose(resolver: Resolver, data: Said, own: Said, poses: Mapping[str, Said], at: tuple[Path, Path]) -> Tree:
    """Named poses, the exercise's pose, the frame's pose."""
    out: Tree = {}
    for layer, path in ((data.get("pose", {}), at[0]), (own.get("pose", {}), at[1])):
        try:
            out = over(out, flattened(layer, poses))
        except KeyError as unknown:
            hint = f"Write one of: {', '.join(sorted(poses))}."
            resolver.refuse((*path, "pose", "base"), f"no pose is called {unknown.args[0]}", hint)
    return out


def _crop(resolver: Resolver, value: Any, path: Path) -> Crop | None:
    if value == "none":
        return None
    at = value.get("at", "waist")
    return Crop(
        resolver.place(f"{at}_r" if at in SIDELESS else at, (*path, "at")) or "waist_r",
        value.get("dy", 0.0),
        resolver.place(value["top"], (*path, "top")) if "top" in value else None,
    )
