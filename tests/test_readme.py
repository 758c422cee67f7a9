"""The README says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from handout import pipeline
from handout.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


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
