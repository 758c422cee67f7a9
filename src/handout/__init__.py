"""Illustrated, multilingual exercise handouts from data, never without their safety panel.

As a library (docs/api.md)::

    shop = handout.open(clinic="clinic.yaml")
    sheet = handout.render(handout.Order("back", "ar"), shop)

The folders are the pipeline, in order; each imports only those above it::

    errors, cache, store, frozen, source, language, drawing, content, edition, prescription, manuscript, figure,
    text, layout, pdf, proof, masters, shop, pipeline, batch, api, authoring, cli
"""

from typing import TYPE_CHECKING

from handout.lazy import attach
from handout.version import __version__

if TYPE_CHECKING:
    from handout.api import Handout, Order, render
    from handout.api import open_shop as open  # noqa: A004 (called as handout.open)
    from handout.errors import Finding, HandoutError, Place, Severity
    from handout.shop import Shop

__all__ = [
    "Finding", "Handout", "HandoutError", "Order", "Place", "Severity", "Shop", "__version__", "open", "render",
]  # fmt: skip

if not TYPE_CHECKING:  # `handout --help` needs none of them
    __getattr__, __dir__ = attach(__name__, {
        "api": "Handout Order render open=open_shop",
        "errors": "Finding HandoutError Place Severity",
        "shop": "Shop",
    })  # fmt: skip
