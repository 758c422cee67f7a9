"""A folder for a run that must leave nothing behind."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from handout.batch.folder import Folder


@contextmanager
def scratch() -> Iterator[Folder]:
    """The owner's alone (0700), outside the output folder, and gone at the end."""
    with tempfile.TemporaryDirectory(prefix="handout-") as name:
        yield Folder(Path(name), Path(name))
