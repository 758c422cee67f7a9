"""One shop for all tests of this folder."""

from __future__ import annotations

import pytest
from masters_orders import shop

from handout.shop import Shop
from handout.store import cache_folder


@pytest.fixture(scope="session")
def english() -> Shop:
    return shop(cache_folder(), "en")
