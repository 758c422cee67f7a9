"""PDF/UA-1 and PDF/A-2a by an independent validator, where it is installed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from handout.errors import Finding

PROFILES = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}


def conformance(pdf: bytes | Path) -> tuple[Finding, ...] | None:
    """What breaks the standards; None when the validator (the extra `proof`) is not installed, and then
    nobody may say that the file conforms."""
    if importlib.util.find_spec("page") is None:
        return None
    import page  # an extra

    data = pdf.read_bytes() if isinstance(pdf, Path) else pdf
    findings: list[Finding] = []
    for profile, name in PROFILES.items():
        try:
            report = page.validate_pdf_bytes(data, profile=profile)
        except page.PageError as reason:
            findings.append(Finding(f"{name} could not be checked: {reason}", "Make the file again."))
            continue
        if not report.is_compliant:
            causes = sorted({str(failure) for failure in report.failures}) or [
                "the validator gives no reason"
            ]
            hint = "This is a fault of the program, not of the content: please report it."
            findings += [Finding(f"The file breaks {name}: {cause}", hint) for cause in causes]
    return tuple(findings)
