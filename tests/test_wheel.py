"""The wheel carries its content and works outside the checkout, with the network cut."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

CUT = """
import socket, sys
def refuse(*_, **__):
    raise OSError("the network is cut")
socket.socket.connect = refuse
socket.create_connection = refuse
socket.getaddrinfo = refuse
import handout
assert handout.__file__.startswith(sys.argv[1]), handout.__file__
sys.argv = ["handout", "render", "back", "--lang", "en", "--out", "out"]
from handout.cli import main
main()
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("clinic_handout-*.whl")
    site = folder / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def test_the_wheel_holds_the_content_once_and_no_tests(unpacked: Path) -> None:
    shipped = unpacked / "handout" / "shipped"
    assert (shipped / "handouts" / "routines" / "back" / "routine.yaml").is_file()
    assert (shipped / "assets" / "figures" / "inked.json").is_file()
    assert (unpacked / "handout" / "py.typed").is_file()
    assert not list(unpacked.rglob("test_*.py"))


def test_it_renders_in_any_folder_with_the_network_cut(unpacked: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "HANDOUT_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", CUT, str(unpacked)],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "out" / "back.en.pdf").read_bytes().startswith(b"%PDF-1.")
