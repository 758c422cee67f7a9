"""The solved skeleton: joints and frames by name, the spine as a curve, and what did not fit."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from handout.figure.body import anatomy
from handout.figure.body.anatomy import Build
from handout.figure.body.pose import Direction, Point, Pose
from handout.figure.rotation import SIDES, Array, about_x, about_y, about_z, orthonormal, product, turned, vector


@dataclass(frozen=True, slots=True)
class Note:
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
    notes: list[Note] = field(default_factory=list)

    @property
    def neck_top(self) -> float:
        """s where the skull sits."""
        return float(self.spine.s[-1])

    def shift(self, by: Array) -> None:
        """Move the whole body."""
        for name in self.joints:
            self.joints[name] = self.joints[name] + by
        self.spine = Spine(self.spine.points + by, self.spine.frames, self.spine.s)

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
            self.notes.append(Note("limit", part, angle, (low, high)))


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
        step = product(
            about_z(-(bend.flex + anatomy.REST_FLEX[region]) / steps),
            about_x(bend.side / steps),
            about_y(-bend.twist / steps),
        )
        for _ in range(steps):
            frames.append(product(frames[-1], step))
            points.append(points[-1] + frames[-1][:, 1] * lengths[region] / steps)
            s.append(s[-1] + lengths[region] / steps)
    body = Skeleton(pose, build, lengths, Spine(np.array(points), np.array(frames), np.array(s)))
    _place_head(body, at, r)
    return body


def _place_head(body: Skeleton, pelvis: Array, frame: Array) -> None:
    bend = body.pose.head
    body.frames["pelvis"] = frame
    body.frames["chest"] = body.spine.at(anatomy.CHEST_ON_SPINE)[1]
    body.frames["head"] = product(
        body.spine.frames[-1],
        about_z(-(bend.flex + anatomy.REST_HEAD)),
        about_x(bend.side),
        about_y(-bend.twist),
    )
    body.joints["pelvis"], body.joints["head"] = pelvis, body.spine.points[-1]
    for side, sign in SIDES:
        body.joints[f"hip_{side}"] = pelvis + frame[:, 2] * (sign * body.lengths["hip_half"])
    for region in ("lumbar", "thoracic", "neck", "head"):
        b = body.pose.bend(region)
        for key, value in (("flex", b.flex), ("side", b.side), ("twist", b.twist)):
            body.note_limit(f"{region}_{key}", f"{region}_{key}", value)
