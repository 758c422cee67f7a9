"""Pictures as objects shared by every page of a file: drawings as forms, rasters as images.

A form holds no marked content, so that it may be painted on many pages inside each page's own Figure
(a form with marked content painted twice breaks PDF/UA-1, 7.20).
"""

from __future__ import annotations

import hashlib
import io
import zlib

from PIL import Image

from handout.cache import Cache, CacheRegion
from handout.drawing import Drawing, Raster
from handout.errors import Finding, PdfError
from handout.pdf.patches import LEVEL, File, Stream
from handout.pdf.paths import operators
from handout.pdf.syntax import number, numbers

Key = tuple[object, ...]


Form = tuple[bytes, bytes]
FORMS: CacheRegion[Form] = CacheRegion("drawings as they are painted", 512)


def _form(drawing: Drawing) -> Form:
    """Entries and compressed operators of a drawing's form; its space is the drawing's, y downwards."""
    entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %s]/Matrix[1 0 0 -1 0 %s]/Resources<<>>" % (
        numbers(drawing.width, drawing.height),
        number(drawing.height),
    )
    return entries, zlib.compress(operators(drawing.shapes), LEVEL)


class Pictures:
    """The pictures in use, in order of first use; equal ones are one object."""

    def __init__(self, file: File, cache: Cache) -> None:
        self._file = file
        self._cache = cache  # a run prints the same drawings again and again
        self._entries: list[bytes] = []
        self._names: dict[Key, bytes] = {}
        self._seen: dict[int, tuple[Drawing | Raster, bytes]] = {}  # by identity; holds the object alive

    def name(self, picture: Drawing | Raster) -> bytes:
        """The resource name of a picture. Raises PdfError for bytes that are no PNG or JPEG."""
        seen = self._seen.get(id(picture))
        if seen is not None:
            return seen[1]
        # A drawing as written: what it shows (alt) is said by its Figure.
        key: Key = (
            self._painted(picture) if isinstance(picture, Drawing) else (hashlib.sha256(picture.data).digest(),)
        )
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = b"/X%d" % (len(self._names) + 1)
            stream = self._drawing(picture) if isinstance(picture, Drawing) else self._raster(picture)
            self._entries.append(found + b" " + stream.ref)
        self._seen[id(picture)] = (picture, found)
        return found

    def entries(self) -> bytes:
        """The entries of the resource dictionary."""
        return b"".join(self._entries)

    def _painted(self, drawing: Drawing) -> Form:
        return self._cache.get(FORMS, drawing.digest, lambda: _form(drawing))

    def _drawing(self, drawing: Drawing) -> Stream:
        entries, data = self._painted(drawing)
        return self._file.add(Stream(entries, data, encoded=b"/FlateDecode"))

    def _raster(self, raster: Raster) -> Stream:
        """A JPEG as it is, anything else as RGB samples, with its transparency as a mask."""
        try:
            image: Image.Image = Image.open(io.BytesIO(raster.data))
            image.load()
        except (OSError, ValueError) as reason:
            what = "A picture is neither PNG nor JPEG, so it cannot be put into the file."
            raise PdfError(Finding(what, "Export it again as PNG or JPEG.")) from reason
        entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % image.size
        if image.format == "JPEG" and image.mode in {"L", "RGB"}:
            space = b"/ColorSpace/DeviceGray" if image.mode == "L" else b"/ColorSpace/DeviceRGB"
            return self._file.add(Stream(entries + space, raster.data, encoded=b"/DCTDecode"))
        if "A" in image.getbands() or "transparency" in image.info:
            image = image.convert("RGBA")
            mask = Stream(entries + b"/ColorSpace/DeviceGray", image.getchannel("A").tobytes())
            entries += b"/SMask " + self._file.add(mask).ref
        return self._file.add(Stream(entries + b"/ColorSpace/DeviceRGB", image.convert("RGB").tobytes()))
