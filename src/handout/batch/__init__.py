"""A morning's list: roster -> orders -> files, a print job, a manifest and a record.

In: a roster, a clinic, a library. Out: a report with one line for each order. One bad row never stops the
batch and never vanishes; patients appear by order number only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.lazy import attach

if TYPE_CHECKING:
    from handout.batch.archive import RECORD, day_of, given, manifest_of, older_than, purge, runs_of, unfinished
    from handout.batch.blank_list import blank_csv, blank_workbook
    from handout.batch.fields import read_fields
    from handout.batch.final import refuse_drafts, refuse_unchecked
    from handout.batch.folder import put
    from handout.batch.jobs import Done, Job, jobs_of
    from handout.batch.json_orders import read_json_orders
    from handout.batch.notes import note_of
    from handout.batch.one_patient import read_patient
    from handout.batch.orders import known_of, refuse_unknown, roster_orders, stock_orders, unknown_language
    from handout.batch.printing import Printed
    from handout.batch.report import Report, RunOptions
    from handout.batch.roster import Roster
    from handout.batch.run import run_batch
    from handout.batch.stopping import reason_of
    from handout.batch.web import Site, write_site

__all__ = [
    "RECORD", "Done", "Job", "Printed", "Report", "Roster", "RunOptions", "Site", "blank_csv", "blank_workbook",
    "day_of", "given", "jobs_of", "known_of", "manifest_of", "note_of", "older_than", "purge", "put", "read_fields",
    "read_json_orders", "read_patient", "reason_of", "refuse_drafts", "refuse_unchecked", "refuse_unknown",
    "roster_orders", "run_batch", "runs_of", "stock_orders", "unfinished", "unknown_language", "write_site",
]  # fmt: skip

if not TYPE_CHECKING:  # a command loads its own tools and no others
    __getattr__, __dir__ = attach(__name__, {
        "archive": "RECORD day_of given manifest_of older_than purge runs_of unfinished",
        "blank_list": "blank_csv blank_workbook",
        "fields": "read_fields",
        "final": "refuse_drafts refuse_unchecked",
        "folder": "put",
        "jobs": "Done Job jobs_of",
        "json_orders": "read_json_orders",
        "notes": "note_of",
        "one_patient": "read_patient",
        "orders": "known_of refuse_unknown roster_orders stock_orders unknown_language",
        "printing": "Printed",
        "report": "Report RunOptions",
        "roster": "Roster",
        "run": "run_batch",
        "stopping": "reason_of",
        "web": "Site write_site",
    })  # fmt: skip
