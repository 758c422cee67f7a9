"""The back of a leaf: exercises as cells of two columns, days to tick, pros and cons, on one page.

In: blocks of a manuscript that is a leaf, and their pictures. Out: passages, in every arrangement that may be printed
(`backs`), the most regular first. A cell stands in half the width, or spans both columns where that takes less room;
cells in a row are equally high, and stand in the prescription's order.
"""

