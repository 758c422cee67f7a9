"""The clinic row and the patient line at the head of page 1, and the stamp above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import handout.layout.ink as ink
from handout.drawing import Picture, resized
from handout.errors import LayoutError
from handout.layout.fitting import fitted
from handout.layout.flow import Passage, Piece, stack, words
from handout.layout.frame import Block, BlockBuilder
from handout.layout.pages import Tag
from handout.layout.prose import Part, Prose, compose, in_one_line
from handout.layout.setup import Setup
from handout.layout.theme.types import TypeStyle
from handout.manuscript import Kind, Logo, Masthead, PatientRow, Stamps, Text
from handout.text import Align

Cell = tuple[Block, Tag | None]
Placed = tuple[Block, tuple[Tag, ...]]
SHARES = (0.55, 0.6, 0.5, 0.45, 0.4, 0.33)  # of the row: as much as telephones and hours may take, best first
WHOM = (Kind.FOR, Kind.REFERENCE)
LEAST = 0.7  # of the length of a rule to write on: a telephone number has room
EVEN = 4.0  # pt; how even the lines of a name or an address are made


def set_stamps(stamps: Stamps, setup: Setup) -> Passage:
    """What is said above everything: that nobody has approved the sheet, that words are in doubt. Each stands
    on a line of its own, unless running on saves a line; the first line stands in the top margin."""
    rise = setup.theme.page.stamp_rise
    parts = [Part(text, setup.theme.type.stamp, f"stamp-{index}") for index, text in enumerate(stamps.texts, 1)]
    apart = [compose(setup, [part], setup.width, "center") for part in parts]
    joined = compose(setup, parts, setup.width, "center")
    lines = [joined] if joined.height < sum(one.height for one in apart) - 0.01 else apart
    frame, y = setup.frame(setup.width), -rise
    for prose in lines:
        frame.text(0, y, prose.paragraph)
        y += prose.height
    tags = tuple(tag for prose in lines for tag in prose.tags)
    tag = tags[0] if len(tags) == 1 else Tag("stamps", stamps.kind.pdf, tags)
    return Passage(tag, (Piece(frame.block(max(y, 0.0)), path=stamps.texts[0].path),), "stamp")


def set_masthead(masthead: Masthead, setup: Setup, pictures: Mapping[str, Picture]) -> Passage:
    """Logo, then name over address, e-mail and web site at the start side; telephones over hours at the end side, or
    the hours across the row below both where that is lower. Raises LayoutError for a word that fits in no way."""
    ways = [_row_of(masthead, setup, pictures)]
    if masthead.hours:
        block, tags = _row_of(replace(masthead, hours=()), setup, pictures)
        hours, hour_tags = _flowed(setup, _parts(masthead.hours, setup.theme.type.body), setup.width)
        ways.append((stack(setup, setup.width, [(0.0, block), (0.0, hours)]), (*tags, *hour_tags)))
    block, named = min(ways, key=lambda way: round(way[0].height, 1))
    tag = Tag("masthead", masthead.kind.pdf, named) if named else None  # lines to write on hold no words
    small = setup.theme.gap.small
    return Passage(tag, (Piece(block, small, stretch=2 * small),), "masthead")


def _row_of(masthead: Masthead, setup: Setup, pictures: Mapping[str, Picture]) -> Placed:
    """Both sides. The first lines of both stand on one baseline."""
    logo = masthead.logo
    picture = pictures.get(logo.ref) if logo else None
    tags: list[Tag] = []
    frame = setup.frame(setup.width)
    left = picture.width + setup.theme.masthead.gap if picture else 0.0
    (start, start_tags), (end, end_tags) = _sides(masthead, setup, setup.width - left)
    height = picture.height if picture else 0.0
    top = max(0.0, (height - max(start.height, end.height)) / 2)
    if logo and picture:
        level = max(0.0, (min(start.height, end.height or start.height) - height) / 2)
        frame.picture(0, level, picture, "masthead/logo")
        tags.append(logo_tag(logo))
    frame.place(left, top, start)
    frame.place(setup.width - end.width, top, end)
    height = max(height, top + start.height, top + end.height)
    return frame.block(height), (*tags, *start_tags, *end_tags)


def with_small_logo(masthead: Masthead, setup: Setup, pictures: Mapping[str, Picture]) -> Mapping[str, Picture]:
    """The pictures, the logo no higher than the words beside it."""
    picture = pictures.get(masthead.logo.ref) if masthead.logo else None
    if not masthead.logo or not picture:
        return pictures
    words_alone, _ = _row_of(replace(masthead, logo=None), setup, pictures)
    if not 0 < words_alone.height < picture.height:
        return pictures
    return {**pictures, masthead.logo.ref: resized(picture, words_alone.height)}


def logo_tag(logo: Logo) -> Tag:
    """The clinic's mark in the tree, wherever it stands."""
    return Tag("masthead/logo", logo.kind.pdf, alt=logo.alt)


def _sides(masthead: Masthead, setup: Setup, width: float) -> tuple[Placed, Placed]:
    """The two sides of the row, parted where the row is lowest."""
    tried: list[tuple[Placed, Placed]] = []
    refused: list[LayoutError] = []
    for share in SHARES:
        try:
            end = _contact(masthead, setup, share * width)
            left = width - end[0].width - (setup.theme.masthead.apart if end[0].width else 0.0)
            tried.append((_named(masthead, setup, left), end))
        except LayoutError as error:
            refused.append(error)
    if not tried:
        raise refused[len(refused) // 2]
    return min(tried, key=lambda sides: round(max(block.height for block, _ in sides), 1))


def _named(masthead: Masthead, setup: Setup, measure: float) -> Placed:
    types = setup.theme.type
    name, address = _parts((masthead.name,), types.clinic), _parts((masthead.address,), types.address)
    online = [*_parts((masthead.email,), types.address), *_parts((masthead.website,), types.address)]
    ways = ([name, [*address, *online]], [name, address, online])
    return min((_rows(setup, way, measure, "start") for way in ways), key=lambda way: round(way[0].height, 1))


def _contact(masthead: Masthead, setup: Setup, measure: float) -> Placed:
    """Telephones over hours; without a telephone, a ruled line to write it on."""
    types = setup.theme.type
    phones = _parts(masthead.phones, types.clinic)
    hours = _parts(masthead.hours, types.body)
    block, tags = _rows(setup, [phones, *([part] for part in hours)], measure, "end")
    if phones or not masthead.phones:
        return block, tags
    blank, tag = to_write_on(masthead.phones[0], setup, setup.width)
    frame = setup.frame(max(block.width, blank.width))
    frame.place(frame.width - blank.width, 0, blank)
    frame.place(frame.width - block.width, blank.height, block)
    return frame.block(blank.height + block.height), (tag, *tags)


def is_a_line(row: Masthead) -> bool:
    """Whether the clinic's row is nothing but a line to write a number on."""
    return bool(row.phones) and not (row.name or row.logo or row.hours or row.reached)


def to_write_on(phone: Text, setup: Setup, room: float) -> tuple[Block, Tag]:
    """A handset, whose number it is, and a ruled line for it: shorter where the room asks for it, but for a number."""
    types = setup.theme.type
    part = Part(phone, types.body, "masthead/clinic-phone", label=phone.label, label_ink=types.quiet)
    prose = in_one_line(setup, [part])
    mark = types.clinic.size
    said = mark + 4 + prose.paragraph.widest
    blank = max(min(setup.theme.masthead.blank, room - said - 4), setup.theme.masthead.blank * LEAST)
    frame = setup.frame(said + 4 + blank)
    baseline = prose.paragraph.lines[0].baseline
    handset = ink.scaled(setup.icon("phone"), mark)
    frame.shapes(0, baseline - mark * 0.85, mark, handset, mirror=True)
    frame.place(mark + 4, 0, words(setup, prose))
    frame.shapes(said + 4, baseline + 2, blank, ink.rule(blank, setup.theme.colours.ink, 0.75))
    return frame.block(prose.height), prose.tags[0]


def _parts(texts: Sequence[Text | None], style: TypeStyle) -> list[Part]:
    """What there is of texts of one kind, in their order."""
    return [
        Part(text, style, f"masthead/{text.kind.label}" + (f"-{index}" if index else ""))
        for index, text in enumerate(texts)
        if text
    ]


def _rows(setup: Setup, rows: Sequence[Sequence[Part]], measure: float, align: Align) -> Placed:
    """Rows one under the other; the parts of a row stand side by side where the measure allows."""
    apart = setup.theme.masthead.apart
    made: list[list[Prose]] = []
    for row in rows:
        proses = [_balanced(setup, part, measure, align) for part in row]
        beside = sum(prose.paragraph.measure for prose in proses) + apart * (len(proses) - 1) <= measure
        made.extend([proses] if beside else [[prose] for prose in proses])
    widths = [sum(one.paragraph.measure for one in row) + apart * (len(row) - 1) for row in made]
    frame, y = setup.frame(max(widths, default=0.0)), 0.0
    for proses, width in zip(made, widths, strict=True):
        x = frame.width - width if align == "end" else 0.0
        for prose in proses:
            frame.text(x, y, prose.paragraph)
            x += prose.paragraph.measure + apart
        y += max((prose.height for prose in proses), default=0.0)
    return frame.block(y), tuple(tag for row in made for prose in row for tag in prose.tags)


def _flowed(setup: Setup, parts: Sequence[Part], measure: float) -> Placed:
    """Parts side by side as far as the line goes, then on the next."""
    rows: list[list[Part]] = []
    room = 0.0
    for part in parts:
        wide = compose(setup, [part], measure).paragraph.widest + setup.theme.masthead.apart
        if not rows or room < wide:
            rows.append([])
            room = measure + setup.theme.masthead.apart
        rows[-1].append(part)
        room -= wide
    return _rows(setup, rows, measure, "start")


def _balanced(setup: Setup, part: Part, measure: float, align: Align) -> Prose:
    """The part in as few lines as the measure asks for, and those as even as can be: no postcode alone."""
    widest = fitted(compose(setup, [part], measure), measure, part)
    low, high = 0.0, widest.paragraph.widest + 0.01
    while len(widest.paragraph.lines) > 1 and high - low > EVEN:
        middle = (low + high) / 2
        tried = compose(setup, [part], middle).paragraph
        fits = len(tried.lines) <= len(widest.paragraph.lines) and tried.widest <= middle
        low, high = (low, middle) if fits else (middle, high)
    return compose(setup, [part], high, align)


def set_patient(row: PatientRow, setup: Setup) -> Passage:
    """Who it is for, by, on, reference and date of birth between two rules."""
    size, colours = setup.theme.masthead, setup.theme.colours
    rows = _patient_rows(row.entries, setup)
    frame, y = setup.frame(setup.width), size.pad
    for cells in rows:
        y += _row(frame, cells, y)
    y += size.pad
    line = ink.rule(setup.width, colours.rule, size.rule)
    frame.shapes(0, 0, setup.width, line)
    frame.shapes(0, y, setup.width, line)
    tags = tuple(tag for cells in rows for _, tag in cells if tag)
    return Passage(Tag("patient", row.kind.pdf, tags), (Piece(frame.block(y), before=size.below),), "patient")


def _patient_rows(entries: Sequence[Text], setup: Setup) -> list[list[Cell]]:
    """All in one row; where that is too long, who it is for above who handed it out and when, unless rows
    filled one after the other are fewer."""
    apart = setup.theme.masthead.apart
    kinds = [entry.kind.label for entry in entries]
    counts = [kinds[: index + 1].count(kind) for index, kind in enumerate(kinds)]  # the same where the row is parted
    names = [kind if count == 1 else f"{kind}-{count}" for kind, count in zip(kinds, counts, strict=True)]
    cells = [
        (entry.kind in WHOM, _cell(entry, setup, f"patient/{name}"))
        for entry, name in zip(entries, names, strict=True)
    ]
    whom, visit = ([cell for own, cell in cells if own is mine] for mine in (True, False))
    if _width([*whom, *visit], apart) <= setup.width:
        return [[cell for _, cell in cells]]
    parted = [*_filled(whom, setup.width, apart), *_filled(visit, setup.width, apart)]
    return min(parted, list(_filled([*whom, *visit], setup.width, apart)), key=len)


def _filled(cells: Sequence[Cell], measure: float, apart: float) -> Iterator[list[Cell]]:
    """Rows as full as the measure allows."""
    row: list[Cell] = []
    for cell in cells:
        if row and _width([*row, cell], apart) > measure:
            yield row
            row = []
        row.append(cell)
    yield row


def _width(cells: Sequence[Cell], apart: float) -> float:
    return sum(block.width for block, _ in cells) + apart * (len(cells) - 1)


def _row(frame: BlockBuilder, cells: Sequence[Cell], y: float) -> float:
    free = frame.width - sum(block.width for block, _ in cells)
    step, x = free / max(1, len(cells) - 1), 0.0
    for block, _ in cells:
        frame.place(x, y, block)
        x += block.width + step
    return max(block.height for block, _ in cells)


def _as_wide_as_needed(setup: Setup, part: Part, wide: Prose) -> Prose:
    """The same to the measure of its longest line. One line that begins at the left stands as it stood."""
    measure = min(setup.width, wide.paragraph.widest + 0.01)
    if len(wide.paragraph.lines) > 1 or setup.setting.direction != "ltr":
        return compose(setup, [part], measure)
    return replace(wide, paragraph=replace(wide.paragraph, measure=measure))


def _cell(entry: Text, setup: Setup, tag: str) -> Cell:
    types = setup.theme.type
    style = types.strong if entry.kind is Kind.FOR else types.body
    part = Part(entry, style, tag, label=entry.label, label_ink=types.quiet)
    wide = fitted(compose(setup, [part], setup.width), setup.width, part)
    prose = _as_wide_as_needed(setup, part, wide)
    block = words(setup, prose)
    if entry:
        return block, prose.tags[0]
    blank = setup.theme.masthead.blank
    frame = setup.frame(block.width + 4 + blank)
    frame.place(0, 0, block)
    line = ink.rule(blank, setup.theme.colours.ink, 0.75)
    frame.own_shapes(block.width + 4, prose.paragraph.lines[0].baseline + 2, blank, line)
    return frame.block(prose.height), prose.tags[0] if prose.tags else None
