"""What the command says: findings on the error stream, results on the other, and a bar while it works."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, TextIO

import typer

from handout.cli.again import HEARD
from handout.errors import Finding, Severity

BAR = 24  # characters
COLOURS = {"red": "\033[31m", "yellow": "\033[33m"}
PLAIN = "\033[0m"


def say(text: str) -> None:
    """One line of result."""
    HEARD.lines.append((False, text))
    typer.echo(text)


def say_stderr(text: str) -> None:
    """One line about the run, not of its result."""
    HEARD.lines.append((True, text))
    typer.echo(text, err=True)


def coloured(stream: TextIO) -> bool:
    """Whether to colour: a terminal that shows colours, and nobody who asked for none (no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def paint(word: str, colour: str) -> str:
    """A word for the error stream, in a colour where colours are wanted."""
    return f"{COLOURS[colour]}{word}{PLAIN}" if coloured(sys.stderr) else word


def say_findings(findings: Iterable[Finding]) -> None:
    """Findings, each with its next step, grave ones last so that they stay in sight."""
    order = {Severity.NOTE: 0, Severity.WARNING: 1, Severity.ERROR: 2}
    for finding in sorted(findings, key=lambda finding: order[finding.severity]):
        text = str(finding)
        if finding.severity is Severity.WARNING:
            text = text.replace("warning:", paint("warning:", "yellow"), 1)
        say_stderr(text)


def say_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as their longest cell."""
    lines = [tuple(head), *(tuple(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())


class Tick(Protocol):
    """Called after each finished piece of work with what it was."""

    def __call__(self, name: str) -> None: ...


@contextmanager
def progress(total: int, work: str) -> Iterator[Tick]:
    """A bar with counts and time left on a terminal, one plain line a tenth otherwise."""
    started = time.monotonic()
    done = 0
    live = sys.stderr.isatty()
    step = max(1, total // 10)

    def tick(name: str) -> None:
        nonlocal done
        done += 1
        if live:
            filled = min(BAR, BAR * done // max(total, 1))
            bar = "#" * filled + "-" * (BAR - filled)
            left = _left(time.monotonic() - started, done, total)
            sys.stderr.write(f"\r[{bar}] {min(done, total)} of {total} {work}{left}  {name[:30]:30}")
            sys.stderr.flush()
        elif total > 20 and (done % step == 0 or done == total):
            sys.stderr.write(f"{done} of {total} {work}\n")

    try:
        yield tick
    finally:
        if live and total:
            sys.stderr.write("\r" + " " * 100 + "\r")
            sys.stderr.flush()


def _left(spent: float, done: int, total: int) -> str:
    """The time left, once enough is done to tell: the first sheet of a run reads everything and says nothing."""
    rest = max(0, total - done)
    return f", {spent / done * rest:.0f} s left" if done >= max(3, total // 20) and rest else ""
