"""From a manuscript to pages: set (pure: a block of words to blocks of fixed size), then paginate.

Units: points, origin top left, y downwards. Blocks think in start and end; `frame` alone knows left and
right. Knows nothing of PDF.
"""

from __future__ import annotations

from handout.layout.checklist import Checklist, blank_page, lay_out_checklist
from handout.layout.fridge_card import lay_out_card
from handout.layout.laying import lay_out
from handout.layout.leaf.choice import LeafChoice, best_leaf
from handout.layout.leaf.setting import behind, leaf_setup
from handout.layout.overhang import overhangs
from handout.layout.own import Own, OwnPiece, Shape, is_own, set_own
from handout.layout.pages import Gap, Item, Page, Pages, PictureItem, ShapeItem, Tag, TextItem
from handout.layout.pair import Partner, lay_out_pair
from handout.layout.prose import Part, compose
from handout.layout.rungs import high_cards, lowered
from handout.layout.setting import Setting
from handout.layout.setup import PAPER, Setup, setup_of
from handout.layout.theme import Theme
from handout.layout.theme.files import THEME
from handout.layout.theme.loading import load_theme

__all__ = [
    "PAPER", "THEME", "Checklist", "Gap", "Item", "LeafChoice", "Own", "OwnPiece", "Page", "Pages", "Part",
    "Partner", "PictureItem", "Setting", "Setup", "Shape", "ShapeItem", "Tag", "TextItem", "Theme", "behind",
    "best_leaf", "blank_page", "compose", "high_cards", "is_own", "lay_out", "lay_out_card", "lay_out_checklist",
    "lay_out_pair", "leaf_setup", "load_theme", "lowered", "overhangs", "set_own", "setup_of",
]  # fmt: skip
