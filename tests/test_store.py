"""Where things are kept on each system; the branches of the other systems are taken here, too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from handout.store import Store, cache_folder, content_hash, content_stamp, machine_secret


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


def test_what_was_kept_is_found_by_its_name_alone(tmp_path: Path) -> None:
    store = Store(tmp_path / "kept")
    store.put("one", b"content")
    assert store.get("one") == b"content"
    assert store.get("another") is None
    (path,) = store.folder.iterdir()
    assert path.stat().st_mode & 0o077 == 0
    assert store.folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("change", ["a byte", "cut short", "empty", "another's name"])
def test_a_damaged_entry_is_none(change: str, tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put("one", b"content")
    (path,) = tmp_path.iterdir()
    kept = path.read_bytes()
    changed = {"a byte": kept[:-1] + b"X", "cut short": kept[:20], "empty": b"", "another's name": kept}
    path.write_bytes(changed[change])
    if change == "another's name":
        store.put("two", b"content")
        two = next(one for one in tmp_path.iterdir() if one != path)
        two.write_bytes(kept)
        assert store.get("two") is None
    else:
        assert store.get("one") is None


def test_what_was_longest_unused_makes_room(tmp_path: Path) -> None:
    store = Store(tmp_path, most=50_000)
    for turn, name in enumerate("abcdefgh"):
        store.put(name, bytes(10_000))
        for path in tmp_path.iterdir():
            if path.stat().st_mtime > 1000:
                os.utime(path, (turn, turn))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 50_000
    assert store.get("a") is None
    assert store.get("h") == bytes(10_000)


def test_a_folder_that_cannot_be_written_to_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    store = Store(tmp_path / "file")
    store.put("one", b"content")
    assert store.get("one") is None


def test_content_is_known_by_what_every_file_holds(tmp_path: Path) -> None:
    (tmp_path / "handouts").mkdir()
    one = tmp_path / "handouts" / "one.yaml"
    one.write_text("a: 1\n", "utf-8")
    first = content_hash([tmp_path], [])
    assert content_hash([tmp_path], []) == first
    one.write_text("a: 2\n", "utf-8")
    second = content_hash([tmp_path], [])
    (tmp_path / "handouts" / "two.yaml").write_text("", "utf-8")
    assert len({first, second, content_hash([tmp_path], []), content_hash([tmp_path], [one])}) == 4


def test_a_file_that_was_saved_changes_the_stamp_of_content_and_nothing_else_does(tmp_path: Path) -> None:
    file = tmp_path / "handouts" / "sources.yaml"
    file.parent.mkdir()
    file.write_text("a: 1\n")
    (tmp_path / "out").mkdir()
    first = content_stamp([tmp_path], ())
    (tmp_path / "out" / "a.pdf").write_bytes(b"%PDF")
    assert content_stamp([tmp_path], ()) == first
    os.utime(file, ns=(1, 1))
    assert content_stamp([tmp_path], ()) != first


def test_another_file_that_was_saved_changes_it_too(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("name: One\n", "utf-8")
    first = content_stamp([], [clinic])
    assert content_stamp([], [clinic]) == first
    clinic.write_text("name: Another\n", "utf-8")
    assert content_stamp([], [clinic]) != first
