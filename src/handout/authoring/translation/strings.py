"""Every string of the library that a translator sees, with the file it lives in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from handout.authoring.translation.hints import frames_of, hint
from handout.content import Library, Words
from handout.edition import english_hash, fixed_key, fixed_texts
from handout.errors import Place
from handout.language import Language, Phrase, marks_of, texts_of
from handout.source import BLANK, Scalar
from handout.source import Mapping as Table

SOURCE = "en"


@dataclass(frozen=True, slots=True)
class WordsFile:
    """One file of words in every language: "exercises.march" in "handouts/exercises/march"."""

    path: str
    folder: str
    words: Mapping[str, Words]
    fixed: bool = False  # a language file: the fixed phrases of the page
    notes: Mapping[str, str] = field(default_factory=dict)  # key -> what stands beside it for the translator

    def name(self, tag: str) -> str:
        """Where the words of a language are, from the root of a library."""
        return f"{self.folder}/{tag}.yaml"

    def texts(self, words: Words) -> dict[str, str]:
        """What is accepted text by text; the plural forms of a fixed phrase are one."""
        return fixed_texts(words.phrases) if self.fixed else {key: said.text for key, said in words.phrases.items()}


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """What a translator meets at once: a string, or a phrase with all its plural forms."""

    key: str  # in its file
    keys: tuple[str, ...]  # the strings of the file it stands for, in order of the forms
    english: tuple[str, ...]  # one text, or singular and plural
    words: tuple[str, ...]  # as many as `keys`; "" where there is none
    doubt: str = ""
    hint: str = ""
    settled: bool = False  # made from, or accepted against, the English of today
    optional: bool = False

    @property
    def plural(self) -> bool:
        return len(self.english) == 2


def files(library: Library, tag: str) -> Iterator[WordsFile]:
    """All files of words: the language file, then routines, exercises, safety, things and own texts, in a
    fixed order."""
    english = library.languages[SOURCE]
    fixed = {SOURCE: _fixed(english)}
    own = _fixed_of(library, tag)
    if own is not None:
        fixed[tag] = own
    yield WordsFile("language", "assets/languages", fixed, fixed=True)
    for name, routine in sorted(library.routines.items()):
        yield WordsFile(f"routines.{name}", f"handouts/routines/{name}", routine.words)
    for name, exercise in sorted(library.exercises.items()):
        yield WordsFile(f"exercises.{name}", f"handouts/exercises/{name}", exercise.words)
    said = fixed[tag].phrases if tag in fixed else {}
    notes = dict(frames_of(library.safety, english.texts, said))
    yield WordsFile("safety", "handouts/safety", library.safety.words, notes=notes)
    yield WordsFile("equipment", "handouts/equipment", library.equipment.words)
    for name, text in sorted(library.texts.items()):
        yield WordsFile(f"texts.{name}", f"handouts/texts/{name}", text.words)


def english_of(file: WordsFile) -> dict[str, str]:
    """What each text of a file is held against."""
    source = file.words.get(SOURCE)
    return file.texts(source) if source is not None else {}


def _fixed(language: Language) -> Words:
    marks = language.marks
    return Words(
        language.tag, language.where, language.texts, marks.unsure, marks.english, marks.signed, marks.translated
    )


def _fixed_of(library: Library, tag: str) -> Words | None:
    """The fixed phrases of a language, also of one that is still full of blanks."""
    if tag in library.languages:
        return _fixed(library.languages[tag])
    node = table_of(library, tag)
    return None if node is None else words_of_language(node, tag)


def words_of_language(node: Table, tag: str) -> Words:
    """The fixed phrases of a language file's tree, those that are no blanks."""
    marks = marks_of(node, [])
    texts = {path: said for path, said in texts_of(node) if BLANK not in said.text}
    return Words(tag, node.where, texts, marks.unsure, marks.english, marks.signed, marks.translated)


def table_of(library: Library, tag: str) -> Table | None:
    """The language file as it is written. Raises SourceError when it is not even YAML."""
    node = library.tree(f"assets/languages/{tag}.yaml")
    return node if isinstance(node, Table) else None


def own_plurals(library: Library, tag: str) -> dict[str, str]:
    """The plural rules that a language file brings of its own."""
    node = table_of(library, tag)
    rules = node.get("plurals") if node is not None else None
    entries = rules.entries if isinstance(rules, Table) else ()
    return {key.text: value.text for key, value in entries if isinstance(value, Scalar)}


def units(file: WordsFile, tag: str, forms: tuple[str, ...]) -> Iterator[TranslationUnit]:
    """What a translator meets in one file, in the order of the English; `forms` are the language's plural forms."""
    source, own = file.words.get(SOURCE), file.words.get(tag)
    if source is None:
        return
    own = own or Words(tag, Place(file.name(tag)), {})
    if not file.fixed:
        for key, phrase in source.phrases.items():
            yield _single(file, (source, own), key, phrase.text)
        return
    for key, english in fixed_texts(source.phrases).items():
        if key in source.phrases:
            yield _single(file, (source, own), key, english)
        else:
            yield from _counted(file, (source, own), key, forms)


def _single(file: WordsFile, words: tuple[Words, Words], key: str, english: str) -> TranslationUnit:
    source, own = words
    said, doubt = own.phrases.get(key), own.unsure.get(key)
    return TranslationUnit(
        key,
        (key,),
        (english,),
        (said.text if said else "",),
        doubt.text if doubt else "",
        file.notes.get(key) or hint(file.path, source, key),
        settled=own.english.get(key) == english_hash(english),
    )


def _counted(
    file: WordsFile, words: tuple[Words, Words], key: str, forms: tuple[str, ...]
) -> Iterator[TranslationUnit]:
    """A phrase with a number: its plural forms, then each form for one number alone ("=2": twice a day)."""
    source, own = words
    english = _forms(source.phrases, key)
    said = _forms(own.phrases, key)
    doubts = [doubt.text for name, doubt in own.unsure.items() if fixed_key(name) == key or name == key]
    settled = own.english.get(key) == english_hash(fixed_texts(source.phrases)[key])
    several = (english.get("one", english["other"]), english["other"])
    keys = tuple(f"{key}.{form}" for form in forms)
    texts = tuple(said.get(form, "") for form in forms)
    note = hint(file.path, source, key)
    yield TranslationUnit(key, keys, several, texts, "; ".join(doubts), note, settled=settled)
    exact = sorted({form for form in (*english, *said) if form.startswith("=")})
    for form in exact:
        alone = english.get(form, several[0] if form == "=1" else several[1])
        note = f"Only for the number {form[1:]}. Leave it empty where the plural forms do."
        yield TranslationUnit(
            f"{key}.{form}", (f"{key}.{form}",), (alone,), (said.get(form, ""),), "", note, settled=settled,
            optional=True,
        )  # fmt: skip


def _forms(phrases: Mapping[str, Phrase], key: str) -> dict[str, str]:
    return {path.rpartition(".")[2]: said.text for path, said in phrases.items() if fixed_key(path) == key != path}
