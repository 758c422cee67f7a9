"""Where things are kept on each system; the branches of the other systems are taken here, too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from handout.drawing.folder import cache_folder, machine_secret


@pytest.fixture(autouse=True)
def no_place_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HANDOUT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/of/anne"))


@pytest.mark.parametrize(
    ("platform", "folder"),
    [
        ("linux", "/home/of/anne/.cache/handout"),
        ("darwin", "/home/of/anne/Library/Caches/handout"),
        ("win32", "/home/of/anne/handout/cache"),
    ],
)
def test_drawings_are_kept_where_the_system_keeps_such_files(
    platform: str, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == Path(folder)


def test_windows_and_linux_name_another_folder_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCALAPPDATA", "/appdata")
    monkeypatch.setenv("XDG_CACHE_HOME", "/xdg")
    found = {}
    for platform in ("win32", "linux", "darwin"):
        monkeypatch.setattr(sys, "platform", platform)
        found[platform] = cache_folder()
    assert found == {
        "win32": Path("/appdata/handout/cache"),
        "linux": Path("/xdg/handout"),
        "darwin": Path("/home/of/anne/Library/Caches/handout"),
    }


@pytest.mark.parametrize("platform", ["win32", "linux", "darwin"])
def test_a_folder_that_was_named_is_taken_on_every_system(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("LOCALAPPDATA", "/appdata")
    monkeypatch.setenv("HANDOUT_CACHE", "/mine")
    assert cache_folder() == Path("/mine")


def test_the_secret_of_the_machine_is_made_once_for_its_owner_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    for platform in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        first, second = (machine_secret.__wrapped__() for _ in range(2))
        assert first == second
        assert len(first) == 32
    files = [*tmp_path.rglob("machine.key")]
    assert len(files) == 3
    assert os.name == "nt" or {path.stat().st_mode & 0o777 for path in files} == {0o600}


def test_without_a_home_every_run_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    for name in ("XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert machine_secret.__wrapped__() != machine_secret.__wrapped__()
