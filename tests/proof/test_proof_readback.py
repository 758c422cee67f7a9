"""What a file says of itself, and what each of its elements says, are read as strangers read them."""

from __future__ import annotations

import io
from dataclasses import fields

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from readback_specimens import CLAIMS, ink, inked, tag

from handout.errors import ProofError
from handout.proof.ink import Stretch
from handout.proof.readback import Claims, ReadBack, _outermost, gather, identity, read_back
from handout.proof.tree import TagNode


def file(*nodes: TagNode, stretches: tuple[Stretch, ...] = ()) -> ReadBack:
    return gather(CLAIMS, nodes, (inked(stretches),), ())


# Elements and their blocks


@pytest.mark.parametrize(
    ("id_", "name"),
    [("12:note/1", "note/1"), ("note/1", "note/1"), ("12note", "12note"), ("a:12:b", "a:12:b"), ("1:2:b", "2:b")],
)
def test_an_element_is_known_by_its_id_without_the_number_of_its_document(id_: str, name: str) -> None:
    assert identity(tag(id_)) == name


@pytest.mark.parametrize(
    ("id_", "found"),
    [
        ("safety/now", ["safety/now"]),
        ("safety/now/1", ["safety/now/1"]),
        ("12:safety/now/1", ["12:safety/now/1"]),
        ("safety/nowhere", []),
        ("safety/nows/1", []),
        ("safety/now2", []),
        ("a/safety/now", []),
        ("safety", []),
        ("", []),
    ],
)
def test_a_block_is_its_element_and_what_begins_with_its_id(id_: str, found: list[str]) -> None:
    nodes = [tag("sheet", tag(id_, tag(f"{id_}/more")))]
    assert [node.id for node in _outermost(nodes, "safety/now")] == found


def test_the_first_element_of_an_id_is_the_block() -> None:
    one, other = tag("7:note", tag("7:note/1")), tag("note", alt="another")
    read = file(tag("document", one, other))
    assert read.block("note") == (one,)
    assert read.block("no") == ()
    assert read.block("note/1") == (tag("7:note/1"),)
    assert [node.id for node in read.walk()] == ["document", "7:note", "7:note/1", "note"]


def test_the_outermost_elements_of_a_block_are_found_in_order() -> None:
    read = file(tag("list", tag("way/1", tag("way/1/a")), tag("b")), tag("way/2"))
    assert [node.id for node in read.block("way")] == ["way/1", "way/2"]


def test_text_objects_of_elements_come_in_the_order_of_the_pages() -> None:
    first, second, third, other = ink("one", 0), ink("two", 1), ink("three", 0), ink("artifact", -1)
    nodes = (tag("a", tag("b", marks=((0, 0),)), marks=((0, 1),)), tag("c", marks=((0, 7), (0, 0))))
    read = file(*nodes, stretches=(first, second, other, third))
    assert read.stretches(nodes) == (first, second, third)
    assert read.stretches(nodes[1:]) == (first, third)


# What an element says


def says(*stretches: Stretch) -> str:
    """What an element says to which all of these belong."""
    marks = tuple(dict.fromkeys((one.page, one.mark) for one in stretches))
    node = tag("p", marks=marks)
    return file(node, stretches=stretches).text([node])


@pytest.mark.parametrize(
    ("lower", "said"),
    [(0.0, "Stoponce"), (7.0, "Stoponce"), (-7.0, "Stoponce"), (7.1, "Stop once"), (-7.1, "Stop once")],
)
def test_a_new_line_is_lower_or_higher_by_more_than_half_the_type_size(lower: float, said: str) -> None:
    assert says(ink("Stop"), ink("once", baseline=700 - lower)) == said


def test_an_object_without_text_is_a_space() -> None:
    assert says(ink("5"), ink(""), ink("kg")) == "5 kg"


def test_what_stands_in_no_element_is_not_said() -> None:
    read = file(tag("p", marks=((0, 0), (0, -1))), stretches=(ink("Stop", 0), ink("page 1", -1)))
    assert read.text(read.nodes) == "Stop"


@pytest.mark.parametrize(
    ("before", "words", "said"),
    [
        ("Stop", "now", "Stop now"), ("Stop", ".", "Stop."), ("(", "now", "(now"), ("x-a", "b", "x-a b"),
        ("Stop.", "now", "Stop.now"), ("a", "b-", "a b-"), ("Stop ", "now", "Stop now"),
    ],
)  # fmt: skip
def test_pieces_of_one_element_are_parted_where_two_words_meet(before: str, words: str, said: str) -> None:
    assert says(ink(before), ink(words, 1)) == said
    inner = tag("s", marks=((0, 1),), role="Span")
    read = file(tag("p", inner, marks=((0, 0),)), stretches=(ink(before), ink(words, 1)))
    assert read.text(read.nodes) == said


def test_elements_of_their_own_are_parted_by_a_space_and_stretches_of_a_line_are_not() -> None:
    for role, said in (("P", "Stop! (now)"), ("Span", "Stop!(now)"), ("Quote", "Stop!(now)")):
        inner = tag("s", marks=((0, 1),), role=role)
        read = file(tag("p", inner, marks=((0, 0),)), stretches=(ink("Stop!"), ink("(now)", 1)))
        assert read.text(read.nodes) == said
        assert read.text([inner]) == "(now)"


def test_the_first_words_of_an_element_have_no_space_before_them() -> None:
    read = file(tag("p", tag("q", marks=((0, 0),))), stretches=(ink("Stop"),))
    assert read.text(read.nodes) == "Stop"


def test_exact_text_is_said_in_place_of_what_is_on_the_page() -> None:
    held = tag("s", marks=((0, 0),), actual_text="Go on")
    read = file(tag("p", held), stretches=(ink("no oG"),))
    assert read.text(read.nodes) == "Go on"
    assert read.text([held, held]) == "Go on Go on"


# What a file says of itself

PACKET = b"<dc:title>Backs</dc:title><dc:identifier>ABCDEFGH23</dc:identifier>"


def made(*, empty: bool = False, **root: object) -> bytes:
    """A file of two pages that says everything of itself, but for what is given; or nothing."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(2):
            pdf.add_blank_page()
        if not empty:
            own = {
                "Lang": String("en"), "MarkInfo": Dictionary(Marked=True),
                "ViewerPreferences": Dictionary(DisplayDocTitle=True),
                "PageLabels": Dictionary(Nums=Array([0, Dictionary(P=String("A-"), S=Name.D)])), **root,
            }  # fmt: skip
            for key, value in own.items():
                pdf.Root[f"/{key}"] = value
            pdf.Root.Metadata = pdf.make_stream(PACKET)
            pdf.docinfo = pdf.make_indirect(Dictionary(Title="Ease a back", Subject="Cat"))
            with pdf.open_outline() as outline:
                outline.root.append(OutlineItem("Your safety", 0))
                outline.root[0].children.append(OutlineItem("Ask first", 1))
        pdf.save(out, fix_metadata_version=False)
    return out.getvalue()


def test_everything_that_a_file_says_of_itself_is_read() -> None:
    assert read_back(made()).claims == Claims(
        title="Ease a back",
        shows_title=True,
        marked=True,
        language="en",
        metadata=f"{PACKET.decode()} Cat Ease a back",
        identifier="ABCDEFGH23",
        names="Your safety Ask first A-1 A-2",
    )


def test_a_file_that_says_nothing_of_itself_claims_nothing() -> None:
    claims = read_back(made(empty=True)).claims
    assert {one.name: getattr(claims, one.name) for one in fields(claims)} == {
        "title": "", "shows_title": False, "marked": False, "language": "", "metadata": "", "identifier": "",
        "names": "1 2",
    }  # fmt: skip


def test_what_is_not_said_outright_is_not_claimed() -> None:
    claims = read_back(made(MarkInfo=Dictionary(), ViewerPreferences=Dictionary())).claims
    assert (claims.marked, claims.shows_title) == (False, False)
    said = read_back(
        made(MarkInfo=Dictionary(Marked=False), ViewerPreferences=Dictionary(DisplayDocTitle=False))
    ).claims
    assert (said.marked, said.shows_title) == (False, False)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 nothing else"])
def test_bytes_that_are_no_pdf_are_refused(data: bytes) -> None:
    with pytest.raises(ProofError, match="The file cannot be read back as a PDF: ") as refused:
        read_back(data)
    assert "0x" not in str(refused.value)  # an address differs from run to run
