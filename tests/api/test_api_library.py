"""`import handout` as a program uses it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import FrozenInstanceError, fields
from datetime import date
from pathlib import Path
from typing import get_type_hints

import pypdfium2
import pytest

import handout
from handout.batch.columns import COLUMNS

DAY = date(2026, 11, 20)
CLINIC = """\
name: Riverside Physiotherapy
address: 12 Mill Lane, Leeds LS1 4AB
telephone: "0113 496 0000"
country: GB
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> handout.Shop:
    folder = tmp_path_factory.mktemp("api")
    (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
    return handout.open(clinic=folder / "clinic.yaml", languages=["ar"], today=DAY, cache=folder / "cache")


def text_of(sheet: handout.Handout) -> str:
    document = pypdfium2.PdfDocument(sheet.pdf)
    return "".join(page.get_textpage().get_text_range() for page in document)


def test_an_order_becomes_a_sheet_with_all_that_is_said_of_it(shop: handout.Shop) -> None:
    order = handout.Order(
        "back", "en", name="Quillon Zebedee", reference="QZ-001", born=date(1975, 2, 1), flags=["unsteady"],
        doses={"march": {"duration_s": 60}}, exclude=["roller-mid-back"],
    )  # fmt: skip
    sheet = handout.render(order, shop)
    said = text_of(sheet)
    assert "Quillon Zebedee" in said
    assert "Riverside Physiotherapy" in said
    assert (sheet.routine, sheet.language, sheet.style, sheet.paper) == ("back", "en", "standard", "a4")
    assert sheet.pages == len(pypdfium2.PdfDocument(sheet.pdf))
    assert sheet.content_id in said
    assert sheet.content_id in sheet.record
    assert "Quillon" not in sheet.record
    assert not sheet.approved
    assert sheet.swaps + sheet.asks
    assert sheet.html == ""
    again = handout.render(order, shop, html=True)
    assert again.pdf == sheet.pdf
    assert again.html.startswith("<!doctype html>")
    assert "Quillon Zebedee" in again.html


def test_nothing_of_the_patient_shows_in_what_a_log_would_print(shop: handout.Shop) -> None:
    order = handout.Order("back", "en", name="Quillon Zebedee", reference="QZ-001", born="1975-02-01", note="Secret.")
    shown = f"{order!r} {handout.render(order, shop, html=True)!r}"
    assert not any(word in shown for word in ("Quillon", "QZ-001", "1975", "Secret"))


def test_every_reason_is_a_finding_in_the_words_of_the_fields(shop: handout.Shop) -> None:
    order = handout.Order("bak", "arr", name="Quillon Zebedee", style="huge", doses={"march": {"duration": 1}})
    with pytest.raises(handout.HandoutError) as refused:
        handout.render(order, shop)
    said = [(finding.what, finding.hint) for finding in refused.value.findings]
    assert ("routine: “bak” is not known here", "Did you mean “back”?") in said
    assert [what.partition(":")[0] for what, _ in said] == ["routine", "language", "doses", "reference", "style"]
    assert refused.value.exit_code == 3
    assert "Quillon" not in str(refused.value)


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("doses", {"march": 60}, "{“march”: {“duration_s”: 60}}"),
        ("doses", {"march": {"duration_s": True}}, "{“march”: {“duration_s”: 60}}"),
        ("flags", [1], "Write a list of texts."),
        ("born", 1975, "Write the day"),
        ("side", ["left"], "Write a text."),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_what_to_be(
    field: str, value: object, hint: str, shop: handout.Shop
) -> None:
    order = handout.Order("back", "en", **{field: value})  # type: ignore[arg-type]
    with pytest.raises(handout.HandoutError) as refused:
        handout.render(order, shop)
    assert refused.value.findings[0].what.startswith(f"{field}: ")
    assert hint in refused.value.findings[0].hint


def test_two_routines_are_two_orders(shop: handout.Shop) -> None:
    with pytest.raises(handout.HandoutError, match="each is a sheet"):
        handout.render(handout.Order("back, upper-back", "en"), shop)


def test_a_final_sheet_is_refused_while_no_clinician_has_approved_it(shop: handout.Shop) -> None:
    with pytest.raises(handout.HandoutError, match="no clinician has approved back in en"):
        handout.render(handout.Order("back", "en"), shop, final=True)


def test_a_clinic_that_wants_no_drafts_gets_none_from_the_library_either(tmp_path: Path) -> None:
    (tmp_path / "clinic.yaml").write_text(CLINIC + "require_approval: true\n", "utf-8")
    strict = handout.open(clinic=tmp_path / "clinic.yaml", languages=["en"], today=DAY, cache=tmp_path)
    with pytest.raises(handout.HandoutError, match="no clinician has approved"):
        handout.render(handout.Order("back", "en"), strict)


def test_what_cannot_be_opened_is_told_all_at_once(tmp_path: Path) -> None:
    with pytest.raises(handout.HandoutError, match="there is no folder"):
        handout.open(library=[tmp_path / "mine"])
    with pytest.raises(handout.HandoutError, match="there is no clinic file"):
        handout.open(clinic=tmp_path / "clinic.yaml")
    with pytest.raises(handout.HandoutError) as refused:
        handout.open(languages=["arabic", "xx"])
    assert [finding.what for finding in refused.value.findings] == [
        "there is no language “arabic”", "there is no language “xx”",
    ]  # fmt: skip


def test_an_order_has_the_columns_of_a_list_but_copies() -> None:
    assert {one.name for one in fields(handout.Order)} == {*COLUMNS} - {"copies"}


def test_results_are_frozen_and_typed() -> None:
    order = handout.Order("back", "en")
    with pytest.raises(FrozenInstanceError):
        order.routine = "other"  # type: ignore[misc]
    assert get_type_hints(handout.render)["return"] is handout.Handout


def test_the_public_names_are_these() -> None:
    assert set(handout.__all__) == {
        "Finding", "Handout", "HandoutError", "Order", "Place", "Severity", "Shop", "__version__", "open", "render",
    }  # fmt: skip
    assert all(hasattr(handout, name) for name in handout.__all__)
    assert {*handout.__all__} <= {*dir(handout)}
    with pytest.raises(AttributeError):
        _ = handout.rendr  # type: ignore[attr-defined]


@pytest.mark.slow
def test_a_type_checker_sees_the_names_and_no_others(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import handout\n"
        "shop = handout.open(clinic='clinic.yaml')\n"
        "sheet: handout.Handout = handout.render(handout.Order('back', 'ar'), shop)\n"
        "pages: int = sheet.pages\n"
        "handout.rendr(1)\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "mypy"), str(program)],
        cwd=Path(handout.__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.count("error:") == 1, done.stdout
    assert 'program.py:5: error: Module has no attribute "rendr"' in done.stdout
