"""Safety cannot be left out: taken away in data, template, markup, layout or the finished file, no PDF comes out."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal, get_type_hints

import pikepdf
import pytest

from handout import pipeline
from handout.content import load, shipped_root
from handout.content.types import Routine
from handout.errors import ContentError, ManuscriptError, PdfError, ProofError, errors_of
from handout.layout.pages import Pages, Tag, TextItem
from handout.manuscript.blocks import Balance, SafetyPanel
from handout.pipeline import finish, lay, open_shop
from handout.prescription import Order
from handout.proof import proofread
from handout.shop import Shop

ORDER = Order(0, ("upper-back",), "en")
ROUTINE = Path("handouts/routines/upper-back/routine.yaml")
TEMPLATE = Path("assets/templates/handout.j2")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    return open_shop((shipped_root(),), None, date(2026, 11, 20), tmp_path_factory.mktemp("ink"))


@pytest.fixture(scope="module")
def laid(shop: Shop) -> pipeline.Laid:
    return lay(ORDER, "upper-back", shop)


def overlay(tmp_path: Path, relative: Path, change: tuple[str, str]) -> tuple[Path, Path]:
    """A clinic's library that holds one shipped file with a text changed in it."""
    text = (shipped_root() / relative).read_text("utf-8")
    assert change[0] in text
    target = tmp_path / relative
    target.parent.mkdir(parents=True)
    target.write_text(text.replace(*change), "utf-8")
    return shipped_root(), tmp_path


def test_the_whole_sheet_is_released(laid: pipeline.Laid) -> None:
    assert finish(laid).pdf.startswith(b"%PDF-1.")


def test_a_routine_without_signs_cannot_be_made(shop: Shop) -> None:
    routine = shop.library.routines["upper-back"]
    for missing in ("signs", "pros", "cons"):
        with pytest.raises(ContentError):
            replace(routine, **{missing: ()})
    assert isinstance(routine, Routine)


@pytest.mark.parametrize("key", ["signs:", "pros:", "cons:"])
def test_data_without_signs_or_balance_is_refused(tmp_path: Path, key: str) -> None:
    layers = overlay(tmp_path, ROUTINE, (f"\n{key} [", f"\n{key} [] #"))
    _, findings = load(layers)
    assert any("routine.yaml" in str(finding.where) for finding in errors_of(findings))


def test_a_condition_that_no_line_says_is_refused(tmp_path: Path) -> None:
    layers = overlay(tmp_path, Path("handouts/safety/safety.yaml"), ("said_by: weak-bones", "said_by: nowhere"))
    _, findings = load(layers)
    assert any("nowhere" in finding.what for finding in errors_of(findings))


@pytest.mark.parametrize(
    "left_out", ["safety", "balance", "exercises short", "patient", "see-us", "bad-day", "do-not", "floor"]
)
def test_a_template_that_leaves_the_panel_or_its_like_out_is_refused(tmp_path: Path, shop: Shop, left_out: str) -> None:
    library, _ = load(overlay(tmp_path, TEMPLATE, (f"\n{left_out}\n", "\n")))
    with pytest.raises(ManuscriptError) as refusal:
        lay(ORDER, "upper-back", replace(shop, library=library))
    assert any("is missing" in finding.what for finding in refusal.value.findings)


def test_panel_and_balance_have_no_other_detail_than_full(tmp_path: Path, shop: Shop) -> None:
    library, _ = load(overlay(tmp_path, TEMPLATE, ("\nsafety\n", "\nsafety short\n")))
    with pytest.raises(ManuscriptError, match="safety cannot stand “short”"):
        lay(ORDER, "upper-back", replace(shop, library=library))
    for block in (SafetyPanel, Balance):
        assert block.details == ("full",)
        assert get_type_hints(block)["detail"] == Literal["full"]


def without(tree: Tag, kind: str) -> Tag:
    """The tree without the nodes of that id."""
    kept = tuple(without(child, kind) for child in tree.children if child.id.split("/")[0] != kind)
    return replace(tree, children=kept)


def dropped(pages: Pages, kind: str) -> Pages:
    """Pages without the items and tags of one block: what a fault in layout would hand on."""
    made = tuple(
        replace(page, items=tuple(i for i in page.items if not tagged(i, kind))) for page in pages.pages
    )
    return replace(pages, pages=made, tree=without(pages.tree, kind))


def tagged(item: object, kind: str) -> bool:
    return getattr(item, "tag", "").split("/")[0] == kind


@pytest.mark.parametrize("kind", ["safety", "balance"])
def test_pages_without_panel_or_balance_are_never_released(laid: pipeline.Laid, kind: str) -> None:
    with pytest.raises((ProofError, PdfError)) as refusal:
        finish(replace(laid, pages=dropped(laid.pages, kind)))
    assert refusal.value.findings


def test_pages_with_the_panel_on_page_two_are_never_released(laid: pipeline.Laid) -> None:
    first, second, *others = laid.pages.pages
    swapped = replace(laid.pages, pages=(second, first, *others))
    with pytest.raises((ProofError, PdfError)):
        finish(replace(laid, pages=swapped))


def test_a_line_of_the_panel_in_small_type_is_never_released(laid: pipeline.Laid) -> None:
    def small(item: object) -> object:
        if isinstance(item, TextItem) and item.tag.startswith("safety/now"):
            return replace(item, run=replace(item.run, size=7.0))
        return item

    pages = tuple(replace(page, items=tuple(small(i) for i in page.items)) for page in laid.pages.pages)
    with pytest.raises(ProofError):
        finish(replace(laid, pages=replace(laid.pages, pages=pages)))


def test_a_finished_file_without_its_panel_fails_its_proof(laid: pipeline.Laid) -> None:
    with pikepdf.open(io.BytesIO(finish(laid).pdf)) as pdf:
        document = pdf.Root.StructTreeRoot.K
        root = document[0] if isinstance(document, pikepdf.Array) else document
        kids = [kid for kid in root.K if not str(kid.get("/ID", "")).startswith("safety")]
        assert len(kids) < len(root.K)
        root.K = pikepdf.Array(kids)
        changed = io.BytesIO()
        pdf.save(changed)
    findings = errors_of(proofread(changed.getvalue(), laid.manuscript))
    assert any("safety" in str(finding).lower() or "panel" in str(finding).lower() for finding in findings)


def test_the_same_order_gives_the_same_bytes(shop: Shop) -> None:
    one, two = finish(lay(ORDER, "upper-back", shop)).pdf, finish(lay(ORDER, "upper-back", shop)).pdf
    assert one == two
