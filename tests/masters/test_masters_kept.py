"""A master that another process made and proved: its copies are the same bytes, and nothing is laid out or proved."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

import pypdfium2
import pytest
from masters_orders import CLINIC, fresh, made, order, shop

from handout.content import shipped_root
from handout.pipeline import MASTERS, copies, open_shop
from handout.prescription import Order
from handout.proof import Proven
from handout.shop import Shop
from handout.store import Store, cache_folder

NEVER = ("layout.laying.lay_out_sheet", "pdf.master.Writer", "masters.made.prove", "layout.rungs.kept_card")


def anew(*_: object, **__: object) -> NoReturn:
    raise AssertionError("it was made again")


def shop_with(store: Path, at: Shop) -> Shop:
    return replace(at, store=Store(store))


def without_making(orders: Sequence[Order], at: Shop, monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Sheets of a process that finds what others kept."""
    with monkeypatch.context() as patched:
        for name in NEVER:
            patched.setattr(f"handout.{name}", anew)
        return [made(one, at).pdf for one in orders]


def test_another_process_lays_out_and_proves_nothing_and_makes_the_same_bytes(
    english: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = [made(one, english).pdf for one in (order(2), order(4, name="Zoe Quux"))]
    assert made(order(2), shop_with(tmp_path, english)).pdf == wanted[0]
    found = without_making([order(2), order(4, name="Zoe Quux")], shop_with(tmp_path, english), monkeypatch)
    assert found == wanted
    assert english.read is not None
    of_another_day = replace(english.read, name="of another day")
    with pytest.raises(AssertionError, match="made again"):
        without_making([order(2)], replace(shop_with(tmp_path, english), read=of_another_day), monkeypatch)
    kept = [zlib.decompress(one.read_bytes()[32:]) for one in tmp_path.iterdir() if one.stat().st_size > 100]
    streams = (one[at.end():] for one in kept for at in re.finditer(rb"stream\n", one))
    plain = b"".join([*kept, *filter(None, map(unpacked, streams))])
    assert len(plain) > 500_000
    for word in ("Quillon", "Oxenford", "Quux", "QZ-0002", "Brynhild"):
        for way in (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-be").hex().upper().encode()):
            assert way not in plain


def test_a_clinic_file_saved_while_its_shop_is_open_never_gets_the_old_number(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"

    def told(number: str, old: str = "") -> None:
        text = clinic.read_text("utf-8") if old else CLINIC.read_text("utf-8")
        clinic.write_text(text.replace(old or "0113 496 0000", number), "utf-8")

    def opened() -> Shop:
        return shop_with(tmp_path / "kept", open_shop([shipped_root()], clinic, date(2026, 11, 20), tmp_path, ("en",)))

    told("0113 496 0111")
    early = opened()
    told("0113 496 0222", "0113 496 0111")
    assert "0113 496 0111" in words(made(order(2), early).pdf)  # as it was read
    assert "0113 496 0222" in words(made(order(2), opened()).pdf)


def words(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(page.get_textpage().get_text_range() for page in document)


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""


@pytest.mark.slow
def test_of_a_leaf_too(english: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leaf = replace(order(7, name="Zoe Quux"), length="leaf")
    wanted = made(leaf, shop_with(tmp_path, english)).pdf
    assert without_making([leaf], shop_with(tmp_path, english), monkeypatch) == [wanted]


@pytest.mark.slow
def test_of_a_right_to_left_sheet_and_its_companion_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = shop(cache_folder(), "ar", "en")

    def pair(at: Shop) -> list[bytes]:
        (found,) = copies([order(3, "ar", "Sam Taylor", "One line.")], "back", at, "en")
        assert not isinstance(found, Exception)
        return [one.pdf for one in found]

    wanted = pair(replace(both))
    assert pair(shop_with(tmp_path, both)) == wanted
    for name in NEVER:
        monkeypatch.setattr(f"handout.{name}", anew)
    assert pair(shop_with(tmp_path, both)) == wanted


def test_a_proof_counts_for_the_very_file_that_was_proved(english: Shop) -> None:
    shop = fresh(english)
    made(order(2), shop)
    (own,) = shop.kept._kept[MASTERS].values()
    ((file,),) = own._made.values()
    ((sizes, proven),) = file.proven.items()
    pdf = file.master.file(file.master.example, sizes)
    again = Proven.again(pdf, proven.kept())
    assert again is not None
    assert again._first == proven._first
    assert Proven.again(pdf.replace(b"/MCID 4", b"/MCID 5", 1), proven.kept()) is None
