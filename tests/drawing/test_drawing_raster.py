"""A clinic's own photographs come out plain, opaque, and no larger than print needs."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from handout.drawing import Box, Raster
from handout.drawing.raster import read_raster
from handout.errors import DrawingError, Place

WHERE = Place("photo.png")


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photograph(width: int, height: int) -> Image.Image:
    round_gradient = Image.radial_gradient("L")
    return Image.merge("RGB", [round_gradient.rotate(turn).resize((width, height)) for turn in (0, 5, 9)])


def pixels(raster: Raster) -> Image.Image:
    return Image.open(io.BytesIO(raster.data))


def test_a_photograph_becomes_a_baseline_jpeg_in_its_box() -> None:
    raster = read_raster(encoded(photograph(800, 400)), Box(200, 200), WHERE, "A room")
    assert (raster.width, raster.height, raster.alt) == (200, 100, "A room")
    image = pixels(raster)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", raster.pixels)
    assert "progression" not in image.info


def test_a_flat_picture_stays_png_and_transparency_becomes_paper() -> None:
    logo = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    logo.paste((200, 30, 40, 255), (50, 50, 150, 150))
    image = pixels(read_raster(encoded(logo), Box(50, 50), WHERE))
    assert (image.format, image.mode) == ("PNG", "RGB")
    assert image.getpixel((0, 0)) == (255, 255, 255)
    assert image.getpixel((100, 100)) == (200, 30, 40)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGB", "RGBA", "1", "I;16"])
def test_every_mode_of_png_comes_out_rgb(mode: str) -> None:
    image = pixels(read_raster(encoded(Image.new(mode, (300, 300), 1)), Box(72, 72), WHERE))
    assert image.mode == "RGB"


def test_metadata_and_profiles_are_gone() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", "Dr Secret")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(photograph(300, 300), pnginfo=notes, icc_profile=profile)
    raster = read_raster(data, Box(72, 72), WHERE)
    assert b"Secret" not in raster.data
    assert not {"icc_profile", "exif", "Author"} & set(pixels(raster).info)


def test_a_cmyk_jpeg_and_a_turned_camera_come_out_right() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    raster = read_raster(encoded(photograph(400, 200), "JPEG", exif=turned), Box(100, 100), WHERE)
    assert (raster.width, raster.height) == (50, 100)
    cmyk = encoded(photograph(300, 300).convert("CMYK"), "JPEG")
    assert pixels(read_raster(cmyk, Box(72, 72), WHERE)).mode == "RGB"


def test_more_pixels_than_print_needs_are_left_out() -> None:
    raster = read_raster(encoded(photograph(3000, 1500)), Box(144, 144), WHERE)
    assert raster.pixels == (600, 300)


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = encoded(photograph(400, 400))
    assert read_raster(data, Box(90, 90), WHERE) == read_raster(data, Box(90, 90), WHERE)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not a whole PNG or JPEG"),
        (b"GIF89a" + bytes(40), "not a whole PNG or JPEG"),
        (encoded(photograph(300, 300))[:2000], "not a whole PNG or JPEG"),
        (encoded(photograph(300, 300), "GIF"), "not a whole PNG or JPEG"),
        (encoded(photograph(40, 40)), "40 x 40 pixels: 40 to the inch"),
        (encoded(Image.new("1", (8000, 8000))), "larger than 40 million pixels"),
    ],
)
def test_a_picture_that_cannot_be_printed_well_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(DrawingError) as caught:
        read_raster(data, Box(72, 72), WHERE)
    assert says in caught.value.findings[0].what
    assert caught.value.findings[0].where == WHERE
