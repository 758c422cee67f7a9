"""Depth order: for every two parts that overlap, which is in front; then a sort that always ends."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from handout.figure.paint.parts import PaintPart
from handout.figure.paint.silhouette import Surface, sample_inside
from handout.figure.rotation import settled

CERTAIN = 9e9
LEAST_OVERLAP = 2e-6
SOFT_DEPTH = 0.015  # a difference this deep counts as clear


def paint_order(parts: Mapping[str, PaintPart], forced: Iterable[tuple[str, str]]) -> list[str]:
    """Part names from far to near. `forced` pairs (behind, in front) beat the measured depth.

    A cycle is broken at its weakest edge; ties fall by mean depth, then by table order.
    """
    names = list(parts)
    surfaces = {name: Surface(parts[name].surface) for name in names}
    depth = {name: surface.z for name, surface in surfaces.items()}
    behind = _weigh(parts, surfaces, {(a, b) for a, b in forced})
    done, left = [], list(names)
    while left:
        waiting = set(left)
        free = [n for n in left if waiting.isdisjoint(behind[n])]
        if free:
            chosen = min(free, key=lambda n: depth[n])
        else:
            chosen = min(left, key=lambda n: sum(w for a, w in behind[n].items() if a in waiting))
        done.append(chosen)
        left.remove(chosen)
    return done


def _weigh(
    parts: Mapping[str, PaintPart], surfaces: Mapping[str, Surface], forced: set[tuple[str, str]]
) -> dict[str, dict[str, float]]:
    """For each part the parts behind it, with how certain that is."""
    names = list(parts)
    shapes = np.array([parts[n].shape for n in names])
    behind: dict[str, dict[str, float]] = {n: {} for n in names}
    first, second = shapely.STRtree(shapes).query(shapes, "intersects")
    free = []
    for i, j in sorted(zip(first.tolist(), second.tolist(), strict=True)):
        a, b = names[i], names[j]
        if j <= i:
            continue
        if (a, b) in forced:
            behind[b][a] = CERTAIN
        elif (b, a) in forced:
            behind[a][b] = CERTAIN
        else:
            free.append((i, j))
    if not free:
        return behind
    common = shapely.intersection(shapes[[i for i, _ in free]], shapes[[j for _, j in free]])
    for (i, j), overlap in zip(free, common, strict=True):
        a, b = names[i], names[j]
        nearer = _nearer(surfaces[a], surfaces[b], overlap)
        if nearer is not None:
            (behind[b] if nearer < 0 else behind[a])[a if nearer < 0 else b] = abs(nearer)
    return behind


def _nearer(a: Surface, b: Surface, overlap: BaseGeometry) -> float | None:
    """Positive where a is nearer to the reader, weighed by area; None where they do not overlap."""
    area = float(overlap.area)
    if area < LEAST_OVERLAP:
        return None
    points = sample_inside(overlap)
    if not len(points):
        return None
    with np.errstate(invalid="ignore"):
        gap = a.nearest(points) - b.nearest(points)
    gap = gap[np.isfinite(gap)]
    score = float(settled(np.tanh(gap / SOFT_DEPTH)).sum()) if len(gap) else a.z - b.z
    return score * area
