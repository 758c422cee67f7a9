"""The `picture:` block as a `Storyboard`. Raises FigureError with every finding of the block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handout.errors import FigureError
from handout.figure.camera import View
from handout.figure.storyboard.arrow_reading import read_arrows
from handout.figure.storyboard.board import Crop, Frame, Storyboard
from handout.figure.storyboard.layers import Tree, flattened, over, spread
from handout.figure.storyboard.mirroring import mirrored_frame
from handout.figure.storyboard.pose_reading import read_pose
from handout.figure.storyboard.prop_reading import read_props
from handout.figure.storyboard.reader import Locate, Path, Reader

BOARD_KEYS = ("camera", "person", "shoes", "crop", "props", "pose", "frames", "inset", "easier", "harder")
FRAME_KEYS = ("pose", "props", "arrows", "contacts", "crop", "mirror", "from", "allow")
# What a check of what is seen may let pass, and the reasons it takes for it.
ALLOWED: Mapping[str, tuple[str, ...]] = {
    "face": ("lies-down", "turned-away"),
    "hands": ("hold-the-head", "out-of-sight"),
    "part": ("behind-the-body",),
    "change": ("small-movement", "same-place"),
    "mat": ("part-way",),
}
INSETS = ("roller-zone", "roller-strip-zone", "ball-zone")
_LIMB_CONTACTS = ("foot", "toe", "heel", "knee", "shank", "thigh", "hand", "forearm", "elbow")
CONTACTS = (
    "feet", *(f"{name}s" for name in _LIMB_CONTACTS if name != "foot"),
    *(f"{name}_{s}" for name in _LIMB_CONTACTS for s in "rl"),
    "seat", "pelvis", "back", "side", "belly", "head", "roller", "ball", "wall",
)  # fmt: skip
Values = Mapping[str, object]


def read_storyboard(data: Values, locate: Locate, poses: Values) -> Storyboard:
    """A storyboard from plain data; `poses` are the named poses. Paths in `locate` start inside the block."""
    reader = Reader(locate)
    board = _board(reader, data, poses, ())
    if reader.findings:
        raise FigureError(reader.findings)
    return board


def _board(reader: Reader, data: Values, poses: Values, path: Path) -> Storyboard:
    reader.keys(data, BOARD_KEYS, path)
    camera = reader.mapping(data.get("camera"), (*path, "camera"))
    reader.keys(camera, ("yaw", "pitch"), (*path, "camera"))
    view = View(
        reader.number(camera.get("yaw"), (*path, "camera", "yaw"), 0.0),
        reader.number(camera.get("pitch"), (*path, "camera", "pitch"), 8.0, -10, 90),
    )
    frames = _frames(reader, data, poses, (path, view))
    if not frames:
        reader.refuse((*path, "frames"), "there are no frames", "add frames: with at least one frame id")
    return Storyboard(
        frames=frames,
        view=view,
        person=str(data.get("person", "")),
        shoes=reader.switch(data.get("shoes"), (*path, "shoes"), _shod(data)),
        inset=_inset(reader, data.get("inset"), (*path, "inset")),
        easier=_version(reader, data, "easier", poses, path),
        harder=_version(reader, data, "harder", poses, path),
    )


def _version(reader: Reader, data: Values, name: str, poses: Values, path: Path) -> Storyboard | None:
    """An easier or harder version: what it gives replaces the exercise's, its pose is laid over.

    A pose that names a `base` of its own starts afresh.
    """
    if name not in data:
        return None
    own = reader.mapping(data[name], (*path, name))
    shared = {k: v for k, v in data.items() if k not in ("frames", "easier", "harder", "inset", "pose")}
    pose = reader.mapping(own.get("pose"), (*path, name, "pose"))
    if "base" not in pose:
        pose = over(dict(reader.mapping(data.get("pose"), (*path, "pose"))), spread(pose))
    camera = over(
        dict(reader.mapping(data.get("camera"), (*path, "camera"))),
        reader.mapping(own.get("camera"), (*path, name, "camera")),
    )
    return _board(reader, {**shared, **own, "pose": pose, "camera": camera}, poses, (*path, name))


def _inset(reader: Reader, value: object, path: Path) -> str | None:
    if value is None:
        return None
    data = reader.mapping(value, path)
    reader.keys(data, ("kind",), path)
    return reader.choice(data.get("kind"), (*path, "kind"), INSETS, INSETS[0])


def _shod(data: Values) -> bool:
    """Shoes unless there is a mat."""
    props = data.get("props")
    listed = props if isinstance(props, list) else []
    return not any(isinstance(p, Mapping) and p.get("type") == "mat" for p in listed)


def _frames(reader: Reader, data: Values, poses: Values, at_view: tuple[Path, View]) -> tuple[Frame, ...]:
    path, view = at_view
    listed = reader.mapping(data.get("frames"), (*path, "frames"))
    frames: dict[str, Frame] = {}
    mirrors: dict[str, str] = {}
    for name, value in listed.items():
        at = (*path, "frames", name)
        own = reader.mapping(value, at)
        reader.keys(own, FRAME_KEYS, at)
        if "mirror" in own:
            mirrors[str(name)] = str(own["mirror"])
            continue
        crop = own.get("crop", data.get("crop"))
        props_at = at if "props" in own else path
        props = read_props(reader, own.get("props", data.get("props")), (*props_at, "props"))
        frames[str(name)] = Frame(
            id=str(name),
            pose=read_pose(reader, _pose(reader, data, own, poses, (path, at)), (*at, "pose")),
            props=props,
            arrows=read_arrows(reader, own.get("arrows"), (*at, "arrows")),
            contacts=_contacts(reader, own.get("contacts"), (*at, "contacts")),
            crop=_crop(reader, crop, (*at, "crop")),
            place=reader.locate(at),
            start=_begins(reader, own.get("from"), listed, at),
            allow=_allowed(reader, own.get("allow"), (*at, "allow")),
        )
    for name, of in mirrors.items():
        at = (*path, "frames", name)
        if of in frames:
            frames[name] = replace(mirrored_frame(frames[of], view, name), place=reader.locate(at))
        else:
            what = f"there is no drawn frame {of} to mirror"
            reader.refuse((*at, "mirror"), what, "name a frame that has a pose")
    return tuple(frames[str(name)] for name in listed if str(name) in frames)


def _begins(reader: Reader, value: object, listed: Values, at: Path) -> str | None:
    """The frame that a movement begins at; None is the first."""
    if value is None:
        return None
    drawn = [str(name) for name, one in listed.items() if not (isinstance(one, Mapping) and "mirror" in one)]
    return reader.choice(value, (*at, "from"), drawn, "") or None


def _allowed(reader: Reader, value: object, path: Path) -> tuple[tuple[str, str], ...]:
    """What the author lets pass, each with one of the reasons that its check knows."""
    data = reader.mapping(value, path)
    reader.keys(data, ALLOWED, path)
    known = [(key, ALLOWED[key]) for key in data if key in ALLOWED]
    return tuple((key, reader.choice(data[key], (*path, key), reasons, reasons[0])) for key, reasons in known)


def _pose(reader: Reader, data: Values, own: Values, poses: Values, at: tuple[Path, Path]) -> Tree:
    """Named poses, the exercise's pose, the frame's pose."""
    shared = reader.mapping(data.get("pose"), (*at[0], "pose"))
    mine = reader.mapping(own.get("pose"), (*at[1], "pose"))
    out: Tree = {}
    for layer, path in ((shared, at[0]), (mine, at[1])):
        try:
            out = over(out, flattened(layer, poses))
        except KeyError as unknown:
            known = ", ".join(sorted(str(k) for k in poses))
            reader.refuse(
                (*path, "pose", "base"), f"no pose is called {unknown.args[0]}", f"use one of: {known}"
            )
    return out


def _crop(reader: Reader, value: object, path: Path) -> Crop | None:
    if value is None or value == "none":
        return None
    data = reader.mapping(value, path)
    reader.keys(data, ("at", "dy", "top"), path)
    at = str(data.get("at", "waist"))
    at = at if at not in ("waist", "hip", "knee") else f"{at}_r"
    return Crop(
        reader.place(at, (*path, "at"), False) or "waist_r",
        reader.number(data.get("dy"), (*path, "dy"), 0.0, -1, 1),
        reader.place(data["top"], (*path, "top"), False) if "top" in data else None,
    )


def _contacts(reader: Reader, value: object, path: Path) -> tuple[str, ...]:
    listed = value if isinstance(value, list | tuple) else [] if value is None else [value]
    return tuple(reader.choice(v, (*path, i), CONTACTS, "feet") for i, v in enumerate(listed))
