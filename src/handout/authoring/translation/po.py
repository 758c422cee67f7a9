"""gettext PO files out to a translator: the content id as context, the English, and what it stands beside.

Plural forms are those of CLDR, all of them and in its order, with the rule in gettext's own words. `fuzzy`
means that somebody must still look: words in doubt, words whose English has changed.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from babel.plural import PluralRule, to_gettext

from handout.authoring.translation.strings import SOURCE, Unit, files, own_plurals, units
from handout.content import Library
from handout.errors import ContentError, Finding
from handout.language.cldr import forms_of, rule_for

TAG = "X-Handout-Language"
OPEN = "Not held against the English of today yet: mend it where it must be, then take the mark “fuzzy” away."


def export_po(library: Library, tag: str, target: Path) -> int:
    """Write every string of a language. The number of strings. Raises ContentError where there is no language file."""
    if tag == SOURCE or library.file(f"assets/languages/{tag}.yaml") is None:
        hint = f"Begin with: handout new language {tag}"
        raise ContentError(Finding(f"there is no language file {tag}.yaml", hint))
    rule = rule_for(tag, own_plurals(library, tag))
    headers = (
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
    for context, unit in _units(library, tag, forms_of(rule)):
        _add(catalogue, context, unit)
        count += 1
    content = io.BytesIO()
    write_po(content, catalogue, width=0, omit_header=True)
    head = "".join(f'"{name}: {value}\\n"\n' for name, value in headers)
    target.write_bytes(f'msgid ""\nmsgstr ""\n{head}\n'.encode() + content.getvalue())
    return count


def _units(library: Library, tag: str, forms: tuple[str, ...]) -> Iterator[tuple[str, Unit]]:
    for file in files(library, tag):
        for unit in units(file, tag, forms):
            yield f"{file.path}.{unit.key}", unit


def _add(catalogue: Catalog, context: str, unit: Unit) -> None:
    state = [] if unit.settled or not any(unit.words) else [OPEN]
    catalogue.add(
        unit.english if unit.plural else unit.english[0],
        unit.words if unit.plural else unit.words[0],
        context=context,
        auto_comments=[*([unit.hint] if unit.hint else []), *state],
        user_comments=[unit.doubt] if unit.doubt else [],
        flags=["fuzzy"] if any(unit.words) and (unit.doubt or not unit.settled) else [],
    )


def _plurals(rule: PluralRule | None) -> str:
    """CLDR's rule as gettext writes one."""
    return str(to_gettext(rule)) if rule is not None else "nplurals=1; plural=(0);"
