"""A morning's list: roster -> orders -> files, a print job, a manifest and a record.

In: a roster, a clinic, a library. Out: a report with one line for each order. One bad row never stops the
batch and never vanishes; patients appear by order number only.
"""
