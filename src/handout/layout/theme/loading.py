"""The theme of a style from the library's folders: the standard file, what the style says differently, and
the icons and pictograms in its colours."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from handout.drawing import Colour, Drawing, load_svg, recolour
from handout.errors import Finding, LayoutError
from handout.layout.theme.files import merge, read_theme
from handout.layout.theme.types import Colours, Theme
from handout.source import Mapping, read

if TYPE_CHECKING:
    from handout.content import Library

STANDARD = "standard"


def load_theme(style: str, library: Library) -> Theme:
    """The theme of that style. Raises LayoutError when it has no file, or says what no theme knows."""
    node = _file(STANDARD, library)
    standard = read_theme(node)
    theme = standard if style == STANDARD else read_theme(merge(node, _file(style, library)))
    files = {**library.files("assets/icons", ".svg"), **library.files("assets/figures/signs", ".svg")}
    icons = {name.removesuffix(".svg"): load_svg(path) for name, path in sorted(files.items())}
    return with_icons(theme, icons, standard.colours)


def with_icons(theme: Theme, icons: dict[str, Drawing], drawn_in: Colours) -> Theme:
    """The theme with icons: they are drawn in the standard colours, and each use takes the theme's own."""
    swap: dict[Colour, Colour] = {getattr(drawn_in, f.name): getattr(theme.colours, f.name) for f in fields(Colours)}
    return replace(theme, icons={name: recolour(icon, swap) for name, icon in icons.items()})


def _file(style: str, library: Library) -> Mapping:
    path = library.file(f"assets/themes/{style}.yaml")
    if path is None:
        hint = f"Add assets/themes/{style}.yaml to your library."
        raise LayoutError(Finding(f"there is no theme “{style}”", hint))
    node = read(path)
    if not isinstance(node, Mapping):
        hint = "Begin with type: and page:."
        raise LayoutError(Finding(f"{path.name} is not a list of keys", hint, node.where))
    return node
