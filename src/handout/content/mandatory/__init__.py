"""What no sheet may fall below, and whatever falls below it.

`handouts/safety/mandatory.yaml` of each layer -> `Mandatory` (`read_mandatory`), a library -> `Shortfall`s.
"""
