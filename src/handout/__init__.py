"""Illustrated, multilingual exercise handouts from data, never without their safety panel.

As a library (docs/api.md)::

    shop = handout.open(clinic="clinic.yaml")
    sheet = handout.render(handout.Order("back", "ar"), shop)

The folders are the pipeline, in order; each imports only those above it::

    errors, cache, store, source, language, drawing, content, edition, prescription, manuscript, figure,
    text, layout, pdf, proof, masters, shop, pipeline, batch, api, authoring, cli
"""

from importlib import import_module
from typing import TYPE_CHECKING

from handout.version import __version__

if TYPE_CHECKING:
    from handout.api import Handout, Order, render
    from handout.api import open_shop as open  # noqa: A004 (called as handout.open)
    from handout.errors import Finding, HandoutError, Place, Severity
    from handout.shop import Shop

__all__ = [
    "Finding", "Handout", "HandoutError", "Order", "Place", "Severity", "Shop", "__version__", "open", "render",
]  # fmt: skip

_PLACES = {
    **dict.fromkeys(("Finding", "HandoutError", "Place", "Severity"), "handout.errors"),
    **dict.fromkeys(("Handout", "Order", "open", "render"), "handout.api"),
    "Shop": "handout.shop",
}
_OWN_NAMES = {"open": "open_shop"}  # a module that defines `open` would hide Python's

if not TYPE_CHECKING:  # a type checker sees the names above, and no others

    def __getattr__(name: str) -> object:
        """A name of the library, read when it is first asked for: `handout --help` needs none of them."""
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_PLACES[name]), _OWN_NAMES.get(name, name))
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
