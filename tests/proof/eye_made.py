"""Pages as the eye has them, made by hand: a paper of a few pixels, what is painted on it, and words of few letters."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from types import MappingProxyType

import pikepdf
from PIL import Image

from handout.proof.eye.glass import FILL, Area, Glass, Placed, Run, SeenGlyph
from handout.proof.eye.paths import RGB, Box, Ornament

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
SIDES = (2.0, 10.0, 102.0, 70.0)  # of a page, its corner not in nought: 150 x 90 pixels
# A pixel is two thirds of a point: points that are whole pixels from the page's left and upper edge.
LEFT, UPPER = SIDES[0], SIDES[3]


def at(left: float, upper: float, right: float, lower: float) -> Box:
    """The box on the page `SIDES` that covers just these pixels; the eye adds one to the right and below."""
    return (LEFT + left / 1.5, UPPER - (lower - 1) / 1.5, LEFT + (right - 1) / 1.5, UPPER - upper / 1.5)


def glass(
    *ground: tuple[Area, RGB],
    ink: Sequence[tuple[Area, int]] = (),
    box: Box = SIDES,
    number: int = 1,
    pictures: tuple[Placed, ...] = (),
    ornaments: tuple[Ornament, ...] = (),
) -> Glass:
    """A white page with areas of pixels in colours, and areas that the words change by so much."""
    size = int((box[2] - box[0]) * 1.5), int((box[3] - box[1]) * 1.5)
    paper, marks = Image.new("RGB", size, WHITE), Image.new("L", size)
    for area, colour in ground:
        paper.paste(colour, area)
    for area, much in ink:
        marks.paste(much, area)
    return Glass(number, box, pictures, ornaments, paper, marks.tobytes())


def run(
    *glyphs: tuple[str, Box],
    size: float = 10.0,
    stretch: float = 1.0,
    slant: float = 0.0,
    mode: int = FILL,
    colour: RGB = BLACK,
    alpha: int = 255,
) -> Run:
    """A text of these letters."""
    text = "".join(sign for sign, _ in glyphs)
    return Run(text, 0, tuple(SeenGlyph(*one) for one in glyphs), size, stretch, slant, mode, colour, alpha)


def file(
    contents: bytes,
    size: tuple[float, float] = (100.0, 60.0),
    fonts: Mapping[str, pikepdf.Object] = MappingProxyType({}),
    **resources: pikepdf.Object,
) -> bytes:
    """A PDF of one page with this content, and Helvetica as /H."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    pdf.add_blank_page(page_size=size)
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(H=font, **fonts), **resources)
    pdf.pages[0].obj.Contents = pdf.make_stream(contents)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


class Memory:
    """What outlasts a run."""

    def __init__(self) -> None:
        self.keys: set[bytes] = set()

    def known(self, key: bytes) -> bool:
        return key in self.keys

    def note(self, key: bytes) -> None:
        self.keys.add(key)
