"""Rows become orders, or are refused by row and column without a word of what they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from handout.batch.roster import COLUMNS, Known, Roster, read_orders
from handout.batch.tables import Table, TableRow
from handout.batch.vocabulary import FILE, _words
from handout.errors import BatchError, Private
from handout.prescription import Clinician
from handout.source import Mapping, parse

KNOWN = Known(
    routines=["back", "upper-back", "after-desk-work"],
    exercises=["march", "seated-twist", "shoulder-rolls"],
    flags=["osteoporosis", "pregnancy", "blood-thinners"],
    languages=["en", "es", "pt-BR"],
    people=["ana", "tom"],
    today=date(2026, 11, 20),
    clinicians={"ana": Clinician("Ana Ruiz", "physiotherapist")},
    columns={"NHS No": "reference", "Patient": "name"},
    language_names={"spanish": "es", "español": "es"},
    ignore=["GP practice"],
)
GOOD = {"name": "Quillon Zebedee", "reference": "QZ-001", "language": "en", "routine": "back"}


def read(*rows: dict[str, str], columns: tuple[str, ...] = ()) -> Roster:
    names = columns or tuple(COLUMNS)
    table = tuple(
        TableRow(number, {name: row.get(name, "") for name in names}) for number, row in enumerate(rows, 2)
    )
    return read_orders(Table("monday.csv", names, table), KNOWN)


def reasons(**change: str) -> str:
    roster = read({**GOOD, **change})
    assert roster.orders == ()
    return "\n".join(str(finding) for finding in roster.refusals[0].findings)


def test_a_row_becomes_an_order_with_everything_it_says() -> None:
    row = {
        **GOOD, "routine": "Back, After desk work", "language": "Español", "include": "march/easier",
        "exclude": "shoulder_rolls", "doses": "seated-twist.repetitions=8", "side": "Left", "note": "One.\nTwo.",
        "flags": "Blood thinners; pregnancy", "clinician": "ANA", "date": "2026-11-20", "style": "large print",
        "paper": "Letter", "person": "tom", "copies": "3", "born": "1985-02-03",
    }  # fmt: skip
    (order,) = read(row).orders
    assert (order.number, order.routines, order.language) == (2, ("back", "after-desk-work"), "es")
    assert (order.include, order.exclude) == (("march/easier",), ("shoulder-rolls",))
    assert order.doses == {"seated-twist": {"repetitions": 8}}
    assert (order.side, order.style, order.paper, order.person, order.copies) == (
        "left", "large-print", "letter", "tom", 3,
    )  # fmt: skip
    assert order.flags == ("blood-thinners", "pregnancy")
    assert order.clinician == Clinician("Ana Ruiz", "physiotherapist")
    assert order.patient is not None
    assert order.patient.name.reveal() == "Quillon Zebedee"
    assert "Quillon" not in repr(order)


def test_a_clinician_may_be_named_in_full_and_a_stranger_is_printed_as_written() -> None:
    orders = read({**GOOD, "clinician": "ana ruiz"}, {**GOOD, "clinician": "Dr Who"}).orders
    assert [one.clinician for one in orders] == [Clinician("Ana Ruiz", "physiotherapist"), Clinician("Dr Who")]


@pytest.mark.parametrize(
    ("column", "cell", "what"),
    [
        ("language", "", "language (D2): is empty"),
        ("language", "Quillonese", "language (D2): this entry is not a language of these sheets"),
        ("routine", "", "routine (E2): is empty"),
        ("routine", "back, Quillon Zebedee", "routine (E2): this entry is not known"),
        ("exclude", "marsh", "Did you mean “march”?"),
        ("include", "march/quillon", "version that there is none of"),
        ("doses", "Quillon", "doses (H2): this entry is not a dose"),
        ("doses", "quillon.repetitions=8", "doses (H2): this entry is not known"),
        ("doses", "march.quillon=8", "a field that no dose has"),
        ("side", "Quillon", "side (I2): this entry is not known"),
        ("flags", "Quillon", "flags (J2): this entry is not known"),
        ("date", "Quillon day", "date (M2): this entry is not a date"),
        ("date", "20/11/26", "without the whole year"),
        ("born", "2/1/1975", "could be two days"),
        ("born", "1975-01-41", "a day that no calendar has"),
        ("born", "2026-11-21", "born (C2): is a day still to come"),
        ("born", "1403/5/6", "another calendar"),
        ("date", "2026-02-30", "“2026-02-30” is a day that no calendar has"),
        ("style", "Quillon", "style (N2): this entry"),
        ("paper", "a5", "paper (Q2): “a5”"),
        ("person", "Quillon", "person (R2): this entry"),
        ("copies", "Quillon", "copies (S2): this entry is not a number"),
        ("copies", "0", "“0” is not a number"),
        ("copies", "²", "this entry is not a number"),
        ("reference", "", "reference (B2): is empty, but the row has a name"),
        ("name", "", "name (A2): is empty, but the row has a reference"),
    ],
)
def test_a_wrong_cell_is_named_and_what_may_be_a_patients_is_not_quoted(column: str, cell: str, what: str) -> None:
    said = reasons(**{column: cell})
    assert what in said
    assert "row 2" in said
    assert "uillon" not in said
    assert "Zebedee" not in said


def test_all_reasons_of_a_row_come_at_once() -> None:
    said = reasons(language="xx", routine="", copies="many", date="soon")
    assert said.count("row 2,") == 4


def test_a_bad_row_takes_no_other_with_it() -> None:
    roster = read(GOOD, {**GOOD, "language": "xx"}, {}, {**GOOD, "reference": "QZ-002"}, GOOD)
    assert [order.number for order in roster.orders] == [2, 5]
    assert [(one.row, one.findings[0].what) for one in roster.refusals] == [
        (3, "row 3, language (D3): “xx” is not a language of these sheets"),
        (6, "row 6, row: is the same as row 2"),
    ]


def test_columns_of_the_practice_system_are_mapped_or_ignored_by_the_clinic_file() -> None:
    names = ("Patient", "NHS No", "Language", "Routine", "GP practice")
    row = dict(zip(names, ("Quillon Zebedee", "QZ-001", "spanish", "back", "Elm Road"), strict=True))
    (order,) = read(row, columns=names).orders
    assert order.language == "es"


def test_an_unknown_column_is_named_and_stops_the_list() -> None:
    with pytest.raises(BatchError) as caught:
        read(GOOD, columns=("name", "langage", "routine"))
    said = str(caught.value)
    assert "the name of column B is not known" in said
    assert "langage" not in said
    assert "Did you mean “language”?" in said
    assert "column “language” is missing" in said


def test_a_list_without_a_header_is_refused_without_quoting_its_first_patient() -> None:
    with pytest.raises(BatchError) as caught:
        read(GOOD, columns=("Quillon Zebedee", "QZ-001", "en", "back"))
    assert "Quillon" not in str(caught.value)
    assert "no row near the top holds a column name" in str(caught.value)


def test_two_columns_that_mean_the_same_are_refused() -> None:
    with pytest.raises(BatchError, match="columns A and B both mean name"):
        read(GOOD, columns=("name", "Patient", "language", "routine"))


@pytest.mark.parametrize(
    ("column", "cell", "shown"),
    [
        ("language", "Turkish", "“Turkish” is not a language of these sheets"),
        ("language", "turco", "“turco” is not a language of these sheets"),
        ("routine", "knee", "“knee” is not known here"),
        ("doses", "seated-twist 5x10s", "“seated-twist 5x10s” is not a dose"),
        ("doses", "march.repetitions=3, march.repetitions=4", "“march.repetitions” is given twice"),
        ("date", "tomorrow", "“tomorrow” is not a date"),
        ("copies", "two", "“two” is not a number"),
    ],
)
def test_a_wrong_cell_that_can_be_no_patients_is_shown(column: str, cell: str, shown: str) -> None:
    assert shown in reasons(**{column: cell})


def test_a_word_that_is_a_patients_anywhere_in_the_list_is_never_shown() -> None:
    roster = read(GOOD, {**GOOD, "reference": "QZ-002", "routine": "zebedee"}, {**GOOD, "copies": "qz 001"})
    said = "".join(finding.what for refusal in roster.refusals for finding in refusal.findings)
    assert said.count("this entry") == 2
    assert "zebedee" not in said


@pytest.mark.parametrize(
    ("order", "typed", "meant"),
    [
        ("dmy", "02/01/1975", "1975-01-02"), ("mdy", "02/01/1975", "1975-02-01"), ("", "20.11.1975", "1975-11-20"),
        ("", "11/20/1975", "1975-11-20"), ("", "3/3/1960", "1960-03-03"), ("", "1975年2月1日", "1975-02-01"),
        ("dmy", "٠٢/٠١/١٩٧٥", "1975-01-02"), ("ymd", "1975/2/1", "1975-02-01"),
        ("", "1975-02-01 00:00:00", "1975-02-01"),
    ],
)  # fmt: skip
def test_a_typed_date_of_birth_is_read_as_the_clinics_country_writes_it(order: str, typed: str, meant: str) -> None:
    table = Table("monday.csv", tuple(COLUMNS), (TableRow(2, {**GOOD, "born": typed}),))
    (order_,) = read_orders(table, replace(KNOWN, date_order=order)).orders
    assert order_.patient is not None
    assert order_.patient.born is not None
    assert order_.patient.born.reveal() == meant


SIDES = {"L": "left", "Rechts": "right", "أيسر": "left", "右": "right", "–": ""}


@pytest.mark.parametrize(("typed", "side"), SIDES.items())
def test_a_side_is_understood_in_each_language_that_ships(typed: str, side: str) -> None:
    assert read({**GOOD, "side": typed}).orders[0].side == side


def test_a_language_is_understood_by_its_name_in_any_language_that_ships() -> None:
    known = replace(KNOWN, languages=["de", "en", "es", "fr"])
    for name in ("Español", "espagnol", "Spanisch", "ES"):
        table = Table("monday.csv", tuple(COLUMNS), (TableRow(2, {**GOOD, "language": name}),))
        assert read_orders(table, known).orders[0].language == "es"


def test_a_cell_that_says_none_asks_for_nothing() -> None:
    (order,) = read({**GOOD, "flags": "None", "exclude": "-", "doses": "n/a"}).orders
    assert (order.flags, order.exclude, order.doses) == ((), (), {})


def test_a_row_that_only_counts_the_others_is_passed_over_and_reported() -> None:
    roster = read(GOOD, {"name": "Total: 25"}, {"name": "25", "reference": "Summe"})
    assert roster.totals == (3,)
    assert [one.row for one in roster.refusals] == [4]


def test_every_name_of_a_column_means_one_column_and_the_usual_ones_map_by_themselves() -> None:
    names = ("Patient", "D.O.B.", "Case no.", "Idioma", "Übungen", "Therapist")
    row = dict(zip(names, ("Quillon Zebedee", "1975-02-01", "QZ-1", "es", "back", "Ana Ruiz"), strict=True))
    (order,) = read(row, columns=names).orders
    assert order.patient is not None
    assert order.patient.reference == Private("QZ-1", "reference")
    assert order.clinician == Clinician("Ana Ruiz", "physiotherapist")
    node = parse(FILE.read_text("utf-8"), FILE.name)
    assert isinstance(node, Mapping)
    said = [word for _, words in node.get("columns").entries for word in set(_words(words))]  # type: ignore[union-attr]
    assert sorted({word for word in said if said.count(word) > 1}) == []


def test_a_column_of_notes_that_no_patient_may_see_is_not_taken_for_the_note() -> None:
    with pytest.raises(BatchError, match="column C is not known"):
        read(GOOD, columns=("language", "routine", "Notes"))
