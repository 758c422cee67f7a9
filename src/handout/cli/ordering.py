"""From arguments to orders: the content of a run, the clinic's plain sheets, or a roster's rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from handout.cli.options import cache_folder, layers, today
from handout.errors import Finding, Severity, UsageError

if TYPE_CHECKING:
    from handout.batch.roster import Known, Roster
    from handout.pipeline import Desk
    from handout.prescription import Order


def desk_of(library: Sequence[Path] | None, clinic: Path | None, lang: Sequence[str] | None = None) -> Desk:
    """The content of this run; of a few languages only, where no others are asked for."""
    from handout.pipeline import open_desk

    roots = layers(library)
    known = {path.stem for root in roots for path in (root / "assets" / "languages").glob("*.yaml")}
    strange = [tag for tag in lang or () if tag not in known]
    if strange:
        hint = f"Known: {', '.join(sorted(known))}."
        raise UsageError([Finding(f"there is no language “{tag}”", hint) for tag in strange])
    tags = tuple(dict.fromkeys(("en", *lang))) if lang else None
    return open_desk(roots, clinic, date.fromisoformat(today()), cache_folder(), tags)


def warnings_of(desk: Desk) -> tuple[Finding, ...]:
    """What the person who prints must know: safety words that are not the shipped ones, a number nobody confirmed,
    content whose review is overdue."""
    from handout.content.rewording import rewording_findings

    found: list[Finding] = [*rewording_findings(desk.library)]
    country, clinic = desk.country, desk.clinic
    unsure = country is not None and country.emergency.status == "unconfirmed"
    if unsure and country is not None and clinic is not None and not clinic.emergency:
        what = f"the emergency number of {country.code}, {country.emergency.number}, is not confirmed by a source"
        hint = "Check it, and write it as emergency: in the clinic file."
        found.append(Finding(what, hint, clinic.where, severity=Severity.WARNING))
    for _, routine in sorted(desk.library.routines.items()):
        if routine.review_by < desk.today.isoformat():
            what = f"{routine.id} was due for review by {routine.review_by}"
            found.append(Finding(what, "Have a clinician read it again.", routine.where, severity=Severity.WARNING))
    return tuple(found)


def stock_orders(
    desk: Desk, routines: Sequence[str], lang: Sequence[str] | None, style: str, paper: str, person: str = ""
) -> tuple[Order, ...]:
    """The clinic's plain sheets: every routine asked for in every language asked for."""
    from handout.edition import complete_languages
    from handout.prescription import Order

    known = desk.library.routines
    unknown = [name for name in routines if desk.routine_of(name) not in known]
    if unknown:
        hint = f"Known: {', '.join(sorted(known))}."
        raise UsageError([Finding(f"there is no routine “{name}”", hint) for name in unknown])
    return tuple(
        Order(0, (name,), tag, style=style, paper=paper, person=person)
        for name in routines or sorted(known)
        for tag in lang or complete_languages(desk.library, desk.routine_of(name))
    )


def no_language(tag: str, desk: Desk) -> Finding:
    """What to say of a tag that no language file has."""
    return Finding(f"there is no language “{tag}”", f"Known: {', '.join(sorted(desk.library.languages))}.")


def roster_orders(path: Path, desk: Desk) -> Roster:
    """The orders of a list, and the rows that were refused."""
    from handout.batch.roster import read_orders
    from handout.batch.tables import read_table

    known = known_of(desk)
    encoding = desk.clinic.roster.encoding if desk.clinic else ""
    return read_orders(read_table(path, known.means, encoding), known)


def known_of(desk: Desk) -> Known:
    """What a roster may name here."""
    from handout.batch.roster import Known
    from handout.language.regions import date_order
    from handout.prescription import Clinician

    library, clinic = desk.library, desk.clinic
    words = clinic.roster if clinic else None
    people = clinic.clinicians if clinic else {}
    autonyms = {language.autonym.casefold(): tag for tag, language in library.languages.items()}
    english = {language.english_name.casefold(): tag for tag, language in library.languages.items()}
    return Known(
        routines={*library.routines, *library.packs},
        exercises=library.exercises.keys(),
        flags={condition.flag for condition in library.safety.conditions.values() if condition.flag},
        languages=library.languages.keys(),
        people=desk.gallery.people.keys(),
        today=desk.today,
        clinicians={key: Clinician(entry.name, entry.role) for key, entry in people.items()},
        columns=words.columns if words else {},
        language_names={**autonyms, **english, **(words.languages if words else {})},
        ignore=words.ignore if words else (),
        date_order=date_order(clinic.country) if clinic else "",
    )
