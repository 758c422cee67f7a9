"""The command line: arguments and today's date in, orders on, exit code out.

Every command is a few lines: it reads arguments, calls a room, and prints what the room found. Exceptions
become findings here and nowhere else; a clinician never sees a traceback.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from handout.cli.again import HEARD, again
from handout.errors import Finding, HandoutError

if TYPE_CHECKING:
    from handout.cli.commands import app

__all__ = ["app", "command", "main"]

STOPPED = 130  # of a command stopped by Ctrl-C, as shells number it


def __getattr__(name: str) -> object:
    """The application, loaded when it is first asked for: sheets that are kept need none of it."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from handout.cli.commands import app

    globals()["app"] = app
    return app


def command() -> NoReturn:
    """The command as a process of its own, which ends at once: the interpreter's own clearing up takes long."""
    gc.disable()  # a command is short, and what it made goes with the process; a long run turns it on again
    _speak_unicode()
    code = 0 if again(sys.argv[1:]) else _ran()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = code or HandoutError.exit_code
    os._exit(code)


def main() -> NoReturn:
    """Run the command inside another program, and raise SystemExit with its exit code."""
    sys.exit(_ran())


def _ran() -> int:
    """The exit code of the command; what went wrong has been said."""
    _speak_unicode()
    HEARD.lines.clear()
    try:
        sys.modules[__name__].app()
    except SystemExit as end:
        if end.code == STOPPED:
            sys.stderr.write("Stopped. Files that exist are whole.\n")
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    except HandoutError as error:
        return _said(error.findings, error.exit_code)
    except KeyboardInterrupt:
        return _said([Finding("stopped; files that exist are whole", "Start the same command again.")], STOPPED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _said([_of_machine(error)], HandoutError.exit_code)
    except MemoryError:
        return _said([Finding("there is not enough memory", "Close other programs, or use fewer --jobs.")], 3)
    except Exception as error:
        if os.environ.get("HANDOUT_DEBUG"):
            raise
        what = f"This is a fault in handout itself ({type(error).__name__}), not in your files. Nothing was released."
        hint = (
            "Please report it. Set HANDOUT_DEBUG=1 and run the command again to see the details;"
            " they may hold patient data."
        )
        return _said([Finding(what, hint)], HandoutError.exit_code)
    return 0


def _said(findings: list[Finding] | tuple[Finding, ...], exit_code: int) -> int:
    """Say why, to a person or to a program."""
    from handout.cli.json_out import say_error
    from handout.cli.report import say_findings

    lines = any(word == "--orders" or word.startswith("--orders=") for word in sys.argv)
    if lines or "--json" in sys.argv:
        say_error(findings, exit_code, line=lines)
    else:
        say_findings(findings)
    return exit_code


def _of_machine(error: OSError) -> Finding:
    """A file that could not be read or written, by its name where the system tells it."""
    from handout.batch import reason_of

    what, hint = reason_of(error)
    return Finding(f"{error.filename}: {what}" if error.filename else what, f"{hint}, and start the command again.")


def _speak_unicode() -> None:
    """A result sent into a file is UTF-8, whatever code page Windows would write; a sign a screen lacks is a "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            told = os.environ.get("PYTHONIOENCODING") or stream.isatty()
            stream.reconfigure(encoding=None if told else "utf-8", errors="replace")
