"""SVG of our subset to a drawing, with every finding of the file at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handout.drawing.shapes import Drawing, Segment, Shape
from handout.drawing.svg.geometry import Affine, bounds, ellipse, hull, rectangle
from handout.drawing.svg.paint import Paint, apply, declarations, parse_length
from handout.drawing.svg.paths import parse_numbers, parse_path
from handout.drawing.svg.transform import parse_transform
from handout.drawing.svg.tree import PNG, Element, parse
from handout.errors import DrawingError, Finding, Place

_POINTS = 0.75  # of a px
_SILENT = frozenset({"title", "desc", "metadata"})
_SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
_OUTSIDE = 0.02  # how far a shape may reach out of the box, in parts of its longer side


def load_svg(path: Path) -> Drawing:
    """The drawing in an SVG file. Raises `DrawingError` with every finding."""
    where = Place(str(path))
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        finding = Finding("this SVG is not in UTF-8", f"Save it as UTF-8. {PNG}", where)
        raise DrawingError(finding) from None
    return from_svg(text, where)


def from_svg(text: str, where: Place) -> Drawing:
    """The drawing in SVG text, sizes in points (1 px = 0.75 pt). `where` names the file in findings."""
    return _Reader(parse(text, where), where).read()


class _Reader:
    def __init__(self, root: Element, where: Place) -> None:
        self.root = root
        self.where = where
        self.findings: list[Finding] = []
        self.shapes: list[Shape] = []
        self.width = self.height = 0.0

    def read(self) -> Drawing:
        try:
            place = self.box()
        except ValueError as error:
            self.refuse(self.root, f"the size of the picture: {error}")
            place = Affine()
        self.walk(self.root, place, self.paint(self.root, Paint()))
        if not self.findings and not self.shapes:
            self.refuse(self.root, "there is nothing in the picture")
        if self.findings:
            raise DrawingError(self.findings)
        return Drawing(self.width, self.height, tuple(self.shapes))

    def refuse(self, element: Element, what: str) -> None:
        place = Place(self.where.file, element.line, element.column)
        self.findings.append(Finding(f"<{element.name}>: {what}", PNG, place))

    def box(self) -> Affine:
        """Sets the size in points; returns the map from user units to points."""
        size = self.root.attributes
        view = parse_numbers(size.get("viewBox", ""))
        if view and (len(view) != 4 or view[2] <= 0 or view[3] <= 0):
            raise ValueError("viewBox needs four numbers, the last two above zero")
        if not view and not ("width" in size and "height" in size):
            raise ValueError("there is neither a viewBox nor a width and height")
        width, height = self._side("width", view[2:3]), self._side("height", view[3:4])
        if width <= 0 or height <= 0:
            raise ValueError("width and height must be above zero")
        self.width, self.height = round(width * _POINTS, 9), round(height * _POINTS, 9)
        if not view:
            return Affine(a=_POINTS, d=_POINTS)
        if size.get("preserveAspectRatio", "xMidYMid").split()[0] not in ("xMidYMid", "none"):
            raise ValueError("preserveAspectRatio is not drawn")
        across, down = round(self.width / view[2], 9), round(self.height / view[3], 9)
        if size.get("preserveAspectRatio") != "none":
            across = down = min(across, down)
        dx, dy = (self.width - across * view[2]) / 2, (self.height - down * view[3]) / 2
        return Affine(across, 0, 0, down, dx - across * view[0], dy - down * view[1])

    def _side(self, name: str, view: tuple[float, ...]) -> float:
        """A side in px; one that is not given, or 100 %, is the view box's."""
        value = self.root.attributes.get(name, "100%").strip()
        return view[0] if value == "100%" and view else parse_length(value)

    def walk(self, parent: Element, place: Affine, paint: Paint) -> None:
        for element in parent.children:
            if element.name in _SILENT or (element.name == "defs" and not element.children):
                continue
            if element.name != "g" and element.name not in _SHAPES:
                self.refuse(element, "this element is not drawn")
                continue
            own = self.paint(element, paint)
            try:
                inner = place.after(parse_transform(element.attributes.get("transform", "")))
                if element.name == "g":
                    self.walk(element, inner, own)
                else:
                    self.draw(element, inner, own)
            except ValueError as error:
                self.refuse(element, str(error))

    def paint(self, element: Element, paint: Paint) -> Paint:
        for name, value in sorted(declarations(element.attributes), key=lambda pair: pair[0] != "color"):
            try:
                paint = apply(paint, name, value)
            except ValueError as error:
                self.refuse(element, str(error))
        return paint

    def draw(self, element: Element, place: Affine, paint: Paint) -> None:
        path = place.path(_outline(element))
        stroked = paint.stroke is not None and paint.width > 0
        fill = None if element.name == "line" else paint.fill
        if not path or (fill is None and not stroked):
            return
        if stroked and not place.keeps_shape:
            raise ValueError("a stroke that is stretched more one way than the other is not drawn")
        if self._leaves_box(path):
            raise ValueError("it reaches outside the picture's box")
        shape = Shape(path, fill=fill, even_odd=paint.even_odd)
        if stroked:
            scale = place.scale
            shape = replace(
                shape,
                stroke=paint.stroke,
                width=paint.width * scale,
                cap=paint.cap,
                join=paint.join,
                dash=tuple(length * scale for length in paint.dash),
            )
        self.shapes.append(shape)

    def _leaves_box(self, path: tuple[Segment, ...]) -> bool:
        return self._is_outside(hull(path)) and self._is_outside(bounds(path))

    def _is_outside(self, box: tuple[float, float, float, float] | None) -> bool:
        slack = _OUTSIDE * max(self.width, self.height)
        return box is not None and (
            min(box[0], box[1]) < -slack or box[2] > self.width + slack or box[3] > self.height + slack
        )


def _outline(element: Element) -> tuple[Segment, ...]:
    """The path of a basic shape in user units; none where it has no extent."""
    attributes = element.attributes

    def length(name: str, default: float = 0.0) -> float:
        value = parse_length(attributes[name]) if name in attributes else default
        if value < 0 and name in ("r", "rx", "ry", "width", "height"):
            raise ValueError(f"{name} is negative")
        return value

    match element.name:
        case "path":
            return parse_path(attributes.get("d", ""))
        case "rect":
            width, height = length("width"), length("height")
            radii = (length("rx", length("ry")), length("ry", length("rx")))
            return rectangle(length("x"), length("y"), width, height, radii) if width and height else ()
        case "circle":
            r = length("r")
            return ellipse(length("cx"), length("cy"), r, r) if r else ()
        case "ellipse":
            rx, ry = length("rx"), length("ry")
            return ellipse(length("cx"), length("cy"), rx, ry) if rx and ry else ()
        case "line":
            return (("M", (length("x1"), length("y1"))), ("L", (length("x2"), length("y2"))))
    return _polygon(parse_numbers(attributes.get("points", "")), closed=element.name == "polygon")


def _polygon(numbers: tuple[float, ...], *, closed: bool) -> tuple[Segment, ...]:
    if len(numbers) % 2:
        raise ValueError("points has an odd number of coordinates")
    points = [numbers[at : at + 2] for at in range(0, len(numbers), 2)]
    if not points:
        return ()
    lines: list[Segment] = [("M", points[0]), *[("L", point) for point in points[1:]]]
    return (*lines, ("Z", ())) if closed else tuple(lines)
