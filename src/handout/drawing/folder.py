"""Where inked drawings are kept between runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path


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
