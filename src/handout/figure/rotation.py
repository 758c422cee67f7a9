"""Vectors and rotations. Degrees in, numpy out; x front, y up, z towards the person's right.

A drawing has the same bytes on every processor. Matrix products (`@`, `np.dot`, `np.linalg`, `np.convolve`)
go through kernels that add in another order on each processor, and `np.sin` and its kin differ in the last
digit. So products here are sums of plain products, and sine and cosine are series: additions and
multiplications alone, which IEEE 754 fixes to the last bit.
"""

from __future__ import annotations

from typing import TypeAlias, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from handout.figure.angles import COSINE, RADIAN, SINE, cosine_and_sine, series

Array: TypeAlias = NDArray[np.float64]

Number = TypeVar("Number", float, Array)

SIDES: tuple[tuple[str, float], ...] = (("r", 1.0), ("l", -1.0))
IDENTITY: Array = np.eye(3)
SETTLED = 12  # decimals on which all processors agree for roots, powers and exponentials
_POLISH = 4  # rounds: each squares the error, which starts at a few hundredths at most


def vector(x: float, y: float, z: float) -> Array:
    """A point or direction."""
    return np.array((x, y, z), dtype=np.float64)


@overload
def cosine_sine(angle: float) -> tuple[float, float]: ...
@overload
def cosine_sine(angle: Array) -> tuple[Array, Array]: ...
def cosine_sine(angle: Array | float) -> tuple[Array, Array] | tuple[float, float]:
    """Cosine and sine of degrees; exact at every right angle."""
    if isinstance(angle, float | int):
        return cosine_and_sine(angle)
    degrees = np.asarray(angle, dtype=np.float64)
    quarters = np.round(degrees / 90.0)
    x = (degrees - 90.0 * quarters) * RADIAN
    square = x * x
    c, s = series(COSINE, square), x * series(SINE, square)
    turn = quarters % 4
    cosine = np.select([turn == 0, turn == 1, turn == 2], [c, -s, -c], s)
    sine = np.select([turn == 0, turn == 1, turn == 2], [s, c, -s], -c)
    return cosine, sine


def settled(values: Array) -> Array:
    """Values of a root, power or exponential without the last digits, in which processors differ."""
    result: Array = np.round(values, SETTLED)
    return result


def about_x(angle: float) -> Array:
    """Rotation about x (front): side bend and abduction."""
    c, s = cosine_sine(angle)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def about_y(angle: float) -> Array:
    """Rotation about y (up): twist."""
    c, s = cosine_sine(angle)
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def about_z(angle: float) -> Array:
    """Rotation about z (right): flexion."""
    c, s = cosine_sine(angle)
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def turned(frame: Array, points: Array) -> Array:
    """Points or directions given in a frame's axes, in the axes that the frame is given in."""
    result: Array = points[..., 0:1] * frame[:, 0] + points[..., 1:2] * frame[:, 1] + points[..., 2:3] * frame[:, 2]
    return result


def within(frame: Array, points: Array) -> Array:
    """The other way round: points or directions in a frame's own axes."""
    return turned(frame.T, points)


def product(first: Array, *others: Array) -> Array:
    """Rotations one after the other, the last one acting first."""
    result = first
    for other in others:
        result = turned(result, other.T).T
    return result


def cross(a: Array, b: Array) -> Array:
    """The vector product of two vectors. (numpy's own takes five times as long for one pair.)"""
    (ax, ay, az), (bx, by, bz) = a.tolist(), b.tolist()
    return vector(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)


def dot(a: Array, b: Array) -> float:
    """The scalar product of two vectors."""
    return float((a * b).sum())


def length(v: Array) -> float:
    """The length of a vector."""
    return float(np.sqrt(dot(v, v)))


def lengths(vectors: Array) -> Array:
    """The length of each of a stack of vectors."""
    result: Array = np.sqrt((vectors * vectors).sum(axis=-1))
    return result


def unit(v: Array) -> Array:
    """The vector at length one; a null vector is handed back as it is."""
    size = length(v)
    return v / size if size > 1e-9 else v


def orthonormal(frames: Array) -> Array:
    """The nearest rotations to a stack of nearly orthogonal matrices (Newton and Schulz's iteration)."""
    x = frames
    for _ in range(_POLISH):
        gram = (x[..., :, :, None] * x[..., :, None, :]).sum(axis=-3)
        x = 1.5 * x - 0.5 * (x[..., :, :, None] * gram[..., None, :, :]).sum(axis=-2)
    return x


def frame_along(y: Array, x_hint: Array) -> Array:
    """A body frame with the given y axis and its x axis as near to the hint as it goes."""
    y = unit(y)
    x = unit(x_hint - y * dot(y, x_hint))
    return np.column_stack((x, y, cross(x, y)))


def angle_between(a: Array, b: Array) -> float:
    """Degrees between two directions."""
    return float(np.degrees(np.arccos(np.clip(dot(unit(a), unit(b)), -1.0, 1.0))))
