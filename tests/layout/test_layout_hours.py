"""How the clinic is reached, and its hours, on a later page: in as few lines as they go into."""

from __future__ import annotations

import layout_specimens as sheet

from handout.layout.blocks.hours import set_hours
from handout.layout.pages import ShapeItem, TextItem
from handout.layout.setup import Setup
from handout.manuscript.blocks import Masthead
from handout.manuscript.kinds import Kind
from handout.manuscript.text import text

WIDTH = 540.0


def rows(address: str, *hours: str) -> list[tuple[float, str]]:
    """Where each line begins, and its words; a clock is ◷."""
    own = Masthead(
        name=None,
        address=text(Kind.CLINIC_ADDRESS, address) if address else None,
        hours=tuple(text(Kind.CLINIC_HOURS, one) for one in hours),
    )
    (piece,) = set_hours(own, Setup(sheet.theme(), sheet.ENGLISH, WIDTH), {}).pieces
    lines: dict[float, list[tuple[float, str]]] = {}
    for item in piece.block.items:
        if isinstance(item, TextItem):
            lines.setdefault(round(item.y), []).append((item.x, item.run.text))
    clocks = [(item.x, item.y) for item in piece.block.items if isinstance(item, ShapeItem)]
    assert len(clocks) == (1 if hours else 0)
    for x, y in clocks:
        lines[min(line for line in lines if line > y)].append((x, "◷"))
    told = [sorted(found) for _, found in sorted(lines.items())]
    return [(found[0][0], " ".join("".join(f"{word} " for _, word in found).split())) for found in told]


def test_hours_stand_under_how_the_clinic_is_reached_behind_a_clock() -> None:
    address = "Unit 4b, The Old Station, 12 Station Road, Leeds LS1 4AB, opposite the market hall"
    assert rows(address, "Monday, 8 to 6", "Friday, 8 to 3") == [
        (0.0, address),
        (0.0, "◷ Monday, 8 to 6 Friday, 8 to 3"),
    ]
    assert rows("12 Mill Lane") == [(0.0, "12 Mill Lane")]
    long = ("Monday to Thursday, 8:00 AM to 6:00 PM", "Friday, 8:00 AM to 3:30 PM", "Saturday, 9:00 AM to noon")
    first, second = rows("", *long)
    assert (first[0], second[1]) == (0.0, long[2])
    assert second[0] > 10, "hours stand under hours, not under the clock"


def test_hours_go_on_behind_the_address_where_that_saves_a_line() -> None:
    long = ("Monday to Thursday, 8:00 AM to 6:00 PM", "Friday, 8:00 AM to 3:30 PM", "Saturday, 9:00 AM to noon")
    assert [words for _, words in rows("12 Mill Lane, Portland", *long)] == [
        f"12 Mill Lane, Portland ◷ {long[0]}",
        f"{long[1]} {long[2]}",
    ]
