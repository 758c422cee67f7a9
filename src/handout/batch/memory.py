"""Memory given back between pieces of work: what glibc keeps of freed blocks would double a long run's size."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress


def give_back() -> None:
    """Hand freed memory back to the system, where its allocator does not do so by itself."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL("libc.so.6").malloc_trim(0)
