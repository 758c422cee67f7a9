"""The ways a finished file was tampered with when the first version was attacked, each as a change of a real sheet."""

from __future__ import annotations

from collections.abc import Callable

import eye_sheets as script
import pikepdf
from pikepdf import Array, Dictionary, Name, String

from handout.proof.eye.letters import codes_of

Change = Callable[[pikepdf.Pdf], None]
WHOLE = b"0 0 596 842 re f"


def _resource(kind: str, entry: str, value: pikepdf.Object, operators: bytes, page: int) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[page].Resources[kind] = Dictionary({entry: value})
        script.rewritten(rb"\Aq\n", b"q " + operators + b"\n", page)(pdf)

    return change


def _on(page: int) -> dict[str, Change]:
    """What can be done to the words of any page."""
    state = Dictionary(ca=0.0, CA=0.0)
    return {
        "a white box": script.painted(b"1 g 40 300 500 200 re f", (page,)),
        "painted over": script.painted(b"1 g " + WHOLE, (page,)),
        "white words": script.rewritten(rb"\S+ \S+ \S+ rg\n1 0 0 1", b"1 1 1 rg\n1 0 0 1", page),
        "invisible words": script.rewritten(rb"BT\n", b"BT\n3 Tr\n", page),
        "words that only clip": script.rewritten(rb"BT\n", b"BT\n7 Tr\n", page),
        "words of no opacity": _resource("/ExtGState", "/G", state, b"/G gs", page),
        "words cut off": script.rewritten(rb"\Aq\n", b"q 0 0 60 842 re W n\n", page),
        "a hundredth of the width": script.rewritten(rb"BT\n", b"BT\n1 Tz\n", page),
        "one point": script.rewritten(rb"1 0 0 1 \S+ \S+ Tm", b"1 0 0 1 100 400 Tm", page),
        "one point high": script.rewritten(rb"/F(\d) [\d.]+ Tf", rb"/F\1 1 Tf", page),
        "off the paper": script.rewritten(rb"1 0 0 1 \S+ (\S+) Tm", rb"1 0 0 1 -400 \1 Tm", page),
        "words raised out of their lines": script.rewritten(rb"BT\n", b"BT\n-300 Ts\n", page),
        "turned round": lambda pdf: pdf.pages[page].obj.__setitem__("/Rotate", 180),
        "a unit of its own": lambda pdf: pdf.pages[page].obj.__setitem__("/UserUnit", 0.05),
    }


def _boxed(pdf: pikepdf.Pdf) -> None:
    for name in ("/X1", "/X2", "/X3"):
        pdf.pages[0].Resources.XObject[name].write(b"0 0 200 200 re f")


def _exchanged(pdf: pikepdf.Pdf) -> None:
    forms = pdf.pages[0].Resources.XObject
    forms["/X1"], forms["/X2"] = forms["/X2"], forms["/X1"]


def _contents(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Contents, pdf.pages[2].Contents = pdf.pages[2].Contents, pdf.pages[1].Contents


def _order(pdf: pikepdf.Pdf) -> None:
    first = pdf.pages[0]
    del pdf.pages[0]
    pdf.pages.insert(1, first)


def _appended(pdf: pikepdf.Pdf) -> None:
    for _ in range(300):
        pdf.pages.append(pdf.pages[-1])


def _elements(pdf: pikepdf.Pdf) -> list[Dictionary]:
    return [one for one in pdf.objects if isinstance(one, Dictionary) and "/S" in one and "/P" in one]


def _gone(identity: str) -> Change:
    """An element, and all below it, out of the structure tree."""

    def change(pdf: pikepdf.Pdf) -> None:
        for one in _elements(pdf):
            kids = one.get("/K")
            if isinstance(kids, Array):
                named = [str(kid.get("/ID", "")) if isinstance(kid, Dictionary) else "" for kid in kids]
                if identity in named:
                    one.K = Array([kid for kid, name in zip(kids, named, strict=True) if name != identity])
                    return
        raise AssertionError(identity)

    return change


def _lie(key: str, said: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        one = next(one for one in _elements(pdf) if key in one or key == "/ActualText")
        one[key] = String(said)

    return change


def _noted(kind: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=Name(kind), Rect=Array([100, 300, 300, 400]), Contents="Go on")
        pdf.pages[0].obj["/Annots"] = Array([pdf.make_indirect(note)])

    return change


def _dose(pdf: pikepdf.Pdf) -> None:
    """The code of one digit in the place of another, in every dose of a page."""
    font = pdf.pages[1].Resources.Font["/F1"]
    inner = font.DescendantFonts[0]
    texts = ["", *(text for text, _ in codes_of(inner.CIDToGIDMap.read_bytes(), font.ToUnicode.read_bytes()))]
    one, other = (f"{texts.index(digit):04X}".encode() for digit in ("5", "1"))
    script.rewritten(one, other, 1)(pdf)


WORDS = b"BT /F1 14 Tf 0 g 1 0 0 1 90 420 Tm <002c00460046005100010050004f000100550046004f> Tj ET"
SINGLE: dict[str, Change] = {
    "figures are boxes": _boxed,
    "figures exchanged": _exchanged,
    "contents of two pages exchanged": _contents,
    "pages in another order": _order,
    "a page gone": lambda pdf: pdf.pages.__delitem__(3),
    "a page twice": lambda pdf: pdf.pages.append(pdf.pages[2]),
    "three hundred pages more": _appended,
    "a page of another size": lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([0, 0, 300, 842])),
    "cropped": lambda pdf: pdf.pages[0].obj.__setitem__("/CropBox", Array([0, 400, 595, 842])),
    "other words over the panel": script.painted(WORDS),
    "other words as an artifact of page 2": script.painted(WORDS, (1,)),
    "the panel out of the structure": _gone("safety"),
    "a part of it out of the structure": _gone("safety/now"),
    "pros and cons out of the structure": _gone("balance"),
    "an alt text that lies": _lie("/Alt", "A person jumps."),
    "exact text that lies": _lie("/ActualText", "Keep going when it hurts."),
    "a note": _noted("/FreeText"),
    "a stamp": _noted("/Stamp"),
    "a link": _noted("/Link"),
    "another title": lambda pdf: pdf.docinfo.__setitem__("/Title", "Stay safe"),
    "another language": lambda pdf: pdf.Root.__setitem__("/Lang", String("fr")),
    "another dose": _dose,
}
OF_PAGES = {f"{what}, page {page + 1}": change for page in range(4) for what, change in _on(page).items()}
TAMPERED: dict[str, Change] = {**OF_PAGES, **SINGLE}
