"""Files that a run is told to write by name: never over an input, over each other, or over another run's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from handout.batch.archive import KEY, RECORD, runs_of
from handout.batch.folder import locked
from handout.errors import BatchError, Finding
from handout.version import MADE_HERE

REPLACE = "Choose another name, take the file away, or add --replace to put the new one in its place."


def refuse_targets(
    targets: Sequence[tuple[str, Path]], inputs: Sequence[Path], out: Path, sheets: Sequence[str], *, replace: bool
) -> None:
    """Raises BatchError with everything that the run must not write. A target is an option and its file.

    `sheets` are the names of the files that this run puts into `out` itself.
    """
    findings: list[Finding] = []
    for number, (option, path) in enumerate(targets):
        clash = next((f"{one} too" for one, other in targets[:number] if _same(path, other)), "")
        clash = clash or ("a file that this run reads" if any(_same(path, one) for one in inputs) else "")
        clash = clash or _ours(path, out, sheets)
        if clash:
            findings.append(_refusal(path, f"{option} would write over {clash}", "Choose another name."))
        elif path.suffix.lower() != ".pdf":
            findings.append(_refusal(path, f"{option} writes a PDF", "Choose a name that ends in .pdf."))
        elif path.is_dir():
            findings.append(_refusal(path, f"{option} names a folder", "Add the name of the file."))
        elif path.exists() and not replace:
            findings.append(_refusal(path, "this file is there already", REPLACE))
    if findings:
        raise BatchError(findings)


def _refusal(path: Path, what: str, hint: str) -> Finding:
    return Finding(what, hint, path=str(path))


def _same(one: Path, other: Path) -> bool:
    """Whether two names are one file, also through a link, or on a disk that knows no capitals."""
    try:
        return one.samefile(other)
    except OSError:
        return str(one.resolve()).casefold() == str(other.resolve()).casefold()


def _ours(path: Path, out: Path, sheets: Sequence[str]) -> str:
    """What of the output folder a target would write over; "" for nothing."""
    if _same(path, out / KEY):
        return "the archive's key"
    if any(_same(path, out / name) for name in sheets):
        return "a sheet of this run"
    inside = path.resolve().parents
    if (out / RECORD).resolve() in inside:
        return "the records"
    return "what another run left" if any(run.resolve() in inside for run in runs_of(out)) else ""


@contextmanager
def held(targets: Sequence[tuple[str, Path]]) -> Iterator[None]:
    """Hold the targets against another run. Raises BatchError when one of them is being written already."""
    with ExitStack() as stack:
        for _, path in targets:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError:
                continue  # said when the file is written: the sheets do not depend on it
            stack.enter_context(locked(path.with_name(f".{path.name}.lock"), "another run is writing this file"))
        yield


OURS = (MADE_HERE, b'<meta name="generator" content="handout">')


def refuse_foreign(out: Path, sheets: Sequence[str]) -> None:
    """Raises BatchError for a file in a sheet's place that handout did not make, or that is a link."""
    foreign = [path for name in sheets if (path := out / name).is_symlink() or (path.exists() and not _made_here(path))]
    if foreign:
        what, hint = "this file is not one that handout made", "Move it away, or choose another folder with --out."
        raise BatchError([_refusal(path, what, hint) for path in foreign])


def _made_here(path: Path) -> bool:
    """Whether a file says of itself that it is a sheet or a page."""
    try:
        content = path.read_bytes()
        return any(mark in content for mark in OURS)
    except OSError:
        return False


def stale_prints(printed: Iterable[Path], target: Path) -> tuple[Path, ...]:
    """Print files of an earlier list that lie beside this one's: they must not be taken for it."""
    stem, suffix = target.stem, target.suffix or ".pdf"
    names = [f"{stem}{suffix}", *(f"{stem}{mark}{suffix}" for mark in _marks())]
    found = {target.with_name(name) for name in names} - set(printed)
    return tuple(sorted(path for path in found if path.is_file()))


def _marks() -> Iterator[str]:
    for paper in ("", ".a4", ".letter", ".cards-a6", ".cards-a5", ".cards-a4"):
        yield from (paper, *(f"{paper}.{number}" for number in range(1, 100)))
