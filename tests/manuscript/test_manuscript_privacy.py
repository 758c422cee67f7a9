"""A patient's name and note reach the page as they are, and become nothing else."""

from __future__ import annotations

import pickle

from hypothesis import example, given, settings
from hypothesis import strategies as st
from manuscript_orders import kinds, manuscript, personal

from handout.errors import Private
from handout.manuscript.manuscript import Manuscript
from handout.manuscript.walk import walked

PLAIN = kinds(manuscript(personal()))
names = st.text(min_size=1).filter(lambda text: bool(text.strip()))
one_line = names.filter(lambda text: len(text.splitlines()) == 1)


def values(own: Manuscript, kind: str) -> list[str]:
    found = [one.words for node in walked(own) for one in node.inlines if isinstance(one.words, Private)]
    return [value.reveal() for value in found if value.kind == kind]


@given(names, one_line)
@example("</for><exercise id='x'/>", "<b>bold</b> & {{ sheet.title }}")
@example("Robert'); DROP TABLE--", "]]><private key='reference'/>")
@example("\u202eSam", "{% raw %}\x07")
@settings(max_examples=25, deadline=None)
def test_no_name_or_note_ever_becomes_anything_but_itself(name: str, note: str) -> None:
    root = manuscript(personal(name, note))
    assert kinds(root) == PLAIN
    assert values(root, "name") == [name]
    assert values(root, "note") == [note.strip()]


def test_a_note_of_several_lines_is_several_paragraphs() -> None:
    root = manuscript(personal(note="Rest on Sunday.\n\n  Call on Monday. "))
    assert values(root, "note") == ["Rest on Sunday.", "Call on Monday."]


def test_nothing_private_is_in_the_text_of_a_manuscript() -> None:
    said = repr(manuscript(personal("Zebedee Quux", "The blue card")))
    for secret in ("Zebedee", "Quux", "blue card", "4857773456"):
        assert secret not in said


def test_a_manuscript_travels_to_a_worker_with_its_values() -> None:
    own = manuscript(personal())
    assert pickle.loads(pickle.dumps(own)) == own


def test_one_content_id_serves_every_patient() -> None:
    assert manuscript(personal("A")).content_id == manuscript(personal("B", "another note")).content_id
