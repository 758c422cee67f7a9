"""One file a kind of block: an element of the manuscript to a passage of pieces, as pure functions."""
