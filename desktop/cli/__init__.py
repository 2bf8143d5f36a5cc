"""The console: what the window does, without a screen, for the office's IT staff and for tests.

Messages are Indonesian. Exit code 0: done; 1: failed or left something to decide, with the reason in one line and
what to do; 2: wrong usage, or a list to import that cannot be read. The words of all commands stand in `commands`;
what they do is imported when it is asked for, so that a window opened with `--data` starts no slower.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from desktop.base.errors import AppError
from desktop.cli.commands import Run, parse
from desktop.cli.faults import UnusableFile
from desktop.cli.speech import speak_utf8


def main(arguments: list[str], open_window: Callable[[list[str]], int]) -> int:
    """Run one command; without a command the window opens."""
    speak_utf8()
    logging.getLogger("desktop").addHandler(logging.NullHandler())  # notes are for the log, not for the console
    try:
        options = parse(arguments)
        if options.command is None:
            return open_window(arguments)
        code = _deed(options.deed)(options, open_window)
        if sys.stdout is not None:
            sys.stdout.flush()
    except AppError as fault:
        return _failed(fault, 2 if isinstance(fault, UnusableFile) else 1)
    except BrokenPipeError:  # whoever read the list has seen enough
        sys.stdout = None  # or Python would try to say the rest on leaving
        return 0
    except OSError as error:
        from desktop.base.files import file_trouble

        return _failed(file_trouble(error, Path(str(error.filename or "Rakor"))))
    except KeyboardInterrupt:
        print("Dihentikan.", file=sys.stderr)
        return 1
    return code


def _deed(name: str) -> Run:
    module, _, function = name.partition(".")
    deed: Run = getattr(import_module(f"desktop.cli.{module}"), function)
    return deed


def _failed(fault: AppError, code: int = 1) -> int:
    print(f"Gagal: {fault.message}", file=sys.stderr)
    if fault.advice:
        print(fault.advice, file=sys.stderr)
    return code
