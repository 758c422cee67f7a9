"""The clinic's row and the patient's: nothing is cut, nothing stands alone on a line, nothing prints as nothing."""

from __future__ import annotations

from dataclasses import replace

import layout_specimens as sheet
import pytest

from handout.drawing import Raster
from handout.errors import LayoutError, Private
from handout.layout import Setting
from handout.layout.blocks.masthead import set_masthead, set_patient, to_write_on, with_small_logo
from handout.layout.blocks.sections import set_note
from handout.layout.pages import PictureItem, TextItem
from handout.layout.setup import Setup
from handout.manuscript.blocks import Logo, Masthead, Note, PatientRow
from handout.manuscript.kinds import Kind
from handout.manuscript.text import Inline, Text, text

WIDTH = 511.28


def setup(style: str = "standard", setting: Setting = sheet.ENGLISH) -> Setup:
    return Setup(sheet.theme(style), setting, WIDTH)


PHONE = "0113 496 0000"
NAME, ADDRESS = "Müller & O'Brien Physiotherapy", "12 Station Road, Leeds LS1 4AB"


def clinic(phones: tuple[str, ...] = (), hours: tuple[str, ...] = (), **named: str) -> Masthead:
    return Masthead(
        name=text(Kind.CLINIC_NAME, named.get("name", NAME)),
        address=text(Kind.CLINIC_ADDRESS, named.get("address", ADDRESS)),
        phones=tuple(text(Kind.CLINIC_PHONE, phone) for phone in phones),
        hours=tuple(text(Kind.CLINIC_HOURS, one) for one in hours),
    )


def lines(element: Masthead, kind: str) -> list[tuple[float, float, str]]:
    """Place and words of what is printed of one element, line by line."""
    passage = set_masthead(element, setup(), {})
    items = [item for piece in passage.pieces for item in piece.block.at(0, 0)]
    found: dict[float, list[TextItem]] = {}
    for item in items:
        if isinstance(item, TextItem) and item.tag == f"masthead/{kind}":
            found.setdefault(round(item.y, 1), []).append(item)
    return [(min(i.x for i in row), y, "".join(i.run.text for i in row).strip()) for y, row in sorted(found.items())]


def test_an_address_that_takes_two_lines_is_parted_evenly() -> None:
    hours = ("Monday to Thursday, 08:00 to 12:30",)
    long = clinic((PHONE,), hours, address="Unit 4b, The Old Station, 12 Station Road, Leeds LS1 4AB")
    words = [text for _, _, text in lines(long, "clinic-address")]
    assert len(words) == 2
    assert max(map(len, words)) < 2 * min(map(len, words))


def test_name_and_telephone_stand_on_one_baseline() -> None:
    whole = clinic((PHONE,), ("Friday", "Saturday"))
    assert lines(whole, "clinic-name")[0][1] == lines(whole, "clinic-phone")[0][1]


def test_two_numbers_stand_side_by_side_where_there_is_room() -> None:
    two = clinic((PHONE, "0113 496 0001"))
    (first,), (second,) = lines(two, "clinic-phone"), lines(two, "clinic-phone-1")
    assert first[1] == second[1]
    assert first[0] < second[0]


def test_a_logo_and_a_name_of_two_lines_keep_clear_of_each_other() -> None:
    pictures = sheet.boxes(sheet.manuscript())
    logo = Logo(ref="clinic/logo.png", alt="Elm Street")
    passage = set_masthead(replace(clinic((PHONE,)), logo=logo), setup(), pictures)
    items = [item for piece in passage.pieces for item in piece.block.at(0, 0)]
    (picture,) = [item for item in items if isinstance(item, PictureItem)]
    assert all(item.x >= picture.x + picture.picture.width for item in items if isinstance(item, TextItem))


def test_a_small_logo_is_as_high_as_the_words_beside_it_and_keeps_its_proportions() -> None:
    own = replace(clinic((PHONE,)), logo=Logo(ref="clinic/logo.png", alt="Elm Street"))
    wide = Raster(80.0, 40.0, b"", (80, 40))
    low, bare = (with_small_logo(one, setup(), {"clinic/logo.png": wide})["clinic/logo.png"] for one in (
        own, replace(own, address=None)))  # fmt: skip
    alone = set_masthead(replace(own, logo=None), setup(), {}).pieces[0].block.height
    assert low.height == pytest.approx(alone)
    assert bare.height < low.height < wide.height
    assert low.width == pytest.approx(2 * low.height)
    shown = set_masthead(own, setup(), {"clinic/logo.png": low}).pieces[0].block
    assert shown.height == pytest.approx(alone)
    small = Raster(20.0, 10.0, b"", (20, 10))
    assert with_small_logo(own, setup(), {"clinic/logo.png": small})["clinic/logo.png"] is small


def test_an_address_shares_its_line_with_the_e_mail_where_both_go_into_it() -> None:
    own = replace(clinic((PHONE,)), email=text(Kind.CLINIC_EMAIL, "hello@elm.example"))
    (address,), (email,) = lines(own, "clinic-address"), lines(own, "clinic-email")
    assert address[1] == email[1]
    assert address[0] < email[0]
    long = replace(own, email=text(Kind.CLINIC_EMAIL, "reception-and-appointments@elm-street.example"))
    assert lines(long, "clinic-address")[0][1] < lines(long, "clinic-email")[0][1]


def patient(**values: str) -> PatientRow:
    """The patient's row; a date of birth is a second reference."""
    kinds = {"for": Kind.FOR, "by": Kind.BY, "on": Kind.ON, "reference": Kind.REFERENCE, "born": Kind.REFERENCE}
    entries = (
        Text(kinds[name], (Inline(Private(value, name)),), label=name.title()) for name, value in values.items()
    )
    return PatientRow(entries=tuple(entries))


def note(words: str) -> Note:
    said = Text(Kind.PARAGRAPH, (Inline(Private(words, "note")),))
    return Note(title=text(Kind.HEADING3, "A note for you"), texts=(said,))


def test_all_five_entries_of_a_patient_are_printed_each_with_a_tag_of_its_own() -> None:
    values = {"for": "Zdenka Quillon", "by": "Ana", "on": "20 November 2026", "reference": "A-1", "born": "17 May 1980"}
    passage = set_patient(patient(**values), setup())
    said = "".join(i.run.text for p in passage.pieces for i in p.block.at(0, 0) if isinstance(i, TextItem))
    for words in ("Zdenka Quillon", "Ana", "20 November 2026", "A-1", "17 May 1980"):
        assert words in said
    assert passage.tag is not None
    names = [tag.id for tag in passage.tag.children]
    assert len(set(names)) == 5


@pytest.mark.parametrize("value", ["\u200b", "\u200e\u2060", "\u3164", " \u00a0"])
@pytest.mark.parametrize("kind", ["for", "reference"])
def test_a_value_that_prints_as_nothing_is_refused(kind: str, value: str) -> None:
    with pytest.raises(LayoutError, match="would print as nothing") as refused:
        set_patient(patient(**{kind: value}), setup())
    assert refused.value.findings[0].path == f"patient/{kind}"


def test_a_word_that_would_run_off_the_paper_is_refused_and_not_repeated() -> None:
    word = "Zq" * 145
    for refuse in (
        lambda: set_patient(patient(**{"for": word}), setup()),
        lambda: set_note(note(f"Mind {word}."), setup()),
        lambda: set_masthead(clinic(name=word), setup(), {}),
    ):
        with pytest.raises(LayoutError, match="wider than its place") as refused:
            refuse()
        assert "clinic" in str(refused.value) or word not in str(refused.value)


def test_forty_letters_and_a_long_clinic_name_wrap_in_large_print() -> None:
    long = "Dr Wilhelmina Featherstonehaugh-Cholmondeley"
    assert set_patient(patient(**{"for": long}), setup("large-print")).height < 90


def test_a_line_for_the_clinics_number_says_whose_it_is_and_is_shorter_where_there_is_less_room() -> None:
    ours = Text(Kind.CLINIC_PHONE, (), label="Our phone:")
    (wide, tag), (close, _), (least, _) = (to_write_on(ours, setup(), room) for room in (WIDTH, 200.0, 10.0))
    said = "".join(item.run.text for item in wide.items if isinstance(item, TextItem)).strip()
    assert (said, tag.id) == ("Our phone:", "masthead/clinic-phone")
    assert wide.width > close.width == pytest.approx(200.0)
    assert least.width == pytest.approx(wide.width - 0.3 * setup().theme.masthead.blank)
