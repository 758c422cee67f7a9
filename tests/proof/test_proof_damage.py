"""Damaged files: each is named so, in bounded time, and none ends in an exception."""

from __future__ import annotations

import io
import random
import re
import time
import zlib
from types import SimpleNamespace
from typing import cast
from unittest.mock import Mock

import pdf_specimens as specimen
import pikepdf
import pytest

from handout.errors import errors_of
from handout.pdf import write
from handout.proof import damage as damage_module
from handout.proof import proof_alone
from handout.proof.damage import _first, damage

DATA = write(specimen.handout())


def spoilt(seed: int) -> bytes:
    """The specimen with one to eight bytes changed, by that seed."""
    dice = random.Random(seed)
    data = bytearray(DATA)
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] ^= dice.randint(1, 255)
    return bytes(data)


def test_a_finished_file_is_not_damaged() -> None:
    assert [*damage(DATA)] == []


@pytest.mark.parametrize("seed", range(40))
def test_changed_bytes_are_found_and_end_in_no_exception(seed: int) -> None:
    data = spoilt(seed)
    if errors_of(proof_alone(data)):
        return
    assert same_content(data), f"seed {seed} passes and says something else"


def same_content(data: bytes) -> bool:
    """Whether every stream still says the same: then only white space or a comment was hit."""
    streams = []
    for one in (DATA, data):
        with pikepdf.open(io.BytesIO(one)) as pdf:
            found = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            printed = (one for one in found if one.get("/Type") not in {"/XRef", "/Metadata"})
            streams.append([one.read_bytes() for one in printed])
    return streams[0] == streams[1]


def test_a_wrong_checksum_alone_is_found() -> None:
    found = next(re.finditer(rb"stream\r?\n(x.+?)\r?\nendstream", DATA, re.S))
    end = found.end(1)
    data = DATA[: end - 1] + bytes([DATA[end - 1] ^ 1]) + DATA[end:]
    with pytest.raises(zlib.error):
        zlib.decompress(data[found.start(1) : end])
    (finding,) = damage(data)
    assert "checksum" in finding.what


def test_what_no_reader_opens_is_damaged() -> None:
    (finding,) = damage(b"%PDF-1.7 nothing else")
    assert finding.what.startswith("The file is damaged: ")


@pytest.mark.parametrize("cut", [0, 1, 9, 500, 0.5, 0.99])
def test_a_file_that_was_cut_is_damaged(cut: float) -> None:
    data = DATA[: int(cut if cut >= 1 else cut * len(DATA))]
    assert errors_of(proof_alone(data))


def test_a_structure_tree_that_shares_its_children_ends_in_time() -> None:
    with pikepdf.open(io.BytesIO(DATA)) as pdf:
        below = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.P, K=pikepdf.Array()))
        for _ in range(30):
            kids = pikepdf.Array([below, below])
            below = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Sect, K=kids))
        pdf.Root.StructTreeRoot.K = below
        out = io.BytesIO()
        pdf.save(out)
    start = time.process_time()
    assert any("stands twice" in one.what for one in proof_alone(out.getvalue()))
    assert time.process_time() - start < 5


# Plain files of one stream


def file(packed: bytes, *others: bytes, filter_: str = "/FlateDecode") -> pikepdf.Pdf:
    """A file of these streams, as they are written."""
    pdf = pikepdf.new()
    for number, one in enumerate((packed, *others)):
        pdf.Root[f"/S{number}"] = pdf.make_stream(b"")
        pdf.Root[f"/S{number}"].write(one, filter=pikepdf.Name(filter_))
    return pdf


def streams(pdf: pikepdf.Pdf) -> list[str]:
    return [one.what for one in damage_module._streams(pdf)]


WORDS = zlib.compress(b"Stop if it hurts.")
WRONG = WORDS[:-1] + bytes([WORDS[-1] ^ 1])


@pytest.mark.parametrize(
    ("packed", "whole"),
    [(WORDS, True), (WORDS + b"\r\n", True), (WORDS[:-1], False), (WORDS + b"x", False), (WRONG, False), (b"x", False)],
)
def test_a_stream_is_whole_when_zlib_reads_it_to_its_end_and_nothing_follows(packed: bytes, whole: bool) -> None:
    fault = "The checksum of 1 parts of the file is wrong: objects 3 0."
    assert streams(file(packed)) == ([] if whole else [fault])


def test_a_stream_that_is_not_deflated_has_no_checksum() -> None:
    assert streams(file(b"4869>", filter_="/ASCIIHexDecode")) == []


def test_the_first_five_of_the_broken_streams_are_named() -> None:
    objects = ", ".join(f"{number} 0" for number in range(3, 8))
    assert streams(file(*[WRONG] * 6)) == [f"The checksum of 6 parts of the file is wrong: objects {objects}."]


@pytest.mark.parametrize(("length", "whole"), [(99, True), (101, False)])
def test_a_stream_longer_than_any_pages_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch, length: int, whole: bool
) -> None:
    monkeypatch.setattr(damage_module, "MOST", 100)
    assert (streams(file(zlib.compress(bytes(length)))) == []) is whole


def test_more_objects_than_any_handout_has_are_not_looked_at() -> None:
    for count, faults in ((20_000, 0), (20_001, 1), (20_002, 1)):
        found = streams(cast("pikepdf.Pdf", SimpleNamespace(objects=[None] * count)))
        assert found == ["The file holds more than 20000 objects, which no handout does."] * faults


def test_a_wrong_place_of_the_cross_reference_is_not_passed_over() -> None:
    place = re.search(rb"startxref\s+(\d+)", DATA)
    assert place
    (finding,) = damage(DATA[: place.start(1)] + b"9" * len(place.group(1)) + DATA[place.end(1) :])
    assert finding.what == "The file is damaged: (offset 99999): xref not found"


def test_content_that_is_no_pdf_is_damage() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].Contents = pdf.make_stream(b"q (Stop")
    out = io.BytesIO()
    pdf.save(out)
    (finding,) = damage(out.getvalue())
    assert finding.what.startswith("The file is damaged: ")


def test_a_reader_that_gives_no_reason_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pikepdf, "open", Mock(side_effect=MemoryError))
    assert [one.what for one in damage(DATA)] == ["The file is damaged: MemoryError"]


def test_a_long_reason_is_cut_and_the_others_are_counted() -> None:
    assert _first(["x" * 121]) == "x" * 120
    assert _first(["ab", "c"]) == "ab (and 1 more)"
    assert _first(["ab", "c", "d"]) == "ab (and 2 more)"
