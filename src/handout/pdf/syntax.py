"""Numbers, strings and names as PDF writes them (ISO 32000-1, 7.3)."""

from __future__ import annotations

import functools

EXACT = 3  # decimals: 0.001 pt is far below any printer's dot
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


def number(value: float) -> bytes:
    """A number in points with EXACT decimals at most."""
    return f"{value:.{EXACT}f}".rstrip("0").rstrip(".").encode() if value % 1 else b"%d" % value


def numbers(*values: float) -> bytes:
    """Numbers with a space between."""
    return b" ".join([number(value) for value in values])


def text(value: str) -> bytes:
    """A text string: ASCII as it is, anything else as UTF-16 with its mark."""
    if value.isascii():
        return b"(" + value.translate(_ESCAPES).encode() + b")"
    return b"<FEFF" + value.encode("utf-16-be").hex().upper().encode() + b">"


@functools.lru_cache(maxsize=1024)
def name(value: str) -> bytes:
    """A name; anything but letters, digits and `+-_.` is written by its code."""
    return b"/" + b"".join(
        byte if byte.isalnum() or byte in b"+-_." else b"#%02X" % ord(byte)
        for byte in (bytes([code]) for code in value.encode())
    )


@functools.lru_cache(maxsize=1024)
def colour(value: str) -> bytes:
    """`#rrggbb` as three numbers from 0 to 1."""
    return numbers(*parts(value))


def parts(value: str) -> list[float]:
    """`#rrggbb` as numbers from 0 to 1, as exact as they are written."""
    return [round(int(value[at : at + 2], 16) / 255, EXACT) for at in (1, 3, 5)]
