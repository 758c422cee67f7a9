"""A drawing as SVG that any browser shows: one path a line, two decimals, deterministic."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from handout.drawing.shapes import Drawing, Segment, Shape

PLACES = 2  # decimals of a point in a file


def to_svg(drawing: Drawing) -> str:
    """The drawing as an SVG document, sizes in points. Its alt text becomes the title."""
    width, height = number(drawing.width), number(drawing.height)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
        f' viewBox="0 0 {width} {height}" stroke-linecap="round" stroke-linejoin="round">'
    ]
    if drawing.alt:
        lines.append(f"<title>{escape(drawing.alt)}</title>")
    lines += [_path(shape) for shape in drawing.shapes]
    return "\n".join([*lines, "</svg>", ""])


def markup_of(drawing: Drawing, attributes: str, places: int = PLACES) -> str:
    """The drawing as an element inside a page of HTML, with these attributes; `places` is decimals of a point."""
    box = f"0 0 {number(drawing.width)} {number(drawing.height)}"
    paths = "".join(_path(shape, places) for shape in drawing.shapes)
    return f'<svg viewBox="{box}" stroke-linecap="round" stroke-linejoin="round" {attributes}>{paths}</svg>'


def _path(shape: Shape, places: int = PLACES) -> str:
    attributes = {"d": path_data(shape.path, places), "fill": shape.fill or "none"}
    if shape.even_odd and shape.fill:
        attributes["fill-rule"] = "evenodd"
    if shape.stroke:
        attributes |= {"stroke": shape.stroke, "stroke-width": number(shape.width)}
        if shape.cap != "round":
            attributes["stroke-linecap"] = shape.cap
        if shape.join != "round":
            attributes["stroke-linejoin"] = shape.join
        if shape.dash:
            attributes["stroke-dasharray"] = " ".join(map(number, shape.dash))
    return "<path " + " ".join(f'{key}="{value}"' for key, value in attributes.items()) + "/>"


def path_data(path: Iterable[Segment], places: int = PLACES) -> str:
    """The `d` attribute: M10 20L30 40C…Z."""
    return "".join(verb + " ".join(number(one, places) for one in numbers) for verb, numbers in path)


def number(value: float, places: int = PLACES) -> str:
    """Two decimals at most, or so many, no zeros at the end, no minus zero."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
