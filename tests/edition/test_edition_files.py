"""The files of words that a routine needs: of what any version of its exercises needs, too."""

from __future__ import annotations

from dataclasses import replace

from edition_library import ROUTINE, shipped

from handout.content import FLOOR_CHAIR
from handout.content.types import EasierWay
from handout.edition.files import files_of


def things(**changes: object) -> set[str]:
    """What the equipment's words are needed for where the routine has one exercise, changed so."""
    library, routine = shipped(), shipped().routines[ROUTINE]
    use = next(one for one in routine.exercises if one.exercise == "march")
    plain = {"equipment": (), "easier_way": None, "position": "standing"}
    march = replace(library.exercises["march"], **(plain | changes))
    own = replace(library, exercises={**library.exercises, "march": march})
    files = {one.path: one for one in files_of(own, replace(routine, exercises=(use,)))}
    return {name.removeprefix("items.") for name in files["equipment"].needed or ()}


def test_words_are_needed_for_what_the_exercise_its_easier_way_and_the_way_to_the_floor_need() -> None:
    assert things() == set()
    assert things(equipment=("towel",)) == {"towel"}
    assert things(easier_way=EasierWay("sitting", ("table",))) == {"table"}
    assert things(position="floor") == {FLOOR_CHAIR}
