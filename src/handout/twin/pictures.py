"""Pictures inside the page: drawings as SVG, a clinic's photograph as data."""

from __future__ import annotations

import base64
from html import escape

from markupsafe import Markup

from handout.drawing import Drawing, Picture, markup_of

PLACES = 1  # decimals of a point: finer than any screen shows a picture of this size
PNG = b"\x89PNG"


def inlined(picture: Picture, alt: str) -> Markup:
    """The picture as an element with its text for who does not see it; nothing of it comes from elsewhere."""
    said = escape(alt)
    if isinstance(picture, Drawing):
        return Markup(markup_of(picture, f'role="img" aria-label="{said}"', PLACES))
    kind = "png" if picture.data.startswith(PNG) else "jpeg"
    data = base64.b64encode(picture.data).decode()
    width, height = round(picture.width * 4 / 3), round(picture.height * 4 / 3)
    return Markup(f'<img src="data:image/{kind};base64,{data}" alt="{said}" width="{width}" height="{height}">')
