"""A copy is the file that was proved but for the order's own words, and those stand where and as they must."""

from __future__ import annotations

import pickle
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pdf_specimens as specimen
import pytest
from copy_specimens import BY, sheet
from masters_orders import sealed

from handout.errors import ProofError
from handout.layout.pages import Tag
from handout.pdf import write
from handout.proof.copies import Claimed, Proven, _overlap, _Piece
from handout.proof.holes import holes_of
from handout.proof.ink import Box, Stretch
from handout.proof.readback import ReadBack, read_back

MISSING = "The line with the patient's own words is missing or incomplete."
OTHERWISE = "The patient's own words are drawn otherwise than the rest of their line."
ELSEWHERE = "The patient's own words stand on another line or in another size."
FOREIGN = "The file differs from the master that it was made from."
MARGIN = "The patient's own words reach over the margin."
TOGETHER = "The patient's own words stand on each other."
NO_RULE = "A line to write on is missing, or is another."


def asked(name: str = "Sam Taylor", note: str = "Ring twice.", by: str = BY) -> dict[str, str]:
    return {"patient/for": f"For: {name}", "patient/by": by, "note-1/1": note}


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write(sheet())


@pytest.fixture(scope="module")
def read(pdf: bytes) -> ReadBack:
    return read_back(pdf)


@pytest.fixture
def proven(pdf: bytes, read: ReadBack) -> Proven:
    return Proven(pdf, read, "en")


def wrong(proven: Proven, pdf: bytes, texts: Mapping[str, str] | None = None) -> list[str]:
    """What is wrong with one copy, each once."""
    (found,) = proven.check([Claimed(pdf, asked() if texts is None else texts)])
    assert len(found) == len({*found})
    return [one.what for one in found]


def test_the_file_itself_and_its_copies_are_right(proven: Proven, pdf: bytes) -> None:
    ann, lea = asked("Ann Oxenford", "Knock."), asked(by="ليلى")
    copies = [
        Claimed(pdf, asked()),
        Claimed(write(sheet("Ann Oxenford", "Knock.")), ann),
        Claimed(write(sheet(by="ليلى")), lea),
    ]
    assert proven.check(copies) == [(), (), ()]
    assert proven.check([]) == []


def test_the_copy_that_is_wrong_is_told_among_those_that_are_right(proven: Proven, pdf: bytes) -> None:
    ann = write(sheet("Ann Oxenford", "Knock."))
    own = Claimed(pdf, asked())
    copies = [own, Claimed(ann, asked("Ann Oxenford")), own, Claimed(pdf[:-1], asked()), Claimed(ann, asked()), own]
    found = [[one.what for one in wrong] for wrong in proven.check(copies)]
    assert found == [[], [MISSING], [], [FOREIGN], [MISSING], []]


@pytest.mark.parametrize("at", [10, 5000, -40])
def test_a_byte_that_differs_outside_the_holes_is_seen(proven: Proven, pdf: bytes, at: int) -> None:
    changed = bytearray(pdf)
    changed[at] ^= 1
    assert wrong(proven, bytes(changed)) == [FOREIGN]


def test_a_byte_more_or_less_is_seen(proven: Proven, pdf: bytes) -> None:
    assert wrong(proven, pdf + b"\n") == [FOREIGN]
    assert wrong(proven, pdf[:-1]) == [FOREIGN]


def test_an_id_that_is_not_the_files_own_checksum_is_seen(proven: Proven, pdf: bytes) -> None:
    for mark in (b"0" * 32, b"><><" * 8):
        assert wrong(proven, re.sub(rb"/ID\[<[0-9a-f]{32}><[0-9a-f]{32}>\]", b"/ID[<%s><%s>]" % (mark, mark), pdf)) == [
            FOREIGN
        ]
    unsealed = put(pdf, NOTE, "002D0009", "00090009", seal=False)
    assert wrong(proven, unsealed) == [FOREIGN]


def put(pdf: bytes, number: int, was: str, now: str, *, seal: bool = True) -> bytes:
    """A file with other bytes in one of its holes, in the same room, and the ID that it then has."""
    hole = holes_of(pdf)[number]
    changed, count = re.subn(was.encode(), now.encode(), hole.of(pdf).rstrip(b" "), count=1)
    assert count
    made = pdf[: hole.start] + changed.ljust(hole.end - hole.start) + pdf[hole.end :]
    return sealed(made) if seal else made


FOR, NOTE, EXACT = 0, 1, 2  # the specimen's holes
INSIDE = {
    "invisible words": (FOR, "BT\n", "BT\n3 Tr\n", ["Something else than words stands among the patient's own words."]),
    "a picture": (NOTE, "Q$", "/X1 Do\nQ", ["Something else than words stands among the patient's own words."]),
    "another entry": (
        EXACT, "$", "/Alt(No)", ["Something else than words stands in the structure of the patient's own words."],
    ),
    "another letter": (FOR, "<002E0001", "<00010001", [MISSING]),
    "another letter of a note": (NOTE, "002D0009", "00090009", [MISSING]),
    "another letter on the page of a right-to-left name": (FOR, "<00010002", "<00010001", [MISSING]),
    "another letter in the exact text": (EXACT, "0633", "0634", [MISSING]),
    "no words": (NOTE, "BT(.|\n)*ET\n", "", [MISSING, ELSEWHERE, OTHERWISE]),
    "a mark that is none of an element": (NOTE, "MCID 7", "MCID 8", [MISSING, ELSEWHERE, OTHERWISE]),
    "another line": (FOR, "84.78 741.89", "84.78 740.88", [ELSEWHERE]),
    "smaller words": (FOR, "F1 12 Tf", "F1 11.9 Tf", [ELSEWHERE]),
    "larger words": (FOR, "F1 12 Tf", "F1 13.1 Tf", [ELSEWHERE]),
    "another colour": (NOTE, "0.106 0.145 0.188 rg", "1 1 1 rg", [OTHERWISE]),
    "a thin line to write on": (FOR, ".75 w", ".01 w", [OTHERWISE, NO_RULE]),
    "a short line to write on": (FOR, "120.00 0.00 l", "110.00 0.00 l", [NO_RULE]),
    "a lower line to write on": (FOR, "300 739.89 cm", "300 738.89 cm", [NO_RULE]),
    "no line to write on": (FOR, "/Artifact(.|\n)*Q\nEMC\n", "", [OTHERWISE, NO_RULE]),
    "a line to write on elsewhere in its row": (FOR, "300 739.89 cm", "320 739.89 cm", []),
    "a line to write on over the words": (FOR, "300 739.89 cm", "140 739.89 cm", [TOGETHER]),
    "a line to write on over the margin": (FOR, "300 739.89 cm", "420 739.89 cm", [MARGIN]),
    "words over the margin": (NOTE, " 60 141", " 40 141", [MARGIN]),
    "words on each other": (FOR, "84.78 741", "70.78 741", [TOGETHER]),
}  # fmt: skip


@pytest.mark.parametrize("fault", INSIDE)
def test_what_stands_in_a_hole_otherwise_than_it_must_is_seen(proven: Proven, pdf: bytes, fault: str) -> None:
    hole, was, now, found = INSIDE[fault]
    assert wrong(proven, put(pdf, hole, was, now)) == found


SAID = {
    "another name": {"patient/for": "For: Tam Saylor"},
    "a word more": {"patient/for": "For: Sam Taylor Junior"},
    "no such words": {"note-1/1": ""},
    "words of no element": {"visit/1": "On Monday."},
    "another right-to-left name": {"patient/by": "حداد سامي"},
}


@pytest.mark.parametrize("fault", SAID)
def test_a_copy_that_says_other_words_than_the_order_is_seen(proven: Proven, pdf: bytes, fault: str) -> None:
    assert wrong(proven, pdf, asked() | SAID[fault]) == [MISSING]
    missing = {name: said for name, said in asked().items() if name not in SAID[fault]}
    assert wrong(proven, pdf, missing) == ([MISSING] if missing != asked() else [])


def test_words_are_compared_as_the_language_of_the_sheet_is(pdf: bytes) -> None:
    chinese = Proven(pdf, read_back(pdf), "zh-Hans")
    assert wrong(chinese, pdf, asked() | {"patient/for": "For:SamTaylor"}) == []


def test_what_was_proved_in_another_process_is_proved_for_the_very_same_file(proven: Proven, pdf: bytes) -> None:
    again = Proven.again(pdf, pickle.loads(pickle.dumps(proven.kept())))
    assert again is not None
    assert vars(again) == vars(proven)
    assert again.check([Claimed(pdf, asked())]) == [()]
    assert Proven.again(write(sheet("Ann Oxenford")), proven.kept()) is None


def failing(pdf: bytes, of: bytes) -> str:
    """Why a file cannot be the one that copies are held against, when what was read is another."""
    with pytest.raises(ProofError) as caught:
        Proven(pdf, read_back(of), "en")
    (found,) = caught.value.findings
    return found.what


def test_a_file_without_certain_holes_is_refused(pdf: bytes) -> None:
    no_id = pdf.replace(b"/ID[<", b"/IE[<")
    assert failing(no_id, pdf) == "The file has no certain place for its own words: the file has no ID."
    other = pdf.replace(b"/StructElem/S/P", b"/StructElem/S/Q(")
    assert failing(other, pdf).endswith("own words: something else stands among the holes.")


def test_a_hole_that_no_page_paints_with_is_its_own_and_never_shown() -> None:
    base = specimen.handout()
    front = replace(base, pages=base.pages[:1], tree=replace(base.tree, children=base.tree.children[:4]))
    pdf = write(front)
    at = holes_of(pdf)[-1].end + len("\r\nendstream\nendobj\n")
    stray = b"999 0 obj\n<</Length 4>>\nstream\nq\nQ\n\r\nendstream\nendobj\n"
    more = pdf[:at] + stray + pdf[at:].replace(b"startxref\n%d" % at, b"startxref\n%d" % (at + len(stray)))
    assert (
        wrong(Proven(more, read_back(pdf), "en"), sealed(more), {"patient": "For: Ann Ó Brien , from the clinic."})
        == []
    )


def test_own_words_outside_the_holes_are_refused(pdf: bytes) -> None:
    outside = "Own words of the file stand outside its holes."
    assert failing(write(sheet(), whole=True), pdf) == outside
    assert failing(pdf, write(specimen.handout())) == outside
    unlike = replace(sheet(), tree=replace(sheet().tree, children=tuple(_plain(tag) for tag in sheet().tree.children)))
    assert failing(pdf, write(unlike)) == outside


def _plain(tag: Tag) -> Tag:
    """A tag, and those below it, without exact texts."""
    return replace(tag, actual_text="", children=tuple(_plain(child) for child in tag.children))


def word(
    mark: int = 1, size: float = 12, left: float = 60, right: float = 100, line: float = 700, *, visible: bool = True
) -> Stretch:
    return Stretch(0, mark, "Sam", size, (left, line - 2, right, line + 9), visible, line)


def places(proven: Proven, words: Sequence[Stretch], first: Sequence[Stretch], rules: Sequence[Box] = ()) -> list[str]:
    """What is wrong with the places of words, when others were proved, with a line to write on."""
    proved = _Piece(tuple(first), ((300, 690, 420, 691),) if rules else (), frozenset())
    return [one.what for one in proven._places(_Piece(tuple(words), tuple(rules), frozenset()), proved)]


PLACES: dict[str, tuple[list[Stretch], list[Stretch], list[str]]] = {
    "as they were": ([word()], [word()], []),
    "a hair larger": ([word(size=12.01)], [word()], []),
    "larger": ([word(size=12.02)], [word()], [ELSEWHERE]),
    "a hair smaller": ([word(size=11.99)], [word()], []),
    "smaller": ([word(size=11.98)], [word()], [ELSEWHERE]),
    "as small as the smallest of its element": (
        [word(size=10)], [word(size=12), word(size=10, left=110, right=120), word(size=11, left=130, right=140)], [],
    ),
    "as small as another element's": ([word(), word(2, 8, 110, 120)], [word(1, 8), word(2, 12, 110, 120)], [ELSEWHERE]),
    "as large as another element's": ([word(size=14), word(2, 14, 110, 120)], [word(), word(2, 14, 110, 120)], []),
    "a hair higher": ([word(line=700.004)], [word()], []),
    "higher": ([word(line=700.006)], [word()], [ELSEWHERE]),
    "of another element": ([word(2)], [word()], [ELSEWHERE]),
    "not visible": ([word(visible=False)], [word()], [OTHERWISE]),
    "to the edge at the left": ([word(left=58)], [word()], []),
    "over the edge at the left": ([word(left=57.9)], [word()], [MARGIN]),
    "to the edge at the right": ([word(right=537.276)], [word()], []),
    "over the edge at the right": ([word(right=537.4)], [word()], [MARGIN]),
    "a space without a place": ([word(), word(left=0, right=0)], [word()], []),
    "two that lean on each other": ([word(), word(left=99.5, right=140)], [word()], []),
    "two on each other": ([word(), word(left=99.4, right=140)], [word()], [TOGETHER]),
    "two of two lines": ([word(), word(line=680)], [word(), word(line=680)], []),
}  # fmt: skip


@pytest.mark.parametrize("case", PLACES)
def test_words_stand_on_their_lines_in_their_size_and_between_the_margins(proven: Proven, case: str) -> None:
    words, first, found = PLACES[case]
    assert places(proven, words, first) == found


RULES: dict[str, tuple[Box, list[str]]] = {
    "as it was": ((300, 690, 420, 691), []),
    "elsewhere in its row": ((350, 690, 470, 691), []),
    "a hair longer": ((300, 690, 420.04, 691), []),
    "longer": ((300, 690, 420.06, 691), [NO_RULE]),
    "a hair lower": ((300, 689.96, 420, 690.96), []),
    "lower at its foot": ((300, 689.94, 420, 691), [NO_RULE]),
    "higher at its top": ((300, 690, 420, 691.06), [NO_RULE]),
    "over the margin": ((420, 690, 540, 691), [MARGIN]),
}


@pytest.mark.parametrize("case", RULES)
def test_a_line_to_write_on_has_its_length_and_height(proven: Proven, case: str) -> None:
    rule, found = RULES[case]
    assert places(proven, [word()], [word()], [rule]) == found


ROW = 700.0  # pt, the baseline
FIRST = (50.0, 690.0, 120.0, 710.0)


@pytest.mark.parametrize(
    ("line", "left", "seen"),
    [
        (ROW, 100.0, True), (ROW, 119.4, True), (ROW, 119.5, False), (ROW, 130.0, False), (ROW - 20, 100.0, False),
        (ROW - 8, 100.0, True), (ROW - 8.1, 100.0, False), (ROW + 8, 100.0, True), (ROW + 8.1, 100.0, False),
    ],
    ids=[
        "well over it", "a little over it", "leaning on it", "clear of it", "a row further down",
        "a line to write on", "below that", "words over a line to write on", "above that",
    ],
)  # fmt: skip
def test_what_reaches_over_its_neighbour_on_a_row_is_seen(line: float, left: float, seen: bool) -> None:
    assert _overlap([(line, (left, line - 10, 180.0, line + 10)), (ROW, FIRST)]) is seen


def test_a_row_ends_where_the_next_begins() -> None:
    below = [(line, (60.0, line - 2, 100.0, line + 9)) for line in (700.0, 693.0, 686.0)]
    assert _overlap(below)
    assert not _overlap([below[0], below[2]])
