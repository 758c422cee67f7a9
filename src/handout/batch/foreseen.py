"""What would refuse a row next, once its mistyped words are what the messages suggest: said in the same run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handout.batch.jobs import Job
from handout.batch.roster import Refusal
from handout.edition import localise
from handout.errors import Finding, HandoutError
from handout.pipeline import handed_out
from handout.prescription import Order, prescribe
from handout.shop import Shop


def foreseen(refusal: Refusal, shop: Shop) -> Refusal:
    """The refusal with the reasons that would follow; as it is where one of its own has no suggestion."""
    if refusal.meant is None:
        return refusal
    order = handed_out(refusal.meant, shop.clinic)
    return replace(refusal, findings=(*refusal.findings, *_next(order, shop)))


def _next(order: Order, shop: Shop) -> Iterator[Finding]:
    for name in order.routines:
        try:
            edition = localise(shop.library, shop.routine_of(name), order.language, shop.country)
            prescribe(edition, order, shop.clinic, shop.country, shop.today, name)
        except HandoutError as error:
            title = Job(order, name).title
            yield from (replace(one, what=f"{title}, with that mended: {one.what}") for one in error.findings)
