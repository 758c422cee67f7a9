"""A storyboard: the frames of one exercise, sharing camera, scale and floor line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from handout.errors import Place
from handout.figure.body.pose import Pose
from handout.figure.storyboard.arrow_types import Arrow
from handout.figure.storyboard.prop_types import Prop
from handout.figure.view import View


@dataclass(frozen=True, slots=True)
class Crop:
    """Cut below the named place, `dy` higher (or lower, negative); with `top` also above that place."""

    at: str
    dy: float = 0.0
    top: str | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture. A frame with `mirror` shows the other side of that frame: a pose of its own, reflected."""

    id: str
    pose: Pose
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    contacts: tuple[str, ...] = ()
    crop: Crop | None = None
    mirror: str | None = None
    place: Place | None = None
    start: str | None = None  # the frame this movement begins at; without it, the first
    allow: tuple[tuple[str, str], ...] = ()  # what a check of what is seen may let pass, and why

    def allowed(self, what: str) -> str:
        """Why a check of what is seen does not hold here, in the author's word; "" where it holds."""
        return dict(self.allow).get(what, "")

    @property
    def is_other_side(self) -> bool:
        """Whether another frame of the same board shows this side's twin."""
        return self.mirror not in (None, self.id)


@dataclass(frozen=True, slots=True)
class Storyboard:
    """All frames in printed order; `easier` and `harder` hold those versions where they look different."""

    frames: tuple[Frame, ...]
    view: View
    person: str
    shoes: bool = False
    inset: str | None = None  # "roller-zone", "ball-zone"
    easier: Storyboard | None = None
    harder: Storyboard | None = None

    @property
    def is_other_side(self) -> bool:
        """Whether all of it is reflected, as an order for the other side asks."""
        return all(frame.mirror for frame in self.frames)

    def versions(self) -> Iterator[tuple[tuple[str, ...], Storyboard]]:
        """This board, then its easier and harder versions, each with where it stands in the picture block."""
        yield (), self
        for name, board in (("easier", self.easier), ("harder", self.harder)):
            if board is not None:
                yield (name,), board

    def frame(self, frame_id: str) -> Frame:
        """A frame by id. Raises KeyError."""
        for frame in self.frames:
            if frame.id == frame_id:
                return frame
        raise KeyError(frame_id)


def without_place(board: Storyboard) -> Storyboard:
    """The board's own frames without their places: what a fingerprint is made of."""
    frames = tuple(replace(f, place=None) for f in board.frames)
    return replace(board, frames=frames, easier=None, harder=None)
