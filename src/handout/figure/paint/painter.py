"""The painter: fills far to near; outlines kept as lines, cut by every nearer part, and drawn last.

Stroking while painting leaves half-covered lines; collected outlines leave the clean contour of a printed
leaflet. Where parts melt (see `joints`) the cut ends of an outline run thin: armpit, groin, elbow creases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from handout.figure.paint.joints import EPSILON, TOLERANCE, Joint, Melt, melt
from handout.figure.paint.lines import OutlineStroke, lines_of, relaxed, stitched, tapered
from handout.figure.paint.marks import DrawnLine, Fill, Mark, fills_of, polygons_of
from handout.figure.paint.parts import Detail, PaintPart
from handout.figure.paint.silhouette import grown
from handout.figure.styles import BLACK, CONTOUR, RGB, THIN_PT, Pen, Style, mix, rgb

SHADE_SHIFT = (-0.0095, 0.0115)  # light from the upper left
SMALL_FORMS = frozenset({"hand", "head", "neck", "foot"})  # a smaller crescent
UNSHADED = frozenset({"hair", "hairback", "bun", "ear"})
FINE_KINDS = frozenset({"hand", "foot", "head", "ear", "hair", "hairback", "bun", "neck"})
HOLE = 0.004  # holes of the figure larger than this get the heavy contour too
LIMBS = frozenset({"sleeve", "upperarm", "forearm", "thigh", "shank"})
# A line that runs out at both ends inside the body is dropped where it is shorter than this.
SHORT_ON_CLOTH, SHORT_ON_SKIN = 0.05, 0.02
SLIVER_AREA, SLIVER_HALF = 1.2e-3, 0.005
TINY_RINGS = frozenset({"hand", "ear"})


@dataclass(slots=True)
class Outline:
    """A visible outline: what is left of it, and where its owner melts into mates."""

    shape: BaseGeometry
    owner: PaintPart
    dropped: BaseGeometry | None
    inner: bool = False  # an edge of a box


@dataclass(slots=True)
class Painter:
    """Paints one scene: `lay` first, which needs no pen, then `marks` for a pen."""

    parts: Mapping[str, PaintPart]
    joints: Sequence[Joint]
    style: Style
    colours: Mapping[str, RGB]  # by part name
    silhouette: BaseGeometry = field(default_factory=shapely.Polygon)
    fills: list[Mark] = field(default_factory=list)
    visible: dict[str, BaseGeometry] = field(default_factory=dict)
    outlines: list[Outline] = field(default_factory=list)
    details: list[tuple[Detail, BaseGeometry]] = field(default_factory=list)

    @property
    def line(self) -> RGB:
        """The line colour."""
        return rgb(self.style.colours["line"])

    def lay(self, order: Sequence[str]) -> None:
        """Every part, in the given order from far to near."""
        self.silhouette = shapely.union_all([p.shape for p in self.parts.values()])
        for name in order:
            self._lay(self.parts[name])

    def marks(self, pen: Pen) -> list[Mark]:
        """The whole scene, from the heavy outer contour to the last outline."""
        inside = grown(self.silhouette, -0.004)
        shapely.prepare(inside)
        return [*self._contour(pen), *self.fills, *self._details(pen), *self._outlines(pen, inside)]

    def _contour(self, pen: Pen) -> list[Mark]:
        """The heavy outer contour lies under everything: its inner half is covered."""
        marks: list[Mark] = []
        for p in polygons_of(self.silhouette):
            rings = [p.exterior, *(r for r in p.interiors if shapely.area(shapely.polygons(r)) > HOLE)]
            marks += [DrawnLine(relaxed(ring, 0.003, 1.5), pen.outline * CONTOUR, self.line) for ring in rings]
        return marks

    def _lay(self, part: PaintPart) -> None:
        """One part: its fill, its shade, and its outline, cutting what it covers."""
        melted = melt(part, self.parts, self.joints, self.visible)
        shape = melted.shape
        core = shape.buffer(-EPSILON, quad_segs=2)
        shapely.prepare(core)
        names = list(self.visible)
        hit = shapely.intersects(core, np.array([self.visible[n] for n in names], dtype=object)) if names else ()
        for name, covered in zip(names, hit, strict=True):
            if covered:
                self.visible[name] = self.visible[name].difference(shape)
        self.visible[part.name] = shape
        self.fills += fills_of(shape, self.colours[part.name])
        if part.rigid:
            self._faces(part)
        elif self.style.shade and part.kind not in UNSHADED:
            self._shade(part, melted)
        self._cut(core, melted)
        outline = shape.boundary if melted.dropped is None else shape.boundary.difference(melted.dropped)
        self.outlines.append(Outline(outline, part, melted.dropped))
        if part.rigid:
            inside = grown(shape, -EPSILON)
            self.outlines += [Outline(f.shape.boundary.intersection(inside), part, None, True) for f in part.faces]
        for detail in part.details:
            mark = detail.spot if detail.spot is not None else detail.line
            if mark is not None:
                self.details.append((detail, mark))

    def _faces(self, part: PaintPart) -> None:
        for face in part.faces:
            n = face.normal
            if n is None:
                dark = 0.12
            else:
                steep = 1.0 if abs(n[2]) > 0.5 else 1.6 if abs(n[1]) < 0.5 else 0.0
                dark = max(0.0, 0.16 - 0.16 * float(n[1])) * steep
            if self.style.line_art or part.fill == "wall":
                dark *= 0.5
            self.fills.append(Fill(face.shape, mix(self.colours[part.name], BLACK, dark * self.style.faces)))

    def _shade(self, part: PaintPart, melted: Melt) -> None:
        """The part minus itself (and its mates) moved to the light: a flat crescent."""
        k = 0.55 if part.kind in SMALL_FORMS else 1.0
        whole = shapely.union_all([*melted.mates, melted.shape]) if len(melted.mates) > 1 else melted.shape
        lit = translate(whole.simplify(0.0004), SHADE_SHIFT[0] * k, SHADE_SHIFT[1] * k)
        dark = melted.shape.difference(lit).buffer(-0.0015, quad_segs=2).buffer(0.0015, quad_segs=3)
        tone = rgb(self.style.shade_skin if part.fill == "skin" else self.style.shade_cloth)
        colour = mix(self.colours[part.name], tone, self.style.shade)
        self.fills += fills_of(dark.intersection(melted.shape), colour)

    def _cut(self, core: BaseGeometry, melted: Melt) -> None:
        """Outlines and details behind a part lose what it covers."""
        self.details = self._details_left(core)
        if not self.outlines:
            return
        hit = shapely.intersects(core, np.array([o.shape for o in self.outlines], dtype=object))
        for outline, covered in zip(self.outlines, hit, strict=True):
            if not covered:
                continue
            disc = melted.kept.get(outline.owner.name)
            if disc is None or outline.inner:
                outline.shape = outline.shape.difference(core)
            else:
                near = outline.shape.intersection(disc).difference(grown(melted.shape, -TOLERANCE))
                outline.shape = shapely.union_all([outline.shape.difference(disc).difference(core), near])

    def _details_left(self, core: BaseGeometry) -> list[tuple[Detail, BaseGeometry]]:
        if not self.details:
            return []
        shapes = np.array([s for _, s in self.details], dtype=object)
        hit = shapely.intersects(core, shapes)
        return [(d, s.difference(core) if h else s) for (d, s), h in zip(self.details, hit, strict=True)]

    def _details(self, pen: Pen) -> list[Mark]:
        marks: list[Mark] = []
        for detail, shape in self.details:
            colour = detail.tint or self.line
            if detail.spot is not None:
                marks += fills_of(shape, colour)
                continue
            width = max(detail.width, detail.share * pen.thin, THIN_PT / pen.scale)
            for line in lines_of(shape):
                marks += fills_of(tapered(line, width, True, True), colour)
        return marks

    def _outlines(self, pen: Pen, inside: BaseGeometry) -> list[Mark]:
        """Fine and boxed lines as they are; lines of one garment stitched first."""
        marks: list[Mark] = []
        garments: dict[str, list[OutlineStroke]] = {}
        slivers = {n for n, v in self.visible.items() if _is_sliver(v, self.parts[n])}
        for outline in self.outlines:
            if outline.owner.name in slivers:
                continue
            owner, width = outline.owner, pen.thin if outline.inner else pen.of(outline.owner.weight)
            for line in lines_of(outline.shape):
                if owner.rigid:
                    marks.append(DrawnLine(line, width, self.line))
                elif owner.kind in FINE_KINDS:
                    marks += self._fine(line, owner.kind, width)
                elif line.is_ring:
                    if line.length >= 0.09:
                        marks.append(DrawnLine(relaxed(line), width, self.line))
                elif line.length > 0.004:
                    ends = _inner_ends(line, outline.dropped, inside)
                    garments.setdefault(owner.fill, []).append(OutlineStroke(line, width, *ends))
        for fill, strokes in garments.items():
            for stroke in stitched(strokes):
                marks += self._garment_line(stroke, SHORT_ON_SKIN if fill == "skin" else SHORT_ON_CLOTH)
        return marks

    def _fine(self, line: LineString, kind: str, width: float) -> list[Mark]:
        if line.is_ring and line.length < (0.03 if kind in TINY_RINGS else 0.09):
            return []
        if line.length <= (0.022 if kind == "neck" else 0.006):
            return []
        # A smoothed profile would lose its lips and chin.
        return [DrawnLine(line if kind == "head" else relaxed(line, 0.0024, 1.3), width, self.line)]

    def _garment_line(self, stroke: OutlineStroke, least_inner: float) -> list[Mark]:
        thin = stroke.thin_start or stroke.thin_end
        least = least_inner if stroke.thin_start and stroke.thin_end else 0.022
        if stroke.line.length < 0.010 or (thin and stroke.line.length < least):
            return []
        line = relaxed(stroke.line)
        if thin:
            return fills_of(tapered(line, stroke.width, stroke.thin_start, stroke.thin_end), self.line)
        return [DrawnLine(line, stroke.width, self.line)]


def _is_sliver(visible: BaseGeometry, part: PaintPart) -> bool:
    """A limb of which only a thread shows behind the body: its outline would double the body's."""
    if part.kind not in LIMBS:
        return False
    return bool(visible.area < SLIVER_AREA) and bool(grown(visible, -SLIVER_HALF).is_empty)


def _inner_ends(line: LineString, dropped: BaseGeometry | None, inside: BaseGeometry) -> tuple[bool, bool]:
    """Which ends run out inside the body rather than at another outline."""
    if dropped is None:
        return False, False
    ends = [Point(line.coords[0]), Point(line.coords[-1])]
    first, last = (bool(dropped.dwithin(p, 0.0015)) and bool(inside.contains(p)) for p in ends)
    return first, last
