"""docs/architecture.md, from the code: `python -m tests.architecture` writes it anew."""
