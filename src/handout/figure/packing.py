"""Drawings as few bytes: the points of all paths as steps of a hundredth of a point, everything else as JSON.

What is kept and what is cached are packed alike. Unpacking gives the drawings back number by number.
"""

from __future__ import annotations

import gc
import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import accumulate, chain, islice, pairwise, repeat
from typing import Literal

from handout.drawing import Drawing, Segment, Shape

UNIT = 100  # steps a pt: a drawing has two decimals
_MOVE: tuple[Literal["M"]] = ("M",)
_LINE: Literal["L"] = "L"


def packed(drawings: Mapping[str, Drawing]) -> bytes:
    """Drawings by name as bytes."""
    points: list[tuple[float, ...]] = []
    told = []
    for name, drawing in drawings.items():
        shapes = [
            [_runs(s.path, points), s.fill, s.stroke, s.width, s.cap, s.join, s.dash, s.even_odd]
            for s in drawing.shapes
        ]
        told.append([name, drawing.width, drawing.height, shapes])
    planes = b"".join(_steps(axis) for axis in zip(*points, strict=True))  # all x, then all y
    spread = b"".join(planes[byte::4] for byte in range(4))  # low bytes together, high bytes together
    text = json.dumps(told, separators=(",", ":")).encode()
    return zlib.compress(len(text).to_bytes(4, "little") + text + spread, 9)


def unpacked(content: bytes) -> dict[str, Drawing]:
    """The drawings again. Raises ValueError for bytes that are none."""
    try:
        plain = zlib.decompress(content)
    except zlib.error as broken:
        raise ValueError("not packed drawings") from broken
    size = int.from_bytes(plain[:4], "little")
    told = json.loads(plain[4 : 4 + size])
    spread = plain[4 + size :]
    planes, count = bytearray(len(spread)), len(spread) // 4
    for byte in range(4):
        planes[byte::4] = spread[byte * count : (byte + 1) * count]
    across, down = (_places(bytes(half)) for half in (planes[: 2 * count], planes[2 * count :]))
    numbers = chain.from_iterable(zip(across, down, strict=True))
    with _no_collection():
        return {
            name: Drawing(width, height, tuple(_shape(entry, numbers) for entry in shapes))
            for name, width, height, shapes in told
        }


def _steps(places: Iterable[float]) -> bytes:
    """Places along one axis as steps, four bytes each, the low one first."""
    whole = [round(place * UNIT) for place in places]
    return _little_endian(array("i", (b - a for a, b in pairwise([0, *whole])))).tobytes()


def _places(steps: bytes) -> Iterator[float]:
    return (place / UNIT for place in accumulate(_little_endian(array("i", steps))))


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection meanwhile: it would walk thousands of fresh tuples again and again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _runs(path: Iterable[Segment], points: list[tuple[float, ...]]) -> list[int]:
    """The points of each subpath added to `points`; how many there are, negative where it closes."""
    runs: list[int] = []
    for verb, at in path:
        if verb == "Z":
            runs[-1] = -runs[-1]
            continue
        if verb == "M":
            runs.append(0)
        runs[-1] += 1
        points.append(at)
    return runs


def _shape(entry: list[object], numbers: Iterator[float]) -> Shape:
    runs, fill, stroke, wide, cap, join, dash, even_odd = entry
    return Shape(_path(runs, numbers), fill, stroke, wide, cap, join, tuple(dash), even_odd)  # type: ignore[arg-type]


def _path(runs: list[int], numbers: Iterator[float]) -> tuple[Segment, ...]:
    """The path again. Zips make it at the speed of the interpreter's own loops: a page holds thousands."""
    path: list[Segment] = []
    for run in runs:
        flat = list(islice(numbers, 2 * abs(run)))
        path += zip(chain(_MOVE, repeat(_LINE)), zip(flat[::2], flat[1::2], strict=True), strict=False)
        if run < 0:
            path.append(("Z", ()))
    return tuple(path)
