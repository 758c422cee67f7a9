"""A PO file of ours as it is read back, by Babel."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError, read_po

from handout.authoring.translation.po import TAG
from handout.authoring.translation.yaml_text import scalar
from handout.errors import ContentError, Finding, Place
from handout.language import TAG as FORM_OF_TAG

TRANSLATOR = "translator"
_NOBODY = re.compile(r"^(?:FULL NAME.*|EMAIL@ADDRESS|)$")
# Babel keeps no header that it does not know, so ours is looked for in the text.
_TAG = re.compile(rf'^"{TAG}: ({FORM_OF_TAG})\\n"'.encode(), re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Returned:
    """The language, who translated, and every message by its context."""

    name: str  # of the file, for findings
    tag: str
    translator: str
    messages: Mapping[str, Message]


def read_returned(source: Path) -> Returned:
    """Read it. Raises ContentError when it is no PO file, or none that `handout translate export` began."""
    hint = "Give the file that came back from the translator, saved as PO in UTF-8."
    place = Place(source.name)
    try:
        content = source.read_bytes()
        catalogue = read_po(io.BytesIO(content), abort_invalid=True, ignore_obsolete=True)
    except OSError as error:
        raise ContentError(Finding(f"cannot read it ({error.strerror})", hint, place)) from None
    except (PoFileError, ValueError, LookupError) as error:
        raise ContentError(Finding(f"this is not a whole PO file ({error})", hint, place)) from None
    found = _TAG.search(content)
    if found is None:
        hint = "Begin with handout translate export."
        raise ContentError(Finding(f"the header {TAG} is missing", hint, place))
    name = catalogue.last_translator.partition("<")[0].strip()
    messages = {str(message.context): message for message in catalogue if message.context}
    return Returned(source.name, found[1].decode(), scalar(TRANSLATOR if _NOBODY.match(name) else name), messages)
