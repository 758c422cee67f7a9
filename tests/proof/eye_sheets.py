"""Sheets for the eye: a real one, laid out and written as for print, and what is done to it behind its back."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pikepdf

from handout.drawing import Picture
from handout.layout.theme.files import read_theme
from handout.manuscript.manuscript import Manuscript
from handout.pdf import write
from handout.pipeline import lay, open_shop
from handout.prescription import Order
from handout.proof import Eye, proofread
from handout.shop import THEMES, Shop
from handout.source import Mapping, parse

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 20)
CACHE = ROOT / ".pytest_cache" / "figures"

EYE = Eye()  # pages that no change touched are looked at once
Sheet = tuple[bytes, Manuscript, dict[str, Picture]]


@lru_cache(maxsize=1)
def shipped() -> Shop:
    return open_shop([ROOT], None, TODAY, CACHE, ["en", "ar", "hi"])


@lru_cache(maxsize=4)
def sheet(tag: str = "en", style: str = "standard") -> Sheet:
    return sheet_of(shipped(), order(tag, style))


def order(tag: str = "en", style: str = "standard") -> Order:
    return Order(1, ("back",), tag, style=style)


def sheet_of(shop: Shop, asked: Order | None = None) -> Sheet:
    """The file, what it was made from, and the drawings by name."""
    laid = lay(asked or order(), "back", shop)
    return write(laid.pages), laid.manuscript, dict(laid.pictures)


def themed(yaml: str) -> Shop:
    """The shipped content with a clinic's theme laid over it, past the check of themes: the eye is the second line."""
    base = (ROOT / "assets" / "themes" / "standard.yaml").read_text("utf-8")
    for line in yaml.strip().splitlines():
        group, key, value = (part.strip() for part in line.split(":", 2))
        old = r"\{[^}]*\}" if value.startswith("{") else r"[^,}#\n]+"
        base, done = re.subn(rf"(?ms)^({group}:.*?[ {{]{key}:\s*){old}", rf"\g<1>{value} ", base, count=1)
        assert done, line
    node = parse(base, "standard.yaml")
    assert isinstance(node, Mapping)
    theme = replace(read_theme(node), icons=shipped().theme("standard").icons)
    own = replace(shipped())
    own.kept.get(THEMES, "standard", lambda: theme)
    return own


def said(one: Sheet, data: bytes | None = None) -> list[str]:
    """What the proof finds in a sheet, or in the file that was made of it."""
    symbols = shipped().theme(one[1].style).icons
    return [finding.what for finding in proofread(data or one[0], one[1], one[2], EYE, symbols)]


def changed(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The file after a change."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def painted(operators: bytes, pages: Sequence[int] = (0,), *, before: bool = False) -> Callable[[pikepdf.Pdf], None]:
    """Operators added to pages, after or before everything that stands there."""

    def change(pdf: pikepdf.Pdf) -> None:
        for number in pages:
            part = pdf.make_stream(b"/Artifact BMC q " + operators + b" Q EMC")
            pdf.pages[number].contents_add(part, prepend=before)

    return change


def rewritten(pattern: bytes, put: bytes, page: int = 0) -> Callable[[pikepdf.Pdf], None]:
    """A pattern replaced in the content of a page."""

    def change(pdf: pikepdf.Pdf) -> None:
        contents = pdf.pages[page].Contents
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        data, done = re.subn(pattern, put, b"\n".join(part.read_bytes() for part in parts))
        assert done, "the change changed nothing"
        pdf.pages[page].Contents = pdf.make_stream(data)

    return change
