"""The command line: arguments and today's date in, orders on, exit code out.

Every command is a few lines: it reads arguments, calls a room, and prints what the room found. Exceptions
become findings here and nowhere else; a clinician never sees a traceback.
"""

from __future__ import annotations

import os
import sys

from handout.cli.app import app
from handout.cli.report import say_findings
from handout.errors import HandoutError

__all__ = ["app", "main"]


def main() -> None:
    """Run the command and leave with its exit code."""
    try:
        app()
    except HandoutError as error:
        say_findings(error.findings)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.stderr.write("Stopped. Files that exist are whole; start the same command again to finish.\n")
        sys.exit(3)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if os.environ.get("HANDOUT_DEBUG"):
            raise
        sys.stderr.write(
            f"This is a fault in handout itself ({type(error).__name__}), not in your files. Nothing was released.\n"
            "    Please report it. Set HANDOUT_DEBUG=1 and run the command again to see the details;"
            " they may hold patient data.\n"
        )
        sys.exit(3)
