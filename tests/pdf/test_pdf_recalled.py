"""What one file hands on to the next is nothing of a patient, and changes no byte."""

from __future__ import annotations

import io
from dataclasses import replace

import pdf_specimens as specimen
import pikepdf
import pytest

from handout.layout.pages import Pages, TextItem
from handout.pdf import characters, faces, patches, write


def forget() -> None:
    characters._ENCODED.clear()
    characters._STATES.clear()
    faces._subset.cache_clear()
    patches.deflated.cache_clear()


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    forget()


def named(pages: Pages, name: str) -> Pages:
    """The same pages, every other run as it was, for another patient."""
    items = [
        replace(one, run=specimen.run(name, weight=700, private=True))
        if isinstance(one, TextItem) and one.run.private
        else one
        for one in pages.pages[0].items
    ]
    return replace(pages, pages=(replace(pages.pages[0], items=tuple(items)), *pages.pages[1:]))


def streams(data: bytes) -> list[bytes]:
    """Content streams of all pages, the one with the patient's words left out."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = [stream.read_bytes() for page in pdf.pages for stream in page.obj.Contents]
    return [*found[:1], *found[2:]]


NAMES = ("Sam Taylor", "Zoë Quux", "Łukasz Żółć", "Ana Ruiz", "Sam Taylor")


def test_a_file_is_the_same_whatever_was_written_before_it() -> None:
    plain = specimen.handout()
    sheets = [named(plain, name) for name in NAMES]
    alone = []
    for sheet in sheets:
        forget()
        alone.append(write(sheet))
    forget()
    assert [write(sheet) for sheet in sheets] == alone
    assert [write(sheet) for sheet in reversed(sheets)] == alone[::-1]


def test_no_run_of_a_patients_words_is_kept() -> None:
    write(named(specimen.handout(), "Zebedee Żółć"))
    assert characters._ENCODED
    assert not any(run.private for run, _, _ in characters._ENCODED.values())
    assert {code[1] for _, code in characters._STATES}.isdisjoint("ŻćłZ")


def test_the_next_sheets_other_words_are_found_again() -> None:
    plain = specimen.handout()
    write(named(plain, "Al"))
    known = len(characters._ENCODED)
    write(named(plain, "Zebedee Żółć"))
    assert len(characters._ENCODED) == known


def test_what_is_not_the_patients_is_the_same_for_every_patient() -> None:
    plain = specimen.handout()
    one, other = (streams(write(named(plain, name))) for name in ("Al", "Zebedee Żółć"))
    assert len(one) > 2
    assert one == other


def test_no_more_than_the_most_runs_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = specimen.handout()
    alone = write(plain)
    forget()
    monkeypatch.setattr(characters, "_MOST", 3)
    assert write(plain) == alone
    assert len(characters._ENCODED) <= 3
    assert write(plain) == alone
