"""The Jinja2 environment: a sandbox that escapes everything and lets no name be undefined.

A template is refused before it runs when it carries what belongs elsewhere: prose (words come from the
sheet), numbers (data), styles (the theme), or a way round the escaping.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import BaseLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.environment import Environment
from jinja2.sandbox import SandboxedEnvironment

from handout.errors import Finding, ManuscriptError, Place
from handout.manuscript.allowed import LARGEST, too_long
from handout.manuscript.allowed import faults as allowed
from handout.manuscript.markup import AT
from handout.manuscript.sheet.types import Sheet

FOLDER = Path("assets", "templates")
MAIN = "handout.xml.j2"
_CODE = re.compile(r"({#.*?#}|{%.*?%}|{{.*?}})", re.S)
_TAG = re.compile(r"<(?=[a-z])([a-z0-9-]+)")
_VALUE = re.compile(r'[\w-]+="([^"<>]*)"')
_HIDING = re.compile(r"<[!?]|&|='")  # CDATA, comments, entities, single quotes
_PLAIN = re.compile(r"(?:[a-z][a-z0-9-]*)?")
State = tuple[tuple[str, Path, int], ...]  # name, file, time of its last change
MARK = "\x00"  # stands for a piece of code while the rest of a template is looked at


class Layers(BaseLoader):
    """Templates of the library's layers, the last first: a file replaces the one of the same name whole."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.folders = [root / FOLDER for root in roots]

    def path(self, name: str) -> Path | None:
        """The file that is used under that name."""
        parts = Path(name).parts
        if ".." in parts or Path(name).is_absolute():
            return None
        return next((folder / name for folder in reversed(self.folders) if (folder / name).is_file()), None)

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 (the signature is Jinja2's)
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """The source with each opening tag told where it stands, so that a finding can name its line."""
        path = self.path(template)
        if path is None:
            raise TemplateNotFound(template)
        return _located(path.read_text("utf-8"), template), str(path), lambda: True

    def paths(self) -> Iterator[tuple[str, Path]]:
        """Name and file of every template in use, sorted by name."""
        names = {path.name for folder in self.folders for path in folder.glob("*.j2")}
        for name in sorted(names):
            path = self.path(name)
            if path is not None:
                yield name, path

    def state(self) -> State:
        """What is in use now: two equal states hold the same templates."""
        return tuple((name, path, path.stat().st_mtime_ns) for name, path in self.paths())


def _located(source: str, name: str) -> str:
    """The same lines; `<title` becomes `<title at="handout.xml.j2:12"`, outside of code."""
    pieces, line = [], 1
    for piece in _CODE.split(source):
        if _CODE.fullmatch(piece):
            pieces.append(piece)
            line += piece.count("\n")
            continue
        rows = piece.split("\n")
        located = [_TAG.sub(rf'<\1 {AT}="{name}:{line + i}"', row) for i, row in enumerate(rows)]
        pieces.append("\n".join(located))
        line += len(rows) - 1
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Templates:
    """Templates that were found fit, ready to run, with the hash of their text for the content id."""

    environment: SandboxedEnvironment
    digest: str


def templates(roots: Sequence[Path]) -> Templates:
    """The templates of these layers. Raises `ManuscriptError` with every reason why they cannot be used."""
    layers = Layers(roots)
    return _templates(tuple(roots), layers.state())


@lru_cache(maxsize=4)
def _templates(roots: tuple[Path, ...], state: State) -> Templates:
    environment = _environment(Layers(roots))
    digest = hashlib.sha256()
    findings: list[Finding] = []
    known = frozenset(name for name, _, _ in state)
    trees: dict[str, nodes.Template] = {}
    for name, path, _ in state:
        text = _text(path, name, findings)
        digest.update(f"{name}\0{text}\0".encode())
        tree = _tree(environment, name, text, findings)
        if tree is not None:
            trees[name] = tree
            findings.extend((*_loose(name, text), *_constants(name, tree), *allowed(name, tree, known)))
    if not findings and MAIN in trees:
        findings.extend(one for one in [too_long(MAIN, trees)] if one is not None)
    if findings:
        raise ManuscriptError(dict.fromkeys(findings))
    return Templates(environment, digest.hexdigest())


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


def _tree(environment: Environment, name: str, text: str, findings: list[Finding]) -> nodes.Template | None:
    """What the template is made of; None with a finding where it cannot be read."""
    try:
        return environment.parse(text, name)
    except TemplateSyntaxError as error:
        findings.append(_said(TemplateSyntaxError(error.message or "", error.lineno, name)))
    except RecursionError:
        findings.append(Finding("the template is nested too deeply", "Take some of it away.", Place(name)))
    return None


def _environment(layers: Layers) -> SandboxedEnvironment:
    environment = SandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        loader=layers,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        extensions=(),
    )
    for name in ("safe", "xmlattr", "urlize", "random", "pprint"):
        environment.filters.pop(name, None)  # a way round the escaping, or not the same twice
    for name in ("lipsum", "cycler", "joiner"):
        environment.globals.pop(name, None)
    return environment


def render(sheet: Sheet, use: Templates) -> str:
    """The markup of a sheet. Raises `ManuscriptError` when the templates do not fit it."""
    try:
        return use.environment.get_template(MAIN).render(sheet=sheet)
    except TemplateError as error:
        raise ManuscriptError(_said(error)) from error
    except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError) as error:
        where = Place(MAIN, _line_of(error) or 1)
        hint = "Compare it with the shipped one."
        raise ManuscriptError(Finding(f"the template cannot be filled: {error}", hint, where)) from error


def _said(error: TemplateError) -> Finding:
    if isinstance(error, TemplateSyntaxError):
        where = Place(error.name or MAIN, error.lineno)
        return Finding(f"the template cannot be read: {error.message}", "Mend this line.", where)
    if isinstance(error, TemplateNotFound):
        return Finding(
            f"the template {error.name} is missing", "Put it into assets/templates.", Place(MAIN)
        )
    hint = "The names a template may use are those of the shipped one."
    return Finding(f"the template cannot be filled: {error.message}", hint, Place(MAIN, _line_of(error) or 1))


def _line_of(error: BaseException) -> int | None:
    """The template's own line, from the innermost frame that is a template's."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _loose(name: str, source: str) -> Iterator[Finding]:
    """Text and attribute values that are typed into the template itself."""
    for number, line in enumerate(source.split("\n"), 1):
        if found := _HIDING.search(_CODE.sub("", line)):
            hint = "Write tags and double quotes alone."
            yield Finding(f"the template holds {found.group()!r}, which could hide words", hint, Place(name, number))
    bare = _CODE.sub(lambda code: MARK + "\n" * code.group().count("\n"), source)
    texts = re.sub(r"<[^<>]*>", lambda tag: "\n" * tag.group().count("\n"), bare).replace(MARK, "")
    for number, line in enumerate(texts.split("\n"), 1):
        if words := line.strip():
            hint = "Words come from the sheet: {{ sheet.title }}."
            yield Finding(f"the template holds text of its own: {words[:40]!r}", hint, Place(name, number))
    for number, line in enumerate(bare.split("\n"), 1):
        for value in _VALUE.findall(line):
            if not _PLAIN.fullmatch(value.replace(MARK, "")):
                hint = "Values come from the sheet; sizes and colours from the theme."
                what = f"the template holds a value of its own: {value[:40]!r}"
                yield Finding(what, hint, Place(name, number))


def _constants(name: str, tree: nodes.Template) -> Iterator[Finding]:
    """Text and numbers in expressions that are printed, and switches of the escaping."""
    for output in tree.find_all(nodes.Output):
        for constant in output.find_all(nodes.Const):
            value = constant.value
            if isinstance(value, int | float) or (isinstance(value, str) and not _PLAIN.fullmatch(value)):
                hint = "Words and numbers come from the sheet."
                yield Finding(f"the template prints {value!r} of its own", hint, Place(name, constant.lineno))
    switches = (nodes.ScopedEvalContextModifier, nodes.MarkSafe, nodes.MarkSafeIfAutoescape)
    for switch in tree.find_all(switches):
        hint = "Remove it: every text is escaped."
        yield Finding("the template switches the escaping", hint, Place(name, switch.lineno))
