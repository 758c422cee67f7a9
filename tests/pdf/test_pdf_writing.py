"""What one document promises: conformance, structure, metadata, the same bytes."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import page as validator
import pdf_specimens as specimen
import pikepdf
import pytest
from PIL import Image

from handout.drawing import Raster
from handout.layout.pages import PictureItem, Tag
from handout.pdf import write

TREE = Path(__file__).with_name("specimen.tree.txt")


def conforms(data: bytes) -> None:
    for profile in ("ua1", "2a"):
        report = validator.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, [str(failure) for failure in report.failures])


KEPT: list[pikepdf.Pdf] = []  # an object dies with its file


def opened(data: bytes) -> pikepdf.Pdf:
    KEPT.append(pikepdf.open(io.BytesIO(data)))
    return KEPT[-1]


def tree_lines(element: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    """The tag tree as text: role, id, and what the element says of itself."""
    said = [f"{key}={element[key]}" for key in ("/T", "/Lang", "/Alt", "/ActualText") if key in element]
    for attributes in element.get("/A", ()):
        said += [f"{key}={value}" for key, value in sorted(attributes.items()) if key not in {"/O", "/BBox"}]
        said += ["/BBox"] if "/BBox" in attributes else []
    kids = list(element.get("/K", ()))
    marks = [str(kid) for kid in kids if isinstance(kid, int)]
    parts = [str(element.S), str(element.get("/ID", "")), f"[{' '.join(marks)}]" if marks else "", *said]
    yield "  " * depth + " ".join(part for part in parts if part)
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from tree_lines(kid, depth + 1)


def test_the_specimen_is_pdf_ua_1_and_pdf_a_2a_at_once() -> None:
    conforms(write(specimen.handout()))


def test_the_tag_tree_is_the_one_that_was_reviewed(request: pytest.FixtureRequest) -> None:
    pdf = opened(write(specimen.handout()))
    found = "\n".join(tree_lines(pdf.Root.StructTreeRoot.K[0])) + "\n"
    if request.config.getoption("--update-golden"):
        TREE.write_text(found, "utf-8")
    assert found == TREE.read_text("utf-8")


def test_the_same_pages_give_the_same_bytes_and_the_same_id() -> None:
    first, second = write(specimen.handout()), write(specimen.handout())
    assert first == second
    other = write(specimen.handout(name="Bea"))
    assert opened(first).trailer.ID[0] != opened(other).trailer.ID[0]


def test_the_bytes_do_not_depend_on_the_process() -> None:
    """Sets and dictionaries of another process are hashed with another seed."""
    code = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import pdf_specimens as s;"
        " from handout.pdf import write; print(hashlib.sha256(write(s.handout())).hexdigest())"
    )
    folder = str(Path(__file__).parent)
    made = {
        subprocess.run(
            [sys.executable, "-c", code, folder],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1


def test_a_viewer_shows_the_title_and_prints_at_full_size_on_both_sides() -> None:
    preferences = opened(write(specimen.handout())).Root.ViewerPreferences
    assert bool(preferences.DisplayDocTitle)
    assert preferences.PrintScaling == "/None"
    assert preferences.Duplex == "/DuplexFlipLongEdge"
    assert bool(preferences.PickTrayByPDFSize)
    assert "/Direction" not in preferences


def test_a_right_to_left_document_turns_from_the_right() -> None:
    pages = replace(specimen.handout(), direction="rtl", language="ar")
    root = opened(write(pages)).Root
    assert root.ViewerPreferences.Direction == "/R2L"
    assert str(root.Lang) == "ar"


def test_metadata_hold_title_language_and_content_id_and_nothing_of_the_patient() -> None:
    pdf = opened(write(specimen.handout(name="Zdenka Novotná")))
    packet = pdf.Root.Metadata.read_bytes().decode()
    for said in ("Ease a stiff back", "<rdf:li>en</rdf:li>", "<dc:identifier>ABCDEFGH23</dc:identifier>"):
        assert said in packet
    assert str(pdf.docinfo.Title) == "Ease a stiff back"
    everything = packet + str(dict(pdf.docinfo)) + "\n".join(tree_lines(pdf.Root.StructTreeRoot.K[0]))
    assert "Zdenka" not in everything
    assert "Novotn" not in everything


def test_no_clock_is_read_and_a_date_given_is_written_as_given() -> None:
    undated = opened(write(specimen.handout()))
    assert "/CreationDate" not in undated.docinfo
    dated = write(specimen.handout(), date=datetime(2026, 11, 21, tzinfo=UTC))
    assert str(opened(dated).docinfo.CreationDate) == "D:20261121000000+00'00'"
    assert b"2026-11-21T00:00:00+00:00" in opened(dated).Root.Metadata.read_bytes()
    conforms(dated)


def test_sections_are_bookmarks_that_lead_to_their_places() -> None:
    pdf = opened(write(specimen.handout()))
    with pdf.open_outline() as outline:
        safety, balance = outline.root
        assert [safety.title, balance.title] == ["Your safety", "Good points and bad points"]
        (exercise,) = balance.children
    assert exercise.title == "Cat and cow"
    target = exercise.destination
    assert target[0].objgen == pdf.pages[1].obj.objgen
    assert 700 < float(target[3]) < 740


def test_a_figure_has_its_text_and_the_box_it_is_drawn_in() -> None:
    pdf = opened(write(specimen.handout()))
    figures = [
        obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and obj.get("/S") == "/Figure"
    ]
    (figure,) = figures
    assert str(figure.Alt) == "A person sits tall on a chair."
    top = specimen.HEIGHT - 170
    assert [float(v) for v in figure.A[0].BBox] == pytest.approx([60, top - 80, 160, top], abs=0.01)


def test_equal_drawings_are_one_object_without_marked_content() -> None:
    tags = tuple(Tag(f"f{n}", "Figure", alt=f"Picture {n}") for n in range(3))
    items = [PictureItem(60, 60 + 100 * n, specimen.drawing(f"Picture {n}"), f"f{n}") for n in range(3)]
    data = write(specimen.one_page(*items, tree=tags))
    conforms(data)
    pdf = opened(data)
    forms = [o for o in pdf.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Form"]
    (form,) = forms
    assert b"BDC" not in form.read_bytes()


def picture(mode: str, kind: str) -> Raster:
    out = io.BytesIO()
    Image.new(mode, (8, 4), (200, 30, 30, 128) if mode == "RGBA" else (200, 30, 30)).save(out, kind)
    return Raster(80, 40, out.getvalue(), (8, 4), "A red card")


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "PNG"), ("RGBA", "PNG"), ("RGB", "JPEG")])
def test_photographs_are_images_that_conform(mode: str, kind: str) -> None:
    items = [PictureItem(60, 60, picture(mode, kind), "f"), PictureItem(160, 60, picture(mode, kind), "f")]
    data = write(specimen.one_page(*items, tree=(Tag("f", "Figure", alt="A red card"),)))
    conforms(data)
    images = [
        o for o in opened(data).objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
    ]
    assert len(images) == (2 if mode == "RGBA" else 1)  # one picture, and its mask
    assert any(image.get("/Filter") == "/DCTDecode" for image in images) == (kind == "JPEG")


def test_running_heads_and_feet_are_pagination_artifacts() -> None:
    content = opened(write(specimen.handout())).pages[0].Contents
    streams = b"".join(part.read_bytes() for part in content)
    assert b"/Artifact<</Type/Pagination/Subtype/Header>>BDC" in streams
    assert b"/Artifact<</Type/Pagination/Subtype/Footer>>BDC" in streams


def test_every_stream_of_a_page_leaves_the_graphics_state_as_it_was() -> None:
    content = list(opened(write(specimen.handout())).pages[0].Contents)
    assert len(content) == 3  # before, the patient's name, after
    for part in content:
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(part)]
        for start, end in (("q", "Q"), ("BT", "ET"), (("BDC", "BMC"), "EMC")):
            starts = (
                sum(operator in start for operator in operators)
                if isinstance(start, tuple)
                else operators.count(start)
            )
            assert starts == operators.count(end)


@pytest.mark.skipif(
    not shutil.which("qpdf") and not os.environ.get("HANDOUT_REQUIRE_TOOLS"), reason="qpdf is not installed"
)
def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "specimen.pdf"
    path.write_bytes(write(specimen.handout()))
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No syntax or stream encoding errors" in done.stdout


@pytest.mark.skipif(
    not shutil.which("pdftotext") and not os.environ.get("HANDOUT_REQUIRE_TOOLS"),
    reason="poppler is not installed",
)
def test_poppler_reads_the_words_in_order_and_sees_embedded_subsets_only(tmp_path: Path) -> None:
    path = tmp_path / "specimen.pdf"
    path.write_bytes(write(specimen.handout()))
    text = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "For: Ann Ó Brien, from the clinic." in text
    assert "Breathe out: office, flüssig." in text
    assert text.index("Get help now") < text.index("Good points") < text.index("Kneel on hands")
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert rows
    assert all(row[0][6] == "+" and row[-5:-2] == ["yes", "yes", "yes"] for row in rows), fonts


def test_a_written_document_is_quick() -> None:
    pages = specimen.handout()
    write(pages)
    took = []
    for _ in range(5):
        start = time.perf_counter()
        write(pages)
        took.append(time.perf_counter() - start)
    assert min(took) < 0.1  # a guard against a wrong turn, not a benchmark
