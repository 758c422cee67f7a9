"""A file's ID is a hash of all that stands before its cross-reference: no byte of it can change unseen."""

from __future__ import annotations

import hashlib

import pytest

from handout.proof.seal import is_as_written

BODY = b"%PDF-1.7\n1 0 obj\n<</Title(Ease a stiff back)>>\nendobj\n"
MARK = hashlib.sha256(BODY).hexdigest()[:32].encode()
XREF = b"2 0 obj\n<</Type/XRef/ID[<%s><%s>]>>\nendobj\n"
TAIL = b"startxref\n%d\n%%%%EOF\n"


def written(body: bytes = BODY, first: bytes = MARK, second: bytes = MARK, tail: bytes = TAIL % len(BODY)) -> bytes:
    return body + XREF % (first, second) + tail


def test_a_file_whose_id_is_that_of_its_bytes_is_as_it_was_written() -> None:
    assert is_as_written(written())
    assert is_as_written(written(tail=b"startxref\n%012d\n%%%%EOF\n" % len(BODY)))


CHANGED = {
    "a byte of its description": written(BODY.replace(b"Ease", b"Fase")),
    "a byte less": written(BODY[:-1]),
    "a byte more before its end": written(tail=b"x" + TAIL % (len(BODY) + 1)),
    "the first half of its ID": written(first=MARK[::-1]),
    "the second half of its ID": written(second=MARK[::-1]),
    "a shorter ID": written(first=MARK[:31], second=MARK[:31]),
    "its ID stands before the place, with the rest": written(XREF % (MARK, MARK) + BODY, b"0" * 32, b"0" * 32),
    "it points elsewhere": written(tail=TAIL % (len(BODY) - 1)),
    "it points to nothing": written(tail=b"startxref\n%%EOF\n"),
    "it points by too long a number": written(tail=b"startxref\n%013d\n%%%%EOF\n" % len(BODY)),
    "it points by a word": written(tail=b"startxref\nabc\n%%EOF\n"),
    "something was written behind it": written() + b"3 0 obj\n",
    "a blank was written behind it": written() + b" ",
    "its line ends are others": written(tail=b"startxref\r\n%d\r\n%%%%EOF\r\n" % len(BODY)),
    "its end is cut off": written()[:-1],
    "it is empty": b"",
}


@pytest.mark.parametrize("change", CHANGED)
def test_a_file_that_was_changed_is_not(change: str) -> None:
    assert not is_as_written(CHANGED[change])
