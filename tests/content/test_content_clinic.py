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
    assert [(one.days, one.opens) for one in clinic.hours] == [
        ((("mon", "fri"),), "08:00"),
        ((("sat", "sat"),), "09:00"),
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


@pytest.mark.parametrize(
    ("days", "spans"),
    [
        ("[mon, fri]", [("mon", "fri")]),
        ("[sat, sun]", [("sat", "sun")]),
        ("mon-fri", [("mon", "fri")]),
        ("mon", [("mon", "mon")]),
        ("mon thu", [("mon", "mon"), ("thu", "thu")]),
        ("[mon, wed, fri]", [("mon", "mon"), ("wed", "wed"), ("fri", "fri")]),
        ("[mon-wed, fri]", [("mon", "wed"), ("fri", "fri")]),
        ("[mon, tue, wed, thu]", [(day, day) for day in ("mon", "tue", "wed", "thu")]),
        ("[fri, mon]", [("fri", "mon")]),
    ],
)
def test_days_are_a_range_or_a_list_and_weeks_may_be_split(
    days: str, spans: list[tuple[str, str]], tmp_path: Path
) -> None:
    clinic = read_clinic(clinic_file(tmp_path, CLINIC.replace("[mon, fri]", days)))
    assert clinic.hours[0].days == tuple(spans)


@pytest.mark.parametrize(
    ("days", "what"),
    [
        ("[fri, fri, sat]", "“fri” is among these days twice"),
        ("[mon-wed, tue]", "“tue” is among these days twice"),
        ("Monday", "“monday” is no day of the week here"),
        ("[]", "no day is named"),
        ("{mon: fri}", "days of the week are needed here"),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(days: str, what: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError) as refused:
        read_clinic(clinic_file(tmp_path, CLINIC.replace("[mon, fri]", days)))
    assert what in refused.value.findings[0].what
    assert refused.value.findings[0].hint


REACHED = """\
telephone: "0113 496 0000 ext. 12"
second_telephone: "+44 (0)7700 900-123, #5"
email: hello@o-brien.example
website: www.o-brien.example/leeds
clinician: ana
"""


def test_a_second_number_an_extension_mail_and_web_are_read_and_who_hands_out(tmp_path: Path) -> None:
    text = CLINIC.replace('telephone: "0113 496 0000"\n', REACHED)
    clinic = read_clinic(clinic_file(tmp_path, text))
    assert (clinic.telephone, clinic.second_telephone) == ("0113 496 0000 ext. 12", "+44 (0)7700 900-123, #5")
    assert (clinic.email, clinic.website, clinic.clinician) == (
        "hello@o-brien.example", "www.o-brien.example/leeds", "ana",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("email: hello@o-brien.example", "email: hello at o-brien", "is not an e-mail address"),
        ("website: www.o-brien.example/leeds", "website: our site", "is not a web address"),
        ("clinician: ana", "clinician: anna", "there is no clinician “anna” here"),
    ],
)
def test_addresses_and_people_that_are_none_are_refused(old: str, new: str, what: str, tmp_path: Path) -> None:
    text = CLINIC.replace('telephone: "0113 496 0000"\n', REACHED.replace(old, new))
    with pytest.raises(ContentError, match=what):
        read_clinic(clinic_file(tmp_path, text))


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("United Kingdom", "Did you mean GB?"),
        ("gb", "Did you mean GB?"),
        ("UK", "Did you mean GB?"),
        ("U.S.A.", "Did you mean US?"),
        ("Deutschland", "Did you mean DE?"),
        ("日本", "Did you mean JP?"),
        ("Iceland", "Its code is IS, and it has no file yet"),
        ("Atlantis", "Countries: "),
    ],
)
def test_a_country_by_its_name_is_told_its_code(said: str, hint: str, tmp_path: Path) -> None:
    library, _ = load((shipped_root(),), tags=("en",))
    path = clinic_file(tmp_path, CLINIC.replace("country: GB", f"country: {said}").replace("{español: es}", "{}"))
    with pytest.raises(ContentError) as refused:
        read_clinic(path, library)
    (finding,) = refused.value.findings
    assert finding.what == f"there is no country “{said}”"
    assert finding.hint.startswith(hint)


@pytest.mark.parametrize(("said", "near"), [("Physio", "physiotherapist"), ("Nurse", "nurse"), ("therapist", "")])
def test_an_unknown_role_lists_the_roles(said: str, near: str, tmp_path: Path) -> None:
    library, _ = load((shipped_root(),), tags=("en",))
    text = CLINIC.replace("role: physiotherapist", f"role: {said}").replace("{español: es}", "{}")
    with pytest.raises(ContentError) as refused:
        read_clinic(clinic_file(tmp_path, text), library)
    (finding,) = refused.value.findings
    assert finding.what == f"there is no role “{said}”"
    assert "Roles: chiropractor, doctor, nurse," in finding.hint
    assert (f"Did you mean “{near}”?" in finding.hint) if near else True
