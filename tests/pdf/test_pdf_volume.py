"""A print job of several documents: fresh sheets, a part each, shared pieces, nothing of a patient shared."""

from __future__ import annotations

import io

import page as validator
import pdf_specimens as specimen
import pikepdf
import pytest

from handout.errors import PdfError
from handout.pdf import DocumentProperties, Member, write, write_volume

ABOUT = DocumentProperties("Monday's handouts", "en", "ltr", "MONDAY2345")


def single() -> specimen.Pages:
    from handout.layout.pages import Tag

    return specimen.one_page(*specimen.line(60, "p", specimen.run("One page")), tree=(Tag("p", "P"),))


def volume(*names: str) -> bytes:
    documents = [(specimen.handout(name), f"Order {n}") for n, name in enumerate(names, start=2)]
    return specimen.volume(*documents)


def test_a_volume_conforms_and_every_document_is_a_part() -> None:
    data = specimen.volume((single(), "Order 2"), (specimen.handout(), "Order 3"))
    for profile in ("ua1", "2a"):
        assert validator.validate_pdf_bytes(data, profile=profile).is_compliant
    with pikepdf.open(io.BytesIO(data)) as pdf:
        parts = list(pdf.Root.StructTreeRoot.K[0].K)
        assert [(str(part.S), str(part.T), str(part.Lang)) for part in parts] == [
            ("/Part", "Order 2", "en"),
            ("/Part", "Order 3", "en"),
        ]


def test_every_document_starts_on_an_odd_page_after_a_back_that_says_it_is_blank() -> None:
    data = specimen.volume((single(), "Order 2"), (specimen.handout(), "Order 3"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert [page.label for page in pdf.pages] == [
            "Order 2, 1",
            "Order 2, blank",
            "Order 3, 1",
            "Order 3, 2",
        ]
        back = pdf.pages[1]
        assert "/StructParents" not in back.obj
        assert b"/Artifact" in back.Contents[0].read_bytes()


def test_an_odd_document_without_a_blank_back_is_refused() -> None:
    with pytest.raises(PdfError) as caught:
        write_volume(io.BytesIO(), [Member(write(single()), "Order 2", b"")], ABOUT)
    assert "odd number of pages" in caught.value.findings[0].what


def test_an_empty_print_job_is_refused() -> None:
    with pytest.raises(PdfError, match="holds no document"):
        write_volume(io.BytesIO(), [], ABOUT)


@pytest.mark.parametrize("broken", [b"", b"%PDF-1.7 another program's", write(single())[:-400]])
def test_what_is_no_sheet_of_ours_is_refused(broken: bytes) -> None:
    with pytest.raises(PdfError, match="damaged"):
        write_volume(io.BytesIO(), [Member(broken, "Order 2", b"")], ABOUT)


def test_ids_are_unique_in_a_volume() -> None:
    with pikepdf.open(io.BytesIO(volume("Ann", "Bob"))) as pdf:
        ids = [
            str(o.ID)
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/StructElem" and "/ID" in o
        ]
        assert len(ids) == len(set(ids))
        assert {"00100:safety", "00102:safety"} <= set(ids)
        kids = pdf.Root.StructTreeRoot.IDTree.Kids
        names = [bytes(value) for node in kids for leaf in node.Kids for value in list(leaf.Names)[::2]]
        assert names == sorted(names)


def test_documents_share_what_is_alike_and_each_name_is_its_own_stream() -> None:
    with pikepdf.open(io.BytesIO(volume("Ann", "Bob", "Cy"))) as pdf:
        fronts = [[part.objgen for part in page.Contents] for page in list(pdf.pages)[::2]]
        assert len({front[0] for front in fronts}) == 1  # up to the name
        assert len({front[1] for front in fronts}) == 3  # the name
        backs = {tuple(part.objgen for part in page.Contents) for page in list(pdf.pages)[1::2]}
        assert len(backs) == 1  # the second page holds nothing personal


def test_written_plain_it_holds_the_same() -> None:
    documents = (specimen.handout("Ann"), "Order 2"), (single(), "Order 3")
    files = [specimen.volume(*documents, plain=plain) for plain in (False, True)]
    told = []
    for data in files:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = [[part.read_bytes() for part in page.Contents] for page in pdf.pages]
            told.append((pages, [(str(o.get("/S")), str(o.get("/ID", ""))) for o in pdf.objects if "/S" in o]))
    assert told[0][0] == told[1][0]
    assert sorted(told[0][1]) == sorted(told[1][1])


def test_the_bookmarks_of_a_volume_lead_to_its_documents() -> None:
    with pikepdf.open(io.BytesIO(volume("Ann", "Bob"))) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Order 2", "Order 3"]
        assert [item.title for item in outline.root[1].children] == [
            "Your safety",
            "Good points and bad points",
        ]


def test_no_name_of_a_patient_is_in_the_structure_or_the_metadata() -> None:
    with pikepdf.open(io.BytesIO(volume("Zdenka", "Bob"))) as pdf:
        strings = [
            str(value)
            for o in pdf.objects
            if isinstance(o, pikepdf.Dictionary)
            for value in o.values()
            if isinstance(value, pikepdf.String)
        ]
        assert strings
        assert not any("Zdenka" in string for string in strings)
