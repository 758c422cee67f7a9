"""Objects of fixed width: what a volume writes of each copy, as one row of a table, predicted from the row above.

The objects of a copy are numbered `PREFIX` (five digits) and place in the table (two). Copies of one master differ in
their prefix alone, so each row but the first deflates to a few hundred bytes (predictor "Up": ISO 32000-1, 7.4.4.4).
Numbers are dense and offsets grow, because some readers drop what is otherwise without a word.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

MOST = 100  # objects of a copy in one table: two digits
LEVEL = 9  # rows are long runs of zeros: with less, deflate does not find the row of ten rows ago
ROUND = 1000  # rows are so many bytes wide, or a multiple: then offsets grow in their first digits alone
# In no text of ours, because those are ASCII; as wide as what takes their place.
_OWN, _SHARED, NAMED = b"\xff\xfe\xfd\xfc", b"\xff\xfe\xfd\xfb", b"\xff\xfe\xfd\xfa\x01"
_PAIR = b"%s%02d %%8d "  # number and offset, in the head of an object stream
_PAIR_WIDTH = 17


def prefix_of(table: int) -> bytes:
    """Stands for the prefix of a copy's table until it is known."""
    return _OWN + bytes([table + 1])


def own_number(place: int) -> bytes:
    """The number of the object at that place of a copy."""
    return prefix_of(place // MOST) + b"%02d" % (place % MOST)


def shared_number(index: int) -> bytes:
    """The number of something that copies share, by its index in a list."""
    return _SHARED + bytes([index // 250 + 1, index % 250 + 1])


def less(one: bytes, other: bytes) -> bytes:
    """Each byte of one less that of the other, modulo 256: all at once, in two long integers."""
    high = int.from_bytes(b"\x80" * len(one), "big")
    low = high ^ int.from_bytes(b"\xff" * len(one), "big")
    x, y = int.from_bytes(one, "big"), int.from_bytes(other, "big")
    return (((x | high) - (y & low)) ^ ((x ^ ~y) & high)).to_bytes(len(one), "big")


@dataclass(frozen=True, slots=True)
class Packed:
    """An object stream: entries of its dictionary, and its data."""

    entries: bytes
    data: bytes


@dataclass(frozen=True, slots=True)
class ObjectTable:
    """Up to a hundred objects of a copy."""

    index: int
    bodies: tuple[bytes, ...]
    prefixes: int  # of a copy

    def bound(self, shared: Sequence[int]) -> ObjectTable:
        """The same in a file where what is shared has these numbers."""
        return replace(self, bodies=tuple(bind_shared(body, shared) for body in self.bodies))

    def packed(self, prefixes: Sequence[int]) -> Packed:
        """One object stream that holds these copies, a row each."""
        body = b"\n".join(self.bodies) + b"\n"
        width = len(self.bodies) * _PAIR_WIDTH
        beside = max(1, -(-len(body) // width))  # copies whose pairs share a row of the head
        columns = -(-max(beside * width, len(body)) // ROUND) * ROUND
        named = [table for table in range(self.prefixes) if prefix_of(table) in body]
        rows = [*self._heads(prefixes, beside, columns)]
        heads = len(rows)
        rows += (bind(body, prefix, named).ljust(columns) for prefix in prefixes)
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>"
        count = len(self.bodies) * len(prefixes)
        return Packed(entries % (count, heads * columns, columns), _predicted(rows))

    def _heads(self, prefixes: Sequence[int], beside: int, columns: int) -> Iterator[bytes]:
        """The pairs of number and offset."""
        starts, at = [], 0
        for body in self.bodies:
            starts.append(at)
            at += len(body) + 1
        pairs = b"".join(_PAIR % (b"%5d", place) for place in range(len(self.bodies)))
        for first in range(0, len(prefixes), beside):
            part = range(first, min(first + beside, len(prefixes)))
            numbers = (tuple(n for at in starts for n in (prefixes[k] + self.index, at + k * columns)) for k in part)
            yield b"".join([pairs % one for one in numbers]).ljust(columns)

    def plain(self, prefix: int) -> Iterator[tuple[int, bytes]]:
        """The objects of one copy by number, to be written one by one."""
        for place, body in enumerate(self.bodies):
            yield (prefix + self.index) * MOST + place, bind(body, prefix, range(self.prefixes))


def bind(body: bytes, prefix: int, tables: Sequence[int]) -> bytes:
    """A body with the prefixes of a copy, and the first of them before each id."""
    body = body.replace(NAMED, b"%05d" % prefix)
    for table in tables:
        body = body.replace(prefix_of(table), b"%5d" % (prefix + table))
    return body


def bind_shared(body: bytes, shared: Sequence[int]) -> bytes:
    """A body with the numbers of what is shared."""
    head, *parts = body.split(_SHARED)
    return head + b"".join(b"%5d" % shared[(part[0] - 1) * 250 + part[1] - 1] + part[2:] for part in parts)


def _predicted(rows: Sequence[bytes]) -> bytes:
    """Rows as differences from the row above, deflated; the first of the rows is whole."""
    made = zlib.compressobj(LEVEL)
    out, before = [], b""
    for row in rows:
        out.append(made.compress(b"\x02" + less(row, before) if before else b"\x00" + row))
        before = row
    return b"".join([*out, made.flush()])


def predicted_entries(entries: bytes, width: int) -> bytes:
    """The entries of a cross-reference in the same way, each from the one before it."""
    made = less(entries, (bytes(width) + entries)[: len(entries)])
    return zlib.compress(b"".join([b"\x02" + made[at : at + width] for at in range(0, len(made), width)]), LEVEL)


def entries_of(predicted: bytes, width: int) -> bytes:
    """The entries again. Raises ValueError for rows that were predicted otherwise."""
    row, out = bytes(width), []
    for at in range(0, len(predicted), width + 1):
        if predicted[at] != 2:
            raise ValueError
        row = bytes([(one + above) & 255 for one, above in zip(predicted[at + 1 : at + 1 + width], row, strict=True)])
        out.append(row)
    return b"".join(out)
