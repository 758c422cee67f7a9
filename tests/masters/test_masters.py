"""Masters and copies: made from stand-ins, the same bytes alone as in a batch, proved as strictly as a whole file."""

from __future__ import annotations

import pickle
import re
from dataclasses import replace

import pytest
from masters_orders import NOTE, batch, fresh, made, order, sealed, shop

from handout.manuscript.blanks import own_blocks
from handout.manuscript.words import own_texts
from handout.masters import Copy
from handout.masters import made as made_masters
from handout.pdf import write
from handout.pipeline import MASTERS, lay
from handout.prescription import Clinician, Order
from handout.proof import Claimed, conformance, prove
from handout.shop import Shop
from handout.store import cache_folder


def told(copy: Copy) -> Claimed:
    return Claimed(copy.pdf, own_texts(own_blocks(copy.manuscript)))


def wrong(copy: Copy, pdf: bytes) -> list[str]:
    assert copy.proven is not None
    (found,) = copy.proven.check([replace(told(copy), pdf=pdf)])
    return [finding.what for finding in found]


MORNING = [
    order(2),
    order(3, name="Bo"),
    order(4, note=NOTE),
    order(5, name="Jörg Weiß", note="See you."),
    replace(order(6), clinician=None),
    order(7, name="Maximiliana Konstantina Featherstonehaugh of Nether Wallop"),
]


def test_alone_as_in_a_batch_as_laid_out_by_itself_byte_for_byte(english: Shop) -> None:
    together: dict[int, bytes] = {}
    for own in ([MORNING[0], MORNING[1], MORNING[5]], [MORNING[2]], [MORNING[3]], [MORNING[4]]):
        together |= {one.number: copy.pdf for one, copy in zip(own, batch(own, english), strict=True)}
    for one in MORNING:
        assert write(lay(one, "back", english).pages) == together[one.number], one.number
    alone = fresh(english)
    assert made(MORNING[0], alone).pdf == together[2]


def test_a_master_and_all_that_is_kept_of_it_holds_nothing_of_any_order(english: Shop) -> None:
    for one in MORNING:
        made(one, english)
    kept = b"".join(
        pickle.dumps((own.pages(), own.master.kept(), own.model.manuscript(own.values), proven_bytes))
        for masters in english.kept._kept[MASTERS].values()
        for group in masters._made.values()
        for own in group or ()
        for proven_bytes in [[(p._static, p._template, p._first) for p in own.proven.values()]]
    )
    assert len(kept) > 400_000
    words = {w for one in MORNING for w in re.findall(r"QZ-\d{4}|[^\W\d_]{4,}", _private(one))}
    assert len(words) > 15
    for word in words - {"blue", "form", "Ring", "tells", "said", "then", "when", "what", "whom", "bell", "door"}:
        for way in (word.encode(), word.encode("utf-16-be"), word.encode("utf-16-be").hex().upper().encode()):
            assert way not in kept, word


def _private(one: Order) -> str:
    assert one.patient
    values = (one.patient.name, one.patient.reference, one.note)
    return " ".join(value.reveal() for value in values if value) + (one.clinician.name if one.clinician else "")


def test_another_clinician_another_day_and_another_name_are_copies_of_one_master(english: Shop) -> None:
    at = fresh(english)
    made(order(2), at)
    made(replace(order(3, name="Zoe Quux"), clinician=Clinician("Ben Okafor", "physiotherapist")), at)
    (masters,) = at.kept._kept[MASTERS].values()
    assert len(masters._made) == 1


def test_a_copy_equals_the_file_that_was_proved_whole_but_for_its_holes(english: Shop) -> None:
    copy = made(order(2), english)
    assert copy.proven is not None
    assert wrong(copy, copy.pdf) == []
    for at in (200, len(copy.pdf) // 2, len(copy.pdf) - 40):
        changed = bytearray(copy.pdf)
        changed[at] ^= 1
        assert wrong(copy, bytes(changed)) == ["The file differs from the master that it was made from."]


def test_a_letter_changed_in_a_hole_is_found(english: Shop) -> None:
    copy = made(order(2, name="Sam Oxenford"), english)
    start = copy.pdf.rindex(b"/MCID 4>>BDC")
    shown = re.search(rb"\d Tm\[<((?:[0-9A-F]{4})+)", copy.pdf[copy.pdf.index(b"/F2", start) :])
    assert shown
    letters = shown[1]
    other = letters[4:8] + letters[:4] + letters[8:]
    (what,) = set(wrong(copy, sealed(copy.pdf.replace(letters, other))))
    assert what == "The line with the patient's own words is missing or incomplete."


def test_another_patients_copy_is_not_this_ones(english: Shop) -> None:
    one, other = batch([order(2, name="Sam Oxenford"), order(3, name="Ann Oxenford")], english)
    assert wrong(one, other.pdf)


def test_a_name_whose_letters_the_master_lacks_is_written_and_proved_whole(english: Shop) -> None:
    at = fresh(english)
    own = order(2, name="Łucja Ẓ̌ak")
    copy = made(own, at)
    assert copy.proven is None
    assert copy.pdf == write(lay(own, "back", at).pages)
    again = made(order(3), at)
    assert again.proven is not None
    assert again.pdf == made(order(3), fresh(english)).pdf  # nothing of the strange name is left in the master


def test_every_size_class_of_a_master_is_proved_whole_before_a_copy_leaves(
    english: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, proved = fresh(english), list[bytes]()

    def noted(pdf: bytes, *given: object) -> object:
        proved.append(pdf)
        return prove(pdf, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(made_masters, "prove", noted)
    made_ = batch([order(2, note="Hi."), order(3, note="Bring the blue form and your old shoes, please.")], at)
    assert {len(copy.pdf) for copy in made_} == {len(pdf) for pdf in proved}
    for copy in made_:
        assert any(copy.pdf[: copy.pdf.rindex(b"/ObjStm")] == pdf[: pdf.rindex(b"/ObjStm")] for pdf in proved)


def test_one_order_that_is_refused_stops_no_other(english: Shop) -> None:
    from handout.errors import LayoutError
    from handout.pipeline import copies

    good, bad = order(2), order(3, name="W" * 90)
    found = copies([good, bad], "back", english)
    assert isinstance(found[0], tuple)
    assert isinstance(found[1], LayoutError)


STYLES = [("standard", "a4"), ("large-print", "letter"), ("mono", "a4")]


@pytest.mark.slow
@pytest.mark.parametrize("tag", ["ar", "de", "hi", "ru", "vi", "zh-Hans"])
def test_a_roster_of_every_kind_is_alone_as_in_a_batch_and_conforms(tag: str) -> None:
    at = shop(cache_folder(), tag, "en")
    for style, paper in STYLES:
        likes = [
            [replace(order(n, tag, name, note), style=style, paper=paper) for n, name in ((2, "Sam Oxenford"), (3, ""))]
            for note in ("", NOTE)
        ]
        for own in likes:
            for one, copy in zip(own, batch(own, at), strict=True):
                assert copy.pdf == write(lay(one, "back", at).pages), (style, one.number)
                assert conformance(copy.pdf) == ()
