"""What assistive technology and viewers need: pictures with their texts, languages, title, fonts, no gaps."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator

from handout.errors import Finding
from handout.manuscript import ExerciseCard, Manuscript, Node, languages, privates, shown, walked
from handout.proof.asked import Asked
from handout.proof.compare import alike
from handout.proof.eye.paper import is_on
from handout.proof.readback import ReadBack, identity
from handout.proof.tree import TagNode

_HINT = "This is a fault of the program, not of the content: please report it."
_BLANK = "__"  # part of a line to write on
# The shape of a language tag (RFC 3066, which holds those of BCP 47), not the registry.
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)
# What every file says of itself: its kind, its makers, its standards, and ids that are no element's of the manuscript.
OWN_WORDS = (
    "application/pdf",
    "handout",
    "ReportLab PDF Library",
    "PDF/UA identification schema http://www.aiim.org/pdfua/ns/id/ pdfuaid PDF/UA part Integer internal",
    "x-default Resource W5M0MpCehiHzreSzNTczkc9d begin end id xpacket",
    "document drawing rows words",
)
# The names of the packet's elements and attributes, and the namespaces they come from.
_MARKUP = re.compile(r'xmlns:\w+="[^"]*|</?[\w:]+|[\w:]+=')


def check_pictures(read: ReadBack, manuscript: Manuscript) -> Iterator[Finding]:
    """Every place of a picture has a Figure with its text, in its own block, drawn on a page."""
    painted = {(page, mark) for page, sheet in enumerate(read.sheets) for mark, _ in sheet.painted}
    figures = Counter(
        (_exercise(node), alike(node.alt))
        for node in read.walk()
        if node.role == "Figure" and painted & set(node.marks)
    )
    for place in shown(manuscript):
        key = (place.block if place.block.startswith("exercise/") else "", alike(place.alt))
        if figures[key] > 0:
            figures[key] -= 1
        else:
            what = f"The picture “{place.alt}” is not in the file." if place.alt else "A picture has no text."
            yield Finding(what, "Make the sheet again; it must not go out without its pictures.", path=place.path)


def _exercise(node: TagNode) -> str:
    """The exercise an element belongs to, by its id."""
    found = re.match(r"exercise/[^/]+", identity(node))
    return found.group() if found else ""


def check_exercises(read: ReadBack, manuscript: Manuscript) -> Iterator[Finding]:
    """Every exercise of the manuscript has an element of its own."""
    yield from _doses(read, manuscript)
    have = {_exercise(node) for node in read.walk()}
    for exercise in manuscript.all(ExerciseCard):
        if f"exercise/{exercise.id}" not in have:
            what = f"The exercise {exercise.id} is not in the structure of the file."
            yield Finding(what, _HINT, path=exercise.path)


def _doses(read: ReadBack, manuscript: Manuscript) -> Iterator[Finding]:
    """Doses are lines to write on where the sheet is for nobody yet, and numbers where it is for somebody."""
    if manuscript.stock and privates(manuscript):
        yield Finding("A stock sheet bears a patient's values, and no doses.", _HINT)
    for exercise in manuscript.all(ExerciseCard):
        said = read.text(read.block(f"exercise/{exercise.id}/dose"))
        if (_BLANK in said) is not manuscript.stock or (manuscript.stock and re.search(r"\d", said)):
            wanted = "lines to write on" if manuscript.stock else "numbers"
            yield Finding(f"The dose of the exercise {exercise.id} is not in {wanted}.", _HINT, path=exercise.path)


def check_file(read: ReadBack) -> Iterator[Finding]:
    """What holds for any handout, known or unknown."""
    claims = read.claims
    if not claims.title.strip() or not claims.shows_title:
        yield Finding("The file does not show its title.", _HINT)
    if not claims.marked or not read.nodes:
        yield Finding("The file is not tagged.", _HINT)
    if not _TAG.fullmatch(claims.language):
        yield Finding(f"The file does not say its language ({claims.language!r}).", _HINT)
    for node in read.walk():
        if node.language and not _TAG.fullmatch(node.language):
            yield Finding(f"{identity(node)} is in no known language: {node.language!r}.", _HINT)
        if node.role == "Figure" and not (node.alt.strip() and node.box):
            yield Finding(f"The picture {identity(node)} has no text or no box.", _HINT)
    for number, sheet in enumerate(read.sheets, start=1):
        if sheet.unmapped or "\ufffd" in sheet.text or "\x00" in sheet.text:
            yield Finding(f"Page {number} has characters that cannot be read.", _HINT)
    yield from read.fonts


def check_claims(read: ReadBack, asked: Asked) -> Iterator[Finding]:
    """Title, language, content id, paper; and nothing of the patient anywhere but on the page."""
    claims, manuscript = read.claims, asked.manuscript
    if alike(claims.title) != alike(manuscript.title):
        yield Finding("The file's title is not the manuscript's.", _HINT)
    if claims.language != manuscript.tag:
        yield Finding(f"The file says it is in {claims.language}, not {manuscript.tag}.", _HINT)
    if claims.identifier != manuscript.content_id:
        yield Finding("The file's content id is not the manuscript's.", _HINT)
    for missing in sorted(languages(manuscript) - {node.language for node in read.walk()}):
        yield Finding(f"Text in {missing} is not marked as {missing}.", _HINT)
    yield from _paper(read, manuscript)
    yield from _leaks(read, asked)


def _paper(read: ReadBack, manuscript: Manuscript) -> Iterator[Finding]:
    for number, sheet in enumerate(read.sheets, start=1):
        if not is_on(manuscript.paper, sheet.box):
            yield Finding(f"Page {number} is not on {manuscript.paper}.", _HINT)


def _marks(node: Node) -> Iterator[str]:
    """What a node of the manuscript says besides its words: nothing of a patient."""
    yield from (node.kind.label, node.label, node.path)
    yield from (value for _, value in node.marks)


def _leaks(read: ReadBack, asked: Asked) -> Iterator[Finding]:
    """A patient's value in metadata, bookmarks, labels, titles or ids, unless that stands there for everybody."""
    elsewhere = " ".join(
        [
            html.unescape(_MARKUP.sub(" ", read.claims.metadata)),
            read.claims.names,
            *(f"{node.id} {node.title} {node.alt}" for node in read.walk()),
        ]
    )
    public = " ".join(
        [
            *OWN_WORDS,
            *(str(number) for number in range(1, len(read.sheets) + 1)),
            *(one.text for one in asked.words() if not one.private),
            *(word for one in walked(asked.manuscript) for word in _marks(one)),
            asked.manuscript.title,
            asked.manuscript.description,
            asked.manuscript.content_id,
        ]
    )
    for value in privates(asked.manuscript):
        whole = re.compile(rf"(?<!\w){re.escape(value)}(?!\w)")
        if whole.search(elsewhere) and not whole.search(public):
            yield Finding("A patient's value stands in the file's metadata or bookmarks.", _HINT)
            return
