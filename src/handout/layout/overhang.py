"""Words that are wider than their place.

A sheet sets such a word all the same, and its proof refuses the sheet for what the word then lies on; here an author is
told which word it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from handout.errors import Finding
from handout.layout.pages import Pages, Tag, TextItem

SLACK = 0.5  # pt, of rounding


def overhangs(pages: Pages) -> Iterator[Finding]:
    """A finding for each text that has a word too wide for its place."""
    paths = dict(_paths(pages.tree, ""))
    items = (item for page in pages.pages for item in page.items)
    for item in items:
        if isinstance(item, TextItem) and item.tag and item.over > SLACK and not item.run.private:
            longest = max(item.run.text.split(), key=len, default="")
            what = f"“{longest}” is {item.over:.0f} pt wider than its place"
            yield Finding(what, "Take a shorter word, or part it with a hyphen.", path=paths.get(item.tag, ""))


def _paths(tag: Tag, path: str) -> Iterator[tuple[str, str]]:
    """The content path of each leaf, its own or that of what holds it."""
    own = tag.path or path
    yield tag.id, own
    for child in tag.children:
        yield from _paths(child, own)
