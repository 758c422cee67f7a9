"""The README says what the program does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from typer.main import get_command

import handout
from handout import pipeline
from handout.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
API = (ROOT / "docs" / "api.md").read_text("utf-8")


def test_the_pipeline_section_names_the_calls_of_the_pipeline_in_their_order() -> None:
    section = README.split("## The pipeline", 1)[1].split("\n## ", 1)[0]
    named = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    line = re.search(r"^ {4}(load -> .*)$", pipeline.__doc__ or "", re.MULTILINE)
    assert line is not None
    assert named == line.group(1).split(" -> ")
    assert all(hasattr(pipeline, name) for name in named)


def test_every_command_and_option_that_it_shows_exists() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    shown = re.findall(r"^(?:\.venv/bin/)?handout ([a-z]+)((?: .*)?)$", README, re.MULTILINE)
    shown += [(name, rest) for name, rest in re.findall(r"`handout ([a-z]+)([^`]*)`", README)]
    assert len(shown) > 8
    for name, rest in shown:
        assert name in commands, name
        command = commands[name]
        for word in rest.split("#")[0].split():  # `review export`
            command = getattr(command, "commands", {}).get(word, command)
        known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        for option in re.findall(r"(?<!\S)--[a-z-]+", rest.split("#")[0]):
            assert option in known, f"handout {name} {option}"


def test_every_file_it_links_to_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert target.startswith("http") or (ROOT / target).exists(), target


def test_the_roster_table_names_the_columns_of_a_roster() -> None:
    from handout.batch.roster import COLUMNS

    section = README.split("## The morning's list", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| (`.*?`) \|", section, re.MULTILINE)
    named = {word for row in rows for word in re.findall(r"`(\w+)`", row)}
    assert named == set(COLUMNS)


CLINIC = "name: Riverside Physiotherapy\naddress: 12 Mill Lane, Leeds\ntelephone: 0113 496 0000\ncountry: GB\n"


def python_blocks(text: str) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def clinic_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "clinic.yaml").write_text(CLINIC, "utf-8")
    (tmp_path / "mine").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDOUT_CACHE", str(tmp_path / "cache"))
    return tmp_path


@pytest.mark.usefixtures("clinic_folder")
def test_its_program_runs_as_it_stands(capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = python_blocks(README)
    exec(compile(program, "README.md", "exec"), {})
    size, content_id, *_, approved = capsys.readouterr().out.split()
    assert int(size) > 50_000
    assert re.fullmatch("[a-z2-7]{10}", content_id)
    assert approved == "False"


@pytest.mark.slow
def test_the_program_of_the_manual_runs_and_writes_its_sheets(clinic_folder: Path) -> None:
    (program,) = python_blocks(API)
    exec(compile(program, "docs/api.md", "exec"), {})
    assert sorted(path.name for path in clinic_folder.glob("*.pdf")) == ["back.es.pdf", "upper-back.es.pdf"]


def test_the_manual_describes_every_name_and_field_of_the_library() -> None:
    named = set(re.findall(r"^\| `handout\.(\w+)", API, re.MULTILINE))
    assert named | {"Place", "Severity", "__version__"} == set(handout.__all__)
    table = API.split("| field of an order |", 1)[1].split("\n\n", 1)[0]
    told = {word for row in re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE) for word in re.findall(r"`(\w+)`", row)}
    assert told == {one.name for one in fields(handout.Order)}
    row = re.search(r"^\| `handout\.Handout`.*$", API, re.MULTILINE)
    assert row is not None
    assert {one.name for one in fields(handout.Handout)} <= set(re.findall(r"`(\w+)`", row.group()))


@pytest.mark.slow
def test_the_orders_of_the_manual_give_the_results_that_it_shows(clinic_folder: Path) -> None:
    orders, results = (
        re.search(rf"<!-- {name} -->\n```json\n(.*?)```", API, re.DOTALL).group(1)  # type: ignore[union-attr]
        for name in ("orders", "results")
    )
    (clinic_folder / "orders.ndjson").write_text(orders, "utf-8")
    command = [sys.executable, "-m", "handout", "render", "--orders", "orders.ndjson", "--clinic", "clinic.yaml"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    for line, shown in zip(done.stdout.splitlines(), results.splitlines(), strict=True):
        found, told = json.loads(line), json.loads(shown)
        assert found.keys() == told.keys()
        for key in ("handout", "version", "order", "released"):
            assert found[key] == told[key]
        assert [(one["what"], one["hint"]) for one in found["findings"]] == [
            (one["what"], one["hint"]) for one in told["findings"]
        ]
