"""The first decision of the program: the window, a console command, or the worker child of one of them."""

from __future__ import annotations

import gc
import sys

from desktop.base.screen import no_screen

_APT = (
    "apt-get install -y --no-install-recommends libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 "
    "libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 "
    "libxcb-xkb1 libxkbcommon-x11-0"
)


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for and return the exit code: 0 done, 1 failed, 2 wrong usage."""
    if arguments[:1] == ["_worker"]:
        from desktop.worker.child import main as work

        work()
    from desktop.base.rights import keep_private

    keep_private()
    if not arguments:  # the everyday start: nothing to be parsed
        return open_window([])
    from desktop import cli

    return cli.main(arguments, open_window)


def open_window(arguments: list[str]) -> int:
    """Open the window; without a screen or without Qt's system libraries say so and what to do."""
    missing = no_screen()
    if missing:
        from desktop.cli.commands import names

        print(f"Jendela tidak dibuka: {missing}", file=sys.stderr)
        print(f"Perintah tanpa jendela: main.py {'|'.join(names())} (main.py --help)", file=sys.stderr)
        return 1
    gc.disable()  # hundreds of modules are coming, nothing of them garbage; enabled when the first page is there
    try:
        _spare_reading_sources()
        from desktop.app import run
    except ModuleNotFoundError as error:
        print(f"Bagian program belum terpasang: {error.name}", file=sys.stderr)
        print("Jalankan: pip install uv && uv run --no-dev main.py", file=sys.stderr)
        return 1
    except ImportError as error:
        print(f"Pustaka sistem untuk jendela belum ada: {error}", file=sys.stderr)
        print(f"Pasang dengan: {_APT}", file=sys.stderr)
        return 1
    return run(arguments)


def _spare_reading_sources() -> None:
    """Keep PySide from reading the source of each module that is imported from now on.

    It looks whether `snake_case` names were asked for (`from __feature__ import …`), which nobody does here. That
    took a tenth of the time until the first page, and `linecache` kept all the lines. Without this switch, should
    another PySide lack it, the start is only slower.
    """
    import PySide6.QtCore  # noqa: F401 - brings the switch
    from shibokensupport import feature  # type: ignore[import-not-found]

    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False
