"""Mutants of finished files: bytes, and what a font of the file draws for its codes."""

from __future__ import annotations

import io
import random
import struct
from functools import cache
from itertools import pairwise

import pikepdf
from tests.campaign.others import shop
from tests.campaign.verdicts import Outcome, Verdict, judged

from handout.errors import errors_of
from handout.pdf.baking import font_of, tables_of
from handout.pipeline import Publication, publish
from handout.prescription import Order
from handout.proof import Eye, proof_alone, proofread
from handout.proof.eye.letters import codes_of, drawn_by

EYE = Eye()  # pages that no change touched are looked at once


@cache
def finished(tag: str = "en") -> Publication:
    return publish(Order(1, ("back",), tag), "back", shop())


def pdf(seed: int) -> Verdict:
    """One to eight bytes of a finished sheet changed."""
    dice = random.Random(seed)
    data = bytearray(finished().pdf)
    for _ in range(dice.randint(1, 8)):
        data[dice.randrange(len(data))] ^= dice.randint(1, 255)
    done = f"bytes of seed {seed}"

    def attempt() -> Verdict:
        return Verdict(Outcome.refused if errors_of(proof_alone(bytes(data))) else Outcome.escape, done)

    return judged(done, attempt)


def font(seed: int) -> Verdict:
    """Two codes of a font exchange their glyphs, outlines or texts; held against the manuscript, and alone."""
    dice = random.Random(seed)
    tag, how = dice.choice(["en", "ar"]), dice.choice(["glyphs", "outlines", "texts"])
    one = finished(tag)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(one.pdf)) as file:
        fonts = [font for _, font in file.pages[0].Resources.Font.items()]
        own = dice.choice([font for font in fonts if len(_codes(font)) > 3])
        codes = _codes(own)
        first, second = sorted(dice.sample(range(len(codes)), 2))
        done = f"{how} of {codes[first][0]!r} and {codes[second][0]!r} in {str(own.BaseFont)[8:]} ({tag})"
        same = codes[first][0] == codes[second][0] or _alike(own, codes[first][1], codes[second][1])
        {"glyphs": _glyphs, "outlines": _outlines, "texts": _texts}[how](own, codes[first], codes[second])
        file.save(out)
    data = out.getvalue()

    def attempt() -> Verdict:
        found = proofread(data, one.laid.manuscript, one.laid.pictures, EYE, one.laid.symbols)
        alone = [finding for finding in errors_of(proof_alone(data)) if "drawn otherwise" in finding.what]
        seen = errors_of(found) and (alone or how == "texts")  # a text alone may be another that looks the same
        return Verdict(Outcome.refused if seen else Outcome.harmless if same else Outcome.escape, done)

    return judged(done, attempt)


def _codes(font: pikepdf.Object) -> list[tuple[str, int]]:
    return [*codes_of(font.DescendantFonts[0].CIDToGIDMap.read_bytes(), font.ToUnicode.read_bytes())]


def _alike(font: pikepdf.Object, first: int, second: int) -> bool:
    program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    (_, one), (_, other) = drawn_by(program, [("", first), ("", second)])
    return one == other


def _glyphs(font: pikepdf.Object, first: tuple[str, int], second: tuple[str, int]) -> None:
    stream = font.DescendantFonts[0].CIDToGIDMap
    table = stream.read_bytes()
    swap = {first[1]: second[1], second[1]: first[1]}
    places = struct.unpack(f">{len(table) // 2}H", table)
    stream.write(struct.pack(f">{len(places)}H", *(swap.get(one, one) for one in places)))


def _outlines(font: pikepdf.Object, first: tuple[str, int], second: tuple[str, int]) -> None:
    stream = font.DescendantFonts[0].FontDescriptor.FontFile2
    tables = tables_of(stream.read_bytes())
    wide = struct.unpack_from(">h", tables["head"], 50)[0]
    form, times = ("L", 1) if wide else ("H", 2)
    count = struct.unpack_from(">H", tables["maxp"], 4)[0] + 1
    places = [times * one for one in struct.unpack_from(f">{count}{form}", tables["loca"])]
    parts = [tables["glyf"][a:b] for a, b in pairwise(places)]
    parts[first[1]], parts[second[1]] = parts[second[1]], parts[first[1]]
    ends = [sum(map(len, parts[:index])) // times for index in range(count)]
    tables |= {"glyf": b"".join(parts), "loca": struct.pack(f">{count}{form}", *ends)}
    stream.write(font_of(tables))


def _texts(font: pikepdf.Object, first: tuple[str, int], second: tuple[str, int]) -> None:
    one, other = (f"<{text.encode('utf-16-be').hex().upper()}>\n".encode() for text, _ in (first, second))
    data = font.ToUnicode.read_bytes()
    font.ToUnicode.write(data.replace(one, b"\0").replace(other, one).replace(b"\0", other))
