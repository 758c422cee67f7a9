"""gettext PO files out to a translator: the content id as context, the English, and what it stands beside.

Plural forms are those that whole numbers take, as gettext and its editors have them, in CLDR's order. `fuzzy` means
that somebody must still look: words in doubt, words whose English has changed. `msgfmt -c` finds no fault.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from babel.plural import PluralRule, to_gettext

from handout.authoring.translation.strings import SOURCE, TranslationUnit, files, own_plurals, units
from handout.content import Library
from handout.edition import files_of
from handout.errors import ContentError, Finding
from handout.language import counting_forms, rule_for
from handout.source import suggestion

TAG = "X-Handout-Language"
OPEN = "Not held against the English of today yet: mend it where it must be, then take the mark “fuzzy” away."


@dataclass(frozen=True, slots=True)
class ExportScope:
    """What an export holds: only what is not settled yet; only what the sheets of one routine print."""

    missing: bool = False
    routine: str = ""


WHOLE = ExportScope()


def export_po(library: Library, tag: str, target: Path, scope: ExportScope = WHOLE) -> int:
    """Write the strings of a language. The number of strings. Raises ContentError where there is no language file."""
    if tag == SOURCE or library.file(f"assets/languages/{tag}.yaml") is None:
        hint = f"Begin with: handout new language {tag}"
        raise ContentError(Finding(f"there is no language file {tag}.yaml", hint))
    if scope.routine and scope.routine not in library.routines:
        hint = suggestion(scope.routine, library.routines) or "See: handout list routines"
        raise ContentError(Finding(f"there is no routine “{scope.routine}”", hint))
    rule = rule_for(tag, own_plurals(library, tag))
    headers = (
        ("Project-Id-Version", "handout"),
        ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
        ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
        ("Language-Team", tag),
        (TAG, tag),
        ("Language", tag.replace("-", "_")),
        ("Plural-Forms", _plurals(rule)),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
    )
    catalogue = Catalog(locale=None, fuzzy=False, charset="utf-8")
    catalogue.mime_headers = list(headers)
    count = 0
    for context, unit in _units(library, tag, counting_forms(rule), scope):
        _add(catalogue, context, unit)
        count += 1
    content = io.BytesIO()
    write_po(content, catalogue, width=0, omit_header=True)
    head = "".join(f'"{name}: {value}\\n"\n' for name, value in headers)
    target.write_bytes(f'msgid ""\nmsgstr ""\n{head}\n'.encode() + content.getvalue())
    return count


def _units(
    library: Library, tag: str, forms: tuple[str, ...], scope: ExportScope
) -> Iterator[tuple[str, TranslationUnit]]:
    printed = {one.path: one for one in files_of(library, library.routines[scope.routine])} if scope.routine else {}
    for file in files(library, tag):
        if printed and not file.fixed and file.path not in printed:
            continue
        for unit in units(file, tag, forms):
            if printed and not file.fixed and not printed[file.path].prints(unit.key):
                continue
            if not (scope.missing and (unit.optional or (unit.settled and not unit.doubt))):
                yield f"{file.path}.{unit.key}", unit


def _add(catalogue: Catalog, context: str, unit: TranslationUnit) -> None:
    state = [] if unit.settled or not any(unit.words) else [OPEN]
    message = catalogue.add(
        unit.english if unit.plural else unit.english[0],
        unit.words if unit.plural else unit.words[0],
        context=context,
        auto_comments=[*([unit.hint] if unit.hint else []), *state],
        user_comments=[unit.doubt] if unit.doubt else [],
        flags=["fuzzy"] if any(unit.words) and (unit.doubt or not unit.settled) else [],
    )
    # Babel guesses these from braces; {side} may become {to_side}, and a form for one number needs no {n}.
    message.flags -= {"python-brace-format", "python-format"}


def _plurals(rule: PluralRule | None) -> str:
    """The rule for whole numbers as gettext writes one; it knows no exponents, so `e` is nought."""
    *named, _ = counting_forms(rule)
    if rule is None or not named:
        return "nplurals=1; plural=0;"
    kept = PluralRule({form: condition for form, condition in rule.rules.items() if form in named})
    return re.sub(r"\be\b", "0", str(to_gettext(kept)))
