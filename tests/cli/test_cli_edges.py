"""What the command says at its edges: to a program, to another code page, in help, and when it is stopped."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_shell import Shell
from typer.main import get_command

import handout
from handout.cli import app
from handout.cli.report import coloured, paint, progress

SOURCE = Path(handout.__file__).parents[1]


def process(*arguments: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    told = {**os.environ, "PYTHONPATH": str(SOURCE), **settings}
    return subprocess.run([sys.executable, "-m", "handout", *arguments], env=told, capture_output=True, check=False)


def test_a_list_of_languages_is_written_into_a_file_on_any_machine() -> None:
    old = process("list", "languages", PYTHONIOENCODING="cp1252")
    assert old.returncode == 0, old.stderr
    assert "pt-BR" in old.stdout.decode("cp1252")
    plain = {name: value for name, value in os.environ.items() if name not in {"PYTHONIOENCODING", "PYTHONUTF8"}}
    done = subprocess.run(
        [sys.executable, "-m", "handout", "list", "languages"], capture_output=True, check=True,
        env={**plain, "PYTHONPATH": str(SOURCE), "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"},
    )  # fmt: skip
    assert "العربية" in done.stdout.decode("utf-8")


def test_the_exit_code_survives_the_quick_end_of_the_process() -> None:
    assert process("--version").returncode == 0
    done = process("render", "bakc")
    assert done.returncode == 2
    assert "Did you mean “back”?" in done.stderr.decode(os.environ.get("PYTHONIOENCODING", "utf-8"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [("English", "en"), ("EN", "en"), ("pt", "pt-BR"), ("Spanish", "es"), ("français", "fr"), ("zh", "zh-Hans")],
)
def test_a_language_by_another_name_is_led_to_its_tag(shell: Shell, written: str, meant: str) -> None:
    code, said = shell("render", "back", "--lang", written)
    assert code == 2
    assert f"Did you mean “{meant}”?" in said


def test_a_person_that_nobody_knows_is_a_slip_of_the_command_not_of_the_content(shell: Shell) -> None:
    code, said = shell("render", "back", "--lang", "en", "--person", "anna")
    assert code == 2
    assert said.count("there is no person") == 1
    assert "Did you mean “ana”?" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("render", "back", "--lang", "en", "--clinic", "nowhere.yaml"), ("proof", "nowhere.pdf"),
        ("render", "back", "--lang", "en", "--note-file", "nowhere.txt"), ("render", "--library", "nowhere"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_there_is_said_plainly(shell: Shell, arguments: tuple[str, ...]) -> None:
    code, said = shell(*arguments)
    assert code == 2
    assert re.match(r"there is no (file|clinic file|folder) nowhere", said)


def commands() -> Iterator[tuple[str, ...]]:
    """Every command by its words."""
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        yield from ((name, inner) for inner in command.commands) if hasattr(command, "commands") else [(name,)]


def test_help_speaks_no_python_and_comes_by_h_too(shell: Shell) -> None:
    for words in commands():
        code, said = shell(*words, "-h")
        assert code == 0
        options = said.split("Options:", 1)[1]
        assert not re.search(r"list\[|<(int|float|str|path|Path|text)>", options), words
        usage = said.split("Usage:", 1)[1].split("\n\n")[0]
        for placeholder in re.findall(r"[\[{<]([^\]}>]+)", usage):
            assert placeholder == placeholder.upper(), words  # FILE, as in every manual


def test_the_list_of_commands_says_each_in_a_whole_sentence(shell: Shell) -> None:
    for group in {words[:-1] for words in commands()}:
        said = shell(*group, "-h")[1]
        assert "..." not in said.split("Commands:", 1)[1], group


def test_each_shell_has_a_completion() -> None:
    for shell_name in ("bash", "zsh", "fish", "powershell"):
        done = process("--show-completion", shell_name, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
        assert done.returncode == 0
        assert "handout" in done.stdout.decode()


def test_lists_and_checks_are_told_to_a_program(shell: Shell) -> None:
    code, said = shell("list", "routines", "--json")
    told = json.loads(said)
    assert (code, told["handout"], told["version"]) == (0, "list", 1)
    assert {entry["id"] for entry in told["entries"]} >= {"back", "upper-back"}
    shell.write("mine/handouts/routines/knee/routine.yaml", "id: knee\n")
    code, said = shell("check", "mine", "--json")
    told = json.loads(said)
    assert code == 3
    assert told["errors"] == len([one for one in told["findings"] if one["severity"] == "error"]) > 0
    assert any("knee" in one["file"] and one["line"] for one in told["findings"])


def test_colours_are_for_terminals_and_for_who_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert coloured(Terminal())  # type: ignore[arg-type]
    monkeypatch.setenv("NO_COLOR", "1")
    assert not coloured(Terminal())  # type: ignore[arg-type]
    assert paint("refused", "red") == "refused"


def test_the_time_left_is_said_when_enough_is_done_to_tell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(4, "sheets") as tick:
        tick("row 2")
        first = capsys.readouterr().err
        tick("row 3")
        tick("row 4")
        assert "s left" in capsys.readouterr().err
    assert "1 of 4 sheets" in first
    assert "left" not in first


def test_the_shapes_that_the_manual_shows_are_those_of_the_command() -> None:
    from handout.cli.json_out import VERSION

    manual = (SOURCE.parent / "docs" / "json.md").read_text("utf-8")
    assert f"`version` ({VERSION})" in manual
