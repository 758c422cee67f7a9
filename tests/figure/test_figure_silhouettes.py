from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import shapely
from shapely.geometry import LineString, Polygon, box

from handout.figure.body.lofts import CONVEX_RINGS, capsule, loft, sphere
from handout.figure.camera import Camera
from handout.figure.paint.lines import OutlineStroke, relaxed, stitched, tapered
from handout.figure.paint.order import paint_order
from handout.figure.paint.parts import PaintPart, part_from
from handout.figure.paint.silhouette import Surface, between, softened, union_of, without_specks
from handout.figure.rotation import IDENTITY, vector
from handout.figure.view import View


@pytest.mark.parametrize("yaw", [0, 37, 90, 200])
def test_a_ball_is_a_disc_from_every_side(yaw: float) -> None:
    flat = union_of([Camera(View(yaw, 20)).project(sphere(vector(0.1, 0.2, 0.3), 0.05, points=36))])
    assert flat.area == pytest.approx(np.pi * 0.05**2, rel=0.03)


def test_a_capsule_is_as_long_as_its_bone_and_two_radii() -> None:
    flat = union_of([capsule(vector(0, 0, 0), vector(0.2, 0, 0), 0.03, 0.03, points=24)])
    x0, y0, x1, y1 = flat.bounds
    assert (x1 - x0, y1 - y0) == pytest.approx((0.26, 0.06), abs=0.003)


def test_a_silhouette_covers_every_point_of_its_loft() -> None:
    t = np.linspace(0, 1, 12)
    centres = np.column_stack((np.sin(t * 3) * 0.1, t * 0.3, np.zeros(12)))
    rings = Camera(View(33, 12)).project(loft(centres, IDENTITY, np.full((12, 3), 0.03), points=24))
    flat = union_of([rings]).buffer(1e-9)
    assert shapely.contains_xy(flat, rings[..., 0].ravel(), rings[..., 1].ravel()).all()


def test_no_loft_but_balls_and_capsules_has_the_convex_ring_count(
    people: dict[str, object],
) -> None:
    from handout.figure.body.flesh import solids_of
    from handout.figure.body.hands import hand_solids
    from handout.figure.body.pose import Pose
    from handout.figure.body.solving import solve
    from handout.figure.people import Person

    for person in people.values():
        assert isinstance(person, Person)
        body = solve(Pose(), person.body)
        hands = {"r": hand_solids(body, "r", 1.0), "l": hand_solids(body, "l", -1.0)}
        for name, lofts in solids_of(body, False, hands).items():
            for rings in lofts:
                if len(rings) != CONVEX_RINGS:
                    continue
                cloud = shapely.MultiPoint(rings[..., :2].reshape(-1, 2)).convex_hull
                pairs = [shapely.MultiPoint(np.vstack((a, b))[:, :2]).convex_hull for a, b in pairwise(rings)]
                assert shapely.union_all(pairs).area > 0.97 * cloud.area, name


def test_softening_rounds_inward_corners_and_loses_no_body() -> None:
    cross = box(-0.1, -0.02, 0.1, 0.02).union(box(-0.02, -0.1, 0.02, 0.1))
    soft = softened(cross, 0.01)
    assert soft.area > cross.area
    assert cross.difference(soft).area < 3e-4


def test_specks_and_pin_holes_are_dropped_but_a_real_hole_stays() -> None:
    speck = Polygon([(1, 1), (1.001, 1), (1, 1.001)])
    ring = box(0, 0, 0.2, 0.2).difference(box(0.05, 0.05, 0.1, 0.1)).difference(box(0.15, 0.15, 0.151, 0.151))
    kept = without_specks(ring.union(speck))
    assert kept.geom_type == "Polygon"
    assert len(kept.interiors) == 1


def _slab(name: str, z: float, x: float = 0.0) -> PaintPart:
    rings = np.array(
        [[(x - 0.1, y, z), (x + 0.1, y, z), (x + 0.1, y, z - 0.01), (x - 0.1, y, z - 0.01)] for y in (0.0, 0.1)]
    )
    return part_from(name, "skin", [rings], 0.0)


def test_the_nearer_part_is_painted_later() -> None:
    parts = {name: _slab(name, z) for name, z in (("near", 0.3), ("far", -0.2), ("middle", 0.1))}
    assert paint_order(parts, []) == ["far", "middle", "near"]


def test_a_known_pair_beats_the_measured_depth() -> None:
    parts = {"shirt": _slab("shirt", 0.0), "trousers": _slab("trousers", 0.2)}
    assert paint_order(parts, [("trousers", "shirt")]) == ["trousers", "shirt"]


def test_a_circle_of_pairs_is_broken_and_every_part_painted_once() -> None:
    parts = {name: _slab(name, 0.0) for name in "abc"}
    assert sorted(paint_order(parts, [("a", "b"), ("b", "c"), ("c", "a")])) == ["a", "b", "c"]


def test_depth_over_nothing_is_minus_infinity() -> None:
    surface = Surface(_slab("a", 0.2).surface)
    depth = surface.nearest(np.array([(0.0, 0.05), (5.0, 5.0)]))
    assert depth[0] == pytest.approx(0.2)
    assert depth[1] == -np.inf


def test_two_pieces_whose_ends_face_each_other_become_one_line() -> None:
    left = OutlineStroke(LineString([(x, 0.0) for x in np.linspace(0, 0.05, 12)]), 0.003)
    right = OutlineStroke(LineString([(x, 0.0) for x in np.linspace(0.054, 0.1, 12)]), 0.003)
    joined = stitched([left, right])
    assert len(joined) == 1
    assert joined[0].line.length == pytest.approx(0.1, abs=1e-3)


def test_pieces_side_by_side_stay_apart() -> None:
    pair = [OutlineStroke(LineString([(x, y) for x in np.linspace(0, 0.05, 12)]), 0.003) for y in (0.0, 0.004)]
    assert len(stitched(pair)) == 2


def test_a_relaxed_line_keeps_its_ends() -> None:
    rough = LineString([(i * 0.004, 0.001 * (i % 2)) for i in range(30)])
    smooth = relaxed(rough)
    assert smooth.coords[0] == pytest.approx(rough.coords[0])
    assert smooth.coords[-1] == pytest.approx(rough.coords[-1])
    assert smooth.length < rough.length


def test_a_tapered_line_runs_thin_only_at_the_named_end() -> None:
    shape = tapered(LineString([(0, 0), (0.2, 0)]), 0.01, False, True)
    start, end = shape.intersection(box(-1, -1, 0.01, 1)), shape.intersection(box(0.19, -1, 1, 1))
    assert start.area == pytest.approx(0.01 * 0.01, rel=0.05)
    assert end.area < start.area * 0.5


def test_a_thin_corner_at_the_edge_of_a_crop_is_cut_and_raises_nothing() -> None:
    """Found with a cut sleeve: `clip_by_rect` made a ring of three points of it."""
    corner = Polygon(((0.06851866, 0.58514095), (0.069703257241526, 0.591287943603839), (0.0685336, 0.58521848)))
    kept = between(corner, 0.590357666, 1.0)
    assert kept.bounds[1] == pytest.approx(0.590357666)
    assert 0 < kept.area < corner.area
