"""A run of the real command over an invented morning, for the tests that look at what it leaves."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import handout
from handout.batch.archive import runs_of

CLINIC = Path(__file__).parent / "batch_clinic.yaml"
SOURCE = Path(handout.__file__).parents[1]


@dataclass(frozen=True)
class Ran:
    """A finished run: its folder, its exit code and all that it said."""

    folder: Path
    code: int
    said: str

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def run(self) -> Path:
        """The folder of the one run in it."""
        (run,) = runs_of(self.out)
        return run


def command(roster: Path, *options: str) -> list[str]:
    """The command as a clinician types it."""
    return [
        sys.executable, "-m", "handout", "render", "--roster", str(roster), "--clinic", str(CLINIC), *options,
    ]  # fmt: skip


def environment(folder: Path) -> dict[str, str]:
    """A home of its own, so that what is left behind anywhere is found."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    named = {name: str(home) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "TEMP", "TMP")}
    return {
        **os.environ,
        **named,
        "PYTHONPATH": str(SOURCE),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
    }


def ran(folder: Path, roster: str | bytes, *options: str, name: str = "monday.csv") -> Ran:
    """Write the roster, run the command in the folder, and say what came of it."""
    path = folder / name
    path.write_bytes(roster if isinstance(roster, bytes) else roster.encode())
    done = subprocess.run(
        command(path, *options), cwd=folder, env=environment(folder), capture_output=True, check=False
    )
    return Ran(folder, done.returncode, (done.stdout + done.stderr).decode())
