"""The holes of a file: objects behind all others, in which no more can stand than words and lines to write on."""

from __future__ import annotations

import pytest

from handout.proof.holes import PIECE, Hole, holes_of, is_exact, looks_of, marks_of_file, static_of

MARK = b"0123456789abcdef" * 2
HEAD = b"%PDF-1.7\n3 0 obj\n<</Type/ObjStm>>\nstream\nx\r\nendstream\nendobj\n"
PIECE_7 = b"7 0 obj\n<</Length 6>>\nstream\nq\nQ   \r\nendstream\nendobj\n"
EXACT = b"/ActualText<FEFF0041>  "
ELEMENT_12 = b"12 0 obj\n<</Type/StructElem/S/Span/ID(patient/for)/P 4 0 R" + EXACT + b">>\nendobj\n"
XREF = b"13 0 obj\n<</Type/XRef/ID[<%s><%s>]>>\nendobj\nstartxref\n%d\n%%%%EOF\n"


def file(*objects: bytes, mark: bytes = MARK) -> bytes:
    body = HEAD + b"".join(objects)
    return body + XREF % (mark, mark, len(body))


def test_a_file_has_a_hole_for_each_piece_of_a_page_and_each_exact_text() -> None:
    pdf = file(PIECE_7, ELEMENT_12)
    piece, element = holes_of(pdf)
    start = len(HEAD) + PIECE_7.index(b"q\n")
    assert piece == Hole(7, start, start + 6)
    assert piece.of(pdf) == b"q\nQ   "
    assert (element.number, element.element, element.of(pdf)) == (12, "patient/for", EXACT)


def test_a_file_may_have_none() -> None:
    assert holes_of(file()) == ()


def test_all_but_the_holes_and_the_id_is_told_piece_by_piece() -> None:
    pdf = file(PIECE_7, ELEMENT_12)
    static = [*static_of(pdf, holes_of(pdf))]
    assert static[0] == (0, HEAD + PIECE_7[: PIECE_7.index(b"q\n")])
    assert [data for _, data in static[1:]] == [
        PIECE_7[PIECE_7.index(b"\r") :] + ELEMENT_12[: ELEMENT_12.index(EXACT)],
        b">>\nendobj\n13 0 obj\n<</Type/XRef/ID[<", b"><", pdf[pdf.index(b">]>>") :],
    ]  # fmt: skip
    assert all(pdf[at : at + len(data)] == data for at, data in static)
    assert len(pdf) == sum(len(data) for _, data in static) + 6 + len(EXACT) + 2 * len(MARK)


ELSE = {
    "it is longer than it says": PIECE_7.replace(b"q\n", b"q\n\n"),
    "it is shorter than it says": PIECE_7.replace(b"Q   ", b"Q  "),
    "it has another entry": PIECE_7.replace(b"<<", b"<</Filter/FlateDecode"),
    "it is of another kind": b"7 0 obj\n<</Type/Annot>>\nendobj\n",
    "it is no object": b"% a comment\n",
    "an element has a child": ELEMENT_12.replace(b"/S/Span", b"/S/Span/K<</MCID 4>>"),
    "an element has two exact texts": ELEMENT_12.replace(EXACT, EXACT + EXACT),
    "an element has no id": ELEMENT_12.replace(b"/ID(patient/for)", b""),
    "an element has an alternative text": ELEMENT_12.replace(EXACT, b"/Alt(Rest) " + EXACT),
    "an exact text is followed by more": ELEMENT_12.replace(EXACT, EXACT + b"/Lang(fr)"),
}


@pytest.mark.parametrize("fault", ELSE)
def test_what_is_no_hole_among_them_is_refused(fault: str) -> None:
    said = "does not end" if "than it says" in fault else "something else stands among the holes"
    with pytest.raises(ValueError, match=said):
        holes_of(file(PIECE_7, ELSE[fault], ELEMENT_12))


def test_what_is_no_file_of_ours_is_refused() -> None:
    with pytest.raises(ValueError, match="not found"):
        holes_of(b"%PDF-1.7\n")
    with pytest.raises(ValueError, match="not found"):
        holes_of(file().replace(b"/ObjStm", b"/Object"))


def test_the_two_halves_of_the_files_id_are_found_behind_its_objects() -> None:
    pdf = file(b"%% /ID[<%s><%s>]\n" % (MARK, MARK))
    assert [pdf[start - 1 : end + 1] for start, end in marks_of_file(pdf)] == [b"<%s>" % MARK] * 2
    assert [start for start, _ in marks_of_file(pdf)][1] == pdf.rindex(MARK)


@pytest.mark.parametrize("mark", [MARK[1:], MARK + b"0", MARK.upper()], ids=["short", "long", "in capitals"])
def test_an_id_of_another_form_is_none(mark: bytes) -> None:
    with pytest.raises(ValueError, match="the file has no ID"):
        marks_of_file(file(mark=mark))


def words(
    shown: bytes = b"[<0021000F>-80<0012>]TJ\n", before: bytes = b"0.1 .2 0 rg\n", matrix: bytes = b"1 0 0 1"
) -> bytes:
    return b"BT\n/P<</MCID 1>>BDC\n/F2 12 Tf\n%s%s 60 741.89 Tm%sEMC\nET\n" % (before, matrix, shown)


def rule(operators: bytes = b"0 0 m\n-120.5 0 l\nS\n", turned: bytes = b"1 0 0 -1") -> bytes:
    return b"/Artifact BMC\nq %s 60 700 cm\n.1 .2 .3 RG\n.5 w\n1 J\n%sQ\nEMC\n" % (turned, operators)


ALLOWED = {
    "nothing": b"",
    "words": words(),
    "words in two faces": words(b"[<00>]TJ\n/F1 9.5 Tf\n1 0 0 1 84 741 Tm[<2E>]TJ\n"),
    "words in the colour before": words(before=b""),
    "a line to write on": rule(),
    "words, then a line": words() + rule(),
}


@pytest.mark.parametrize("piece", ALLOWED)
def test_words_and_lines_to_write_on_may_stand_in_a_piece(piece: str) -> None:
    assert PIECE.fullmatch(b"q\n" + ALLOWED[piece] + b"Q\n   ")


REFUSED = {
    "invisible words": words(before=b"3 Tr\n"),
    "narrow words": words(before=b"1 Tz\n"),
    "raised words": words(before=b"300 Ts\n"),
    "words spread apart": words(before=b"90 Tc\n"),
    "another state": words(before=b"/G gs\n"),
    "a colour of another space": words(before=b"0.1 g\n"),
    "words turned": words(matrix=b"0 1 -1 0"),
    "words made smaller": words(matrix=b".1 0 0 .1"),
    "words leaning": words(matrix=b"1 0 1 1"),
    "words as text": words(b"(Rest)Tj\n"),
    "words that are no artifact and have no mark": words().replace(b"/P<</MCID 1>>BDC", b"/P BMC"),
    "words with a text of their own": words().replace(b"/MCID 1", b"/MCID 1/ActualText(Rest)"),
    "words among the lines": rule(words()),
    "a box": rule(b"0 0 120 9 re\nf\n"),
    "a filled line": rule(b"0 0 m\n120 0 l\nf\n"),
    "a line of three points": rule(b"0 0 m\n120 0 l\n120 9 l\nS\n"),
    "a dashed line": rule(b"[3]0 d\n0 0 m\n120 0 l\nS\n"),
    "a line made longer": rule(turned=b"9 0 0 -1"),
    "a line outside the marked content": rule().replace(b"/Artifact BMC\n", b"").replace(b"EMC\n", b""),
    "a picture": b"/X1 Do\n",
    "a clip": b"0 0 60 842 re W n\n",
    "a matrix": b"1 0 0 1 600 0 cm\n",
    "a state that is left": b"Q\nq\n",
}


@pytest.mark.parametrize("piece", REFUSED)
def test_nothing_that_could_hide_move_or_add_may_stand_in_one(piece: str) -> None:
    assert not PIECE.fullmatch(b"q\n" + REFUSED[piece] + b"Q\n")


@pytest.mark.parametrize("around", [b"%sQ\n", b"q\n%sQ\n0 g", b"q\n%s", b"0 g q\n%sQ\n"])
def test_a_piece_keeps_what_it_sets_to_itself(around: bytes) -> None:
    assert not PIECE.fullmatch(around % words())


def test_the_colours_and_widths_of_each_marked_content_are_told() -> None:
    first = words(b"[<00>]TJ\n0 0 1 rg\n1 0 0 1 84 741 Tm[<2E>]TJ\n")
    second = words(before=b"").replace(b"/MCID 1", b"/MCID 22")
    assert looks_of(first) == {(b"1", b""), (b"1", b"0.1 .2 0 rg"), (b"1", b"0 0 1 rg")}
    assert looks_of(first + second) - looks_of(first) == {(b"22", b"0 0 1 rg")}
    assert looks_of(first + rule() + b"  ") - looks_of(first) == {(b"1", b".1 .2 .3 RG"), (b"1", b".5 w")}


@pytest.mark.parametrize(
    ("element", "exact"),
    [
        (b"/ActualText<FEFF0041>", True),
        (b"/ActualText<FEFF>   ", True),
        (b"/ActualText(Ann \\(Bo\\)\\n\\r\\\\)", True),
        (b"/ActualText<0041>", False),
        (b"/ActualText<FEFF0041", False),
        (b"/ActualText(Ann)Bo)", False),
        (b"/ActualText(Ann\\u)", False),
        (b"/ActualText(Ann)/Lang(fr)", False),
        (b" /ActualText(Ann)", False),
        (b"/Alt(Ann)", False),
        (b"   ", False),
    ],
)
def test_an_exact_text_is_one_text_and_nothing_else(element: bytes, exact: bool) -> None:
    assert is_exact(element) is exact
