"""One shop for all tests of this folder."""

from __future__ import annotations

import pytest
from masters_orders import shop

from handout.drawing.folder import cache_folder
from handout.shop import Shop


@pytest.fixture(scope="session")
def english() -> Shop:
    return shop(cache_folder(), "en")
