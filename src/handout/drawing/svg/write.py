"""A drawing as SVG that any browser shows: one path a line, two decimals, deterministic."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from handout.drawing.shapes import Drawing, Segment, Shape


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


def _path(shape: Shape) -> str:
    attributes = {"d": path_data(shape.path), "fill": shape.fill or "none"}
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


def path_data(path: Iterable[Segment]) -> str:
    """The `d` attribute: M10 20L30 40C…Z."""
    return "".join(verb + " ".join(map(number, numbers)) for verb, numbers in path)


def number(value: float) -> str:
    """Two decimals at most, no zeros at the end, no minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
