"""SVG texts and places for the tests of this room."""

from __future__ import annotations

import pytest

from handout.drawing import Drawing, from_svg
from handout.errors import DrawingError, Finding, Place

WHERE = Place("logo.svg")


def svg(body: str, box: str = 'viewBox="0 0 100 100"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>{body}</svg>'


def read(body: str, box: str = 'viewBox="0 0 100 100" width="100pt" height="100pt"') -> Drawing:
    return from_svg(svg(body, box), WHERE)


def refused(text: str) -> tuple[Finding, ...]:
    with pytest.raises(DrawingError) as caught:
        from_svg(text, WHERE)
    return caught.value.findings
