"""A manuscript to pages: two of them where it is a leaf, as many as it needs where it is a sheet."""

from __future__ import annotations

from collections.abc import Mapping

from handout.drawing import Picture
from handout.layout.document import lay_out_sheet
from handout.layout.leaf.pages import lay_out_leaf
from handout.layout.pages import Pages
from handout.layout.setting import Setting
from handout.layout.theme import Theme
from handout.manuscript import Manuscript


def lay_out(manuscript: Manuscript, pictures: Mapping[str, Picture], theme: Theme, setting: Setting) -> Pages:
    """The manuscript as finished pages. Raises LayoutError with every block that does not fit, and LeafError where the
    two pages of a leaf do not hold it."""
    lay = lay_out_leaf if manuscript.length == "leaf" else lay_out_sheet
    return lay(manuscript, pictures, theme, setting)
