"""One person's handout: an edition with the clinic's, the pack's and the order's changes, screened.

In: `Edition`, `Order`. Out: `Prescription`, with doses, sides, swaps, and the union of the safety lines of
what is printed.
"""
