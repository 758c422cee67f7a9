"""Right to left: the structure tree must spell every text exactly, and every word must be on a page."""

from __future__ import annotations

import io
from dataclasses import replace

import pdf_specimens as specimen
import pikepdf
import proof_specimens as script

from handout.layout.pages import Item, Page, Pages, Tag
from handout.manuscript.manuscript import Manuscript
from handout.pdf import write
from handout.proof import conformance, proofread

STOP = "توقف عند الألم أو بعد \u206620\u00a0kg\u2069"
NOW = "اتصل الآن (للبالغين): \u2066020\u00a07946\u00a00000\u2069"
TEXTS = {
    "title": "ظهر مرن",
    "safety/title": "سلامتك",
    "safety/stop/1": STOP,
    "safety/now/1": NOW,
    "balance/title": "هل يناسبك هذا؟",
    "balance/pros": "يتحرك معظم الناس بسهولة أكبر",
    "balance/cons": "قد تؤلمك العضلات يوما أو يومين",
    "exercise/cat-cow/name": "القطة والبقرة",
}


def runs(text: str) -> list[specimen.GlyphRun]:
    """The stretches of a text in visual order, from the left: right-to-left words, left-to-right isolates."""
    parts = [part for piece in text.split("\u2066") for part in piece.split("\u2069") if part]
    made = []
    for part in parts:
        digits = part[0].isdigit()
        face = "noto-sans" if digits else "noto-sans-arabic"
        made.append(specimen.run(part, face, direction="ltr" if digits else "rtl", language="ar"))
    return made[::-1]


def pages(texts: dict[str, str] | None = None) -> Pages:
    """One page in Arabic; ActualText as given in `texts`."""
    said = texts or TEXTS
    items: list[Item] = []
    for number, (name, text) in enumerate(TEXTS.items()):
        items += specimen.line(60 + 40 * number, name, *runs(text), x=300)
    items += specimen.line(820, "", *runs("صفحة \u20661\u2069 من \u20661\u2069"), x=300)

    def leaf(name: str, role: str = "P") -> Tag:
        return Tag(name, role, actual_text=said[name].translate(dict.fromkeys((0x2066, 0x2069))))

    tree = Tag(
        "document",
        "Document",
        (
            leaf("title", "H1"),
            Tag("safety", "Sect", (leaf("safety/title", "H2"), leaf("safety/stop/1"), leaf("safety/now/1"))),
            Tag("balance", "Sect", (leaf("balance/title", "H2"), leaf("balance/pros"), leaf("balance/cons"))),
            Tag("exercise/cat-cow", "Sect", (leaf("exercise/cat-cow/name", "H2"),)),
        ),
    )
    return replace(
        specimen.handout(),
        pages=(Page(tuple(items)),),
        tree=tree,
        language="ar",
        direction="rtl",
        title=TEXTS["title"],
    )


def manuscript() -> Manuscript:
    t = TEXTS
    parts = (script.part("stop", script.line("stop", STOP)), script.part("now", script.line("now", NOW)))
    own = (
        script.title(t["title"]),
        script.panel(t["safety/title"], *parts),
        script.balance(t["balance/title"], t["balance/pros"], t["balance/cons"]),
        script.exercise(t["exercise/cat-cow/name"]),
    )
    running = script.running("", "صفحة {page} من {pages}")
    return replace(script.manuscript(), blocks=own, running=running, tag="ar", direction="rtl", title=t["title"])


def found(data: bytes) -> list[str]:
    return [finding.what for finding in proofread(data, manuscript())]


def test_a_right_to_left_file_passes_and_conforms() -> None:
    data = write(pages())
    assert found(data) == []
    assert conformance(data) == ()


def test_exact_text_with_two_numbers_exchanged_is_out() -> None:
    wrong = TEXTS["safety/now/1"].replace("020", "021")
    what = found(write(pages(TEXTS | {"safety/now/1": wrong})))
    assert any(said.startswith("In the structure of the safety panel") for said in what)


def test_exact_text_that_is_gone_is_missed() -> None:
    data = write(pages())
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and str(one.get("/ID", "")) == "safety/now/1":
                del one["/ActualText"]
        pdf.save(out)
    assert found(out.getvalue())


def test_a_word_that_is_in_the_structure_but_not_on_the_page_is_missed() -> None:
    whole = pages()
    items = tuple(
        replace(item, run=replace(item.run, glyphs=item.run.glyphs[:2]))  # type: ignore[union-attr]
        if getattr(item, "tag", "") == "balance/cons"
        else item
        for item in whole.pages[0].items
    )
    what = found(write(replace(whole, pages=(Page(items),))))
    assert what == [
        f"On the pages “{TEXTS['balance/cons']}” is missing or incomplete.",
        "24 letters or digits of the manuscript are not on the pages.",
    ]


def test_another_number_on_the_page_than_in_the_exact_text_is_missed() -> None:
    whole = pages()
    other = specimen.run("120\u00a0kg", "noto-sans", language="ar")

    def is_dose(item: Item) -> bool:
        return getattr(item, "tag", "") == "safety/stop/1" and item.run.text == "20\u00a0kg"  # type: ignore[union-attr]

    items = tuple(replace(item, run=other) if is_dose(item) else item for item in whole.pages[0].items)
    assert items != whole.pages[0].items
    what = found(write(replace(whole, pages=(Page(items),))))
    assert what == [
        f"On the pages “{STOP}” is missing or incomplete.",
        "1 letters or digits are on the pages that the manuscript does not say.",
    ]


def test_a_wrong_page_number_is_found_in_any_direction() -> None:
    whole = pages()
    twice = replace(whole, pages=(*whole.pages, specimen.blank()))
    assert "Page 1 does not say that it is page 1 of 2." in found(write(twice))
