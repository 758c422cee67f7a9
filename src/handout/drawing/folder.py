"""Where inked drawings are kept between runs, and the secret by which this machine knows its own."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

SECRET = "machine.key"
LENGTH = 32  # bytes of it


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
    """What marks a drawing as made on this machine, by this person: made on first use, for its owner only, and kept
    apart from the drawings. Where it cannot be kept, another one each time: drawings are then inked anew."""
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
