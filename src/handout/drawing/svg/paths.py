"""Path data (the `d` attribute, SVG 1.1 section 8.3) to lines and cubic curves."""

from __future__ import annotations

import re
from collections.abc import Callable

from handout.drawing.shapes import Segment, Verb
from handout.drawing.svg.geometry import EllipticalArc, Point, arc_curves

_SPACE = re.compile(r"[\s,]*")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_COUNTS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_PLAIN_DATA = frozenset("MLCZ0123456789.- ")
_PLAIN_COMMAND = re.compile("([MLCZ])([^MLCZ]*)")
MAX_SEGMENTS = 100_000


def parse_path(data: str) -> tuple[Segment, ...]:
    """The segments of path data. Raises `ValueError` with the place of the first mistake."""
    return _plain(data) or _Pen(data).run()


def _plain(data: str) -> tuple[Segment, ...]:
    """Path data as we write it ourselves, M L C Z with all their letters, read quickly; else nothing."""
    if not _PLAIN_DATA.issuperset(data) or not data.startswith("M"):
        return ()
    segments: list[Segment] = []
    for letter, rest in _PLAIN_COMMAND.findall(data):
        verb: Verb = letter
        try:
            numbers = tuple([float(part) for part in rest.split()])
        except ValueError:
            return ()
        if len(numbers) != _COUNTS[verb] or (segments and segments[-1][0] == "Z" and verb != "M"):
            return ()
        segments.append((verb, numbers))
    return tuple(segments)


def parse_numbers(text: str) -> tuple[float, ...]:
    """Numbers parted by spaces or commas. Raises `ValueError`."""
    reader = _Reader(text)
    numbers: list[float] = []
    while not reader.done():
        numbers.append(reader.number())
    return tuple(numbers)


class _Reader:
    """Reads numbers, flags and command letters from path data."""

    def __init__(self, data: str) -> None:
        self.data = data
        self.at = 0
        self.skip()

    def skip(self) -> None:
        match = _SPACE.match(self.data, self.at)
        self.at = match.end() if match else self.at

    def done(self) -> bool:
        return self.at >= len(self.data)

    def letter(self) -> str:
        """The command letter here; "" where a number stands."""
        letter = self.data[self.at]
        if letter.upper() not in _COUNTS:
            return ""
        self.at += 1
        self.skip()
        return letter

    def number(self) -> float:
        match = _NUMBER.match(self.data, self.at)
        if not match:
            raise ValueError(f"a number is missing at character {self.at + 1}")
        self.at = match.end()
        self.skip()
        value = float(match.group())
        if abs(value) > 1e9:
            raise ValueError(f"a number is out of range at character {match.start() + 1}")
        return value

    def flag(self) -> float:
        """0 or 1, which may stand without a space after it."""
        if self.data[self.at : self.at + 1] not in ("0", "1"):
            raise ValueError(f"a flag (0 or 1) is missing at character {self.at + 1}")
        value = float(self.data[self.at])
        self.at += 1
        self.skip()
        return value


class _Pen:
    """Follows the commands from point to point."""

    def __init__(self, data: str) -> None:
        self.reader = _Reader(data)
        self.out: list[Segment] = []
        self.here: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.control: Point | None = None  # the last control point, for S and T
        self.kind = ""  # of the last command: "C", "Q" or ""
        self.closed = False
        self.commands: dict[str, Callable[[tuple[float, ...]], None]] = {
            "M": self.move, "L": self.line, "H": self.line, "V": self.line, "C": self.cubic, "S": self.cubic,
            "Q": self.quadratic, "T": self.quadratic, "A": self.arc,
        }  # fmt: skip

    def run(self) -> tuple[Segment, ...]:
        command = ""
        while not self.reader.done():
            letter = self.reader.letter()
            if not letter and command.upper() in ("", "Z"):
                raise ValueError(f"a command is missing at character {self.reader.at + 1}")
            if letter:
                command = letter
            elif command.upper() == "M":  # further points of a move are lines
                command = "L" if command == "M" else "l"
            if not self.out and command.upper() != "M":
                raise ValueError("the path does not begin with M")
            if len(self.out) > MAX_SEGMENTS:
                raise ValueError("the path is too long")
            self.step(command)
        return tuple(self.out)

    def step(self, command: str) -> None:
        kind = command.upper()
        if kind == "Z":
            self.out.append(("Z", ()))
            self.here, self.closed, self.kind = self.start, True, ""
            return
        if self.closed and kind != "M":  # a subpath that begins where the last one closed
            self.out.append(("M", self.start))
        self.closed = False
        numbers = self.arguments(kind, relative=command.islower())
        self.commands[kind](numbers)
        self.kind = {"S": "C", "C": "C", "T": "Q", "Q": "Q"}.get(kind, "")

    def arguments(self, kind: str, *, relative: bool) -> tuple[float, ...]:
        """The numbers of one command, made absolute and, for H, V, S and T, complete."""
        reader = self.reader
        x, y = self.here if relative else (0.0, 0.0)
        if kind == "A":
            radii = (reader.number(), reader.number(), reader.number())
            flags = (reader.flag(), reader.flag())
            return (*radii, *flags, reader.number() + x, reader.number() + y)
        numbers = [reader.number() for _ in range(_COUNTS[kind])]
        if kind == "H":
            return (numbers[0] + x, self.here[1])
        if kind == "V":
            return (self.here[0], numbers[0] + y)
        absolute = tuple(value + (y if index % 2 else x) for index, value in enumerate(numbers))
        if kind in ("S", "T"):
            return (*self.reflected("C" if kind == "S" else "Q"), *absolute)
        return absolute

    def reflected(self, kind: str) -> Point:
        """The last control point mirrored at the pen, where the last command was of the same kind."""
        if self.kind != kind or self.control is None:
            return self.here
        return 2 * self.here[0] - self.control[0], 2 * self.here[1] - self.control[1]

    def move(self, n: tuple[float, ...]) -> None:
        self.here = self.start = (n[0], n[1])
        self.out.append(("M", self.here))

    def line(self, n: tuple[float, ...]) -> None:
        self.here = (n[0], n[1])
        self.out.append(("L", self.here))

    def cubic(self, n: tuple[float, ...]) -> None:
        self.out.append(("C", n))
        self.control, self.here = (n[2], n[3]), (n[4], n[5])

    def quadratic(self, n: tuple[float, ...]) -> None:
        """The same curve as a cubic."""
        (x, y), (qx, qy, end_x, end_y) = self.here, n
        first = (x + 2 / 3 * (qx - x), y + 2 / 3 * (qy - y))
        second = (end_x + 2 / 3 * (qx - end_x), end_y + 2 / 3 * (qy - end_y))
        self.out.append(("C", (*first, *second, end_x, end_y)))
        self.control, self.here = (qx, qy), (end_x, end_y)

    def arc(self, n: tuple[float, ...]) -> None:
        end = (n[5], n[6])
        self.out.extend(arc_curves(EllipticalArc(self.here, n[0], n[1], n[2], bool(n[3]), bool(n[4]), end)))
        self.here = end
