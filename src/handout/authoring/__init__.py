"""Tools for those who write content: new, schema, list, check, sign, translate, preview, diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.lazy import attach

if TYPE_CHECKING:
    from handout.authoring.affected import recall_of
    from handout.authoring.approvals import standings, table_of
    from handout.authoring.check import LibraryCheck, check_exercise, check_library, is_exercise
    from handout.authoring.contact import contact_sheet
    from handout.authoring.diff import differences
    from handout.authoring.draft import choose_views, picture_file, read_draft, write_view
    from handout.authoring.figures import Wish, draw_exercise, draw_sheet
    from handout.authoring.listing import TextTable, listing_of
    from handout.authoring.looks import poses, sheets
    from handout.authoring.migrate import migrate_library
    from handout.authoring.new import files_like, new_files
    from handout.authoring.ordered import Ordered
    from handout.authoring.preview import pictures_of
    from handout.authoring.readability import readability_notes, score_lines
    from handout.authoring.remade import compare
    from handout.authoring.review.answers import Proposal, doubts_ticked, held_against, read_answers
    from handout.authoring.review.back import read_back
    from handout.authoring.review.lines import ReviewLine, review_lines
    from handout.authoring.review.page import Review, review_page
    from handout.authoring.review.ticks import keep_ticks, read_ticks
    from handout.authoring.schema import schema_of
    from handout.authoring.translation.accepting import accept_changes, changes_since
    from handout.authoring.translation.importing import import_po, take_over
    from handout.authoring.translation.po import ExportScope, export_po
    from handout.authoring.why import reasons, sheet_of

__all__ = [
    "ExportScope", "LibraryCheck", "Ordered", "Proposal", "Review", "ReviewLine", "TextTable", "Wish",
    "accept_changes", "changes_since", "check_exercise", "check_library", "choose_views", "compare",
    "contact_sheet", "differences", "doubts_ticked", "draw_exercise", "draw_sheet", "export_po", "files_like",
    "held_against", "import_po", "is_exercise", "keep_ticks", "listing_of", "migrate_library", "new_files",
    "picture_file", "pictures_of", "poses", "read_answers", "read_back", "read_draft", "read_ticks",
    "readability_notes", "reasons", "recall_of", "review_lines", "review_page", "schema_of", "score_lines",
    "sheet_of", "sheets", "standings", "table_of", "take_over", "write_view",
]  # fmt: skip

if not TYPE_CHECKING:  # a command loads its own tools and no others
    __getattr__, __dir__ = attach(__name__, {
        "affected": "recall_of",
        "approvals": "standings table_of",
        "check": "LibraryCheck check_exercise check_library is_exercise",
        "contact": "contact_sheet",
        "diff": "differences",
        "draft": "choose_views picture_file read_draft write_view",
        "figures": "Wish draw_exercise draw_sheet",
        "listing": "TextTable listing_of",
        "looks": "poses sheets",
        "migrate": "migrate_library",
        "new": "files_like new_files",
        "ordered": "Ordered",
        "preview": "pictures_of",
        "readability": "readability_notes score_lines",
        "remade": "compare",
        "review.answers": "Proposal doubts_ticked held_against read_answers",
        "review.back": "read_back",
        "review.lines": "ReviewLine review_lines",
        "review.page": "Review review_page",
        "review.ticks": "keep_ticks read_ticks",
        "schema": "schema_of",
        "translation.accepting": "accept_changes changes_since",
        "translation.importing": "import_po take_over",
        "translation.po": "ExportScope export_po",
        "why": "reasons sheet_of",
    })  # fmt: skip
