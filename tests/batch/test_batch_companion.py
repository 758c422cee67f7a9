"""`--with`: the clinician's companion has the same numbers, exercises and pictures at the same places."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handout.batch.archive import runs_of
from handout.batch.jobs import Job, jobs_of
from handout.cli import app
from handout.errors import errors_of
from handout.prescription import Order
from handout.proof import conformance, proof_alone
from handout.proof.readback import ReadBack, read_back

BAR = 20  # pt: in a bar with a name of two lines the number stands lower by so much at most
ROSTER = """\
name;reference;language;routine;doses;side
Brynhild Oxenford;REF-1;es;upper-back;seated-twist.repetitions=4, march.duration_s=60;
Quillon Zebedee;REF-2;en;back;;
"""


@pytest.fixture
def out(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HANDOUT_CACHE", str(kept))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "out"


def render(*words: str) -> str:
    result = CliRunner().invoke(app, ["render", "--out", "out", *words])
    assert result.exit_code == 0, result.output
    return result.output


def places(read: ReadBack) -> dict[str, tuple[int, int, float]]:
    """Exercise -> its page, its place from the top among the cards there, and the height of its number."""
    found: dict[str, tuple[int, float]] = {}
    for name in read.by_id:
        if name.startswith("exercise/") and name.count("/") == 1:
            stretch = read.stretches(read.block(name))[0]
            found[name.split("/")[1]] = (stretch.page, stretch.box[3])
    return {
        name: (page, sum(other > top for at, other in found.values() if at == page), round(top))
        for name, (page, top) in found.items()
    }


def same_places(one: ReadBack, other: ReadBack) -> None:
    first, second = places(one), places(other)
    assert list(first) == list(second)
    assert len(first) >= 6
    for name, (page, nth, top) in first.items():
        assert second[name][:2] == (page, nth), name
        assert abs(second[name][2] - top) <= BAR, name


@pytest.mark.parametrize("language", ["ar", "zh-Hans"])
def test_the_companion_stands_beside_the_sheet_with_every_exercise_at_the_same_place(out: Path, language: str) -> None:
    said = render("upper-back", "--lang", language, "--with", "en")
    own, beside = out / f"upper-back.{language}.pdf", out / f"upper-back.{language}.with-en.pdf"
    assert "1 with a companion for you" in said
    for path in (own, beside):
        assert errors_of(proof_alone(path)) == ()
        assert conformance(path) == ()
    first, second = read_back(own.read_bytes()), read_back(beside.read_bytes())
    assert second.claims.language == "en"
    assert len(first.sheets) == len(second.sheets)
    same_places(first, second)


def doses(read: ReadBack) -> list[list[str]]:
    """The figures of each card's dose strip, in order."""
    strips = [name for name in read.by_id if name.startswith("exercise/") and name.endswith("/dose")]
    assert strips
    return [[sign for sign in read.text(read.block(name)) if sign.isdigit()] for name in strips]


@pytest.mark.slow
def test_a_rosters_companion_has_the_patients_own_doses_and_no_line_of_its_own_in_the_manifest(out: Path) -> None:
    Path("monday.csv").write_text(ROSTER, "utf-8")
    said = render("--roster", "monday.csv", "--with", "en", "--print", "monday.pdf")
    (run,) = runs_of(out)
    assert sorted(path.name for path in run.glob("*.pdf")) == [
        "2-upper-back.es.pdf", "2-upper-back.es.with-en.pdf", "3-back.en.pdf",
    ]  # fmt: skip
    own, beside = (read_back((run / f"2-upper-back.es{end}.pdf").read_bytes()) for end in ("", ".with-en"))
    same_places(own, beside)
    assert doses(own) == doses(beside)
    rows = json.loads((run / "manifest.json").read_text("utf-8"))
    assert [(row["order"], row["file"], row["companion"]) for row in rows] == [
        (2, "2-upper-back.es.pdf", "2-upper-back.es.with-en.pdf"), (3, "3-back.en.pdf", ""),
    ]  # fmt: skip
    assert len((run / "manifest.csv").read_text("utf-8-sig").splitlines()) == 3
    assert "2 handouts" in said
    assert "Oxenford" not in said


def test_a_sheet_in_the_language_of_the_companion_has_none() -> None:
    orders = [Order(0, ("back",), "en"), Order(0, ("back",), "ar", style="mono")]
    assert [job.companion for job in jobs_of(orders, "en")] == ["", "back.ar.with-en.mono.pdf"]
    assert Job(orders[1], "back").companion == ""


def test_a_companion_in_a_language_that_nobody_knows_is_no_command(out: Path) -> None:
    result = CliRunner().invoke(app, ["render", "back", "--lang", "en", "--with", "tlh"])
    assert "there is no language “tlh”" in str(result.exception)
    assert not out.exists()
