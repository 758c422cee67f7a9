"""The theme of a style from the library's folders: the standard file, what the style says differently, and
the icons and pictograms in its colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from handout.content import listed
from handout.drawing import Colour, Drawing, load_svg, recolour
from handout.errors import Finding, LayoutError
from handout.layout.theme.bounds import measure_faults, theme_faults
from handout.layout.theme.files import merge, read_theme
from handout.layout.theme.icons import Icons
from handout.layout.theme.types import Colours, Theme
from handout.source import Mapping, read

if TYPE_CHECKING:
    from handout.content import Library

STANDARD, LARGE = "standard", "large-print"
FOLDER = "assets/themes"


def load_theme(style: str, library: Library) -> Theme:
    """The theme of that style. Raises LayoutError when it has no file, or says what no theme knows."""
    node = _file(STANDARD, library)
    standard = read_theme(node)
    whole = node if style == STANDARD else merge(node, _file(style, library))
    theme = standard if style == STANDARD else read_theme(whole)
    findings = [*theme_faults(theme, whole, large=style == LARGE)]
    if any(library.file(_path(name)) != library.layers[0] / _path(name) for name in {STANDARD, style}):
        findings += measure_faults(theme, tuple(_shipped(library)), whole)
    if findings:
        raise LayoutError(findings)
    signs = listed(library.layers[:1], "assets/figures/signs", ".svg")  # drawn by the engine: no library's own
    files = {**library.files("assets/icons", ".svg"), **signs}
    icons = {name.removesuffix(".svg"): load_svg(path) for name, path in sorted(files.items())}
    return with_icons(theme, icons, standard.colours)


def with_icons(theme: Theme, icons: dict[str, Drawing], drawn_in: Colours) -> Theme:
    """The theme with icons: they are drawn in the standard colours, and each use takes the theme's own."""
    swap: dict[Colour, Colour] = {getattr(drawn_in, f.name): getattr(theme.colours, f.name) for f in fields(Colours)}
    return replace(theme, icons=Icons({name: recolour(icon, swap) for name, icon in icons.items()}))


def _shipped(library: Library) -> Iterator[Theme]:
    """The shipped themes, without icons: the measure of all others."""
    root = library.layers[0]
    node = _read(root / _path(STANDARD))
    for path in sorted((root / FOLDER).glob("*.yaml")):
        yield read_theme(node if path.stem == STANDARD else merge(node, _read(path)))


def _path(style: str) -> str:
    return f"{FOLDER}/{style}.yaml"


def _file(style: str, library: Library) -> Mapping:
    path = library.file(_path(style))
    if path is None:
        hint = f"Add assets/themes/{style}.yaml to your library."
        raise LayoutError(Finding(f"there is no theme “{style}”", hint))
    return _read(path)


def _read(path: Path) -> Mapping:
    node = read(path)
    if not isinstance(node, Mapping):
        hint = "Begin with type: and page:."
        raise LayoutError(Finding(f"{path.name} is not a list of keys", hint, node.where))
    return node
