"""A clinic's logo, whatever kind of file it is: as large as its place allows, grey on paper without colours."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from handout.drawing import Box, Drawing, Raster, load_picture
from handout.errors import DrawingError

RED = '<rect width="300" height="100" fill="#ff0000"/>'
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">{RED}</svg>'
BOX = Box(120, 36)


def logo(folder: Path, name: str) -> Path:
    path = folder / name
    if path.suffix == ".svg":
        path.write_text(SVG, "utf-8")
    else:
        Image.new("RGB", (600, 200), "red").save(path)
    return path


@pytest.mark.parametrize("name", ["logo.svg", "logo.png", "logo.jpg", "logo.jpeg", "LOGO.PNG"])
def test_a_logo_of_any_kind_keeps_its_proportions_in_its_box(tmp_path: Path, name: str) -> None:
    picture = load_picture(logo(tmp_path, name), BOX)
    assert (picture.width, picture.height) == pytest.approx((108, 36))


def test_a_wide_logo_is_lower_rather_than_wider_than_its_box(tmp_path: Path) -> None:
    picture = load_picture(logo(tmp_path, "logo.svg"), Box(60, 36))
    assert (picture.width, picture.height) == pytest.approx((60, 20))


def test_a_logo_is_grey_on_paper_without_colours(tmp_path: Path) -> None:
    drawn = load_picture(logo(tmp_path, "logo.svg"), BOX, grey=True)
    assert isinstance(drawn, Drawing)
    assert drawn.shapes[0].fill == "#4c4c4c"  # 0.299 of 255
    painted = load_picture(logo(tmp_path, "logo.png"), BOX, grey=True)
    assert isinstance(painted, Raster)
    assert Image.open(io.BytesIO(painted.data)).getpixel((0, 0)) == (76, 76, 76)


def test_a_file_that_cannot_be_opened_is_a_finding_and_no_traceback(tmp_path: Path) -> None:
    for name in ("gone.png", "gone.svg"):
        with pytest.raises(DrawingError, match="cannot be opened"):
            load_picture(tmp_path / name, BOX)
