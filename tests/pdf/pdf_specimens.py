"""Small pages set by hand for the tests: HarfBuzz directly, no line breaking, no layout."""

from __future__ import annotations

import io
from dataclasses import replace

import uharfbuzz as hb

from handout.drawing import Drawing, Shape
from handout.layout.pages import Item, Page, Pages, PictureItem, ShapeItem, Tag, TextItem
from handout.pdf import DocumentProperties, Member, write, write_blank, write_volume
from handout.text import faces
from handout.text.types import Glyph, GlyphRun, Weight

WIDTH, HEIGHT = 595.276, 841.89
LEFT = 60.0


def run(
    text: str,
    face: str = "noto-sans",
    weight: Weight = 400,
    size: float = 12.0,
    *,
    direction: str = "ltr",
    language: str = "en",
    private: bool = False,
) -> GlyphRun:
    """One shaped run; glyphs of one grapheme belong together."""
    buffer = hb.Buffer()
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    buffer.language = language
    hb.shape(faces.open_font(face, weight), buffer)
    scale = size / faces.open_face(face).upem
    starts = sorted({info.cluster for info in buffer.glyph_infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    glyphs, before = [], -1
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        said = "" if info.cluster == before else text[info.cluster : ends[info.cluster]]
        before = info.cluster
        glyphs.append(
            Glyph(
                info.codepoint, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale, said
            )
        )
    return GlyphRun(
        face=face,
        weight=weight,
        size=size,
        colour="#1b2530",
        language=language,
        direction="rtl" if direction == "rtl" else "ltr",
        glyphs=tuple(glyphs),
        text=text,
        width=sum(glyph.advance for glyph in glyphs),
        private=private,
    )


def line(y: float, tag: str, *runs: GlyphRun, x: float = LEFT) -> list[Item]:
    """Runs one after the other, left to right."""
    items: list[Item] = []
    for one in runs:
        items.append(TextItem(x, y, one, tag))
        x += one.width
    return items


def box(x: float, y: float, width: float, height: float) -> ShapeItem:
    """A framed box, an artifact."""
    path = (("M", (0, 0)), ("L", (width, 0)), ("L", (width, height)), ("L", (0, height)), ("Z", ()))
    return ShapeItem(x, y, (Shape(path, fill="#eaf1f7", stroke="#7d8995", width=0.75),))  # type: ignore[arg-type]


def drawing(alt: str = "A person sits tall on a chair.") -> Drawing:
    """A dashed blob of 100 x 80 pt."""
    path = (("M", (10.0, 70.0)), ("C", (10.0, 5.0, 90.0, 5.0, 90.0, 70.0)), ("Z", ()))
    shape = Shape(path, fill="#c7c7c7", stroke="#1b2530", width=1.5, dash=(3, 2))  # type: ignore[arg-type]
    return Drawing(100, 80, (shape,), alt)


def handout(name: str = "Ann Ó Brien", title: str = "Ease a stiff back", language: str = "en") -> Pages:
    """Two pages: title, patient line, safety panel, balance, a table, an exercise with a picture."""
    first = [
        *line(30, "", run("Clinic sheet", size=12)),
        *line(70, "title", run(title, weight=700, size=30)),
        *line(100, "patient", run("For: "), run(name, weight=700, private=True), run(", from the clinic.")),
        box(50, 120, 480, 140),
        *line(140, "safety/title", run("Your safety", weight=700, size=17)),
        *line(165, "safety/ask/1", run("Ask first if you have had a new fracture ")),
        *line(181, "safety/ask/1", run("or a fall in the last six weeks.")),
        *line(210, "safety/stop/1", run("Stop if pain shoots down your leg.")),
        *line(235, "safety/now/1", run("Get help now: call 999.", weight=700)),
        *line(300, "balance/title", run("Good points and bad points", weight=700, size=17)),
        *line(320, "balance/pros", run("Most people move more easily after some weeks.")),
        *line(340, "balance/cons", run("Your muscles may ache for a day or two.")),
        *line(820, "", run("page 1 of 2")),
    ]
    second = [
        *line(60, "plan/head", run("Move", weight=700)),
        *line(60, "plan/often", run("How often", weight=700), x=300),
        *line(80, "plan/row", run("Cat and cow", weight=700)),
        *line(80, "plan/dose", run("10 times, twice a day"), x=300),
        *line(130, "exercise/cat-cow/name", run("Cat and cow", weight=700, size=16)),
        *line(150, "exercise/cat-cow/step", run("Kneel on hands and knees. Breathe out: office, flüssig.")),
        PictureItem(LEFT, 170, drawing(), "exercise/cat-cow/picture"),
        *line(820, "", run("page 2 of 2")),
    ]
    return Pages(
        width=WIDTH,
        height=HEIGHT,
        pages=(Page(tuple(first)), Page(tuple(second))),
        tree=_tree(),
        language=language,
        direction="ltr",
        title=title,
        content_id="ABCDEFGH23",
        panel_order="front",
        author="Hill Street Clinic",
        description="Exercises for a stiff back",
    )


def _tree() -> Tag:
    return Tag(
        "document",
        "Document",
        (
            Tag("title", "H1", path="title"),
            Tag("patient", "P"),
            Tag(
                "safety",
                "Sect",
                (
                    Tag("safety/title", "H2"),
                    Tag(
                        "safety/ask",
                        "L",
                        (
                            Tag(
                                "safety/ask/item",
                                "LI",
                                (Tag("safety/ask/1", "LBody", path="safety.lines.ask"),),
                            ),
                        ),
                        attributes={"ListNumbering": "None"},
                    ),
                    Tag("safety/stop/1", "P"),
                    Tag("safety/now/1", "P"),
                ),
                title="Your safety",
                outline=1,
            ),
            Tag(
                "balance",
                "Sect",
                (Tag("balance/title", "H2"), Tag("balance/pros", "P"), Tag("balance/cons", "P")),
                title="Good points and bad points",
                outline=1,
            ),
            Tag(
                "plan",
                "Table",
                (
                    Tag(
                        "plan/1",
                        "TR",
                        (
                            Tag("plan/head", "TH", attributes={"Scope": "Column"}),
                            Tag("plan/often", "TH", attributes={"Scope": "Column"}),
                        ),
                    ),
                    Tag(
                        "plan/2",
                        "TR",
                        (Tag("plan/row", "TH", attributes={"Scope": "Row"}), Tag("plan/dose", "TD")),
                    ),
                ),
            ),
            Tag(
                "exercise/cat-cow",
                "Sect",
                (
                    Tag("exercise/cat-cow/name", "H2"),
                    Tag("exercise/cat-cow/step", "P"),
                    Tag("exercise/cat-cow/picture", "Figure", alt="A person sits tall on a chair."),
                ),
                title="Cat and cow",
                outline=2,
            ),
        ),
    )


def blank() -> Page:
    """The back of a last sheet."""
    return Page(tuple(line(400, "", run("This side is meant to be blank."))))


def one_page(*items: Item, tree: tuple[Tag, ...], direction: str = "ltr", language: str = "en") -> Pages:
    """A single page of these items."""
    return replace(
        handout(),
        pages=(Page(items),),
        tree=Tag("document", "Document", tree),
        direction=direction,
        language=language,
    )


def volume(*documents: tuple[Pages, str], plain: bool = False) -> bytes:
    """Sheets as they are written, in one file; the back of each last sheet is blank where it must be."""
    out = io.BytesIO()
    back = write_blank(blank(), (WIDTH, HEIGHT), "en")
    members = (Member(write(pages), name, back) for pages, name in documents)
    write_volume(out, members, DocumentProperties("Monday's handouts", "en", "ltr", "MONDAY2345"), plain=plain)
    return out.getvalue()
