"""A PO file that came back: its words into the files of words, each checked like any content.

Only what changed is written; comments, order and other lines of the files stay. `fuzzy` comes back as a
doubt for the reviewer. A signature that stood for other words is void by itself, so it stays as a record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from babel.messages.catalog import Message

from handout.authoring.translation.accepting import with_hashes
from handout.authoring.translation.po_file import Returned, read_returned
from handout.authoring.translation.strings import (
    SOURCE,
    TranslationUnit,
    WordsFile,
    english_of,
    files,
    own_plurals,
    table_of,
    units,
    words_of_language,
)
from handout.authoring.translation.yaml_edit import with_block, with_text
from handout.authoring.translation.yaml_text import lines_of
from handout.content import Library, Words, is_joined, load, read_words
from handout.edition import english_hash, fixed_key
from handout.errors import Finding, Place, Severity
from handout.language import Phrase, asked, counting_forms, forms_of, placeholders, rule_for, word_faults
from handout.source import Mapping as Table
from handout.source import NodeList, parse, plain

DOUBT = "the translator was unsure"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came back: files written, strings taken over, strings still open, and what is wrong with some."""

    written: int
    strings: int
    open: int
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Harvest:
    """What one file takes over."""

    texts: dict[str, str] = field(default_factory=dict)  # key of the file -> words
    doubts: dict[str, str] = field(default_factory=dict)  # key -> doubt; "" where it is settled
    hashes: dict[str, str] = field(default_factory=dict)  # key -> the English it was made from
    taken: int = 0
    open: int = 0


def import_po(library: Library, source: Path, root: Path, today: str) -> Imported:
    """Write the words of a PO file below `root`. A string that breaks a rule is named and left out.

    Raises ContentError when the file is no PO file of ours.
    """
    returned = read_returned(source)
    rule = rule_for(returned.tag, own_plurals(library, returned.tag))
    forms = counting_forms(rule)
    rare = tuple(form for form in forms_of(rule) if form not in forms)
    findings: list[Finding] = []
    written = taken = left = 0
    for file in files(library, returned.tag):
        harvest = _harvest(file, returned, forms, (findings, _rules(library, returned.tag)))
        harvest.texts.update(_for_rare_numbers(file, returned.tag, harvest.texts, (forms, rare)))
        taken, left = taken + harvest.taken, left + harvest.open
        written += _write(file, harvest, (library, root), (returned.tag, returned.translator, today))
    findings.extend(_checked(library, root, returned.tag))
    return Imported(written, taken, left, tuple(dict.fromkeys(findings)))


def take_over(library: Library, root: Path, tag: str, texts: Mapping[str, str], by: tuple[str, str]) -> Imported:
    """Write words that a reviewer proposed, by content path; `by` is who, and today. A doubt about them is settled,
    and they are accepted against the English of today. Words that break a rule are named and left out."""
    findings: list[Finding] = []
    written = taken = 0
    for file in files(library, tag):
        harvest, english = _Harvest(), english_of(file)
        sources = {f"{_root(file)}{key}": (key, said.text) for key, said in _source(file).items()}
        for path, (key, source) in sources.items():
            if path not in texts:
                continue
            faults = _faults((source,), texts[path], _rules(library, tag))
            wrong = [Finding(what, hint, None, path) for what, hint in faults]
            findings.extend(wrong)
            if wrong:
                continue
            whole = fixed_key(key) if file.fixed else key
            harvest.texts[key], harvest.doubts[whole] = texts[path], ""
            if tag != SOURCE and whole in english:
                harvest.hashes[whole] = english_hash(english[whole])
        taken += len(harvest.texts)
        written += bool(harvest.texts) and _write(file, harvest, (library, root), (tag, *by))
    findings.extend(_checked(library, root, tag))
    return Imported(written, taken, 0, tuple(dict.fromkeys(findings)))


def _source(file: WordsFile) -> Mapping[str, Phrase]:
    return file.words[SOURCE].phrases if SOURCE in file.words else {}


def _root(file: WordsFile) -> str:
    """What stands before a key in a content path: a fixed phrase is named by its key alone."""
    return "" if file.fixed else f"{file.path}."


def _rules(library: Library, tag: str) -> tuple[str, ...]:
    """The typographic rules of the language, also of one that is still full of blanks."""
    node = table_of(library, tag)
    rules = node.get("rules") if node is not None else None
    return tuple(str(plain(item)) for item in rules.items) if isinstance(rules, NodeList) else ()


def _harvest(
    file: WordsFile, returned: Returned, forms: tuple[str, ...], checks: tuple[list[Finding], tuple[str, ...]]
) -> _Harvest:
    harvest = _Harvest()
    findings, rules = checks
    for unit in units(file, returned.tag, forms):
        context = f"{file.path}.{unit.key}"
        message = returned.messages.get(context)
        texts = _texts(message)
        if len(texts) > 1 and len(texts) != len(unit.keys):
            what = f"{len(texts)} plural forms came back, and {returned.tag} has {len(unit.keys)}: {', '.join(forms)}"
            hint = "Keep the header Plural-Forms as it was sent, and send the file again."
            findings.append(Finding(what, hint, Place(returned.name)))
        if message is None or not all(texts) or len(texts) != len(unit.keys):
            harvest.open += not (unit.optional or (message is None and unit.settled))
            continue
        if message.fuzzy and texts == unit.words:
            harvest.open += not unit.settled
            continue  # nobody has looked at it: its doubt and its English stay what they are
        wrong = [
            Finding(what, hint, Place(returned.name, message.lineno or 1), context)
            for text in texts
            for what, hint in _faults(_ids(message), text, rules, exact=unit.optional)
        ]
        findings.extend(wrong)
        if wrong:
            harvest.open += 1
            continue
        harvest.taken += 1
        harvest.texts.update(zip(unit.keys, texts, strict=True))
        key = fixed_key(unit.key) if file.fixed else unit.key
        harvest.doubts[key] = (" ".join(message.user_comments) or DOUBT) if message.fuzzy else ""
        if not unit.optional:
            harvest.hashes[key] = _hash(file, unit, _ids(message))
        if message.user_comments and not message.fuzzy:
            said = " ".join(message.user_comments)
            note = f"the translator says: {said}"
            findings.append(Finding(note, "Mark it fuzzy to keep it for the reviewer.", None, context, Severity.NOTE))
    return harvest


def _for_rare_numbers(
    file: WordsFile, tag: str, texts: Mapping[str, str], forms: tuple[tuple[str, ...], tuple[str, ...]]
) -> dict[str, str]:
    """The forms for fractions and millions, which no PO file has: they follow the most common form.

    One that says something else stays as it is.
    """
    common, rare = forms
    last = common[-1]
    own = file.words[tag].phrases if tag in file.words else {}
    found: dict[str, str] = {}
    for key, text in texts.items():
        use, _, form = key.rpartition(".")
        if not file.fixed or form != last or not use.startswith(("counts.", "strips.")):
            continue
        for other in (f"{use}.{one}" for one in rare):
            if other not in own or (key in own and own[other].text == own[key].text):
                found[other] = text
    return found


def _texts(message: Message | None) -> tuple[str, ...]:
    if message is None:
        return ()
    said = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return tuple(" ".join(str(text).split(" ")).strip() for text in said)


def _ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, (tuple, list)) else (str(message.id),)


def _hash(file: WordsFile, unit: TranslationUnit, ids: tuple[str, ...]) -> str:
    """Of the English that the translator saw: another than today's leaves the words stale."""
    return english_hash(english_of(file)[unit.key] if ids == unit.english else "\n".join(ids))


def _faults(
    english: tuple[str, ...], text: str, rules: tuple[str, ...], *, exact: bool = False
) -> Iterator[tuple[str, str]]:
    """What `handout check` would say of the words: digits, braces, typography, a number lost or made up. A plural form,
    and the form of one number alone (`exact`), may say its number in words."""
    yield from word_faults(text, rules)
    optional = {"n"} if exact or len(english) > 1 else set[str]()
    wanted, own = asked(english[-1]) - optional, asked(text) - optional
    names = {name.removeprefix("for_"): name for name in (*placeholders(english[-1]), *placeholders(text))}
    hint = f"Keep every word in braces. In English: {english[-1]}"
    for name in sorted(wanted - own):
        yield f"{{{names.get(name, name)}}} is missing", hint
    for name in sorted(own - wanted - optional):
        yield f"{{{names.get(name, name)}}} is not in the English", hint


def _write(file: WordsFile, harvest: _Harvest, place: tuple[Library, Path], by: tuple[str, str, str]) -> bool:
    """The file with what it takes over. Whether anything changed."""
    library, root = place
    tag, translator, today = by
    name, own = file.name(tag), file.words.get(tag)
    path = root / name if is_joined(name) else library.file(name)
    before = path.read_text("utf-8") if path is not None and path.is_file() else ""
    text = _with_words(before, file, own, harvest)
    if text != before and tag != SOURCE:
        text = with_block(text, "translated", [f"translated: {{by: {translator}, method: person, date: {today}}}"])
    if is_joined(name):
        own = _alone(text, file, tag)
        harvest = _only(harvest, own)
    text = _with_marks(text, own, harvest)
    if text == before or not harvest.texts:
        return False
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8", newline="\n")
    return True


def _alone(text: str, file: WordsFile, tag: str) -> Words | None:
    """What one file of a joined path says by itself: its marks are its own, and no copy of the shipped ones."""
    node = parse(text, file.name(tag)) if text.strip() else None
    if not isinstance(node, Table):
        return None
    return words_of_language(node, tag) if file.fixed else read_words(node, tag, [])


def _only(harvest: _Harvest, own: Words | None) -> _Harvest:
    """Of a harvest, the marks of the strings that a joined file holds itself."""
    held = set(own.phrases) if own is not None else set()
    held |= {fixed_key(key) for key in held}
    return replace(
        harvest,
        doubts={key: said for key, said in harvest.doubts.items() if key in held},
        hashes={key: said for key, said in harvest.hashes.items() if key in held},
    )


def _with_words(text: str, file: WordsFile, own: Words | None, harvest: _Harvest) -> str:
    """Only texts that differ are set."""
    said = {key: phrase.text for key, phrase in own.phrases.items()} if own is not None else {}
    order = list(file.words[SOURCE].phrases) if SOURCE in file.words else []
    for key, words in harvest.texts.items():
        if words and said.get(key) != words:
            text = with_text(text, key, words, order)
    return text


def _with_marks(text: str, own: Words | None, harvest: _Harvest) -> str:
    """The doubts and the English of the strings taken over; those of other strings stay."""
    doubts = {key: doubt.text for key, doubt in own.unsure.items()} if own is not None else {}
    kept = {key: said for key, said in doubts.items() if not _settles(harvest, key)}
    renewed = {**kept, **{key: said for key, said in harvest.doubts.items() if said}}
    if renewed != doubts:
        text = with_block(text, "unsure", ["unsure:", *lines_of(dict(renewed), 2)] if renewed else [])
    hashes = dict(own.english) if own is not None else {}
    if any(hashes.get(key) != value for key, value in harvest.hashes.items()):
        text = with_hashes(text, {**hashes, **harvest.hashes})
    return text


def _settles(harvest: _Harvest, key: str) -> bool:
    """Whether a doubt is replaced or lifted: one on a plural form goes with the phrase."""
    return key in harvest.doubts or fixed_key(key) in harvest.doubts


def _checked(library: Library, root: Path, tag: str) -> Iterator[Finding]:
    """What the content checks say of the language's files as they are now."""
    layers = library.layers if root.resolve() in {one.resolve() for one in library.layers} else (*library.layers, root)
    for finding in load(layers, tags=[tag])[1]:
        if finding.where is not None and Path(finding.where.file).name == f"{tag}.yaml":
            yield finding
