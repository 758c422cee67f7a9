"""The form of a clinic file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from handout.content.clinic_types import CODE_PAGES, Clinic, ClinicChanges, ClinicianEntry, Hours, RosterWords
from handout.content.schema import parts
from handout.content.schema.days import DaysOfWeek
from handout.content.schema.doses import Changes
from handout.errors import Place
from handout.source import (
    ID,
    Bool,
    Choice,
    Field,
    Identifier,
    Integer,
    ListOf,
    ProseShape,
    Record,
    TableOf,
    TextShape,
    optional,
    values_only,
)

# A number, and an extension behind a word of the clinic's own: "ext. 12", "Durchwahl 3", "доб. 12", "#5".
TELEPHONE = r"[+(]?[0-9][0-9 ()/.-]*(?:(?:, ?| )?(?:[^\W\d_]{1,12}\.?|#) ?[0-9]+)?"
EMERGENCY = r"[+(]?[0-9][0-9 ()/.-]*"
EMAIL = r"[^@\s<>,;]+@[^@\s<>,;.]+(?:\.[^@\s<>,;.]+)+"
WEBSITE = r"(?:https?://)?[^\W_][\w-]*(?:\.[\w-]+)+(?:/\S*)?"
_CLOCK = TextShape("a time", "(?:[01][0-9]|2[0-3]):[0-5][0-9]", '"08:00"')


_PHONE = TextShape("a telephone number", TELEPHONE, '"0113 496 0000" or "0113 496 0000 ext. 12"')


def _calling(kind: str) -> TextShape:
    return TextShape(kind, EMERGENCY, '"0113 496 0000"')


_HOURS: Record[Hours] = Record(
    Hours,
    (
        Field(
            "days",
            DaysOfWeek(),
            "from the first to the last: [mon, fri] or mon-fri; one by one: [mon, wed, fri] or mon thu",
        ),
        Field("from", _CLOCK, 'when it opens, in quotes: "08:00"', to="opens"),
        Field("to", _CLOCK, 'when it closes, in quotes: "18:00"', to="closes"),
    ),
)
_PERSON: Record[dict[str, Any]] = Record(
    values_only,
    (
        Field("name", ProseShape("a name"), "as printed"),
        optional("role", TextShape("a role"), "a term of the language files: physiotherapist"),
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
        optional("languages", TableOf(TextShape("a language"), ".+"), "its name of a language: our tag"),
        optional("ignore", ListOf(ProseShape()), "columns to pass over"),
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
        Field("name", ProseShape("a name"), "as on the door; it is never translated"),
        Field("country", TextShape("a country"), "brings emergency numbers, paper and dates"),
        optional("address", ProseShape("an address"), "as on an envelope"),
        optional("telephone", _PHONE, "in quotes, so that a leading zero stays"),
        optional("second_telephone", _PHONE, "another line: out of hours, a mobile"),
        optional("email", TextShape("an e-mail address", EMAIL, "hello@clinic.example"), "as printed"),
        optional("website", TextShape("a web address", WEBSITE, "www.clinic.example"), "as printed"),
        optional(
            "sheets_at", TextShape("a web address", WEBSITE, "clinic.example/sheets"), "where pages of --web stand"
        ),
        optional("hours", ListOf(_HOURS), "so that every language can say them"),
        optional("logo", TextShape("a file", r"[^/\\].*\.(?:svg|png|jpe?g)", "logo.png"), "beside this file"),
        optional("emergency", _calling("an emergency number"), "instead of the country's"),
        optional("advice", _calling("an advice number"), "instead of the country's"),
        optional("advice_name", ProseShape("a name"), "what the advice number is called"),
        optional("leaflet_code", TextShape("a code"), "printed in the version line"),
        optional("clinicians", TableOf(_PERSON, ID), "id: name and role"),
        optional("clinician", TextShape("an id"), "of clinicians: who hands a sheet out where no other is named"),
        optional("changes", _CHANGES, "for every sheet of this clinic"),
        optional("roster", _ROSTER, "the practice system's own words"),
        optional("paper", Choice(("a4", "letter")), "instead of the country's"),
        optional("length", parts.LENGTH, "leaf: two pages, one sheet of paper; sheet: all there is to say"),
        optional("card", Bool(), "true: a fridge card comes with each handout"),
        optional("require_approval", Bool(), "true: refuse every sheet that no clinician has approved"),
        optional("nobody_paid", Bool(), "true: nobody who sells something paid for these sheets, and they say so"),
        optional("cover", _COVER, "the checklist of a print job"),
        optional("keep_days", Integer(1, 36_500, "days"), "a run's folder older than that is removed by the next run"),
    ),
    place="where",
)
