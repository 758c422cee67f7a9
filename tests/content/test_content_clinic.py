"""A clinic file: read whole, its ids looked up, its logo found."""

from __future__ import annotations

from pathlib import Path

import pytest

from handout.content import load, read_clinic, shipped_root
from handout.errors import ContentError, SourceError

CLINIC = """\
name: Riverside Physiotherapy
address: 12 Mill Lane, Leeds LS1 4AB
telephone: "0113 496 0000"
hours:
  - {days: [mon, fri], from: "08:00", to: "18:00"}
  - {days: [sat], from: "09:00", to: "12:30"}
country: GB
logo: logo.png
clinicians:
  ana: {name: Ana Ruiz, role: physiotherapist}
changes:
  exclude: [roller-mid-back]
  include: [march/easier]
  doses: {seated-twist: {repetitions: 4}}
roster:
  columns: {Patient: name, NHS No: reference}
  languages: {español: es}
  ignore: [GP practice]
cover: {initials: true}
"""


def clinic_file(folder: Path, text: str = CLINIC) -> Path:
    (folder / "logo.png").write_bytes(b"")
    path = folder / "clinic.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_clinic_file_is_read_whole(tmp_path: Path) -> None:
    library, _ = load((shipped_root(),), tags=("en", "es"))
    clinic = read_clinic(clinic_file(tmp_path), library)
    assert clinic.telephone == "0113 496 0000"
    assert [(one.first, one.last, one.opens) for one in clinic.hours] == [
        ("mon", "fri", "08:00"),
        ("sat", "sat", "09:00"),
    ]
    assert clinic.logo == tmp_path / "logo.png"
    assert clinic.clinicians["ana"].role == "physiotherapist"
    assert clinic.changes.doses == {"seated-twist": {"repetitions": 4}}
    assert clinic.roster.columns == {"Patient": "name", "NHS No": "reference"}
    assert clinic.initials


def test_what_a_clinic_names_must_exist(tmp_path: Path) -> None:
    library, _ = load((shipped_root(),), tags=("en", "es"))
    text = CLINIC.replace("roller-mid-back", "roler-mid-back").replace("country: GB", "country: XX")
    path = clinic_file(tmp_path, text)
    (tmp_path / "logo.png").unlink()
    with pytest.raises(ContentError) as refused:
        read_clinic(path, library, "clinic.yaml")
    assert [finding.what for finding in refused.value.findings] == [
        "there is no file logo.png",
        "there is no country “XX”",
        "there is no exercise “roler-mid-back”",
    ]
    assert refused.value.findings[2].where is not None
    assert refused.value.findings[2].where.line == 12


def test_a_comment_behind_the_clinics_name_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="a comment stands behind a text"):
        read_clinic(clinic_file(tmp_path, CLINIC.replace("Physiotherapy\n", "Physiotherapy # old\n")))
