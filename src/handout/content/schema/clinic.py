"""The form of a clinic file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handout.content.clinic_types import CODE_PAGES, Clinic, ClinicChanges, ClinicianEntry, Hours, RosterWords
from handout.content.schema import parts
from handout.content.schema.doses import Changes
from handout.errors import Place
from handout.source.shapes import (
    ID,
    Bool,
    Choice,
    Field,
    Identifier,
    Integer,
    ListOf,
    Prose,
    Record,
    TableOf,
    Text,
    optional,
    values_only,
)

TELEPHONE = r"[+(]?[0-9][0-9 ()/.-]*"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_CLOCK = Text("a time", "(?:[01][0-9]|2[0-3]):[0-5][0-9]", '"08:00"')


def _hours(days: tuple[str, ...], opens: str, closes: str) -> Hours:
    return Hours(days[0], days[-1], opens, closes)


def _telling(kind: str) -> Text:
    return Text(kind, TELEPHONE, '"0113 496 0000"')


_HOURS: Record[Hours] = Record(
    _hours,
    (
        Field(
            "days", ListOf(Choice(DAYS), least=1, most=2), "one day, or the first and the last: [mon, fri]"
        ),
        Field("from", _CLOCK, 'when it opens, in quotes: "08:00"', to="opens"),
        Field("to", _CLOCK, 'when it closes, in quotes: "18:00"', to="closes"),
    ),
)
_PERSON: Record[dict[str, Any]] = Record(
    values_only,
    (
        Field("name", Prose("a name"), "as printed"),
        optional("role", Identifier(), "a term of the language files: physiotherapist"),
    ),
)
_CHANGES: Record[ClinicChanges] = Record(
    ClinicChanges,
    (
        optional("exclude", parts.ids, "exercises that this clinic never prints"),
        optional("include", ListOf(parts.VERSION), "optional ones it prints"),
        optional("doses", TableOf(Changes(), ID), "exercise: what differs from its dose"),
    ),
)
_ROSTER: Record[RosterWords] = Record(
    RosterWords,
    (
        optional("columns", TableOf(Identifier(), ".+"), "the practice system's column: ours"),
        optional("languages", TableOf(Text("a language"), ".+"), "its name of a language: our tag"),
        optional("ignore", ListOf(Prose()), "columns to pass over"),
        optional("encoding", Choice(CODE_PAGES), "the old code page its CSV is saved in, if it cannot save UTF-8"),
    ),
)
_COVER: Record[dict[str, Any]] = Record(
    values_only, (optional("initials", Bool(), "patients' initials on the cover list"),)
)


def _clinic(
    where: Place,
    clinicians: dict[str, dict[str, Any]] | None = None,
    logo: str = "",
    cover: dict[str, Any] | None = None,
    **values: Any,
) -> Clinic:
    people = {name: ClinicianEntry(name, **entry) for name, entry in (clinicians or {}).items()}
    initials = bool((cover or {}).get("initials", False))
    return Clinic(where, clinicians=people, logo=Path(logo) if logo else None, initials=initials, **values)


CLINIC: Record[Clinic] = Record(
    _clinic,
    (
        Field("name", Prose("a name"), "as on the door; it is never translated"),
        Field("country", Text("a country", "[A-Z]{2}", "GB"), "brings emergency numbers, paper and dates"),
        optional("address", Prose("an address"), "as on an envelope"),
        optional("telephone", _telling("a telephone number"), "in quotes, so that a leading zero stays"),
        optional("hours", ListOf(_HOURS), "so that every language can say them"),
        optional("logo", Text("a file", r"[^/\\].*\.(?:svg|png|jpe?g)", "logo.png"), "beside this file"),
        optional("emergency", _telling("an emergency number"), "instead of the country's"),
        optional("advice", _telling("an advice number"), "instead of the country's"),
        optional("advice_name", Prose("a name"), "what the advice number is called"),
        optional("leaflet_code", Text("a code"), "printed in the version line"),
        optional("clinicians", TableOf(_PERSON, ID), "id: name and role"),
        optional("changes", _CHANGES, "for every sheet of this clinic"),
        optional("roster", _ROSTER, "the practice system's own words"),
        optional("paper", Choice(("a4", "letter")), "instead of the country's"),
        optional("cover", _COVER, "the checklist of a print job"),
        optional("keep_days", Integer(1, 36_500, "days"), "a run's folder older than that is removed by the next run"),
    ),
    place="where",
)
