"""What no theme may do, whoever wrote it: type too small to read, colours too alike, numbers out of all measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, Final

from handout.errors import Finding
from handout.layout.theme.types import Theme
from handout.source import Mapping as Table
from handout.source import place_of

LEAST_SIZE: Final = 12.0  # pt, of any type on any sheet
LEAST_LARGE: Final = 18.0  # pt, in large print (RNIB, Clear Print)
LARGEST: Final = 48.0
LEAST_LEADING, MOST_LEADING = 0.99, 2.2  # times the size
TRACKING: Final = 1.0  # pt either way
CONTRAST: Final = 4.5  # WCAG 2.2, 1.4.3
TIMES: Final = 2.5  # how far from the shipped themes a distance may be, as a factor
# The colours that a style is printed on; every other one stands on paper.
GROUNDS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("band", "band_follow", "call", "number"), ("warning",)),
    **dict.fromkeys(("chip", "card_number"), ("accent",)),
    "caution_word": ("caution",),
    "diary_head": ("paper", "tint"),
    **dict.fromkeys(("card_name", "card_name_long", "amount", "unit", "told", "told_word"), ("paper", "tint")),
}


def theme_faults(theme: Theme, node: Table, *, large: bool) -> Iterator[Finding]:
    """Faults of a theme by itself: sizes, leading, contrast; each at its line."""
    least = LEAST_LARGE if large else LEAST_SIZE
    for field in fields(theme.type):
        style = getattr(theme.type, field.name)
        path = f"type.{field.name}"
        if not least <= style.size <= LARGEST:
            hint = f"Write {least:g} to {LARGEST:g}."
            yield _find(node, f"{path}.size", f"{style.size:g} pt is no size to read", hint)
        elif not LEAST_LEADING <= style.leading / style.size <= MOST_LEADING:
            hint = f"Write {LEAST_LEADING * style.size:.0f} to {MOST_LEADING * style.size:.0f}."
            what = f"lines of {style.size:g} pt cannot be {style.leading:g} pt apart"
            yield _find(node, f"{path}.leading", what, hint)
        if abs(style.tracking) > TRACKING:
            hint = f"Write -{TRACKING:g} to {TRACKING:g}."
            yield _find(node, f"{path}.tracking", f"letters {style.tracking:g} pt apart cannot be read", hint)
        for ground in GROUNDS.get(field.name, ("paper",)):
            ratio = contrast(theme.colour(style.colour), theme.colour(ground))
            if ratio < CONTRAST:
                what = f"{field.name}: {style.colour} on {ground} has a contrast of {ratio:.1f}"
                where = f"{path}.colour" if _names_colour(node, path) else f"colours.{style.colour}"
                yield _find(node, where, what, f"At least {CONTRAST} is needed to read it.")


def _names_colour(node: Table, path: str) -> bool:
    """Whether the theme names that style's colour itself."""
    return place_of(node, f"{path}.colour") != place_of(node, path)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours "#rrggbb", 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def measure_faults(theme: Theme, shipped: tuple[Theme, ...], node: Table) -> Iterator[Finding]:
    """Distances that are out of all measure beside those of the shipped themes, which were looked at."""
    known = [dict(_numbers(one)) for one in shipped]
    for path, value in _numbers(theme):
        if path.startswith("type."):
            continue  # held by `theme_faults`
        values = [one[path] for one in known if path in one]
        low, high = (min(values) / TIMES, max(values) * TIMES) if values else (0.0, 0.0)
        if path in _COUNTS:
            low, high = _COUNTS[path]
        if not low <= value <= high:
            yield _find(node, path, f"{value:g} is out of all measure", f"Write {low:.3g} to {high:.3g}.")


_COUNTS: Final[Mapping[str, tuple[float, float]]] = {"page.columns": (1, 2), "page.panel_alone": (0, 1)}


def _numbers(part: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Every number of a theme, by its path."""
    for field in fields(part):
        value = getattr(part, field.name)
        inside = f"{path}.{field.name}".lstrip(".")
        if is_dataclass(value):
            yield from _numbers(value, inside)
        elif isinstance(value, int | float):
            yield inside, float(value)


def _find(node: Table, path: str, what: str, hint: str) -> Finding:
    return Finding(f"the theme's {path}: {what}", hint, place_of(node, path), path)
