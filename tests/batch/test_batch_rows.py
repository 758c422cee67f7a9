"""Rows become orders, or are refused by row and column without a word of what they hold."""

from __future__ import annotations

import pytest

from handout.batch.roster import COLUMNS, Known, Roster, read_orders
from handout.batch.tables import Row, Table
from handout.errors import BatchError
from handout.prescription import Clinician

KNOWN = Known(
    routines=["back", "upper-back", "after-desk-work"],
    exercises=["march", "seated-twist", "shoulder-rolls"],
    flags=["osteoporosis", "pregnancy", "blood-thinners"],
    languages=["en", "es", "pt-BR"],
    people=["ana", "tom"],
    clinicians={"ana": Clinician("Ana Ruiz", "physiotherapist")},
    columns={"NHS No": "reference", "Patient": "name"},
    language_names={"spanish": "es", "español": "es"},
    ignore=["GP practice"],
)
GOOD = {"name": "Quillon Zebedee", "reference": "QZ-001", "language": "en", "routine": "back"}


def read(*rows: dict[str, str], columns: tuple[str, ...] = ()) -> Roster:
    names = columns or tuple(COLUMNS)
    table = tuple(
        Row(number, {name: row.get(name, "") for name in names}) for number, row in enumerate(rows, 2)
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
        ("language", "", "language: is empty"),
        ("language", "Quillonese", "language: is a language that is not known"),
        ("routine", "", "routine: is empty"),
        ("routine", "back, Quillon Zebedee", "routine: entry 2 of this cell is not known"),
        ("exclude", "marsh", "Did you mean “march”?"),
        ("include", "march/quillon", "version that there is none of"),
        ("doses", "Quillon", "doses: entry 1 of this cell is not a dose"),
        ("doses", "quillon.repetitions=8", "doses: entry 1 of this cell is not known"),
        ("doses", "march.quillon=8", "a field that no dose has"),
        ("side", "Quillon", "side: entry 1 of this cell is not known"),
        ("flags", "Quillon", "flags: entry 1 of this cell is not known"),
        ("date", "20/11/2026", "date: is not a date"),
        ("date", "2026-02-30", "date: is not a date"),
        ("style", "Quillon", "style: entry 1"),
        ("paper", "a5", "paper: entry 1"),
        ("person", "Quillon", "person: entry 1"),
        ("copies", "Quillon", "copies: is not a number"),
        ("copies", "0", "copies: is not a number"),
        ("copies", "²", "copies: is not a number"),
        ("reference", "", "reference: is empty, but the row has a name"),
        ("name", "", "name: is empty, but the row has a reference"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column_and_never_quoted(column: str, cell: str, what: str) -> None:
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
        (3, "row 3, language: is a language that is not known here"),
        (4, "row 4, row: is empty"),
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
    assert "no column “langage”" in said
    assert "Did you mean “language”?" in said
    assert "column “language” is missing" in said


def test_a_list_without_a_header_is_refused_without_quoting_its_first_patient() -> None:
    with pytest.raises(BatchError) as caught:
        read(GOOD, columns=("Quillon Zebedee", "QZ-001", "en", "back"))
    assert "Quillon" not in str(caught.value)
    assert "row 1 holds no column name" in str(caught.value)


def test_two_columns_that_mean_the_same_are_refused() -> None:
    with pytest.raises(BatchError, match="both mean name"):
        read(GOOD, columns=("name", "Patient", "language", "routine"))
