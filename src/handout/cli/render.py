"""`handout render`: sheets for everybody, or for the patients of a roster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace as changed
from pathlib import Path
from typing import TYPE_CHECKING

import typer

import handout.cli.patient as of
import handout.cli.run_options as to
from handout.cli.again import keep
from handout.cli.approvals import approval_warnings
from handout.cli.clock import moment
from handout.cli.closing import close
from handout.cli.json_out import Json, say_report, say_results
from handout.cli.options import ClinicFile, Languages, Libraries, StyleOption
from handout.cli.ordering import RunRequest, orders_of, shop_of
from handout.cli.report import progress, say_findings, say_stderr
from handout.cli.site import refuse_beside_web, write_pages
from handout.errors import UsageError

if TYPE_CHECKING:
    from handout.batch import Job, Report, Roster, RunOptions
    from handout.prescription import Order
    from handout.shop import Shop


def render(
    routines: to.Routines = None,
    lang: Languages = None,
    out: to.Out = Path("out"),
    library: Libraries = None,
    clinic: ClinicFile = None,
    paper: to.OnPaper = None,
    style: to.InStyle = StyleOption.standard,
    length: to.OfLength = None,
    card: to.Card = None,
    person: to.Person = "",
    roster: to.RosterFile = None,
    orders: to.OrdersFile = None,
    print_to: to.PrintTo = None,
    replace: to.Replace = False,
    plain: to.Plain = False,
    jobs: to.Jobs = 0,
    scheduler: to.Scheduler = "",
    strict: to.Strict = False,
    final: to.Final = False,
    dry_run: to.DryRun = False,
    by_clinician: to.ByClinician = False,
    beside: to.Beside = "",
    contact: to.ContactTo = None,
    html: to.Html = False,
    web: to.WebTo = None,
    names: to.Names = False,
    name: of.Name = "",
    reference: of.Reference = "",
    born: of.Born = "",
    ask: of.Ask = False,
    dose: of.Doses = None,
    exclude: of.Exclude = None,
    include: of.Include = None,
    flag: of.Flags = None,
    side: of.Side = "",
    note_file: of.NoteFile = None,
    clinician: of.Clinician = "",
    day: of.Day = "",
    copies: of.Copies = "",
    as_json: Json = False,
) -> None:
    """Write handouts as PDF, for one patient or a list. Each is read back by other software before it is released."""
    told = of.PatientOptions(
        name, reference, born, dose or (), exclude or (), include or (), flag or (), side, note_file, clinician, day,
        copies, ask,
    )  # fmt: skip
    asked = RunRequest(routines or (), lang or (), style, paper or "", person, roster, orders, told, length or "", card)
    asked.refuse_mixed()
    shop = _shop(library, clinic, lang, beside)
    if web is not None:
        refuse_beside_web(asked, {"--print": print_to, "--contact": contact, "--with": beside, "--html": html})
        write_pages(orders_of(asked, shop).orders, shop, web, final=final, dry_run=dry_run, as_json=as_json)
        return
    listed = _in_order(orders_of(asked, shop), by_clinician=by_clinician)
    inputs = tuple(path for path in (roster, orders, clinic, note_file, *(library or ())) if path)
    options = wishes(out, (print_to, contact), inputs, for_patients=asked.for_patients, plain=plain, at=scheduler)
    options = changed(options, replace=replace, workers=jobs, strict=strict, final=final, dry_run=dry_run, names=names)
    say = say_results if orders else say_report if as_json else close
    carry_out(listed, work_of(listed, beside, html=html), shop, options, say)


def _shop(library: list[Path] | None, clinic: Path | None, lang: list[str] | None, beside: str) -> Shop:
    """The content of the run, with the companions' language."""
    shop = shop_of(library, clinic, lang and [*lang, *([beside] if beside else [])])
    if beside and beside not in shop.library.languages:
        from handout.batch import unknown_language

        raise UsageError(unknown_language(beside, shop.library.languages))
    return shop


def wishes(
    out: Path,
    targets: tuple[Path | None, Path | None],
    inputs: tuple[Path, ...],
    *,
    for_patients: bool,
    plain: bool = False,
    at: str = "",
) -> RunOptions:
    from handout.authoring import contact_sheet
    from handout.batch import RunOptions

    told = moment() if for_patients else ""
    return RunOptions(out, told, *targets, contact_sheet, inputs, plain=plain, scheduler=at)


def _in_order(listed: Roster, *, by_clinician: bool) -> Roster:
    """The list as it will be printed."""
    return changed(listed, orders=tuple(sorted(listed.orders, key=_by_clinician))) if by_clinician else listed


def _by_clinician(order: Order) -> tuple[bool, str, int]:
    """By name, in the order of the list; sheets without a clinician last."""
    name = order.clinician.name if order.clinician else ""
    return not name, name, order.number


def work_of(listed: Roster, beside: str, *, html: bool) -> tuple[Job, ...]:
    from handout.batch import jobs_of

    return jobs_of(listed.orders, beside, html=html)


def carry_out(
    listed: Roster,
    work: Sequence[Job],
    shop: Shop,
    options: RunOptions,
    say_result: Callable[[Report, RunOptions], None],
) -> None:
    """Say what must be known first, make the sheets, and leave with the run's exit code."""
    from handout.batch import run_batch, unfinished

    say_findings(shop.warnings())
    for row in listed.totals:
        say_stderr(f"Row {row} counts the others, and is passed over.")
    stopped = [run.name for run in unfinished(options.out)] if options.records and not options.dry_run else []
    if shop.clinic is None:
        say_stderr("No clinic file: the numbers to call are left as lines to write on (handout new clinic).")
    say_findings(approval_warnings(work, shop))
    with progress(len(work), "sheets") as tick:
        report = run_batch(work, listed.refusals, shop, options, tick)
    for name in stopped:
        if (options.out / name).is_dir() and options.out / name != report.folder:
            say_stderr(f"{options.out / name} is of a run that was stopped, with another list, content or day.")
    say_result(report, options)
    if report.exit_code:
        raise typer.Exit(report.exit_code)
    if not (options.records or options.dry_run or options.targets or options.scheduler):
        _keep(report, options, shop)


def _keep(report: Report, options: RunOptions, shop: Shop) -> None:
    """Plain sheets and what was said of them, for whoever asks for the very same again."""
    names = (name for one in report.done for name in one.job.files)
    sheets = {name: path.read_bytes() for name in names if (path := options.out / name).is_file()}
    keep(sys.argv[1:], options.out, shop.made_from, report.content, sheets)
