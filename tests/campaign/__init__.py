"""The campaign: thousands of well-formed wrong things, and what becomes of each. `python -m tests.campaign`."""
