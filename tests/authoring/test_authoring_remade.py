"""A finished file made again and compared: unchanged, changed on a page, or unknown; never simply whole."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from handout.authoring.ordered import Ordered
from handout.authoring.remade import Verdict, compare
from handout.batch.jobs import jobs_of
from handout.batch.run import RunOptions, run_batch
from handout.content import shipped_root
from handout.errors import Private
from handout.pipeline import open_shop, publish
from handout.prescription import Clinician, Order, Patient
from handout.proof import proof_alone
from handout.proof.seal import BROKEN
from handout.shop import Shop

ROOT = shipped_root()
STOCK = Order(0, ("back",), "en")


@cache
def shop() -> Shop:
    return open_shop([ROOT], None, date(2026, 11, 20), ROOT / ".pytest_cache" / "figures", ["en"])


@cache
def stock() -> bytes:
    return publish(STOCK, "back", shop()).pdf


def changed(change: Callable[[pikepdf.Pdf], None], data: bytes = b"") -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data or stock())) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


@cache
def known() -> Ordered:
    """The stock editions alone."""
    return Ordered(shop())


def test_a_stock_sheet_is_made_again_byte_for_byte() -> None:
    assert compare(stock(), known()) == Verdict("unchanged")


def test_of_a_personal_sheet_all_but_the_patients_own_words_is_unchanged() -> None:
    patient = Patient(Private("Zdenka Invented", "name"), Private("Q-17", "reference"))
    own = publish(replace(STOCK, patient=patient, date=date(2026, 11, 25)), "back", shop()).pdf
    assert compare(own, known()) == Verdict("own")


def test_a_sheet_with_doses_of_its_own_is_unknown_without_its_record() -> None:
    own = publish(replace(STOCK, doses={"march": {"duration_s": 90}}), "back", shop()).pdf
    assert compare(own, known()) == Verdict("unknown", unknown=("",))


ORDERS = (
    Order(
        2,
        ("back",),
        "en",
        doses={"march": {"duration_s": 90}},
        exclude=("cat-cow",),
        patient=Patient(Private("Zdenka Invented", "name"), Private("Q-1", "reference"), Private("1975-02-03", "born")),
        note=Private("Bring this sheet.\nAnd a friend.", "note"),
        clinician=Clinician("Ana Ruiz", "physiotherapist"),
    ),
    Order(
        3,
        ("back",),
        "en",
        include=("march/easier",),
        patient=Patient(Private("Sam Second", "name"), Private("Q-2", "reference")),
    ),
)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A morning's list with a print file: sheets in run/, records beside them."""
    folder = tmp_path_factory.mktemp("ran")
    options = RunOptions(folder / "out", moment="2026-11-20-080000", print_to=folder / "day.pdf", workers=1)
    report = run_batch(jobs_of(ORDERS), (), shop(), options, lambda _: None)
    assert [one.findings for one in report.done if not one.released] == []
    return folder


def test_sheets_of_patients_and_their_print_file_are_known_by_their_records(ran: Path) -> None:
    ordered = Ordered(shop(), ran / "out" / "record")
    for file in ("2-back.en.pdf", "3-back.en.pdf"):
        assert compare((ran / "out" / "2026-11-20-080000" / file).read_bytes(), ordered) == Verdict("own")
    assert compare((ran / "day.pdf").read_bytes(), ordered) == Verdict("own", aside=True)
    assert compare((ran / "day.pdf").read_bytes(), known()).unknown == ("Order 2, back", "Order 3, back")


def test_a_print_file_of_a_right_to_left_sheet_is_made_and_known(tmp_path: Path) -> None:
    """Which way round a reader gives its brackets depends on the file around them."""
    shop = open_shop([ROOT], None, date(2026, 11, 20), ROOT / ".pytest_cache" / "figures", ["en", "ar"])
    patient = Patient(Private("علي محمد", "name"), Private("R-3", "reference"))
    options = RunOptions(tmp_path / "out", moment="2026-11-20-080000", print_to=tmp_path / "day.pdf", workers=1)
    report = run_batch(jobs_of([Order(2, ("back",), "ar", patient=patient)]), (), shop, options, lambda _: None)
    assert [one.findings for one in report.printed] == [()]
    assert compare((tmp_path / "day.pdf").read_bytes(), Ordered(shop, tmp_path / "out" / "record")).answer == "own"


def test_a_change_in_a_print_file_is_named_by_its_page(ran: Path) -> None:
    ordered = Ordered(shop(), ran / "out" / "record")
    data = (ran / "day.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        last = max(n for n, page in enumerate(pdf.pages) if "/StructParents" in page.obj)
    stroke = b"/Artifact BMC q 3 w 100 300 m 200 300 l S Q EMC"
    stroked = changed(lambda pdf: pdf.pages[last].contents_add(pdf.make_stream(stroke)), data)
    assert compare(stroked, ordered) == Verdict("changed", (last + 1,), aside=True)
    again = changed(lambda _: None, data)  # saved by other software: not as it was written
    assert compare(again, ordered) == Verdict("changed", aside=True)


def test_a_byte_of_what_a_file_says_of_itself_is_seen(ran: Path) -> None:
    """The description has no checksum of its own; the file's ID is one over all of it."""
    sheet = (ran / "out" / "2026-11-20-080000" / "2-back.en.pdf").read_bytes()
    for data in (stock(), sheet):
        at = data.index(b"<dc:format>application/pdf") + 12
        other = data[:at] + b"b" + data[at + 1 :]
        assert [one for one in proof_alone(other) if one == BROKEN]
        assert compare(other, Ordered(shop(), ran / "out" / "record")).answer == "changed"
        assert not [one for one in proof_alone(data) if one == BROKEN]


def _stroke(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(pdf.make_stream(b"/Artifact BMC q 3 w 100 300 m 200 300 l S Q EMC"))


def _turn(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Rotate = 180


def _more(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _lie(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure" and "/Alt" in one:
            one.Alt = pikepdf.String("A person jumps.")
            return
    raise AssertionError("no figure has an alt text")


@pytest.mark.parametrize("change", [_stroke, _turn, _more, _lie])
def test_what_was_changed_is_named_by_its_page(change: Callable[[pikepdf.Pdf], None]) -> None:
    found = compare(changed(change), known())
    assert found.answer == "changed"
    assert len(found.pages) == 1


def test_a_page_that_was_exchanged_is_changed() -> None:
    def exchange(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Contents = pdf.pages[2].Contents

    assert 2 in compare(changed(exchange), known()).pages
