"""Vectors and rotations. Degrees in, numpy out; x front, y up, z towards the person's right."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]

SIDES: tuple[tuple[str, float], ...] = (("r", 1.0), ("l", -1.0))
IDENTITY: Array = np.eye(3)


def vector(x: float, y: float, z: float) -> Array:
    """A point or direction."""
    return np.array((x, y, z), dtype=np.float64)


def about_x(angle: float) -> Array:
    """Rotation about x (front): side bend and abduction."""
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def about_y(angle: float) -> Array:
    """Rotation about y (up): twist."""
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def about_z(angle: float) -> Array:
    """Rotation about z (right): flexion."""
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def unit(v: Array) -> Array:
    """The vector at length one; a null vector is handed back as it is."""
    length = float(np.sqrt(v @ v))
    return v / length if length > 1e-9 else v


def orthonormal(frames: Array) -> Array:
    """The nearest rotations to a stack of nearly orthogonal matrices."""
    u, _, vt = np.linalg.svd(frames)
    result: Array = u @ vt
    return result


def frame_along(y: Array, x_hint: Array) -> Array:
    """A body frame with the given y axis and its x axis as near to the hint as it goes."""
    y = unit(y)
    x = unit(x_hint - y * float(y @ x_hint))
    return np.column_stack((x, y, np.cross(x, y)))


def angle_between(a: Array, b: Array) -> float:
    """Degrees between two directions."""
    return float(np.degrees(np.arccos(np.clip(unit(a) @ unit(b), -1.0, 1.0))))
