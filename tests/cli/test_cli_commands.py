"""Every command, as a clinician types it: what it says, what it writes, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from handout.cli import app, main
from handout.errors import HandoutError

CLINIC = """\
name: Riverside Physiotherapy
telephone: "0113 496 0000"
country: GB
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANDOUT_CACHE", str(kept))
    monkeypatch.delenv("HANDOUT_DEBUG", raising=False)
    return tmp_path


def run(*words: str) -> tuple[int, str]:
    """Exit code and everything said, by the same translation of errors as the command itself."""
    result = CliRunner().invoke(app, list(words))
    if isinstance(result.exception, HandoutError):
        return result.exception.exit_code, result.output + str(result.exception)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def test_render_writes_a_routine_and_says_what_it_did(folder: Path) -> None:
    code, said = run("render", "back", "--lang", "en")
    assert code == 0
    assert "1 released to out, 0 refused." in said
    assert "No clinic file" in said
    assert "no clinician has approved" in said
    assert [path.name for path in sorted((folder / "out").iterdir())] == ["back.en.pdf"]


def test_a_style_stands_in_the_file_name(folder: Path) -> None:
    (folder / "clinic.yaml").write_text(CLINIC, "utf-8")
    code, _ = run("render", "back", "--lang", "en", "--style", "mono", "--clinic", "clinic.yaml", "--paper", "letter")
    assert code == 0
    assert (folder / "out" / "back.en.mono.pdf").is_file()


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("render", "bakc"), "there is no routine “bakc”"),
        (("render", "back", "--lang", "xx"), "there is no language “xx”"),
        (("render", "--library", "nowhere"), "there is no folder nowhere"),
        (("figure",), "nothing to draw to"),
        (("figure", "march", "--frame", "nowhere", "--out", "a.svg"), "has no frame “nowhere”"),
        (("figure", "march", "--out", "a.gif"), "cannot write a.gif"),
    ],
)
def test_a_command_that_cannot_be_understood_ends_with_2_and_the_next_step(words: tuple[str, ...], part: str) -> None:
    code, said = run(*words)
    assert code == 2
    assert part in said


def test_a_clinic_file_that_is_wrong_ends_with_3_and_its_line(folder: Path) -> None:
    (folder / "clinic.yaml").write_text("name: Riverside\ncountri: GB\n", "utf-8")
    code, said = run("render", "back", "--lang", "en", "--clinic", "clinic.yaml")
    assert code == 3
    assert "clinic.yaml:2:1" in said
    assert not (folder / "out").exists()


def test_proof_tells_an_unchanged_file_from_a_damaged_one(folder: Path) -> None:
    run("render", "back", "--lang", "en")
    code, said = run("proof", "out/back.en.pdf")
    assert code == 0
    assert "made here, unchanged" in said
    content = (folder / "out" / "back.en.pdf").read_bytes()
    (folder / "broken.pdf").write_bytes(content[: len(content) // 2])
    code, said = run("proof", "broken.pdf")
    assert code == 4
    assert "Traceback" not in said


def test_preview_draws_each_page(folder: Path) -> None:
    code, said = run("preview", "back", "--lang", "en", "--dpi", "40", "--out", "pages")
    assert code == 0
    pages = sorted((folder / "pages").glob("back.en.*.png"))
    assert len(pages) == len(said.split())
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png"])
def test_figure_draws_an_exercise_in_each_format(folder: Path, suffix: str) -> None:
    code, _ = run("figure", "march", "--frame", "end", "--style", "mono", "--out", f"march.{suffix}")
    assert code == 0
    start = {"svg": b"<svg", "pdf": b"%PDF", "png": b"\x89PNG"}[suffix]
    assert (folder / f"march.{suffix}").read_bytes().startswith(start)


@pytest.mark.parametrize("what", ["routines", "exercises", "languages"])
def test_list_says_what_there_is(what: str) -> None:
    code, said = run("list", what)
    assert code == 0
    assert {"routines": "upper-back", "exercises": "seated-twist", "languages": "English"}[what] in said


@pytest.mark.parametrize("kind", ["routine", "exercise", "language", "clinic"])
def test_schema_prints_json_schema(kind: str) -> None:
    code, said = run("schema", kind)
    assert code == 0
    assert json.loads(said)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_new_writes_a_file_to_fill_in(folder: Path) -> None:
    code, said = run("new", "exercise", "side-bend", "--library", "mine")
    assert code == 0
    assert (folder / "mine" / "handouts" / "exercises" / "side-bend" / "exercise.yaml").is_file()
    assert "Fill in the blanks" in said


def test_a_fault_of_the_program_is_never_shown_as_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr("handout.cli.app", broken)
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert ended.value.code == 3
    assert "fault in handout itself" in said
    assert "secret" not in said
