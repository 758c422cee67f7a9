"""Whether a file is byte for byte as it was written: its ID is a hash of all that stands before the cross-reference.

A change to any byte, of its description too, which has no checksum of its own, or saving it again by other software,
breaks that. It is no signature: whoever means to deceive can compute it anew.
"""

from __future__ import annotations

import hashlib
import re

from handout.errors import Finding

_TAIL = re.compile(rb"startxref\n(\d{1,12})\n%%EOF\n\Z")
BROKEN = Finding(
    "The file is not as it was written: its own checksum is wrong.",
    "It was changed, or saved again by other software, since it was made. Make it again.",
)


def is_as_written(data: bytes) -> bool:
    """Whether the ID of a file is that of its bytes (ISO 32000-1, 14.4, leaves open how it is made)."""
    tail = _TAIL.search(data)
    if tail is None:
        return False
    at = int(tail.group(1))
    mark = hashlib.sha256(data[:at]).hexdigest()[:32].encode()
    return b"/ID[<%s><%s>]" % (mark, mark) in data[at:]
