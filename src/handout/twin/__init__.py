"""The twin: the manuscript as one self-contained page for a screen.

manuscript, pictures, the words of its controls -> HTML. It asks nothing of any network: style, script and drawings
lie inside, and its own content security policy forbids the rest. The PDF stays the print path.
"""

from handout.twin.controls import Controls, controls_of
from handout.twin.page import About, page_of
from handout.twin.web import INDEX, FolderEntry, index_of

__all__ = ["INDEX", "About", "Controls", "FolderEntry", "controls_of", "index_of", "page_of"]
