"""The outline of a file: bookmarks that lead to sections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handout.pdf.patches import File, Raw
from handout.pdf.syntax import number, text


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: its level from 1, its title, where it leads."""

    level: int
    title: str
    page: Raw
    top: float  # from the bottom of the page
    element: Raw


def write_outline(file: File, bookmarks: Sequence[Bookmark]) -> Raw | None:
    """The outline tree (ISO 32000-1, 12.3.3), or None where there is nothing to list."""
    if not bookmarks:
        return None
    root = file.new()
    made = [file.new() for _ in bookmarks]
    parents: list[int] = []  # index of the parent of each; -1 for the root
    trail: list[int] = []
    for index, bookmark in enumerate(bookmarks):
        while trail and bookmarks[trail[-1]].level >= bookmark.level:
            trail.pop()
        parents.append(trail[-1] if trail else -1)
        trail.append(index)
    kids: dict[int, list[int]] = {}
    for index, parent in enumerate(parents):
        kids.setdefault(parent, []).append(index)
    for index, bookmark in enumerate(bookmarks):
        brothers = kids[parents[index]]
        at = brothers.index(index)
        entries = b"/Prev " + made[brothers[at - 1]].ref if at else b""
        entries += b"/Next " + made[brothers[at + 1]].ref if at + 1 < len(brothers) else b""
        below = kids.get(index, [])
        if below:  # closed: the first level is a table of contents
            entries += b"/First %s/Last %s/Count -%d" % (made[below[0]].ref, made[below[-1]].ref, len(below))
        above = made[parents[index]] if parents[index] >= 0 else root
        made[index].body = b"<</Title%s/Parent %s%s/Dest[%s/XYZ null %s null]/SE %s>>" % (
            text(bookmark.title),
            above.ref,
            entries,
            bookmark.page.ref,
            number(bookmark.top),
            bookmark.element.ref,
        )
    top = kids[-1]
    root.body = b"<</Type/Outlines/First %s/Last %s/Count %d>>" % (
        made[top[0]].ref,
        made[top[-1]].ref,
        len(top),
    )
    return root


def chained(lines: Sequence[tuple[int, str, bytes]], parent: int) -> Iterator[tuple[int, bytes]]:
    """Bookmarks of one level (ISO 32000-1, 12.3.3)."""
    for at, (line, title, entries) in enumerate(lines):
        around = b"/Prev %d 0 R" % lines[at - 1][0] if at else b""
        around += b"/Next %d 0 R" % lines[at + 1][0] if at + 1 < len(lines) else b""
        yield line, b"<</Title%s/Parent %d 0 R%s%s>>" % (text(title), parent, around, entries)


def outline_of(lines: Sequence[tuple[int, str, bytes]]) -> bytes:
    """The root of those bookmarks."""
    return b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (lines[0][0], lines[-1][0], len(lines))
