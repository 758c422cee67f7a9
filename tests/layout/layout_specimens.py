"""The specimen sheet laid out: themes, icons and pictograms from the project, boxes in place of figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from specimen_reader import read_specimen

from handout.drawing import Drawing, Picture, load_svg
from handout.errors import Private
from handout.layout import Pages, Setting, Theme, ink, lay_out
from handout.layout.pages import PictureItem, ShapeItem, Tag, TextItem
from handout.layout.theme.files import merge, read_theme
from handout.layout.theme.loading import with_icons
from handout.manuscript.blocks import ManuscriptBlock, SafetyPanel
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.words import ORDERS, orders_of
from handout.source import Mapping, read

ROOT = Path(__file__).parents[2]
SPECIMEN = ROOT / "tests" / "layout" / "specimen.xml"
ENGLISH = Setting("en", "ltr", ("noto-sans",))
ARABIC = Setting("ar", "rtl", ("noto-sans-arabic", "noto-sans"), 1.08, 1.5)
MIRRORED = Setting("en", "rtl", ("noto-sans",))
PRIVATE = {
    "name": Private("Sam Taylor", "name"),
    "reference": Private("NHS 123 456", "reference"),
    "note": Private("Go slowly with your left shoulder.", "note"),
}
LINE = re.compile(r"(<line [^>]*>)(.*?)(</line>)")


def theme_file(name: str) -> Mapping:
    node = read(ROOT / "assets" / "themes" / f"{name}.yaml")
    assert isinstance(node, Mapping)
    return node


def theme(name: str = "standard") -> Theme:
    base = theme_file("standard")
    standard = read_theme(base)
    own = standard if name == "standard" else read_theme(merge(base, theme_file(name)))
    files = [path for folder in ("icons", "figures/signs") for path in (ROOT / "assets" / folder).glob("*.svg")]
    icons = {path.name.removesuffix(".svg"): load_svg(path) for path in sorted(files)}
    return with_icons(own, icons, standard.colours)


def markup() -> str:
    return SPECIMEN.read_text("utf-8")


def manuscript(xml: str | None = None, style: str = "standard", paper: str = "a4") -> Manuscript:
    made = read_specimen(xml or markup(), PRIVATE, style, paper)
    return replace(made, blocks=tuple(_ordered(block, style) for block in made.blocks))


def _ordered(block: ManuscriptBlock, style: str) -> ManuscriptBlock:
    """The specimen's panel in the order that a sheet of that style has."""
    order, _ = ORDERS[orders_of(style)[0]]
    if not isinstance(block, SafetyPanel):
        return block
    return replace(block, parts=tuple(sorted(block.parts, key=lambda part: order.index(part.name))))


def boxes(sheet: Manuscript) -> dict[str, Picture]:
    """A box for each picture: portrait but for the lying figures, a square logo."""
    pictures: dict[str, Picture] = {ref: _box(80, 128) for ref in sheet.pictures}
    pictures |= {ref: _box(133, 76) for ref in sheet.pictures if ref.startswith("roller")}
    return pictures | {"clinic/logo.png": _box(38, 38)}


def _box(width: float, height: float) -> Drawing:
    return Drawing(width, height, ink.box(width, height, "#d7e8ea"), "a box")


def lengthened(more: str) -> str:
    """The specimen with more words behind every line of the panel."""
    return LINE.sub(lambda m: f"{m[1]}{m[2]} {more}{m[3]}", markup())


def laid(
    xml: str | None = None, style: str = "standard", paper: str = "a4", setting: Setting = ENGLISH
) -> Pages:
    sheet = manuscript(xml, style, paper)
    return lay_out(sheet, boxes(sheet), theme(style), setting)


def leaves(tag: Tag) -> Iterator[Tag]:
    if not tag.children:
        yield tag
    for child in tag.children:
        yield from leaves(child)


def nodes(tag: Tag) -> Iterator[Tag]:
    yield tag
    for child in tag.children:
        yield from nodes(child)


def page_of(pages: Pages, name: str) -> set[int]:
    """The pages, from 1, on which a node or what is below it is printed."""
    return {
        number
        for number, page in enumerate(pages.pages, 1)
        for item in page.items
        if not isinstance(item, ShapeItem) and (item.tag == name or item.tag.startswith(f"{name}/"))
    }


def words(pages: Pages, page: int) -> str:
    """The text of one page in the order of its items."""
    items = [item for item in pages.pages[page - 1].items if isinstance(item, TextItem)]
    return re.sub(r"\s+", " ", " ".join(item.run.text for item in items))


def frames(pages: Pages) -> str:
    """Pages as text: place, size and words of each line; pictures; how many shapes lie between."""
    rows: list[str] = []
    for number, page in enumerate(pages.pages, 1):
        rows.append(f"page {number}")
        shapes = 0
        for item in page.items:
            if isinstance(item, ShapeItem):
                shapes += 1
                continue
            if shapes:
                rows.append(f"    {shapes} drawn")
                shapes = 0
            rows.append(f"  {item.x:6.1f} {item.y:6.1f} {_said(item)}")
    return "\n".join(rows) + "\n"


def _said(item: TextItem | PictureItem) -> str:
    tag = item.tag or "artifact"
    if isinstance(item, PictureItem):
        return f"[{item.picture.width:.0f} x {item.picture.height:.0f}] <{tag}>"
    text = "(private)" if item.run.private else item.run.text.strip()
    weight = " bold" if item.run.weight == 700 else ""
    return f"{item.run.size:g}{weight} {text} <{tag}>"


def replaced(xml: str, old: str, new: str) -> str:
    assert old in xml, old
    return xml.replace(old, new)
