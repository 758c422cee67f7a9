"""A clinic's own PNG or JPEG, re-encoded: no metadata, opaque, sRGB, no more pixels than print needs."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageCms, ImageOps

from handout.drawing.shapes import Box, Raster
from handout.errors import DrawingError, Finding, Place

MAX_PIXELS = 40_000_000  # of the file: a 40 megapixel photograph
PRINTED_DPI = 300
LEAST_DPI = 100
_HINT = "Export it again as PNG or JPEG."


def read_raster(data: bytes, box: Box, where: Place, alt: str = "", *, grey: bool = False) -> Raster:
    """The picture as large as the box allows, its proportions kept; `grey` for paper without colours.

    Photographs come out as baseline JPEG, drawn pictures as PNG, both RGB in sRGB, 8 bits a
    channel. Raises `DrawingError` for files that are not PNG or JPEG, broken, huge, or too coarse to print.
    """
    image = _upright_rgb(_open(data, where), where)
    factor = min(box.width / image.width, box.height / image.height)
    width, height = image.width * factor, image.height * factor
    dpi = 72 / factor
    if dpi < LEAST_DPI:
        what = f"the picture has {image.width} x {image.height} pixels: {dpi:.0f} to the inch on the page"
        raise _refusal(what, f"Use one with at least {LEAST_DPI} to the inch at its printed size.", where)
    if dpi > PRINTED_DPI * 1.05:
        scale = PRINTED_DPI / dpi
        pixels = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(pixels, Image.Resampling.LANCZOS)
    if grey:
        image = image.convert("L").convert("RGB")
    return Raster(width, height, _encode(image), (image.width, image.height), alt)


def _refusal(what: str, hint: str, where: Place) -> DrawingError:
    return DrawingError(Finding(what, hint, where))


def _open(data: bytes, where: Place) -> Any:
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
        if image.width * image.height > MAX_PIXELS:
            raise _refusal("the picture is larger than 40 million pixels", "Make it smaller.", where)
        image.load()
    except Image.DecompressionBombError:
        raise _refusal("the picture is larger than 40 million pixels", "Make it smaller.", where) from None
    except (OSError, SyntaxError, ValueError):
        raise _refusal("this is not a whole PNG or JPEG picture", _HINT, where) from None
    return image


def _upright_rgb(image: Any, where: Place) -> Any:
    """Turned as its camera held it, in sRGB, on white."""
    profile = image.info.get("icc_profile")
    image = ImageOps.exif_transpose(image)
    if image.mode == "P" or image.mode.endswith("A") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(paper, image).convert("RGB")
    if profile and image.mode in ("RGB", "L", "CMYK"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            raise _refusal("the picture's colour profile is broken", _HINT, where) from None
        if converted is not None:
            return converted
    return image.convert("RGB")


def _encode(image: Any) -> bytes:
    """The pixels alone, in a new file: PNG where colours are few or where that is smaller, as it is for most drawn
    logos, else JPEG."""
    clean = Image.frombytes("RGB", image.size, image.tobytes())
    exact, photograph = io.BytesIO(), io.BytesIO()
    clean.save(exact, "PNG", optimize=True)
    clean.save(photograph, "JPEG", quality=88, subsampling=0, optimize=True)
    smaller = exact.tell() <= photograph.tell()
    return (exact if smaller or clean.getcolors(maxcolors=256) else photograph).getvalue()
