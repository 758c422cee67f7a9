"""What is asked of a run, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from handout.batch.jobs import Done
from handout.batch.printing import Printed
from handout.batch.roster import Refusal

Tick = Callable[[str], None]
Contact = Callable[[Sequence[tuple[str, Path, int]]], bytes]  # titles, files, the page of each that is shown


@dataclass(frozen=True, slots=True)
class RunOptions:
    """What is asked of a run as a whole."""

    out: Path
    moment: str = ""  # of a run for patients: names its folder, "2026-11-20-091503"; "": sheets lie in `out` itself
    print_to: Path | None = None
    contact_to: Path | None = None  # the page with the exercises of each sheet, small
    contact: Contact | None = None  # makes it
    inputs: tuple[Path, ...] = ()  # what the run reads: no output may lie on it
    replace: bool = False  # print file and contact sheet may take the place of a file
    workers: int = 0  # 0: every core, when there is enough to do
    executor: Executor | None = None  # makes the sheets instead of processes of this machine
    scheduler: str = ""  # the address of one that does
    strict: bool = False  # print nothing unless everything can be
    final: bool = False
    dry_run: bool = False  # do everything, write nothing
    names: bool = False  # names in the manifest
    plain: bool = False  # print files in the simplest form: larger, for a printer that refuses them otherwise
    refused: tuple[Refusal, ...] = ()  # rows of the list that are no order: they stand on the checklist

    @property
    def records(self) -> bool:
        """Whether the run is for patients: manifest, records and notes are kept."""
        return bool(self.moment)

    @property
    def targets(self) -> tuple[tuple[str, Path], ...]:
        """The options that name a file to write, and the files."""
        named = (("--print", self.print_to), ("--contact", self.contact_to))
        return tuple((option, path) for option, path in named if path is not None)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every sheet and row, and the print files."""

    done: tuple[Done, ...]
    refusals: tuple[Refusal, ...] = ()
    printed: tuple[Printed, ...] = ()  # of a dry run: what the print files would hold
    older: tuple[Path, ...] = ()  # print files of an earlier list that still lie there
    folder: Path = Path()  # of this run
    content: str = ""  # the hash of what the sheets were made from, before the first of them was
    purged: int = 0  # runs older than the clinic keeps them, now removed
    withheld: bool = False  # --strict: something was refused, so nothing was printed

    @property
    def exit_code(self) -> int:
        """0 all released; 1 some; nothing: 3, or 4 where a proof failed. A print file that failed wins."""
        lost = [one.exit_code for one in self.printed if one.findings]
        if lost:
            return max(lost)
        refused = [one for one in self.done if not one.released]
        if not refused and not self.refusals:
            return 0
        if any(one.released for one in self.done) and not self.withheld:
            return 1
        return 4 if any(one.exit_code == 4 for one in refused) else 3
