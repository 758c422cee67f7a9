"""What `check` says of a library's sheets: each fault once, with the sheet where it is one sheet's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from handout.authoring.looks import sheets
from handout.content import load, shipped_root


def test_a_fault_of_the_template_is_said_once_and_not_of_every_sheet(tmp_path: Path) -> None:
    shipped = (shipped_root() / "assets/templates/handout.j2").read_text("utf-8")
    (tmp_path / "assets/templates").mkdir(parents=True)
    (tmp_path / "assets/templates/handout.j2").write_text(shipped.replace("\nsafety\n", "\n"), "utf-8")
    library = load([shipped_root(), tmp_path], tags=["en"])[0]
    own = replace(library, routines={"back": library.routines["back"]})
    found = dict.fromkeys(sheets(own, tmp_path / "cache", date(2026, 11, 20)))
    assert [str(one).splitlines()[0] for one in found] == ["handout.j2:1:1: the safety panel is missing"]
