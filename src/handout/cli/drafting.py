"""An author at work on one picture: drawn once, drawn again on each save, or seen from its best side."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import typer

from handout.authoring import Wish, choose_views, draw_exercise, picture_file, read_draft, write_view
from handout.cli.report import say, say_findings, say_table
from handout.content import shipped_root
from handout.errors import HandoutError

REFUSED = 3
LOOKS_EVERY_S = 0.15  # seconds between two looks at the file
BEST = 5  # views listed


def draw_draft(layers: Sequence[Path], name: str, wish: Wish, target: Path) -> None:
    """One picture to a file. What the checks refuse is told and marked in red; the code is then 3."""
    if _drawn(layers, name, wish, target):
        raise typer.Exit(REFUSED)


def watch_draft(layers: Sequence[Path], name: str, wish: Wish, target: Path) -> None:
    """The same again on each save, until Ctrl-C."""
    file = picture_file(layers, name)
    say(f"watching {file}; Ctrl-C ends")
    last: tuple[int, ...] = ()
    try:
        while True:
            now = _stamps(layers, file)
            if now and now != last:
                last = now
                _watched(layers, name, wish, target)
            time.sleep(LOOKS_EVERY_S)
    except KeyboardInterrupt:
        say("no longer watching")


def choose_camera(layers: Sequence[Path], name: str, person: str) -> None:
    """The best views of each version with what is seen; the best is written into a file of the author's own."""
    draft = read_draft(layers, name)
    own = not draft.file.resolve().is_relative_to(shipped_root())
    for choice in choose_views(draft, person):
        say(" ".join((draft.name, *choice.version)))
        rows = [
            (f"{one.view.yaw:g}", f"{one.view.pitch:g}", f"{one.score:.2f}", str(one.faults),
             *(f"{share:.0%}" for share in one.shares.values()))
            for one in choice.judged[:BEST]
        ]  # fmt: skip
        say_table(("yaw", "pitch", "score", "faults", *choice.judged[0].shares), rows)
        best = choice.judged[0].view
        if own:
            write_view(draft, choice.version, best)
        verb = "wrote" if own else "write yourself, this file ships with handout:"
        say(f"{verb} camera: {{yaw: {best.yaw:g}, pitch: {best.pitch:g}}}")


def _watched(layers: Sequence[Path], name: str, wish: Wish, target: Path) -> None:
    """One drawing of a watch: a file that cannot be read is told, and waited for."""
    try:
        _drawn(layers, name, wish, target)
    except HandoutError as error:
        say_findings(error.findings)


def _drawn(layers: Sequence[Path], name: str, wish: Wish, target: Path) -> bool:
    """Draw, tell, and say whether something was refused."""
    findings = draw_exercise(read_draft(layers, name), wish, target)
    say_findings(findings)
    marked = f", {len(findings)} finding{'s' if len(findings) > 1 else ''} marked in red" if findings else ""
    say(f"wrote {target}{marked}")
    return bool(findings)


def _stamps(layers: Sequence[Path], file: Path) -> tuple[int, ...]:
    """When the picture, the named poses and the people were saved; nothing while an editor swaps the file."""
    shared = [layer / "assets" / name for layer in layers for name in ("poses.yaml", "people.yaml")]
    if not file.is_file():
        return ()
    return tuple(path.stat().st_mtime_ns for path in (file, *shared) if path.is_file())
