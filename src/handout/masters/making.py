"""From orders to proved copies: the master of each shape made once, each size class proved whole once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from handout.drawing import Picture
from handout.errors import Finding, HandoutError, ProofError, errors_of
from handout.layout import Pages, Partner, Shape, lay_out, lay_out_pair
from handout.manuscript import Manuscript
from handout.masters.model import Model, OneOrder
from handout.masters.standing import stand_ins
from handout.pdf import Filling, Master, UnknownGlyphError, write
from handout.prescription import Order, Prescription
from handout.proof import Claimed, Eye, Proven, proofread, prove

MOST_SHAPES = 64  # of one likeness that are kept


@dataclass(frozen=True, slots=True)
class Copy:
    """A finished sheet of one order that passed its proof."""

    prescription: Prescription
    manuscript: Manuscript
    pages: Pages  # of its master: stand-ins stand in the gaps, unless it was written whole
    pictures: Mapping[str, Picture]
    pdf: bytes
    proven: Proven | None = None  # the file that it equals but for its holes
    notices: tuple[str, ...] = ()  # what whoever prints it must know


@dataclass(slots=True)
class _Made:
    """A master of one shape, and the proof of each size class that was asked for."""

    pages: Pages
    master: Master
    manuscript: Manuscript  # with stand-ins
    partner: Partner
    proven: dict[tuple[int, ...], Proven] = field(default_factory=dict)

    def holds(self, sizes: tuple[int, ...]) -> bool:
        """Whether the stand-ins fit the holes of that class, so that it can be proved with them."""
        return all(own <= size for own, size in zip(self.master.example.sizes, sizes, strict=True))

    def proof(self, sizes: tuple[int, ...], eye: Eye) -> Proven:
        """The file with stand-ins of a size class, proved whole. Raises ProofError."""
        if sizes not in self.proven:
            pdf = self.master.file(self.master.example, sizes)
            self.proven[sizes] = prove(pdf, self.manuscript, self.partner.pictures, self.partner.theme.icons, eye)
        return self.proven[sizes]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A copy that is not proved yet; `made` None: it was written and proved whole."""

    copy: Copy
    texts: Mapping[str, str]
    made: _Made | None = None
    sizes: tuple[int, ...] = ()

    def released(self) -> Copy:
        """The copy, with the file that it was held against."""
        return self.copy if self.made is None else replace(self.copy, proven=self.made.proven.get(self.sizes))


Copies = tuple[Copy, ...]  # of one order: its sheet, and that of a companion where there is one
Drafts = tuple[_Draft, ...]


class Masters:
    """The masters of the sheets of one likeness, or of a sheet and its companion, by shape."""

    def __init__(self, models: Sequence[Model], today: date, eye: Eye) -> None:
        self.models = tuple(models)
        self._today = today
        self._eye = eye
        self._made: dict[Shape, tuple[_Made, ...] | None] = {}

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

    def _filled(self, model: Model, asked: OneOrder, made: _Made) -> _Draft:
        """A copy from a master. Raises UnknownGlyphError where its fonts, or its holes, are not for it."""
        filling: Filling = made.master.filling(asked.own.placed(made.pages), asked.own.exact())
        if not made.holds(filling.sizes):
            raise UnknownGlyphError
        pdf = made.master.file(filling)
        manuscript = model.manuscript(asked.values)
        copy = Copy(asked.prescription, manuscript, made.pages, made.partner.pictures, pdf)
        return _Draft(copy, model.texts(asked.values), made, filling.sizes)

    def _masters(self, asked: Sequence[OneOrder]) -> tuple[_Made, ...] | None:
        """The masters for orders of that shape; None where there are no stand-ins."""
        shape = tuple(one.own.shape for one in asked)
        if shape not in self._made:
            while len(self._made) >= MOST_SHAPES:
                del self._made[next(iter(self._made))]
            self._made[shape] = self._make(asked)
        return self._made[shape]

    def _make(self, asked: Sequence[OneOrder]) -> tuple[_Made, ...] | None:
        values = [stand_ins(model, one.own) for model, one in zip(self.models, asked, strict=True)]
        found = [one for one in values if one is not None]
        if len(found) < len(values):
            return None
        manuscripts = [model.manuscript(one) for model, one in zip(self.models, found, strict=True)]
        return tuple(
            _Made(pages, Master(pages, cache=model.partner.setting.cache), manuscript, model.partner)
            for pages, manuscript, model in zip(self._pages(manuscripts), manuscripts, self.models, strict=True)
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
        try:
            pages = self._pages(manuscripts)
            copies = [
                Copy(one.prescription, manuscript, laid, own.pictures, write(laid, cache=own.setting.cache))
                for one, manuscript, laid, own in zip(
                    asked, manuscripts, pages, (model.partner for model in self.models), strict=True
                )
            ]
        except HandoutError as error:
            return error
        icons = [model.partner.theme.icons for model in self.models]
        found = [
            errors_of(proofread(one.pdf, one.manuscript, one.pictures, self._eye, symbols))
            for one, symbols in zip(copies, icons, strict=True)
        ]
        findings = [finding for findings in found for finding in findings]
        return ProofError(findings) if findings else tuple(_Draft(copy, {}) for copy in copies)

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
