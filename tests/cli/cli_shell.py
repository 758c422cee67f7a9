"""The command in this process, as its own entry point runs it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from handout.batch.archive import runs_of
from handout.cli import main

CLINIC = """\
name: Riverside Physiotherapy
address: 12 Mill Lane, Leeds LS1 4AB
telephone: "0113 496 0000"
country: GB
clinicians:
  ana: {name: Ana Ruiz, role: physiotherapist}
  ben: {name: Ben Okafor, role: physiotherapist}
"""
HEAD = "name;reference;language;routine;exclude;flags;note;clinician;paper;style\n"
SAM = "Quillon Zebedee;QZ-001;en;upper-back;;;;ben;;\n"


class Shell:
    """A folder with a clinic file, and the command in it; `kept` is where the machine keeps what it made before."""

    def __init__(
        self, folder: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self._monkeypatch = monkeypatch
        self._capfd = capfd
        monkeypatch.chdir(folder)
        monkeypatch.setenv("HANDOUT_CACHE", str(kept))
        (folder / "clinic.yaml").write_text(CLINIC, "utf-8")

    @property
    def run(self) -> Path:
        """The folder of the latest run for patients."""
        return runs_of(self.folder / "out")[-1]

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def __call__(self, *arguments: str) -> tuple[int, str]:
        """Exit code, and everything that was said."""
        self._monkeypatch.setattr(sys, "argv", ["handout", *arguments])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = self._capfd.readouterr()
        return code, out + err

    def render(self, *arguments: str) -> tuple[int, str]:
        """`render` with the roster and the clinic."""
        return self("render", "--roster", "monday.csv", "--clinic", "clinic.yaml", *arguments)
