"""From orders to proved copies: the master of each shape made once, each size class proved whole once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from handout.drawing import Picture
from handout.errors import Finding, HandoutError, ProofError, errors_of
from handout.frozen import KeptValues, remembered
from handout.layout import Pages, Shape, lay_out, lay_out_pair
from handout.manuscript import Manuscript, own_texts
from handout.masters.made import Extent, KeptSheet, LaidOnce, MadeMaster
from handout.masters.model import Model, OneOrder
from handout.masters.standing import stand_ins
from handout.pdf import Filling, Master, UnknownGlyphError, write
from handout.prescription import Order, Prescription
from handout.proof import Claimed, Eye, Proven, proofread

MOST_SHAPES = 64  # of one likeness that are kept


@dataclass(frozen=True, slots=True)
class Copy:
    """A finished sheet of one order that passed its proof."""

    prescription: Prescription
    manuscript: Manuscript
    extent: Extent
    laid: Callable[[], Pages]  # of its master: stand-ins stand in the gaps, unless it was written whole
    pictures: Mapping[str, Picture]
    pdf: bytes
    proven: Proven | None = None  # the file that it equals but for its holes
    notices: tuple[str, ...] = ()  # what whoever prints it must know

    @property
    def pages(self) -> Pages:
        """As they are laid out; now, where its master is another process's."""
        return self.laid()


@dataclass(frozen=True, slots=True)
class _Draft:
    """A copy that is not proved yet; `made` None: it was written and proved whole."""

    copy: Copy
    texts: Mapping[str, str]
    made: MadeMaster | None = None
    sizes: tuple[int, ...] = ()

    def released(self) -> Copy:
        """The copy, with the file that it was held against."""
        return self.copy if self.made is None else replace(self.copy, proven=self.made.proven.get(self.sizes))


Copies = tuple[Copy, ...]  # of one order: its sheet, and that of a companion where there is one
Drafts = tuple[_Draft, ...]


class Masters:
    """The masters of the sheets of one likeness, or of a sheet and its companion, by shape."""

    def __init__(self, models: Sequence[Model], today: date, eye: Eye, kept: KeptValues | None = None) -> None:
        """`kept` holds what other processes made of the same."""
        self.models = tuple(models)
        self._today = today
        self._eye = eye
        self._kept = kept
        self._made: dict[Shape, tuple[MadeMaster, ...] | None] = {}

    def copies(self, orders: Sequence[Order]) -> list[Copies | HandoutError]:
        """For each order its sheet and that of its companion, proved; or what refuses it."""
        drafts = [self._drafted(order) for order in orders]
        refused = self._proved([draft for own in drafts if not isinstance(own, HandoutError) for draft in own])
        return [own if isinstance(own, HandoutError) else self._released(own, refused) for own in drafts]

    def _released(self, drafts: Drafts, refused: Mapping[int, tuple[Finding, ...]]) -> Copies | HandoutError:
        findings = [finding for draft in drafts for finding in refused.get(id(draft), ())]
        return ProofError(findings) if findings else tuple(draft.released() for draft in drafts)

    def _drafted(self, order: Order) -> Drafts | HandoutError:
        try:
            asked = [model.asked(order, self._today) for model in self.models]
            made = self._masters(asked)
            if made is not None:
                return tuple(self._filled(*one) for one in zip(self.models, asked, made, strict=True))
        except UnknownGlyphError:
            pass
        except HandoutError as error:
            return error
        return self._whole(asked)

    def _filled(self, model: Model, asked: OneOrder, made: MadeMaster) -> _Draft:
        """A copy from a master. Raises UnknownGlyphError where its fonts, or its holes, are not for it."""
        filling: Filling = made.master.filling(asked.own.placed(made.extent.gaps), asked.own.exact())
        if not made.holds(filling.sizes):
            raise UnknownGlyphError
        pdf = made.master.file(filling)
        manuscript = model.manuscript(asked.values, asked.blocks)
        copy = Copy(asked.prescription, manuscript, made.extent, made.pages, model.partner.pictures, pdf)
        return _Draft(copy, own_texts(asked.blocks), made, filling.sizes)

    def _masters(self, asked: Sequence[OneOrder]) -> tuple[MadeMaster, ...] | None:
        """The masters for orders of that shape; None where there are no stand-ins."""
        shape = tuple(one.own.shape for one in asked)
        if shape not in self._made:
            while len(self._made) >= MOST_SHAPES:
                del self._made[next(iter(self._made))]
            self._made[shape] = self._make(asked)
        return self._made[shape]

    def _make(self, asked: Sequence[OneOrder]) -> tuple[MadeMaster, ...] | None:
        values = [stand_ins(model, one.own) for model, one in zip(self.models, asked, strict=True)]
        found = [one for one in values if one is not None]
        if len(found) < len(values):
            return None
        laid = LaidOnce(lambda: self._pages([m.manuscript(own) for m, own in zip(self.models, found, strict=True)]))
        kept = self._kept.of(repr([one.own.shape for one in asked])) if self._kept else None
        sheets = remembered(kept, "master", partial(self._sheets, laid))
        return tuple(
            MadeMaster(model, one, own, partial(laid.one, at), kept and kept.of(str(at)))
            for at, (model, one, own) in enumerate(zip(self.models, sheets, found, strict=True))
        )

    def _sheets(self, laid: LaidOnce) -> tuple[KeptSheet, ...]:
        """The pages with stand-ins, written."""
        return tuple(
            KeptSheet(Master(pages, cache=model.partner.setting.cache).kept(), Extent.of(pages))
            for pages, model in zip(laid(), self.models, strict=True)
        )

    def _pages(self, manuscripts: Sequence[Manuscript]) -> tuple[Pages, ...]:
        partners = [replace(m.partner, manuscript=own) for m, own in zip(self.models, manuscripts, strict=True)]
        if len(partners) == 1:
            one = partners[0]
            return (lay_out(one.manuscript, one.pictures, one.theme, one.setting),)
        return lay_out_pair(*partners)

    def _whole(self, asked: Sequence[OneOrder]) -> Drafts | HandoutError:
        """Sheets written and proved whole."""
        manuscripts = [model.manuscript(one.values) for model, one in zip(self.models, asked, strict=True)]
        laid = LaidOnce(partial(self._pages, manuscripts))
        try:
            whole = enumerate(zip(self.models, asked, manuscripts, strict=True))
            copies = [self._copied(*one, partial(laid.one, at)) for at, one in whole]
        except HandoutError as error:
            return error
        icons = [model.partner.theme.icons for model in self.models]
        found = [
            errors_of(proofread(one.pdf, one.manuscript, one.pictures, self._eye, symbols))
            for one, symbols in zip(copies, icons, strict=True)
        ]
        findings = [finding for findings in found for finding in findings]
        return ProofError(findings) if findings else tuple(_Draft(copy, {}) for copy in copies)

    def _copied(self, model: Model, asked: OneOrder, manuscript: Manuscript, laid: Callable[[], Pages]) -> Copy:
        """A sheet written whole."""
        pages, pictures = laid(), model.partner.pictures
        pdf = write(pages, cache=model.partner.setting.cache)
        return Copy(asked.prescription, manuscript, Extent.of(pages), laid, pictures, pdf)

    def _proved(self, drafts: Sequence[_Draft]) -> dict[int, tuple[Finding, ...]]:
        """What is wrong with copies that were made from masters, by draft."""
        refused: dict[int, tuple[Finding, ...]] = {}
        groups: dict[tuple[int, tuple[int, ...]], list[_Draft]] = {}
        for draft in drafts:
            if draft.made is not None:
                groups.setdefault((id(draft.made), draft.sizes), []).append(draft)
        for group in groups.values():
            made, sizes = group[0].made, group[0].sizes
            assert made is not None
            try:
                proven = made.proof(sizes, self._eye)
                found = proven.check([Claimed(draft.copy.pdf, draft.texts) for draft in group])
            except ProofError as error:
                found = [error.findings] * len(group)
            refused |= {id(draft): wrong for draft, wrong in zip(group, found, strict=True) if wrong}
        return refused
