"""Templates: which blocks stand on a sheet, in which order and in which detail.

A template is read by Jinja2 in a sandbox, and refused before it runs when it is anything but an arrangement.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.environment import Environment
from jinja2.sandbox import SandboxedEnvironment

from handout.cache import Cache, CacheRegion
from handout.errors import Finding, ManuscriptError, Place
from handout.manuscript.allowed import LARGEST, OLD_HINT, is_old, rows
from handout.manuscript.allowed import faults as allowed
from handout.manuscript.places import names
from handout.prescription import Length

FOLDER = Path("assets", "templates")
MAIN = "handout.j2"
LEAF = "leaf.j2"  # of the two pages; each length has a template of its own
_OLD_NAMES = ("handout.xml.j2", "parts.xml.j2")
State = tuple[tuple[str, Path, int], ...]  # name, file, time of its last change


@dataclass(frozen=True, slots=True)
class Placement:
    """One line of a template: what stands there, and where it says so."""

    name: str  # "exercises", "exercises short", "text walking-group"
    where: Place


@dataclass(frozen=True, slots=True)
class Templates:
    """A template that was found fit, ready to run, with the hash of its text for the content id."""

    order: Template
    digest: str
    name: str = MAIN


TEMPLATES: CacheRegion[Templates] = CacheRegion("templates, by path and time of their files", 8)


def name_of(length: Length) -> str:
    """The file of the template for that length."""
    return LEAF if length == "leaf" else MAIN


def template_files(roots: Sequence[Path], main: str = MAIN) -> State:
    """The template in use, and those of the form of version 0.1 that a library still holds."""
    found = [(name, path) for name in (main, *_OLD_NAMES) if (path := _last(roots, name)) is not None]
    return tuple((name, path, path.stat().st_mtime_ns) for name, path in found)


def _last(roots: Sequence[Path], name: str) -> Path | None:
    """The file of that name; the last library that has one replaces it whole."""
    return next((root / FOLDER / name for root in reversed(roots) if (root / FOLDER / name).is_file()), None)


def templates(roots: Sequence[Path], cache: Cache, texts: Sequence[str] = (), length: Length = "sheet") -> Templates:
    """The template of these layers for a length; `texts` are the ids of a clinic's own. Raises `ManuscriptError` with
    every reason why it cannot be used."""
    key = template_files(roots, name_of(length)), tuple(texts), length
    return cache.get(TEMPLATES, key, lambda: _templates(*key))


def _templates(state: State, texts: tuple[str, ...], length: Length) -> Templates:
    main = name_of(length)
    findings: list[Finding] = []
    tree: nodes.Template | None = None
    digest = hashlib.sha256()
    environment = _environment()
    for name, path, _ in state:
        text = _text(path, name, findings)
        digest.update(f"{name}\0{text}\0".encode())
        if name != main or is_old(text):
            what = "this template has the form of version 0.1, which is no longer read"
            findings.append(Finding(what, OLD_HINT, Place(name)))
        else:
            tree = _tree(environment, (main, text), names(texts, length), findings)
    if findings or tree is None:
        raise ManuscriptError(findings or Finding("there is no template", f"Put {main} into {FOLDER.as_posix()}."))
    return Templates(_numbered(environment, tree, main), digest.hexdigest(), main)


def _text(path: Path, name: str, findings: list[Finding]) -> str:
    """What a template says; "" with a finding where it cannot be read."""
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError:
        findings.append(Finding("the template is not saved as UTF-8", "Save it as UTF-8.", Place(name)))
        return ""
    except OSError as error:
        hint = "Look at the file and its rights."
        findings.append(Finding(f"the template cannot be read: {error.strerror}", hint, Place(name)))
        return ""
    if len(text) > LARGEST:
        findings.append(Finding("the template is too large", f"At most {LARGEST} letters.", Place(name)))
        return ""
    return text


def _tree(
    environment: Environment, file: tuple[str, str], known: frozenset[str], findings: list[Finding]
) -> nodes.Template | None:
    """What the template is made of; findings for what is no arrangement of blocks. `file`: its name and text."""
    name, text = file
    try:
        tree = environment.parse(text, name)
        findings.extend(allowed(name, tree, known))
    except TemplateSyntaxError as error:
        what = f"the template cannot be read: {error.message}"
        findings.append(Finding(what, "Mend this line.", Place(name, error.lineno)))
    except RecursionError:
        findings.append(Finding("the template is nested too deeply", "Take some of it away.", Place(name)))
    else:
        return tree
    return None


def _environment() -> SandboxedEnvironment:
    environment = SandboxedEnvironment(undefined=StrictUndefined, extensions=())
    for table in (environment.filters, environment.tests, environment.globals):
        table.clear()
    return environment


def _numbered(environment: Environment, tree: nodes.Template, name: str) -> Template:
    """The template, each of its lines with the number it has in the file."""
    for data in tree.find_all(nodes.TemplateData):
        data.data = "".join(f"{said}@{line}\n" for line, said in rows(data))
    code = environment.compile(tree, name, name)
    return Template.from_code(environment, code, {})


def placements(use: Templates, facts: Mapping[str, bool]) -> Iterator[Placement]:
    """What the template places on such a sheet, in its order."""
    try:
        said = use.order.render(facts)
    except TemplateError as error:  # no fact that a template may ask for is without an answer
        what = f"the template cannot be used: {error}"
        raise ManuscriptError(Finding(what, "Please report it.", Place(use.name))) from error
    for row in said.splitlines():
        place, _, line = row.rpartition("@")
        yield Placement(place, Place(use.name, int(line)))
