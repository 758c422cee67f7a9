"""Options of the whole suite."""

from __future__ import annotations

import gc
import os
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from handout.source import reader

# A tree is made of the file's text and name alone, and frozen: hundreds of libraries that are opened in one process
# need not compose the same files again.
reader.parse = lru_cache(maxsize=4096)(reader.parse)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes the goldens anew, to be read in the diff before they are committed."""
    parser.addoption("--update-golden", action="store_true", help="write the goldens anew; never in CI")


# Rooms whose tests neither ink, print nor start a process: a first answer while working on the code.
FAST = ("source", "language", "drawing", "edition", "prescription", "manuscript", "text", "layout", "test_lock.py")


# Tests with many cases of one kind, which would make every run too long: every n-th case stands for its neighbours, and
# the others run with the slow tests. 0: the whole test runs with those, for the reason beside it.
SAMPLED = {
    "figure/test_figure_goals.py::test_a_base_touches_what_it_says_whoever_is_drawn": 5,
    "figure/test_figure_clinic_poses.py::test_a_picture_that_a_clinic_needs_passes_every_check": 3,
    "figure/test_figure_checks.py::test_every_shipped_picture_passes_whoever_is_drawn": 4,
    "figure/test_figure_props.py::test_every_prop_is_drawn": 3,
    "figure/test_figure_props.py::test_a_hand_closes_round_the_grip_it_reaches_for": 5,
    "figure/test_figure_manual.py::test_the_example_passes_whoever_is_drawn": 4,
    "figure/test_figure_mirroring.py::test_the_other_side_of_every_shipped_frame_is_reflected": 3,
    "figure/test_figure_machines.py::test_a_processor_with_fewer_extensions_draws_the_same_bytes": 3,
    "matrix/test_matrix_core.py::test_no_everyday_sheet_is_refused": 3,
    "matrix/test_matrix_names.py::test_a_full_name_of_any_script_is_printed": 2,
    "proof/test_proof_eye.py::test_no_theme_prints_a_sheet_that_cannot_be_read": 3,
    "cli/test_cli_render.py::"
    "test_a_disk_that_takes_no_more_is_named_with_what_is_safe_and_the_run_goes_on_from_there": 3,
    "languages/test_companions.py::test_each_exercise_stands_where_it_stands_in_english": 6,
    "authoring/test_authoring_new.py::test_a_new_file_names_its_blanks_and_passes_once_they_are_filled": 2,
    "authoring/test_authoring_accept.py::"
    "test_a_changed_english_string_refuses_other_languages_until_it_is_accepted": 2,
    "content/test_content_joining.py::test_a_partial_or_broken_file_is_a_finding_or_nothing_and_never_a_crash": 3,
    "batch/test_batch_companion.py::"
    "test_the_companion_stands_beside_the_sheet_with_every_exercise_at_the_same_place": 2,
    "approval/test_approval_mutations.py::test_a_change_voids_the_approval_and_is_named": 6,  # of those left there
    "test_promises.py::test_a_template_that_leaves_the_panel_or_its_like_out_is_refused": 2,
    "cli/test_cli_tracing.py::test_a_recall_finds_the_sheets_that_carried_it_and_no_others": 0,  # asks seven times
    "cli/test_cli_render.py::test_papers_are_parted_and_the_list_may_be_sorted_by_clinician": 0,  # prints three lists
    "languages/test_stamps.py::test_final_refuses_an_approved_sheet_whose_companion_is_not": 0,  # approves two editions
    "cli/test_cli_approve.py::test_after_its_review_date_it_is_a_draft_again": 0,  # prints four times
    "cli/test_cli_render.py::test_the_list_that_new_writes_is_printed_as_it_is": 0,  # prints a list of every kind
    "cli/test_cli_render.py::test_names_stand_in_the_manifest_only_when_asked_for": 0,  # prints two lists
    "cli/test_cli_render.py::test_what_changed_between_two_printed_sheets_is_said_in_words": 0,  # prints three
    "cli/test_cli_render.py::test_a_print_file_of_another_run_is_replaced_only_when_that_is_wished_for": 0,  # three
    "batch/test_batch_morning.py::test_a_second_list_leaves_the_first_as_it_is": 0,  # prints a third list
    "proof/test_proof_eye.py::test_what_is_done_to_a_finished_page_is_seen": 3,
    "languages/test_pseudo.py::test_no_word_of_english_is_printed_spoken_or_shown_in_a_viewer": 2,
    "languages/test_pseudo.py::test_words_two_fifths_longer_pass_the_proof_and_stay_inside_the_page": 2,
    "cli/test_cli_approve.py::test_a_record_that_was_changed_by_hand_approves_nothing": 0,  # approves an edition
    "masters/test_masters_leaf.py::test_what_is_missing_on_a_leaf_is_missed_by_its_proof": 2,
    "batch/test_batch_executors.py::test_threads_make_the_same_files_and_print_file_as_this_process": 0,  # two lists
    "cli/test_cli_approve.py::test_a_second_approval_keeps_every_line_of_the_file": 0,  # approves two editions
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`pytest -m fast` runs the rooms of `FAST`; `-m slow` also what `SAMPLED` leaves out of every run."""
    here = Path(__file__).parent
    seen: Counter[str] = Counter()
    for item in items:
        path = item.path.relative_to(here)
        if path.parts[0] in FAST:
            item.add_marker(pytest.mark.fast)
        test = f"{path.as_posix()}::{item.name.partition('[')[0]}"
        if test in SAMPLED and item.get_closest_marker("slow") is None:
            every = SAMPLED[test]
            if not every or seen[test] % every:
                item.add_marker(pytest.mark.slow)
            seen[test] += 1


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is refused in CI: a golden is read by a person first")


def pytest_collection_finish() -> None:
    """Libraries that were read for the names of tests stay; looking through them again and again for garbage costs a
    fifth of a run."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the machine keeps what it made in earlier tests: content read, drawings, masters:
    as in a clinic. Tests of what is kept have a folder of their own."""
    return tmp_path_factory.getbasetemp() / "kept"
