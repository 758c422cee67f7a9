"""An exercise's picture file: its words, its form, and what is read from it. How it is drawn is for `figure`."""

from __future__ import annotations

from handout.content.picture.shapes import PICTURE, POSE, POSES
from handout.content.picture.types import VERSIONS, ZONE, FrameSpec, PictureSpec, Said

__all__ = ["PICTURE", "POSE", "POSES", "VERSIONS", "ZONE", "FrameSpec", "PictureSpec", "Said"]
