"""The semantic markup: what a template yields, checked against the element table before anybody sets it.

In: `Prescription`. Out: `Manuscript`: every word that will be printed, in reading order, each with the
content path it came from. `compose.compose` makes it, `markup.read_markup` reads markup alone.
"""
