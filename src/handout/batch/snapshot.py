"""What a run is made from, as one hash: taken before the first sheet and once more before the print file.

Templates and themes are read from the library's folders while a run is on. When one was saved in between,
the sheets are of two kinds, and no print file may hold both.
"""

from __future__ import annotations

from handout.shop import Shop
from handout.store import content_hash


def snapshot(shop: Shop) -> str:
    """The hash of every file that a sheet of this shop can depend on, and of the program's version."""
    return content_hash(*shop.made_from)
