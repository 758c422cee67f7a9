"""How a list becomes print files: papers apart, a hundred orders each, never half an order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handout.batch.cover import sections_of
from handout.batch.jobs import CardDone, Done, Job
from handout.batch.printing import MOST_ORDERS, paths_of, volumes_of
from handout.batch.targets import stale_prints
from handout.errors import Finding
from handout.prescription import Order


def done(number: int, *names: str, paper: str = "a4", pages: int = 7, copies: int = 1) -> list[Done]:
    order = Order(number, names or ("back",), "en", copies=copies)
    return [Done(Job(order, name), pages=pages, paper=paper) for name in order.routines]


def test_a_list_is_parted_into_volumes_and_no_order_is() -> None:
    sheets = [one for number in range(2, MOST_ORDERS + 12) for one in done(number, "back", "upper-back")]
    volumes = volumes_of(sheets)
    assert [len(volume.sheets) for volume in volumes] == [200, 20]
    assert [volume.number for volume in volumes] == [1, 2]
    together = [one.job.order.number for volume in volumes for one in volume.sheets]
    assert together == [one.job.order.number for one in sheets]


def test_a4_and_letter_never_share_a_file() -> None:
    volumes = volumes_of([*done(2), *done(3, paper="letter"), *done(4)])
    assert [(volume.paper, len(volume.sheets)) for volume in volumes] == [("a4", 2), ("letter", 1)]
    paths = paths_of(volumes, Path("day/monday.pdf"))
    assert [path.name for path in paths] == ["monday.a4.pdf", "monday.letter.pdf"]


def test_one_volume_has_the_name_that_was_asked_for_and_several_have_numbers() -> None:
    assert paths_of(volumes_of(done(2)), Path("monday.pdf")) == (Path("monday.pdf"),)
    many = volumes_of([one for number in range(2, 103 + MOST_ORDERS) for one in done(number)])
    assert [path.name for path in paths_of(many, Path("monday"))] == [
        "monday.1.pdf", "monday.2.pdf", "monday.3.pdf",
    ]  # fmt: skip


def test_refused_sheets_are_not_printed_and_copies_count_with_their_blank_backs() -> None:
    refused = Done(done(3)[0].job, (Finding("no", "do"),))
    (volume,) = volumes_of([*done(2, pages=7, copies=3), refused, *done(4, pages=6)])
    assert [one.job.order.number for one in volume.sheets] == [2, 4]
    assert (volume.documents, volume.pages) == (4, 3 * 8 + 6)


def test_print_files_of_an_earlier_list_are_found(tmp_path: Path) -> None:
    for name in ("monday.pdf", "monday.2.pdf", "monday.letter.1.pdf", "monday.old.pdf", "tuesday.pdf"):
        (tmp_path / name).write_bytes(b"")
    found = stale_prints([tmp_path / "monday.pdf"], tmp_path / "monday.pdf")
    assert [path.name for path in found] == ["monday.2.pdf", "monday.letter.1.pdf"]


def test_fridge_cards_have_print_files_of_their_own_by_their_paper() -> None:
    cards = [replace(one, card=CardDone(paper, 1, "", "")) for paper in ("a6", "a5") for one in done(2, copies=2)]
    volumes = volumes_of([*cards, *done(4)])
    assert [(one.cards, one.paper, one.documents, one.pages) for one in volumes] == [
        (False, "a4", 5, 5 * 8), (True, "a5", 2, 2 * 2), (True, "a6", 2, 2 * 2),
    ]  # fmt: skip
    names = [path.name for path in paths_of(volumes, Path("monday.pdf"))]
    assert names == ["monday.pdf", "monday.cards-a5.pdf", "monday.cards-a6.pdf"]


def test_a_leaf_is_one_sheet_of_paper_and_so_is_a_single_page() -> None:
    assert [done(2, pages=pages)[0].leaves for pages in (1, 2, 3, 7)] == [1, 1, 2, 4]


def test_a_list_of_which_nothing_is_released_makes_no_print_file() -> None:
    assert paths_of(volumes_of([Done(done(3)[0].job, (Finding("no", "do"),))]), Path("monday.pdf")) == ()


def test_the_checklist_says_what_to_ask_what_is_missing_and_what_is_longer_than_a_leaf() -> None:
    (one,) = done(3)
    told = replace(one, asks=("ask about pregnancy before you hand it over",), remarks=("printed as a sheet",))
    assert list(sections_of([told, *done(4)], [(5, "row 5, language (D5): is empty"), (6, "no room")])) == [
        ("Ask first", ("Row 3, back: ask about pregnancy before you hand it over",)),
        ("Not printed", ("Row 5, language (D5): is empty", "Row 6: no room")),
        ("Longer than asked for", ("Row 3, back: printed as a sheet",)),
    ]


def test_the_same_remark_on_several_sheets_is_one_line_of_the_checklist() -> None:
    told = [replace(one, remarks=("printed as a sheet",)) for number in (3, 4, 6) for one in done(number)]
    other = [replace(one, remarks=("printed in large print",)) for one in done(5)]
    ((_, lines),) = sections_of([*told[:1], *other, *told[1:]], [])
    assert lines == ("Row 3, back; row 4, back; row 6, back: printed as a sheet", "Row 5, back: printed in large print")
