"""Pictures as objects shared by every page of a file: drawings as forms, rasters as images.

A form holds no marked content, so that it may be painted on many pages inside each page's own Figure
(a form with marked content painted twice breaks PDF/UA-1, 7.20).
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from PIL import Image

from handout.cache import Cache, CacheRegion
from handout.drawing import Drawing, Raster, Shape
from handout.errors import Finding, PdfError
from handout.pdf.parts import Run, box_of, common_runs, cut
from handout.pdf.patches import File, Stream
from handout.pdf.paths import HUNDREDTHS, TENTHS, operators, steps_of
from handout.pdf.syntax import numbers

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A drawing's form: entries and compressed operators; its space is the drawing's, y downwards. `runs` are forms
    that it paints."""

    entries: bytes
    operators: bytes
    runs: tuple[Run, ...] = ()


FORMS: CacheRegion[Form] = CacheRegion("drawings as they are painted", 512)


def _form(drawing: Drawing, runs: Mapping[Shape, Run], cache: Cache) -> Form:
    """The form of a drawing, kept by what it looks like and how it is cut."""
    steps = steps_of(drawing.shapes, HUNDREDTHS)
    pieces = [*cut(drawing, runs)] if steps == TENTHS else [*drawing.shapes]
    own = tuple(piece for piece in pieces if isinstance(piece, tuple))
    cuts = tuple((at, len(piece)) for at, piece in enumerate(pieces) if isinstance(piece, tuple))

    def made() -> Form:
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %s]/Matrix[%s]" % (
            numbers(drawing.width * steps, drawing.height * steps),
            numbers(1 / steps, 0, 0, -1 / steps, 0, drawing.height),
        )
        return Form(entries, _deflated(operators(pieces, steps)), own)

    return cache.get(FORMS, (drawing.digest, cuts), made)


def _deflated(plain: bytes) -> bytes:
    """As small as deflate makes numbers: few runs of them are equal."""
    made = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_FILTERED)
    return made.compress(plain) + made.flush()


class Pictures:
    """The pictures in use, in order of first use; equal ones are one object."""

    def __init__(self, file: File, cache: Cache, drawings: Sequence[Drawing] = ()) -> None:
        """`drawings` are all that will be asked for."""
        self._file = file
        self._cache = cache  # a run prints the same drawings again and again
        self._entries: list[bytes] = []
        self._names: dict[Key, bytes] = {}
        self._seen: dict[int, tuple[Drawing | Raster, bytes]] = {}  # by identity; holds the object alive
        self._common = common_runs(drawings)
        self._runs: dict[Run, Stream] = {}

    def name(self, picture: Drawing | Raster) -> bytes:
        """The resource name of a picture. Raises PdfError for bytes that are no PNG or JPEG."""
        seen = self._seen.get(id(picture))
        if seen is not None:
            return seen[1]
        # A drawing as written: what it shows (alt) is said by its Figure.
        form = _form(picture, self._common, self._cache) if isinstance(picture, Drawing) else None
        key: Key = (form,) if form else (picture.digest,)
        found = self._names.get(key)
        if found is None:
            found = self._names[key] = b"/X%d" % (len(self._names) + 1)
            stream = self._drawing(form) if form else self._raster(cast("Raster", picture))
            self._entries.append(found + b" " + stream.ref)
        self._seen[id(picture)] = (picture, found)
        return found

    def entries(self) -> bytes:
        """The entries of the resource dictionary."""
        return b"".join(self._entries)

    def _drawing(self, form: Form) -> Stream:
        runs = [self._run(run) for run in form.runs]
        held = b"".join(b"/P%d %s" % (number, run.ref) for number, run in enumerate(runs, 1))
        resources = b"/Resources<<%s>>" % (b"/XObject<<" + held + b">>" if held else b"")
        return self._file.add(Stream(form.entries + resources, form.operators, encoded=b"/FlateDecode"))

    def _run(self, run: Run) -> Stream:
        """A run as a form in the space of those that paint it."""
        if run not in self._runs:
            entries = b"/Type/XObject/Subtype/Form/BBox[%s]/Resources<<>>" % numbers(
                *(TENTHS * side for side in box_of(run))
            )
            painted = _deflated(operators(run, TENTHS, inside=True))
            self._runs[run] = self._file.add(Stream(entries, painted, encoded=b"/FlateDecode"))
        return self._runs[run]

    def _raster(self, raster: Raster) -> Stream:
        """A JPEG or a plain PNG as it is, anything else as RGB samples, with its transparency as a mask."""
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
        predicted = _predicted(raster.data)
        if predicted:
            told = b"/ColorSpace/DeviceRGB/DecodeParms<</Predictor 15/Colors 3/BitsPerComponent 8/Columns %d>>"
            return self._file.add(Stream(entries + told % image.width, predicted, encoded=b"/FlateDecode"))
        if "A" in image.getbands() or "transparency" in image.info:
            image = image.convert("RGBA")
            mask = Stream(entries + b"/ColorSpace/DeviceGray", image.getchannel("A").tobytes())
            entries += b"/SMask " + self._file.add(mask).ref
        return self._file.add(Stream(entries + b"/ColorSpace/DeviceRGB", image.convert("RGB").tobytes()))


def _predicted(png: bytes) -> bytes:
    """The samples of an opaque PNG of 8 bits RGB as it holds them, which is as a PDF may; of any other file none (PNG,
    second edition, 11.2: chunks of a length, a name, data and a sum)."""
    if not png.startswith(b"\x89PNG") or png[24:29] != b"\x08\x02\x00\x00\x00" or b"tRNS" in png:
        return b""
    at, data = 8, b""
    while at < len(png):
        (length,) = struct.unpack_from(">L", png, at)
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    return data
