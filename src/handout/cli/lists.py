"""`handout new roster`: an empty list as Excel workbook and as CSV, for the clinic's country."""

from __future__ import annotations

import re
from pathlib import Path

from handout.cli.ordering import shop_of
from handout.errors import Finding, UsageError
from handout.source import ID


def write_lists(name: str, folder: Path, clinic: Path | None) -> tuple[Path, ...]:
    """Writes both and says which. Raises UsageError for an id that cannot be one, or a file that is there already."""
    from handout.batch import blank_csv, blank_workbook, known_of, put
    from handout.language import list_separator

    if not re.fullmatch(ID, name):
        raise UsageError(Finding(f"“{name}” cannot be the id of a roster", "Use a to z, 0 to 9 and -."))
    paths = folder / f"{name}.xlsx", folder / f"{name}.csv"
    there = [path for path in paths if path.exists()]
    if there:
        hint = "Choose another id, or take the file away first."
        raise UsageError(Finding(f"there is a file {path} already", hint) for path in there)
    shop = shop_of([folder] if (folder / "handouts").is_dir() else None, clinic)
    separator = list_separator(shop.clinic.country) if shop.clinic else ","
    for path, content in zip(paths, (blank_workbook(known_of(shop)), blank_csv(separator)), strict=True):
        put(path, content)
    return paths
