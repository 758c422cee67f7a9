"""`approvals.yaml`: who answers for what is read from every library, the uppermost last, with all findings."""

from __future__ import annotations

from pathlib import Path

from handout.content import Library, load, shipped_root
from handout.errors import Finding, Severity

RECORD = "ab" * 32
EDITION = f"""\
editions:
  - routine: back
    language: es
    country: GB
    by:
      name: {{name}}
      role: physiotherapist
      registration: "PH-0001"
    date: 2026-11-29
    review_by: 2028-11-29
    read: every line of the review file
    record: {RECORD}
"""
SAFETY = """\
safety:
  - file: handouts/safety/en.yaml
    key: lines.chest-pain
    was: chest pain
    now: pain in your chest
    by:
      name: Ida Invented
      role: doctor
    date: 2026-11-29
    reason: our patients asked what it means
"""


def loaded(*texts: str, folder: Path) -> tuple[Library, tuple[Finding, ...]]:
    layers = [shipped_root()]
    for number, text in enumerate(texts):
        layer = folder / str(number)
        layer.mkdir()
        (layer / "approvals.yaml").write_text(text, "utf-8")
        layers.append(layer)
    return load(layers, ["en"])


def said(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.severity.value} {one.what}" for one in findings if "approvals.yaml" in str(one.where)]


def test_the_entry_of_the_upper_library_holds(tmp_path: Path) -> None:
    library, findings = loaded(
        EDITION.format(name="Ada Invented"), EDITION.format(name="Bo Invented"), folder=tmp_path
    )
    assert said(findings) == []
    found = library.approvals.edition("back", "es", "GB")
    assert found is not None
    assert (found.by.name, found.by.registration, found.record) == ("Bo Invented", "PH-0001", RECORD)
    assert library.approvals.edition("back", "es", "") is None, "approved for one country is not for none"
    assert library.approvals.edition("back", "en", "GB") is None


def test_a_rewording_is_covered_for_this_change_alone(tmp_path: Path) -> None:
    library, _ = loaded(SAFETY, folder=tmp_path)
    change = "handouts/safety/en.yaml", "lines.chest-pain", "chest pain", "pain in your chest"
    found = library.approvals.covers(*change)
    assert found is not None
    assert found.by.name == "Ida Invented"
    for index in range(4):
        other = [*change]
        other[index] = "something else"
        assert library.approvals.covers(*other) is None, f"covers another {('file', 'key', 'was', 'now')[index]}"


def test_a_text_taken_away_is_covered_by_an_entry_without_now(tmp_path: Path) -> None:
    library, _ = loaded(SAFETY.replace("    now: pain in your chest\n", ""), folder=tmp_path)
    assert library.approvals.covers("handouts/safety/en.yaml", "lines.chest-pain", "chest pain", "") is not None


def test_a_broken_file_names_its_line_and_stops_the_load(tmp_path: Path) -> None:
    _, findings = loaded(EDITION.format(name="Ada Invented").replace("record: ab", "record: zz"), folder=tmp_path)
    (found,) = [one for one in findings if "approvals.yaml" in str(one.where)]
    assert found.severity is Severity.ERROR
    assert str(found.where).endswith("approvals.yaml:12:13")


def test_an_approval_of_no_routine_and_an_old_signature_are_said(tmp_path: Path) -> None:
    old = (
        "earlier:\n  - file: handouts/routines/back/es.yaml\n    by:\n      name: Ada Invented\n"
        "      role: doctor\n    date: 2026-01-01\n    words: abcdef\n"
    )
    text = EDITION.format(name="Ada Invented").replace("routine: back", "routine: bakc") + old
    _, findings = loaded(text, folder=tmp_path)
    assert said(findings) == [
        "warning Ada Invented approved the routine “bakc”, and there is no such routine",
        "note the signature of Ada Invented under handouts/routines/back/es.yaml covers words alone,"
        " and approves no sheet",
    ]
