"""From a manuscript to pages: set (pure: a block of words to blocks of fixed size), then paginate.

Units: points, origin top left, y downwards. Blocks think in start and end; `frame` alone knows left and
right. Knows nothing of PDF.
"""

from handout.layout.laying import lay_out
from handout.layout.pages import Pages
from handout.layout.pair import Partner, lay_out_pair
from handout.layout.setting import Setting
from handout.layout.theme import Theme

__all__ = ["Pages", "Partner", "Setting", "Theme", "lay_out", "lay_out_pair"]
