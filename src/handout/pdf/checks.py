"""What would make a file that lies about its conformance, found before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handout.errors import Finding, PdfError
from handout.layout import Pages, PictureItem, ShapeItem, Tag
from handout.pdf.structure import OWNERS, leaves, walk

# Standard structure types, ISO 32000-1, 14.8.4.
_GROUPS = ("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct")
_BLOCKS = ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody")
_TABLES = ("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot")
_INLINE = ("Span", "Quote", "Note", "Reference", "Code", "Figure", "Formula")
ROLES = frozenset((*_GROUPS, *_BLOCKS, *_TABLES, *_INLINE))
_EMPTY = frozenset({"TD", "TH"})  # a cell may be empty; anything else without content is a mistake
_FAULT = "This is a fault of the program, not of the content: please report it."


def refuse(pages: Pages) -> None:
    """Raises PdfError with everything that keeps these pages from being a conforming file."""
    findings = [*_document(pages), *_tree(pages.tree), *_content(pages), *_glyphs(pages)]
    if findings:
        raise PdfError(findings)


def _document(pages: Pages) -> Iterator[Finding]:
    if not pages.title.strip():
        yield Finding("The document has no title.", "Give the routine a title in its language file.", path="title")
    if not pages.language:
        yield Finding("The document has no language.", "Say the language's tag, such as en or ar.")
    if not pages.pages:
        yield Finding("The document has no pages.", _FAULT)
    if pages.tree.role != "Document":
        yield Finding(f"The structure tree begins with {pages.tree.role}, not Document.", _FAULT)


def _tree(tree: Tag) -> Iterator[Finding]:
    """Each node alone, and each id once."""
    counts = Counter(tag.id for tag in walk(tree))
    for identity in sorted(identity for identity, count in counts.items() if count > 1 or not identity):
        yield Finding(f"The tag {identity!r} stands in the tree {counts[identity]} times.", _FAULT)
    for tag in walk(tree):
        if tag.role not in ROLES:
            yield Finding(f"{tag.role!r} is no structure type of PDF 1.7.", _FAULT, path=tag.path)
        if tag.role == "Figure" and not tag.alt.strip():
            what = "A picture has no text that says what it shows."
            yield Finding(what, "Write what the picture shows (alt text).", path=tag.path or tag.id)
        for attribute in sorted(tag.attributes.keys() - OWNERS.keys()):
            yield Finding(f"The attribute {attribute} of {tag.id} has no owner in PDF 1.7.", _FAULT, path=tag.path)


def _tagged(pages: Pages) -> Iterator[str]:
    """The tags of items in content order, a stretch at a time; artifacts in between do not count."""
    last = ""
    for page in pages.pages:
        for item in page.items:
            if not isinstance(item, ShapeItem) and item.tag and item.tag != last:
                yield item.tag
                last = item.tag


def _content(pages: Pages) -> Iterator[Finding]:
    """Items and leaves are the same, in the same order."""
    wanted = leaves(pages.tree)
    known = {tag.id: tag for tag in walk(pages.tree)}
    used = list(_tagged(pages))
    for identity in sorted({identity for identity in used if identity not in known}):
        yield Finding(f"Something on the page belongs to the tag {identity!r}, which is not in the tree.", _FAULT)
    for identity in sorted({i for i in used if i in known and known[i].children}):
        yield Finding(f"The tag {identity!r} has both content and children.", _FAULT, path=known[identity].path)
    drawn = set(used)
    for tag in wanted:
        if tag.id not in drawn and tag.role not in _EMPTY:
            what = f"The {tag.role} {tag.id!r} has nothing on any page."
            yield Finding(what, _FAULT, path=tag.path)
    expected = [tag.id for tag in wanted if tag.id in drawn]
    actual = [identity for identity in used if identity in known and not known[identity].children]
    if actual != expected:
        at = next(
            (i for i, pair in enumerate(zip(actual, expected, strict=False)) if pair[0] != pair[1]),
            len(expected),
        )
        identity = actual[at] if at < len(actual) else expected[-1]
        what = f"The tag {identity!r} is drawn out of reading order, or in two places."
        yield Finding(what, _FAULT, path=known[identity].path)


def _glyphs(pages: Pages) -> Iterator[Finding]:
    """No box in place of a letter; the private text itself is not named."""
    paths = {tag.id: tag.path or tag.id for tag in walk(pages.tree)}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, PictureItem | ShapeItem):
                continue
            missing = next((glyph.cluster for glyph in item.run.glyphs if not glyph.gid), None)
            if missing is not None:
                said = "a character of the patient's own text" if item.run.private else repr(missing)
                what = f"The face {item.run.face} has no glyph for {said}."
                hint = "Use another spelling, or report it: the text should have been refused earlier."
                yield Finding(what, hint, path=paths.get(item.tag, item.tag))
