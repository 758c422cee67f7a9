"""The holes of a master: objects that are filled with what is one order's own."""

from __future__ import annotations

from dataclasses import dataclass

from handout.pdf.patches import Raw
from handout.pdf.syntax import text


@dataclass(frozen=True, slots=True)
class KeptHole:
    """A hole for another process: of a piece when `said` is bytes, else of an element."""

    said: bytes | str
    tag: str
    first_mark: int
    before: bytes = b""
    after: bytes = b""


class PieceHole(Raw):
    """A hole in a page's content: an own piece, not compressed. `said` is the piece of the pages that made it."""

    tag = ""

    def __init__(self, said: bytes, first_mark: int) -> None:
        super().__init__()
        self.said: bytes | str = said
        self.first_mark = first_mark

    def kept(self) -> KeptHole:
        """It for another process."""
        return KeptHole(self.said, "", self.first_mark)

    def filled(self, said: bytes | str) -> bytes:
        """What stands in the hole."""
        return said if isinstance(said, bytes) else said.encode()

    def made(self, number: int, filled: bytes, size: int) -> bytes:
        """The object, filled up with white space to a size."""
        return b"%d 0 obj\n<</Length %d>>\nstream\n%s\r\nendstream\nendobj\n" % (number, size, filled.ljust(size))


class ElementHole(Raw):
    """A hole in the structure: an element with the exact text of right-to-left words of its own. White space stands
    inside the object, because PDF/A wants none around it (ISO 19005-2, 6.1.9)."""

    def __init__(self, said: str, tag: str) -> None:
        super().__init__()
        self.said: bytes | str = said
        self.tag = tag
        self.first_mark = 0
        self.before = b""  # what stands before the exact text, and behind it
        self.after = b""

    def kept(self) -> KeptHole:
        """It for another process."""
        return KeptHole(self.said, self.tag, 0, self.before, self.after)

    def filled(self, said: bytes | str) -> bytes:
        """What stands in the hole: the element without its end."""
        return self.before + b"/ActualText" + text(str(said)) + self.after

    def made(self, number: int, filled: bytes, size: int) -> bytes:
        """The object, filled up with white space to a size."""
        return b"%d 0 obj\n%s>>\nendobj\n" % (number, filled.ljust(size))


Hole = PieceHole | ElementHole


def hole_again(kept: KeptHole) -> Hole:
    """A hole as it was kept."""
    if isinstance(kept.said, bytes):
        return PieceHole(kept.said, kept.first_mark)
    hole = ElementHole(kept.said, kept.tag)
    hole.before, hole.after = kept.before, kept.after
    return hole
