"""What a plain scalar is: YAML 1.2's core schema, and the spellings that two readers read in two ways."""

from __future__ import annotations

import re

from handout.errors import Finding, SourceError
from handout.source.node import Mapping, Node, NodeList, Scalar

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?")

# YAML 1.1 reads these as true or false, YAML 1.2 as words.
_TRUTHS = re.compile(r"(?:y|yes|n|no|on|off)", re.IGNORECASE)
_CLOCK = re.compile(r"[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?")  # base 60 in YAML 1.1
_LEADING_ZERO = re.compile(r"[-+]?0[0-9]+(?:\.[0-9]*)?")  # octal in YAML 1.1
_GROUPED = re.compile(r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?")
_OTHER_NUMBER = re.compile(r"0[xob][0-9a-f_]+|[-+]?\.(?:inf|nan|[0-9]+)|[-+]?[0-9]+\.", re.IGNORECASE)
_NULL = re.compile(r"~|null", re.IGNORECASE)
_BOOL = re.compile(r"true|false", re.IGNORECASE)


def doubt(text: str) -> str:
    """Why an unquoted value is read differently by different programs, or "" if it is not."""
    if _TRUTHS.fullmatch(text):
        return f"“{text}” is a word to some programs and yes or no to others"
    if _CLOCK.fullmatch(text):
        return f"“{text}” is a time to some programs and a number of seconds to others"
    if _LEADING_ZERO.fullmatch(text):
        return f"“{text}” begins with a zero, and some programs count it in eights"
    if _GROUPED.fullmatch(text) or _OTHER_NUMBER.fullmatch(text):
        return f"“{text}” is a number to some programs only"
    if _NULL.fullmatch(text):
        return f"“{text}” means nothing at all to some programs"
    return ""


def looks_typed(text: str) -> bool:
    """Whether an unquoted text would be taken for a number, a truth value or nothing by a YAML reader."""
    return bool(not text or NUMBER.fullmatch(text) or _BOOL.fullmatch(text) or doubt(text))


def plain(node: Node) -> object:
    """The node as dicts, lists, str, int, float, bool and None (`null`), by YAML 1.2's core rules.

    Raises `SourceError` for a value that two YAML readers read in two ways (`no`, `010`, `1:30`) or
    that is empty.
    """
    findings: list[Finding] = []
    value = _plain(node, findings)
    if findings:
        raise SourceError(findings)
    return value


def _plain(node: Node, findings: list[Finding]) -> object:
    if isinstance(node, Mapping):
        return {key.text: _plain(value, findings) for key, value in node.entries}
    if isinstance(node, NodeList):
        return [_plain(item, findings) for item in node.items]
    return node.text if node.quoted else _typed(node, findings)


def _typed(scalar: Scalar, findings: list[Finding]) -> object:
    text = scalar.text
    if not text:
        findings.append(Finding("a value is missing", "Write it behind the colon.", scalar.where))
        return None
    if text == "null":
        return None
    if why := doubt(text):
        findings.append(Finding(why, "Put it in quotes if it is a word; else write a plain number.", scalar.where))
        return None
    if INTEGER.fullmatch(text):
        return int(text)
    if NUMBER.fullmatch(text):
        return float(text)
    if _BOOL.fullmatch(text):
        return text.lower() == "true"
    return text
