"""What was found overnight: kept without anything of a patient, and the morning's sheets are the same bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from cli_shell import HEAD, SAM, Shell

from handout.content import shipped_root
from handout.errors import Private
from handout.layout import LeafChoice
from handout.pipeline import copies, open_shop
from handout.prescription import Likeness, Order, Patient
from handout.proof import Eye
from handout.shop import Shop
from handout.store import Store, Verdicts, cache_folder

ORDER = Order(
    2, ("back",), "en", patient=Patient(Private("Quillon Zebedee", "name"), Private("QZ-001", "reference"))
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache"  # of its own: what it holds is what these tests are about


@pytest.fixture(scope="module")
def english() -> Shop:
    return open_shop([shipped_root()], None, date(2026, 11, 20), cache_folder(), ("en",))


def looks(*_: object) -> NoReturn:
    raise AssertionError("it looked again")


def test_how_a_leaf_is_set_is_chosen_once_for_all_orders_of_a_likeness(english: Shop, tmp_path: Path) -> None:
    shop = replace(english, store=Store(tmp_path))
    likeness = Likeness.of(ORDER, "back")
    choice = LeafChoice(1, 63.0, airy=True)
    assert shop.leaf_choice(lambda: choice, likeness) == choice
    assert replace(shop).leaf_choice(looks, likeness) == choice
    other = Likeness.of(replace(ORDER, exclude=("march",)), "back")
    assert shop.leaf_choice(lambda: LeafChoice(0, 72.0), other) == LeafChoice(0, 72.0)
    assert replace(shop, clinic=None, store=None).leaf_choice(lambda: choice, likeness) == choice


def test_pages_and_fonts_that_were_right_are_not_looked_at_again_and_nothing_private_is_kept(
    english: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def made() -> bytes:
        shop = replace(english, eye=Eye(remembered=Verdicts(Store(tmp_path))))
        ((copy,),) = copies([ORDER], "back", shop)
        return copy.pdf

    first = made()
    seen: list[int] = []
    from handout.proof.eye import verdict

    look = verdict.look_through
    monkeypatch.setattr(verdict, "look_through", lambda data, pages: seen.extend(pages) or look(data, pages))
    assert made() == first
    assert seen == []
    kept = b"".join(path.name.encode() + path.read_bytes() for path in tmp_path.iterdir())
    assert b"Zebedee" not in kept
    assert b"QZ-001" not in kept


@pytest.mark.slow
def test_a_list_after_a_warm_night_is_the_same_bytes_and_the_cache_holds_nothing_of_it(shell: Shell) -> None:
    shell.write("monday.csv", HEAD + SAM)
    assert shell.render("--out", "cold")[0] == 0
    for path in (path for path in (shell.folder / "cache").rglob("*") if path.is_file()):
        path.unlink()
    code, said = shell("warm", "--roster", "monday.csv", "--clinic", "clinic.yaml")
    assert (code, "Ready to be made: 1 of 1" in said) == (0, True)
    kept = [path.read_bytes() for path in (shell.folder / "cache").rglob("*") if path.is_file()]
    assert kept
    assert not any(word in one for one in kept for word in (b"Zebedee", b"QZ-001"))
    assert shell.render("--out", "warm")[0] == 0
    cold, warm = (sorted((shell.folder / out).rglob("*.pdf")) for out in ("cold", "warm"))
    assert [one.read_bytes() for one in cold] == [one.read_bytes() for one in warm]


@pytest.mark.slow
@pytest.mark.parametrize("row", [["--reference", "QZ-1"], ["--reference", "QZ-1", "--born", "1961-02-03"]])
def test_after_a_warm_night_a_patients_sheet_is_neither_laid_out_nor_proved_anew(
    row: list[str], shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = ["back", "--lang", "en", "--clinic", "clinic.yaml"]
    code, said = shell("warm", *sheet)
    assert (code, "Ready to be made: 7 of 7" in said) == (0, True)
    for name in ("layout.laying.lay_out_sheet", "pdf.master.Writer", "masters.made.prove", "layout.rungs.kept_card"):
        monkeypatch.setattr(f"handout.{name}", looks)
    assert shell("render", *sheet, "--name", "Quillon Zebedee", *row, "--out", "own")[0] == 0
    assert len([*(shell.folder / "own").rglob("*.pdf")]) == 1


def test_the_folder_that_a_command_is_called_from_makes_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from handout.store import engine

    first = engine()
    engine.cache_clear()
    monkeypatch.syspath_prepend(tmp_path)
    assert engine() == first
    engine.cache_clear()
    (tmp_path / "reportlab-9.dist-info").mkdir()
    assert engine() != first
    engine.cache_clear()
