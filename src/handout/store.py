"""What is kept between runs, in this machine's folder for what can be made again: content by name, for its owner only.

Each file begins with a mark that only this machine's secret can make, over its name and its content: a damaged one, one
that somebody else put there and one under another's name are none. Nothing of a patient is ever kept, and nothing that
is read here is run: bytes, no pickles.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import sys
import sysconfig
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from handout.version import __version__

SECRET = "machine.key"
LENGTH = 32  # bytes of it
MOST = 64_000_000  # bytes of a store; then what was longest unused goes
RIGHT = b"right"
BLOCK = 4096  # bytes that the smallest file takes
LEFT = 0.8  # of them, so that not every file makes room anew
PARTS = ("handouts", "assets", "packs", "approvals")  # of a library's folder
_MARK = 32  # bytes of an HMAC-SHA-256


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of files by name. Several processes may share it: files appear whole or not at all."""

    folder: Path
    most: int = MOST

    def get(self, name: str) -> bytes | None:
        """What is kept under a name; None where there is nothing, or nothing that this machine made."""
        path = self._path(name)
        content = read_marked(path, name)
        if content is not None:
            with suppress(OSError):
                os.utime(path)
        return content

    def put(self, name: str, content: bytes) -> None:
        """Keep it. A folder that cannot be written to costs only time."""
        path = self._path(name)
        with suppress(OSError):
            put_marked(path, name, content)
            if len(content) > BLOCK or path.name.startswith("0"):  # of small ones each sixteenth looks for room
                self._make_room()

    def _path(self, name: str) -> Path:
        return self.folder / hashlib.sha256(name.encode()).hexdigest()

    def _make_room(self) -> None:
        """Remove what was longest unused, where there is too much."""
        files = [(one, one.stat()) for one in self.folder.iterdir()]
        size = sum(max(told.st_size, BLOCK) for _, told in files)
        if size <= self.most:
            return
        for path, told in sorted(files, key=lambda pair: (pair[1].st_mtime_ns, pair[0])):
            path.unlink(missing_ok=True)
            size -= max(told.st_size, BLOCK)
            if size <= self.most * LEFT:
                return


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a proof found right, by the hash of all that it looked at and of the program that looked. Only of what holds
    nothing of a patient."""

    store: Store

    def known(self, key: bytes) -> bool:
        """Whether it was found right before."""
        return self.store.get(self._name(key)) == RIGHT

    def note(self, key: bytes) -> None:
        """It is right."""
        self.store.put(self._name(key), RIGHT)

    def _name(self, key: bytes) -> str:
        return f"{engine()} {hashlib.sha256(key).hexdigest()}"


def read_marked(path: Path, name: str) -> bytes | None:
    """What `put_marked` wrote there under that name; None where there is nothing, or nothing that this machine made."""
    try:
        kept = path.read_bytes()
    except OSError:
        return None
    content = kept[_MARK:]
    return content if hmac.compare_digest(kept[:_MARK], _mark(name, content)) else None


def put_marked(path: Path, name: str, content: bytes) -> None:
    """Content behind the mark of this machine over its name and itself. Raises OSError where it cannot be written."""
    put_whole(path, _mark(name, content) + content)


def put_whole(path: Path, content: bytes | Iterable[bytes], *, sync: bool = False) -> None:
    """A file for its owner only in its place, whole or not at all, of bytes or of pieces as they are made; written
    beside it first, under a name of its own; `sync`: waited for until the disk has it. Raises OSError where it cannot
    be written."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines([content] if isinstance(content, bytes) else content)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _mark(name: str, content: bytes) -> bytes:
    return hmac.digest(machine_secret(), name.encode() + b"\0" + content, "sha256")


@lru_cache(maxsize=1)
def engine() -> str:
    """A hash of all that makes a sheet beside content: the program's own text, and which packages lie beside it."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    packages = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib"), *filter(None, sys.path)}
    for folder in sorted(packages):
        with suppress(OSError):
            names = sorted(one.name for one in Path(folder).iterdir() if one.suffix in {".dist-info", ".egg-info"})
            if names:  # the folder that it is called from has none, and makes nothing different
                digest.update("\0".join([folder, *names]).encode())
    return digest.hexdigest()


def content_hash(layers: Iterable[Path], files: Iterable[Path]) -> str:
    """The hash of every file of libraries' folders that a sheet can depend on, of other files, and of the program's
    version."""
    digest = hashlib.sha256(__version__.encode())
    for path in (*(path for layer in layers for path in library_files(layer)), *files):
        try:
            content = path.read_bytes()
        except OSError:
            content = b"(cannot be read)"
        digest.update(f"\0{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def content_stamp(layers: Iterable[Path], files: Iterable[Path]) -> str:
    """The hash of names, sizes and times of the same files: a tenth of the time, to see whether one was saved since."""
    digest = hashlib.sha256()
    for path in (*(path for layer in layers for path in library_files(layer)), *files):
        with suppress(OSError):
            told = path.stat()
            digest.update(f"\0{path}\0{told.st_size}\0{told.st_mtime_ns}".encode())
    return digest.hexdigest()


def library_files(layer: Path) -> Iterator[Path]:
    """Every file of a library's folder that a sheet can depend on, in a fixed order."""
    for part in PARTS:
        yield from _sorted((layer / part).rglob("*"))
    yield from _sorted([layer / "approvals.yaml"])


def _sorted(paths: Iterable[Path]) -> list[Path]:
    return sorted(path for path in paths if path.is_file())


def cache_folder() -> Path:
    """The folder of this machine for what can be made again; HANDOUT_CACHE names another place."""
    given = os.environ.get("HANDOUT_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "handout" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "handout"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "handout"


@lru_cache(maxsize=1)
def machine_secret() -> bytes:
    """What marks a file as made on this machine, by this person: made on first use, for its owner only, and kept apart
    from what it marks. Where it cannot be kept, another one each time: everything is then made anew."""
    with suppress(OSError, RuntimeError):  # no home, or none that can be written
        path = _settings() / SECRET
        with suppress(FileExistsError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(LENGTH))
        found = path.read_bytes()
        if len(found) == LENGTH:
            return found
    return secrets.token_bytes(LENGTH)


def _settings() -> Path:
    """The folder of this person's settings."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home())) / "handout"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "handout"
    return Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "handout"
