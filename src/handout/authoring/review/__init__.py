"""A review as one file to mail: an edition beside its English, line by line as printed; answers come back.

`handout review export` writes it (`page`), the reviewer's browser saves a small JSON, `handout review import` reads it
(`answers`), keeps the ticks by hash (`ticks`), and writes the proposals that are accepted into the words files.
"""
