"""Damaged files: each is named so, in bounded time, and none ends in an exception."""

from __future__ import annotations

import io
import random
import re
import time
import zlib

import pdf_specimens as specimen
import pikepdf
import pytest

from handout.errors import errors_of
from handout.pdf import write
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


def test_what_is_wrong_is_counted_where_there_is_more_than_one() -> None:
    assert _first(["a bad reference"]) == "a bad reference"
    assert _first(["a bad reference", "a lost stream"]) == "a bad reference (and 1 more)"


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
