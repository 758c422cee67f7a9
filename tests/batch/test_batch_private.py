"""A morning of every kind, once whole and once killed: what stays outside its folder holds nothing of a patient."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_morning import NAMES, PRIVATE, as_csv, rows
from batch_ran import command, environment

LANGUAGES = ("en", "ar", "hi", "pl", "ru", "zh-Hans")
WORDS = {*PRIVATE, *(part for tag in LANGUAGES for part in NAMES.get(tag, ()) if len(part) > 2)}


def started(folder: Path) -> subprocess.Popen[bytes]:
    """The command over the list, with all that it may write outside the folder of the run inside `folder/home`."""
    cache = {"HANDOUT_CACHE": str(folder / "home" / "cache"), "XDG_CONFIG_HOME": str(folder / "home" / "config")}
    return subprocess.Popen(
        command(folder / "monday.csv", "--print", "print/day.pdf", "--jobs", "1"), cwd=folder,
        env={**environment(folder), **cache}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True,
    )  # fmt: skip


def plain(content: bytes) -> Iterator[bytes]:
    """What a file holds, as it is and unpacked, whatever stands before it."""
    yield content
    starts = {0, 32, 64, *(at.end() for at in re.finditer(rb"stream\r?\n", content))}
    for at in sorted(starts):
        try:
            inside = zlib.decompressobj().decompress(content[at:])
        except zlib.error:
            continue
        yield from plain(inside) if inside else ()


def found(folder: Path) -> list[str]:
    """Private words in files of a folder, in any way that we write text."""
    ways = {way for word in WORDS for way in (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-le"))}
    ways |= {way.hex().upper().encode() for way in ways}
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(way in part for part in plain(path.read_bytes()) for way in ways)
    ]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="process groups are killed by POSIX signals")
@pytest.mark.parametrize("kill", [False, True], ids=["whole", "killed"])
def test_store_masters_and_temporary_files_hold_no_private_value(kill: bool, tmp_path: Path) -> None:
    (tmp_path / "monday.csv").write_text(as_csv(rows(6, LANGUAGES, bad=False)), "utf-8")
    running = started(tmp_path)
    if kill:
        until = time.monotonic() + 120
        while not list((tmp_path / "out").glob("*/*.pdf")) and time.monotonic() < until:
            assert running.poll() is None
            time.sleep(0.01)
        os.killpg(running.pid, signal.SIGKILL)
    assert (running.wait() == 0) is not kill
    assert list((tmp_path / "home" / "cache").rglob("*"))
    assert found(tmp_path / "home") == []


def test_the_search_finds_a_word_in_every_way_it_may_be_written(tmp_path: Path) -> None:
    ways = [b"Zebed", "Zebed".encode("utf-16-be"), "Zebed".encode("utf-16-be").hex().upper().encode()]
    ways.append(bytes(32) + zlib.compress(b"a Zebed"))
    ways.append(bytes(32) + zlib.compress(b"a stream\n" + zlib.compress(b"a Zebed") + b"\nendstream"))
    for number, way in enumerate([*ways, b"nothing"]):
        (tmp_path / str(number)).write_bytes(way)
    assert sorted(found(tmp_path)) == ["0", "1", "2", "3", "4"]
