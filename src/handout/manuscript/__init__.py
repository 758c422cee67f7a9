"""The semantic markup: what a template yields, checked against the element table before anybody sets it.

`compose` fills the template with a prescription and hands on a `Manuscript`: every word that will be
printed, in reading order, each with the content path it came from.
"""
