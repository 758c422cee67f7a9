"""gettext PO files: out to a translator, and back as words files, checked like any content."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from handout.authoring.translation.strings import SOURCE, WordsFile, files, units
from handout.authoring.translation.yaml_text import lines_of, tree_of
from handout.content import Library
from handout.edition.hashing import english_hash
from handout.errors import ContentError, Finding, Place, Severity
from handout.language import placeholders

TAG = "X-Handout-Language"


@dataclass(frozen=True, slots=True)
class Imported:
    """What came back: files written, strings taken over, strings still open, and what is wrong with some."""

    written: int
    strings: int
    open: int
    findings: tuple[Finding, ...]


def export_po(library: Library, tag: str, target: Path) -> int:
    """Write every string; a doubt of the last translator becomes a fuzzy mark. The number of strings."""
    catalogue = Catalog(locale=None, domain="handout", project="handout", fuzzy=False, charset="utf-8")
    catalogue.mime_headers = [(TAG, tag), ("Content-Type", "text/plain; charset=utf-8")]
    count = 0
    for file in files(library):
        for unit in units(file, tag):
            notes = [unit.hint] if unit.hint else []
            catalogue.add(
                unit.english,
                unit.words,
                context=unit.context,
                auto_comments=notes,
                user_comments=[unit.doubt] if unit.doubt else [],
                flags=["fuzzy"] if unit.doubt else [],
            )
            count += 1
    content = io.BytesIO()
    write_po(content, catalogue, width=0, omit_header=True)
    header = f'msgid ""\nmsgstr ""\n"{TAG}: {tag}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    target.write_bytes(header.encode() + content.getvalue())
    return count


def import_po(library: Library, source: Path, root: Path, today: str) -> Imported:
    """Write the words files of a PO file below `root`. A string that breaks a rule is named and left out.

    Raises ContentError when the file is no PO file of ours.
    """
    tag, messages = _read(source)
    findings: list[Finding] = []
    written = taken = left = 0
    for file in files(library):
        english = file.words.get(SOURCE)
        if english is None:
            continue
        words: dict[str, str] = {}
        doubts: dict[str, str] = {}
        hashes: dict[str, str] = {}
        for key in english.phrases:
            message = messages.get(f"{file.path}.{key}")
            text = _text(message)
            if message is None or not text:
                left += 1
                continue
            wrong = _fault(str(message.id), text, Place(source.name, message.lineno or 1), f"{file.path}.{key}")
            if wrong is not None:
                findings.append(wrong)
                left += 1
                continue
            words[key], hashes[key] = text, english_hash(str(message.id))
            if message.fuzzy:
                doubts[key] = " ".join(message.user_comments) or "the translator was unsure"
        if words:
            _write(root / file.name(tag), words, (doubts, hashes), today)
            written += 1
            taken += len(words)
    return Imported(written, taken, left, tuple(findings))


def _read(source: Path) -> tuple[str, dict[str, Message]]:
    hint = "Give the file that came back from the translator, saved as PO in UTF-8."
    try:
        content = source.read_bytes()
        catalogue = read_po(io.BytesIO(content), abort_invalid=True)
    except OSError as error:
        raise ContentError(Finding(f"cannot read it ({error.strerror})", hint, Place(source.name))) from None
    except (PoFileError, ValueError, LookupError) as error:
        raise ContentError(Finding(f"this is not a whole PO file ({error})", hint, Place(source.name))) from None
    tags = [line for line in content.decode("utf-8", "replace").splitlines() if line.startswith(f'"{TAG}: ')]
    if not tags:
        hint = "Begin with handout translate export."
        raise ContentError(Finding(f"the header {TAG} is missing", hint, Place(source.name)))
    tag = tags[0].removeprefix(f'"{TAG}: ').removesuffix('\\n"')
    return tag, {str(message.context): message for message in catalogue if message.context}


def _text(message: Message | None) -> str:
    return message.string.strip() if message is not None and isinstance(message.string, str) else ""


def _fault(english: str, text: str, where: Place, path: str) -> Finding | None:
    """A placeholder that is missing or made up: a number would be lost or wrong."""
    sides = {"side", "to_side", "to_other_side", "on_side"}
    lost = set(placeholders(english)) - set(placeholders(text)) - sides
    new = set(placeholders(text)) - set(placeholders(english)) - sides
    if not lost and not new:
        return None
    gone = [f"{{{name}}} is missing" for name in sorted(lost)]
    what = "; ".join(gone + [f"{{{name}}} is not in the English" for name in sorted(new)])
    return Finding(what, "Keep every word in braces as it is.", where, path, Severity.ERROR)


def _write(path: Path, words: dict[str, str], beside: tuple[dict[str, str], dict[str, str]], today: str) -> None:
    doubts, hashes = beside
    lines = lines_of(tree_of(words))
    if doubts:
        lines += ["unsure:", *lines_of(dict(doubts), 2)]
    lines += [f"translated: {{by: translator, method: person, date: {today}}}"]
    lines += ["english:", *(f"  {key}: \"{value}\"" for key, value in hashes.items())]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


__all__ = ["Imported", "WordsFile", "export_po", "import_po"]
