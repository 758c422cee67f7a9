"""The theme of a style from the library's folders: the standard file, what the style says differently, the icons."""

from __future__ import annotations

from handout.content import Library
from handout.drawing import load_svg
from handout.errors import Finding, LayoutError
from handout.layout.theme.files import merge, read_theme
from handout.layout.theme.types import Theme
from handout.source import Mapping, read

STANDARD = "standard"


def load_theme(style: str, library: Library) -> Theme:
    """The theme of that style. Raises LayoutError when it has no file, or the file says what no theme knows."""
    node = _file(STANDARD, library)
    if style != STANDARD:
        node = merge(node, _file(style, library))
    icons = {name.removesuffix(".svg"): load_svg(path) for name, path in library.files("assets/icons", ".svg").items()}
    return read_theme(node, icons)


def _file(style: str, library: Library) -> Mapping:
    path = library.file(f"assets/themes/{style}.yaml")
    if path is None:
        raise LayoutError(Finding(f"there is no theme “{style}”", f"Add assets/themes/{style}.yaml to your library."))
    node = read(path)
    if not isinstance(node, Mapping):
        raise LayoutError(Finding(f"{path.name} is not a list of keys", "Begin with type: and page:.", node.where))
    return node
