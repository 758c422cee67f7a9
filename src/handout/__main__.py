"""`python -m handout` is the `handout` command."""

from handout.cli import command

command()
