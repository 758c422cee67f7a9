"""The solved skeleton: joints and frames by name, the spine as a curve, and what did not fit."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from handout.figure.body import anatomy
from handout.figure.body.builds import Build
from handout.figure.body.pose import Bend, Direction, Point, Pose
from handout.figure.rotation import SIDES, Array, about_x, about_y, about_z, orthonormal, product, turned, vector


@dataclass(frozen=True, slots=True)
class SolverNote:
    """Something the solver had to bend: `kind` is limit or reach, `amount` degrees or body heights."""

    kind: str
    part: str  # "elbow_r", "lumbar_twist"
    amount: float  # the angle asked for, or how far out of reach
    bounds: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Spine:
    """The spine as points and frames at rising s (from the hip centre upwards, in body heights)."""

    points: Array
    frames: Array
    s: Array

    def along(self, places: Array) -> tuple[Array, Array]:
        """Centres and frames at each place."""
        i = np.clip(np.searchsorted(self.s, places) - 1, 0, len(self.s) - 2)
        t = (places - self.s[i]) / (self.s[i + 1] - self.s[i])
        centres: Array = self.points[i] * (1 - t)[:, None] + self.points[i + 1] * t[:, None]
        w = t[:, None, None]
        return centres, orthonormal(self.frames[i] * (1 - w) + self.frames[i + 1] * w)

    def at(self, s: float) -> tuple[Array, Array]:
        """Centre and frame at one place."""
        centres, frames = self.along(np.array([s]))
        return centres[0], frames[0]


@dataclass(slots=True)
class Skeleton:
    """Joints ("knee_r") and frames ("thigh_r") in the room. Filled while solving, read-only afterwards."""

    pose: Pose
    build: Build
    lengths: dict[str, float]
    spine: Spine
    joints: dict[str, Array] = field(default_factory=dict)
    frames: dict[str, Array] = field(default_factory=dict)
    notes: list[SolverNote] = field(default_factory=list)
    contacts: frozenset[str] = frozenset()
    toes: dict[str, float] = field(default_factory=dict)  # degrees that the toes of a side are bent up
    moved: dict[str, Array] = field(default_factory=dict)  # how far a goal moved the target of a limb

    @property
    def neck_top(self) -> float:
        """s where the skull sits."""
        return float(self.spine.s[-1])

    def shift(self, by: Array) -> None:
        """Move the whole body."""
        for name in self.joints:
            self.joints[name] = self.joints[name] + by
        self.spine = Spine(self.spine.points + by, self.spine.frames, self.spine.s)

    def turn(self, rotation: Array, about: Array) -> None:
        """Turn the whole body about a point."""
        for name, place in self.joints.items():
            self.joints[name] = about + turned(rotation, place - about)
        for name, frame in self.frames.items():
            self.frames[name] = product(rotation, frame)
        frames = np.array([product(rotation, frame) for frame in self.spine.frames])
        self.spine = Spine(about + turned(rotation, self.spine.points - about), frames, self.spine.s)

    def bend_neck(self, more: float, aside: bool = False) -> None:
        """The neck laid anew, bent forward (or to the right) by so many degrees more than in the pose."""
        last = len(self.spine.s) - anatomy.STEPS["neck"]
        points, frames = list(self.spine.points[:last]), list(self.spine.frames[:last])
        neck, head = self.pose.neck, self.pose.head
        if aside:  # the head goes along: a neck alone is too short
            neck = replace(neck, side=neck.side + more * 0.75)
            head = replace(head, side=head.side + more * 0.25)
        else:
            neck = replace(neck, flex=neck.flex + more)
            head = replace(head, flex=head.flex - more * 0.5)  # the face stays where it looked
        _grow(points, frames, ("neck", neck, self.lengths["neck"]), head.glide)
        self.spine = Spine(np.array(points), np.array(frames), self.spine.s)
        _place_skull(self, head)

    def on_head(self, x: float, y: float, z: float) -> Array:
        """A point of the head: x front, y from chin 0 to crown 1, z right, in head heights."""
        local = vector(x, y - anatomy.SKULL_PIVOT, z) * self.lengths["head"]
        result: Array = self.joints["head"] + turned(self.frames["head"], local)
        return result

    def direction(self, d: Direction, sign: float) -> Array:
        """A direction in the room; z is outward for the side with this sign."""
        v = vector(d.xyz[0], d.xyz[1], d.xyz[2] * sign)
        return v if d.frame is None else turned(self.frames[d.frame], v)

    def point(self, p: Point, side: str = "r", sign: float = 1.0) -> Array:
        """A point in the room. Anchors must have been placed."""
        offset = vector(p.offset[0], p.offset[1], p.offset[2] * sign)
        if p.frame is not None:
            offset = turned(self.frames[p.frame], offset)
        if p.ref is None:
            return offset
        base = self.joints[p.ref.replace("*", side)].copy()
        if p.floor:
            base[1] = 0.0
        result: Array = base + offset
        return result

    def note_limit(self, joint: str, part: str, angle: float) -> None:
        """Remember an angle outside its limits (half a degree is forgiven)."""
        low, high = anatomy.LIMITS[joint]
        if not low - 0.5 <= angle <= high + 0.5:
            self.notes.append(SolverNote("limit", part, angle, (low, high)))


def lay_spine(pose: Pose, build: Build) -> Skeleton:
    """The skeleton with its trunk and head only."""
    lengths = dict(anatomy.LENGTH)
    lengths["shoulder_half"] *= build.shoulder
    lengths["hip_half"] *= build.hip
    lengths["head"] *= build.head
    r = product(about_y(pose.root.yaw), about_x(pose.root.roll), about_z(pose.root.pitch))
    at = vector(*pose.root.at)
    points = [at - r[:, 1] * 0.075, at, at + r[:, 1] * lengths["pelvis"]]
    frames, s = [r, r, r], [-0.075, 0.0, lengths["pelvis"]]
    for region, steps in anatomy.STEPS.items():
        bend = pose.bend(region)
        _grow(points, frames, (region, bend, lengths[region]), pose.head.glide if region == "neck" else 0.0)
        s += [s[-1] + lengths[region] * (k + 1) / steps for k in range(steps)]
    body = Skeleton(pose, build, lengths, Spine(np.array(points), np.array(frames), np.array(s)))
    _place_head(body, at, r)
    return body


def _grow(points: list[Array], frames: list[Array], part: tuple[str, Bend, float], glide: float) -> None:
    """The steps of one region added; a glide bends the first steps of the neck one way and the last back."""
    region, bend, long = part
    steps = anatomy.STEPS[region]
    sway = anatomy.GLIDE_DEGREES * glide
    for k in range(steps):
        extra = sway / 2 if k < 2 else -sway / 2 if k >= steps - 2 else 0.0
        step = product(
            about_z(-(bend.flex + anatomy.REST_FLEX[region]) / steps - (extra if sway else 0.0)),
            about_x(bend.side / steps),
            about_y(-bend.twist / steps),
        )
        frames.append(product(frames[-1], step))
        points.append(points[-1] + frames[-1][:, 1] * long / steps)


def _place_skull(body: Skeleton, bend: Bend) -> None:
    body.joints["head"] = body.spine.points[-1]
    body.frames["head"] = product(
        body.spine.frames[-1],
        about_z(-(bend.flex + anatomy.REST_HEAD)),
        about_x(bend.side),
        about_y(-bend.twist),
    )


def _place_head(body: Skeleton, pelvis: Array, frame: Array) -> None:
    body.frames["pelvis"] = frame
    body.frames["chest"] = body.spine.at(anatomy.CHEST_ON_SPINE)[1]
    body.joints["pelvis"] = pelvis
    _place_skull(body, body.pose.head)
    for side, sign in SIDES:
        body.joints[f"hip_{side}"] = pelvis + frame[:, 2] * (sign * body.lengths["hip_half"])
    for region in ("lumbar", "thoracic", "neck", "head"):
        b = body.pose.bend(region)
        for key, value in (("flex", b.flex), ("side", b.side), ("twist", b.twist)):
            body.note_limit(f"{region}_{key}", f"{region}_{key}", value)
