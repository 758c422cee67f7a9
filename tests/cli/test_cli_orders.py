"""Orders from a program: `handout render --orders`, a JSON object a line in, one out."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from cli_shell import Shell

Send = Callable[..., tuple[int, list[dict[str, Any]]]]
GOOD = {"routine": "upper-back", "language": "en", "name": "Quillon Zebedee", "reference": "QZ-001"}


@pytest.fixture
def send(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Send:
    """Runs the command on a stream; gives its exit code and the objects of its result stream."""

    def run(stream: bytes, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stream)))
        code, said = shell("render", "--orders", "-", "--clinic", "clinic.yaml", *arguments)
        assert not any(word in said for word in ("Quillon", "QZ-001"))
        return code, [json.loads(line) for line in said.splitlines() if line.startswith("{")]

    return run


def lines(*orders: object) -> bytes:
    return b"".join(json.dumps(order, ensure_ascii=False).encode() + b"\n" for order in orders)


def test_each_line_has_its_result_in_order_and_a_bad_one_its_findings(send: Send, shell: Shell) -> None:
    bad = {"routine": "uper-back", "language": "en", "nane": "x"}
    stream = lines(bad, GOOD) + b"\n{oops}\n" + lines({**GOOD, "name": "Zoe Quillon"})
    code, results = send(stream)
    assert code == 1
    assert [(one["handout"], one["order"], one["released"]) for one in results] == [
        ("order", 1, False), ("order", 2, True), ("order", 4, False), ("order", 5, True),
    ]  # fmt: skip
    assert [finding["what"] for finding in results[0]["findings"]] == [
        "line 1, order: has a field that is not known here", "line 1, routine: “uper-back” is not known here",
    ]  # fmt: skip
    assert results[0]["findings"][0]["hint"] == "Did you mean “name”?"
    assert results[2]["findings"][0]["what"] == "line 4: is not JSON"
    (sheet,) = results[1]["sheets"]
    assert sheet["file"] == "2-upper-back.en.pdf"
    assert (shell.folder / results[1]["folder"] / sheet["file"]).read_bytes().startswith(b"%PDF")
    assert (shell.run / "manifest.csv").is_file()


def test_strict_releases_no_line_when_one_is_bad(send: Send, shell: Shell) -> None:
    code, results = send(lines(GOOD, {**GOOD, "routine": "nothing"}), "--strict")
    assert code == 3
    assert not any(one["released"] for one in results)
    assert not list((shell.folder / "out").rglob("*.pdf")) if (shell.folder / "out").exists() else True


def test_a_command_that_cannot_run_says_so_on_one_line(send: Send) -> None:
    code, (result,) = send(b"", "--lang", "en")
    assert code == 2
    assert result["handout"] == "error"
    assert result["findings"][0]["what"] == "a line of --orders says which routine and language"


def test_no_order_is_no_result(send: Send) -> None:
    assert send(b"\n") == (0, [])
