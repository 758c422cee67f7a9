"""The faces: variable Noto Sans over every script, Inter for arrows and mathematical signs.

Each is a file of a pinned wheel, opened by mmap when first used; nothing comes from the system. `sha256`
is the file's, tested, because a wheel's upstream is a moving branch. Factors even out the apparent size of
scripts beside Latin; `up` and `down` are the tallest and deepest stacks measured per script.

A face that has an axis of width is there a second time, as narrow as Noto's own SemiCondensed: letters as high and as
heavy, and an eighth less wide. Pages that must hold more words set all of them so.
"""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb

from handout.text.types import Weight


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. `up` and `down` are thousandths of an em from the baseline."""

    id: str
    package: str
    file: str  # below the package's fonts/ofl/
    sha256: str
    scripts: tuple[str, ...]  # ISO 15924, that this face is the first choice for
    factor: float
    up: int
    down: int
    width: float = 100.0  # percent, where it has an axis of width


_WEST, _RTL, _ASIA = "justmytype_western_core", "justmytype_intl_rtl", "justmytype_intl_south_asia"
_SEA, _AFRICA, _CJK = "justmytype_intl_sea", "justmytype_intl_africa", "justmytype_intl_cjk"

# id, package, file, scripts, factor, up, down, sha256
_ROWS: tuple[tuple[str, str, str, str, float, int, int, str], ...] = (
    ("noto-sans", _WEST, "notosans/NotoSans[wdth,wght].ttf", "Latn Cyrl Grek", 1.0, 944, 240,
     "bfb7bb691513f12e734dc346c03a03f784912432d7e3fa8e56efcf906fe86b3d"),
    ("noto-sans-arabic", _RTL, "notosansarabic/NotoSansArabic[wdth,wght].ttf", "Arab", 1.08, 976, 394,
     "63111b5b2e074dd48cc67692e0a2726d86ee94c1c37fe8598257b7b4e87e869e"),
    ("noto-sans-hebrew", _RTL, "notosanshebrew/NotoSansHebrew[wdth,wght].ttf", "Hebr", 1.05, 760, 237,
     "7ef36a2c3593758cdb622e1bdef4f84523e92fbc3ccc667438dd80ff54c2de88"),
    ("noto-sans-devanagari", _ASIA, "notosansdevanagari/NotoSansDevanagari[wdth,wght].ttf", "Deva", 1.05, 896,
     408, "9ce7b04f60e363d8870e5997744cf85cf69d38a4d7d129d364d92a3b14b461d7"),
    ("noto-sans-bengali", _ASIA, "notosansbengali/NotoSansBengali[wdth,wght].ttf", "Beng", 1.0, 992, 513,
     "dcd42978094e584a849c84a51450eeac40c8826057d566ea6d4b9627a403a05a"),
    ("noto-sans-tamil", _ASIA, "notosanstamil/NotoSansTamil[wdth,wght].ttf", "Taml", 0.92, 851, 321,
     "aa3a9b321f4b0bb2c40203ffbde9af89713227866e0e13f76e5b9eeea727cf88"),
    ("noto-sans-telugu", _ASIA, "notosanstelugu/NotoSansTelugu[wdth,wght].ttf", "Telu", 1.0, 869, 472,
     "e618af7bf999df192ed4f388eba2e563f2b5015034e9cbb317b5bd793bd7334d"),
    ("noto-sans-thai", _SEA, "notosansthai/NotoSansThai[wdth,wght].ttf", "Thai", 1.05, 1041, 449,
     "5a1c559bb539583c8a1fd99d1c5b9491e5e14478c9cd2bd0970d5c3096cc9ef8"),
    ("noto-sans-lao", _SEA, "notosanslao/NotoSansLao[wdth,wght].ttf", "Laoo", 1.05, 1156, 471,
     "9608b94603a82d09a8038946f9775242f99e3b3459b7f1e4d5b335b578cd7ab3"),
    ("noto-sans-khmer", _SEA, "notosanskhmer/NotoSansKhmer[wdth,wght].ttf", "Khmr", 1.08, 1067, 567,
     "f37a8431a0c5d5ed2f81a767417546aca576a81fb7eff9c924d46aecf828f2ca"),
    ("noto-sans-myanmar", _SEA, "notosansmyanmar/NotoSansMyanmar[wdth,wght].ttf", "Mymr", 0.95, 1007, 538,
     "7abbbfbe2514105d7ce94937aee3feb2ba89b73a256c8b77b5866bd9b83e32ec"),
    ("noto-sans-ethiopic", _AFRICA, "notosansethiopic/NotoSansEthiopic[wdth,wght].ttf", "Ethi", 0.95, 962, 82,
     "0dbccc00b22d180ebd6a4bd8a733918a29e709fa6798023adc3e6cd40da65077"),
    ("noto-sans-sc", _CJK, "notosanssc/NotoSansSC[wght].ttf", "Hani", 0.96, 866, 138,
     "a3041811a78c361b1de50f953c805e0244951c21c5bd412f7232ef0d899af0da"),
    ("noto-sans-tc", _CJK, "notosanstc/NotoSansTC[wght].ttf", "Bopo", 0.96, 866, 138,
     "864727d210d54f2537bbe23b3a839436c3992af72de9322af5270897246bd44f"),
    ("noto-sans-jp", _CJK, "notosansjp/NotoSansJP[wght].ttf", "Hira Kana", 0.96, 866, 138,
     "c2f3b4d463500a2ddcd3849cded1fceeb9fd6d1c32e6cbecd568453ba50fc68f"),
    ("noto-sans-kr", _CJK, "notosanskr/NotoSansKR[wght].ttf", "Hang", 0.96, 853, 90,
     "194018e6b2b293a7964f037b25c0249ce1418bc9ab3c971060a03aa57861e252"),
    ("inter", _WEST, "inter/Inter[opsz,wght].ttf", "", 1.0, 944, 240,
     "29160a80ff49ddcab2c97711247e08b1fab27a484a329ce8b813d820dc559031"),
)

_WIDE = {
    row[0]: Face(row[0], row[1], row[2], row[7], tuple(row[3].split()), row[4], row[5], row[6])
    for row in _ROWS
}
SEMI_CONDENSED = 87.5  # of the axis of width: OpenType 1.9.1, wdth
NARROW: dict[str, str] = {name: f"{name}-narrow" for name, face in _WIDE.items() if "wdth" in face.file}
FACES: dict[str, Face] = {
    **_WIDE,
    **{own: replace(_WIDE[name], id=own, width=SEMI_CONDENSED) for name, own in NARROW.items()},
}
FACE_OF_SCRIPT: dict[str, str] = {script: face.id for face in _WIDE.values() for script in face.scripts}


@cache
def face_path(face_id: str) -> Path:
    """The font file of a face. Finds the wheel without importing it."""
    face = FACES[face_id]
    spec = importlib.util.find_spec(face.package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the package {face.package}, which holds {face_id}, is not installed")
    return Path(spec.submodule_search_locations[0]) / "fonts" / "ofl" / face.file


@cache
def open_face(face_id: str) -> hb.Face:
    """The face, mapped into memory; its weights share it."""
    return hb.Face(hb.Blob.from_file_path(str(face_path(face_id))))


@cache
def axes(face_id: str, weight: Weight) -> tuple[tuple[str, float], ...]:
    """Every variation axis with its value, by tag. No default is relied on: some faces start thin."""
    chosen = {"wght": float(weight), "wdth": FACES[face_id].width}
    infos = open_face(face_id).axis_infos
    return tuple(sorted((info.tag, chosen.get(info.tag, float(info.default_value))) for info in infos))


@cache
def open_font(face_id: str, weight: Weight) -> hb.Font:
    """The face at a weight, every axis pinned, scaled to its own units per em."""
    font = hb.Font(open_face(face_id))
    font.set_variations(dict(axes(face_id, weight)))
    return font


@lru_cache(maxsize=65536)
def has_glyph(face_id: str, character: str) -> bool:
    """Whether the face maps the character to a glyph; every weight maps the same characters."""
    return bool(open_font(face_id, 400).get_nominal_glyph(ord(character)))
