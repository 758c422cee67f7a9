"""A QR code as a drawing (ISO/IEC 18004), by ReportLab's own encoder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handout.drawing.shapes import Drawing, Segment, Shape

QUIET = 4  # modules of white on each side, which a reader needs (6.3.8 of the standard)
BLACK = "#000000"


def code_of(text: str, size: float) -> Drawing:
    """The code of a text, `size` pt wide and high with its white margin. Level M: a seventh of it may be lost.

    Raises ValueError for a text that no code holds.
    """
    # Of the whole library of graphics, which this imports, few sheets have need.
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text))
    code.make()
    module = size / (code.moduleCount + 2 * QUIET)
    path = tuple(segment for row in _runs(code.modules) for segment in _bar(*row, module))
    return Drawing(size, size, (Shape(path, fill=BLACK),))


def _runs(modules: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int, int]]:
    """Each stretch of dark modules: its row, where it begins and where it ends."""
    for row, cells in enumerate(modules):
        start = None
        for column, dark in enumerate((*cells, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                yield row, start, column
                start = None


def _bar(row: int, start: int, end: int, module: float) -> Iterator[Segment]:
    """A stretch as a rectangle in the drawing."""
    left, right = (QUIET + start) * module, (QUIET + end) * module
    top, bottom = (QUIET + row) * module, (QUIET + row + 1) * module
    yield "M", (left, top)
    yield "L", (right, top)
    yield "L", (right, bottom)
    yield "L", (left, bottom)
    yield "Z", ()
