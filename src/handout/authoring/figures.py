"""One exercise's drawings as a file, and a contact sheet of the whole library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handout.authoring.draft import Draft
from handout.authoring.preview import picture_of
from handout.content import Library
from handout.drawing import Drawing, Segment, Shape, to_svg
from handout.errors import Finding, UsageError
from handout.figure import Fault, Gallery, Look, Mark, Pen, Scene, fault_marks, ink_staged
from handout.layout import Page, Pages, PictureItem, Tag
from handout.pdf import write

GAP = 14.0  # between drawings, pt
COLUMNS = 4
DPI = 300


@dataclass(frozen=True, slots=True)
class Wish:
    """What to draw of an exercise: one frame ("" for all, in order), who, in which ink, how high in pt."""

    frame: str = ""
    person: str = ""
    ink: str = "colour"
    height: float = 128.0


def draw_exercise(draft: Draft, wish: Wish, target: Path) -> tuple[Finding, ...]:
    """The frames of a picture side by side, as SVG, PDF or PNG; what the checks refuse is marked in red.

    Hands back those findings. Raises UsageError for a person or frame that is not there.
    """
    staged = draft.staged(wish.person, wish.ink)
    judged = list(draft.judged(staged))
    faults: dict[int, list[Fault]] = {}
    for _, (scene, fault) in judged:
        faults.setdefault(id(scene), []).append(fault)

    def marked(scene: Scene, pen: Pen) -> list[Mark]:
        return fault_marks(scene, faults.get(id(scene), ()), pen)

    frames: dict[str, Drawing] = {}
    for part in staged.values():
        frames |= ink_staged(part, wish.height, marked)
    if wish.frame and wish.frame not in frames:
        raise UsageError(Finding(f"{draft.name} has no frame “{wish.frame}”", f"Known: {', '.join(frames)}."))
    chosen = [frames[wish.frame]] if wish.frame else list(frames.values())
    save(side_by_side(chosen, alt=draft.name), target)
    return tuple(dict.fromkeys(finding for finding, _ in judged))


def draw_sheet(library: Library, ink: str, person: str, target: Path, cache: Path) -> None:
    """Every frame of every exercise, four to a row."""
    gallery = Gallery(library, cache)
    drawings = [
        picture
        for _, exercise in sorted(library.exercises.items())
        for picture in gallery.pictures(exercise, Look(ink, person)).values()
        if isinstance(picture, Drawing)
    ]
    save(grid(drawings, COLUMNS), target)


def side_by_side(drawings: Sequence[Drawing], alt: str = "") -> Drawing:
    """Drawings in a row on one floor line."""
    height = max(drawing.height for drawing in drawings)
    shapes: list[Shape] = []
    x = 0.0
    for drawing in drawings:
        shapes += _moved(drawing, x, height - drawing.height)
        x += drawing.width + GAP
    return Drawing(x - GAP, height, tuple(shapes), alt)


def grid(drawings: Sequence[Drawing], columns: int) -> Drawing:
    """Drawings in rows of equal cells."""
    width = max(drawing.width for drawing in drawings) + GAP
    height = max(drawing.height for drawing in drawings) + GAP
    shapes: list[Shape] = []
    for index, drawing in enumerate(drawings):
        row, column = divmod(index, columns)
        x = column * width + (width - drawing.width) / 2
        shapes += _moved(drawing, x, (row + 1) * height - drawing.height)
    rows = -(-len(drawings) // columns)
    return Drawing(columns * width, rows * height + GAP, tuple(shapes), "contact sheet")


def _moved(drawing: Drawing, dx: float, dy: float) -> Iterator[Shape]:
    for shape in drawing.shapes:
        yield replace(shape, path=tuple(_shift(segment, dx, dy) for segment in shape.path))


def _shift(segment: Segment, dx: float, dy: float) -> Segment:
    verb, numbers = segment
    return verb, tuple(number + (dy if index % 2 else dx) for index, number in enumerate(numbers))


def save(drawing: Drawing, target: Path) -> None:
    """As SVG, PDF or PNG by the file's ending. Raises UsageError for another."""
    kind = target.suffix.lower()
    if kind not in {".svg", ".pdf", ".png"}:
        raise UsageError(Finding(f"cannot write {target.name}", "End its name in .svg, .pdf or .png."))
    target.parent.mkdir(parents=True, exist_ok=True)
    if kind == ".svg":
        target.write_text(to_svg(drawing), "utf-8")
        return
    pdf = write(_pages(drawing))
    target.write_bytes(pdf if kind == ".pdf" else _png(pdf))


def _pages(drawing: Drawing) -> Pages:
    named = replace(drawing, alt=drawing.alt or "drawing")
    tree = Tag("document", "Document", (Tag("figure", "Figure", alt=named.alt),), title=named.alt)
    page = Page((PictureItem(GAP, GAP, named, "figure"),))
    return Pages(named.width + 2 * GAP, named.height + 2 * GAP, (page,), tree, "en", "ltr", named.alt, "", "")


def _png(pdf: bytes) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return picture_of(document[0], DPI / 72)
    finally:
        document.close()
