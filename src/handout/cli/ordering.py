"""From arguments to orders: the content of a run, the clinic's plain sheets, or a roster's rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from handout.cli.options import cache_folder, layers, today
from handout.errors import Finding, Severity, UsageError

if TYPE_CHECKING:
    from handout.batch.roster import Known, Roster
    from handout.shop import Shop


def shop_of(library: Sequence[Path] | None, clinic: Path | None, lang: Sequence[str] | None = None) -> Shop:
    """The content of this run; of a few languages only, where no others are asked for."""
    from handout.pipeline import open_shop

    roots = layers(library)
    known = {path.stem for root in roots for path in (root / "assets" / "languages").glob("*.yaml")}
    strange = [tag for tag in lang or () if tag not in known]
    if strange:
        raise UsageError([unknown_language(tag, known) for tag in strange])
    if clinic is not None and not clinic.is_file():
        raise UsageError(Finding(f"there is no clinic file {clinic}", "Check the name after --clinic."))
    tags = tuple(dict.fromkeys(("en", *lang))) if lang else None
    return open_shop(roots, clinic, date.fromisoformat(today()), cache_folder(), tags)


def warnings_of(shop: Shop) -> tuple[Finding, ...]:
    """What the person who prints must know: safety words that are not the shipped ones, a number nobody confirmed,
    content whose review is overdue."""
    from handout.content.mandatory.findings import rewording_findings

    found: list[Finding] = [*rewording_findings(shop.library)]
    country, clinic = shop.country, shop.clinic
    unsure = country is not None and country.emergency.status == "unconfirmed"
    if unsure and country is not None and clinic is not None and not clinic.emergency:
        what = f"the emergency number of {country.code}, {country.emergency.number}, is not confirmed by a source"
        hint = "Check it, and write it as emergency: in the clinic file."
        found.append(Finding(what, hint, clinic.where, severity=Severity.WARNING))
    for _, routine in sorted(shop.library.routines.items()):
        if routine.review_by < shop.today.isoformat():
            what = f"{routine.id} was due for review by {routine.review_by}"
            found.append(Finding(what, "Have a clinician read it again.", routine.where, severity=Severity.WARNING))
    return tuple(found)


def stock_orders(
    shop: Shop, routines: Sequence[str], lang: Sequence[str] | None, style: str, paper: str, person: str = ""
) -> Roster:
    """The clinic's plain sheets: every routine asked for in every language asked for."""
    from handout.batch.roster import Roster
    from handout.edition import complete_languages
    from handout.prescription import Order

    refuse_unknown(shop, routines, person)
    known = shop.library.routines
    orders = tuple(
        Order(0, (name,), tag, style=style, paper=paper, person=person)
        for name in routines or sorted(known)
        for tag in lang or complete_languages(shop.library, shop.routine_of(name))
    )
    return Roster("", orders, ())


def refuse_unknown(shop: Shop, routines: Sequence[str], person: str) -> None:
    """Raises UsageError for routines and a person that nobody knows."""
    from handout.source.shapes import meant

    known = {*shop.library.routines, *shop.library.packs}
    findings = [Finding(f"there is no routine “{name}”", meant(name, known)) for name in routines if name not in known]
    people = shop.gallery.people if person else {}
    if person not in people and person:
        findings.append(Finding(f"there is no person “{person}”", meant(person, people)))
    if findings:
        raise UsageError(findings)


def patient_orders(
    shop: Shop,
    routines: Sequence[str],
    lang: Sequence[str],
    sheet: tuple[str, str, str],
    cells_of: Callable[[dict[str, str]], dict[str, str]],
) -> Roster:
    """The order for one patient; `cells_of` adds what was said of her to what was said of the sheet."""
    from handout.batch.one_patient import read_patient

    style, paper, person = sheet
    refuse_unknown(shop, routines, person)
    told = {"routine": ", ".join(routines), "language": lang[0], "style": style, "paper": paper, "person": person}
    return read_patient(cells_of(told), known_of(shop))


def no_language(tag: str, shop: Shop) -> Finding:
    """What to say of a tag that no language file has."""
    return unknown_language(tag, shop.library.languages)


def unknown_language(tag: str, known: Iterable[str]) -> Finding:
    """What to say of a tag nobody knows; of a language by its name, which tag it has."""
    from handout.language.regions import language_names
    from handout.source.shapes import meant

    tags = sorted(known)
    # "English", "EN" and "pt" are led to en and pt-BR: the tag whose first part is that of what was written.
    folded = language_names(tags).get(tag.casefold(), tag).casefold()
    alike = (one for one in tags if one.casefold() == folded or one.split("-")[0] == folded.split("-")[0])
    near = next(alike, "")
    hint = f"Did you mean “{near}”?" if near else meant(tag, tags)
    return Finding(f"there is no language “{tag}”", hint)


def roster_orders(path: Path, shop: Shop) -> Roster:
    """The orders of a list, and the rows that were refused."""
    from handout.batch.roster import read_orders
    from handout.batch.tables import read_table

    known = known_of(shop)
    encoding = shop.clinic.roster.encoding if shop.clinic else ""
    return read_orders(read_table(path, known.means, encoding), known)


def known_of(shop: Shop) -> Known:
    """What a roster may name here."""
    from handout.batch.roster import Known
    from handout.language.regions import date_order
    from handout.prescription import Clinician

    library, clinic = shop.library, shop.clinic
    words = clinic.roster if clinic else None
    people = clinic.clinicians if clinic else {}
    autonyms = {language.autonym.casefold(): tag for tag, language in library.languages.items()}
    english = {language.english_name.casefold(): tag for tag, language in library.languages.items()}
    return Known(
        routines={*library.routines, *library.packs},
        exercises=library.exercises.keys(),
        flags={condition.flag for condition in library.safety.conditions.values() if condition.flag},
        languages=library.languages.keys(),
        people=shop.gallery.people.keys(),
        today=shop.today,
        clinicians={key: Clinician(entry.name, entry.role) for key, entry in people.items()},
        columns=words.columns if words else {},
        language_names={**autonyms, **english, **(words.languages if words else {})},
        ignore=words.ignore if words else (),
        date_order=date_order(clinic.country) if clinic else "",
    )
