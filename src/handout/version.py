"""The version of the software: it is printed in a sheet's metadata and counts towards its content id."""

__version__ = "0.1.0"
MADE_HERE = b"<xmp:CreatorTool>handout</xmp:CreatorTool>"  # what each PDF says of who made it
