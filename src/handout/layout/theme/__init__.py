"""A theme: every size, colour and distance of the page, in one file; other files say what differs."""

from handout.layout.theme.files import merge, read_theme
from handout.layout.theme.types import Theme, TypeStyle

__all__ = ["Theme", "TypeStyle", "merge", "read_theme"]
