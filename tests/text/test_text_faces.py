"""The faces are the files that were measured, opened lightly, with every axis pinned."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest
import uharfbuzz as hb

from handout.text import FACES, Face, Weight, axes, face_path
from handout.text.faces import NARROW, SEMI_CONDENSED


@pytest.mark.parametrize("face", FACES.values(), ids=FACES.keys())
def test_a_font_file_is_the_one_that_was_measured(face: Face) -> None:
    assert hashlib.sha256(face_path(face.id).read_bytes()).hexdigest() == face.sha256


@pytest.mark.parametrize("face_id", FACES)
def test_every_axis_of_a_face_is_pinned_and_the_weight_is_real(face_id: str) -> None:
    tags = {info.tag for info in hb.Face(hb.Blob.from_file_path(str(face_path(face_id)))).axis_infos}
    weights: tuple[Weight, Weight] = (400, 700)
    for weight in weights:
        pinned = dict(axes(face_id, weight))
        assert set(pinned) == tags
        assert pinned["wght"] == weight
        assert pinned.get("wdth", 100) == FACES[face_id].width
        assert pinned.get("opsz", 14) == 14


def test_a_narrow_face_is_the_same_file_and_only_letters_with_an_axis_of_width_have_one() -> None:
    for face, narrow in NARROW.items():
        assert face_path(face) == face_path(narrow)
        assert (dict(axes(face, 400))["wdth"], dict(axes(narrow, 400))["wdth"]) == (100, SEMI_CONDENSED)
    wide = [face for face in FACES if not face.endswith("-narrow")]
    assert {face for face in wide if "wdth" in dict(axes(face, 400))} == set(NARROW)


def test_each_face_has_its_licence_beside_it() -> None:
    assert all((face_path(face).parent / "OFL.txt").exists() for face in FACES)


def test_setting_text_loads_neither_fonttools_nor_the_font_packages() -> None:
    program = (
        "import sys; from handout.text import *;"
        "typeset([Span('Hello محمّد', 12, 400, '#000000', 'en')],"
        " ParagraphStyle('en', 'ltr', 16, ('noto-sans',)), 300);"
        "print([name for name in sys.modules"
        " if name.split('.')[0] in ('fontTools', 'numpy', 'reportlab') or 'justmytype' in name])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
