"""Small forms that several files share."""

from __future__ import annotations

from handout.source import ID, Choice, Identifier, Integer, ListOf, TableOf, TextShape

NAME = "[a-z][a-z0-9_]*"  # of a value; the end says its unit: settle_hours
TEXT = r"[a-z][a-z_-]*(?:\.[a-z0-9][a-z0-9_-]*)+"  # of a file of words: tips.gentle
LINE = "[A-Z]+(?:-[A-Za-z0-9]+)+"  # of a source article: B-E4

# An exercise, or one version of it.
VERSION = TextShape("an exercise", f"{ID}(?:/easier|/harder)?", "march, or march/easier")

LENGTH = Choice(("leaf", "sheet"))

ids = ListOf(Identifier())
some_ids = ListOf(Identifier(), least=1)
SOURCE = TextShape("a source", "[A-Z]+[0-9]*[a-z]?", "N1")
sources = ListOf(SOURCE)
covers = ListOf(TextShape("a line of an article", LINE, "B-E4"))
values = TableOf(Integer(0, 100_000), NAME)
effects = TableOf(Choice(("refuse", "easier", "ask")), ID)
