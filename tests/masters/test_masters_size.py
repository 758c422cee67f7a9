"""How heavy a sheet is: it goes by e-mail, through slow lines, and a thousand times through a printer's memory."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from masters_orders import made, order
from PIL import Image, ImageDraw

from handout.drawing import Box
from handout.drawing.raster import read_raster
from handout.errors import Place
from handout.shop import Shop

MOST = 160_000


@pytest.mark.parametrize("routine", ["back", "upper-back"])
def test_a_sheet_with_every_picture_is_under_160_kilobytes(english: Shop, routine: str) -> None:
    assert len(made(replace(order(), routines=(routine,)), english).pdf) < MOST


def test_what_stands_twice_on_a_page_is_one_stream(english: Shop) -> None:
    pdf = pikepdf.open(io.BytesIO(made(order(), english).pdf))
    parts = [part for page in pdf.pages for part in page.Contents]
    streams = [part.objgen for part in parts]
    assert len(set(streams)) < len(streams)  # the steps to the floor are those of getting up
    for page in pdf.pages:
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(page)]
        assert operators.count("q") == operators.count("Q")


def test_a_drawn_logo_with_soft_edges_stays_exact_and_light(tmp_path: Path) -> None:
    image = Image.new("RGB", (2400, 800), "white")
    ImageDraw.Draw(image).ellipse((100, 100, 700, 700), fill="#0b4f8a")
    ImageDraw.Draw(image).polygon([(900, 700), (1500, 60), (2300, 700)], fill="#86c1c6")
    out = io.BytesIO()
    image.resize((1200, 400)).save(out, "PNG")
    raster = read_raster(out.getvalue(), Box(144, 48), Place(str(tmp_path)))
    assert raster.pixels == (600, 200)  # 300 to the inch
    assert raster.data.startswith(b"\x89PNG")
    assert len(raster.data) < 9_000
