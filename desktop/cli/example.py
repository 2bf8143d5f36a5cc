"""`demo` and `screenshots`: the example office, made and photographed."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.base.lock import FolderLock
from desktop.base.screen import no_screen
from desktop.cli.commands import OpenWindow
from desktop.cli.papers import render


def demo(options: argparse.Namespace, open_window: OpenWindow) -> int:
    """Make the example office and its papers, then open the window where there is a screen."""
    from desktop.models import opening
    from desktop.services import example
    from desktop.services.desk import user_name

    folder: Path = (options.folder or Path(example.FOLDER)).absolute()
    example.require_usable(folder)
    with FolderLock(folder, "demo"):
        store = example.open_example(folder, user_name())
        try:
            written = example.print_papers(store, folder / "documents", render)
        finally:
            opening.close(store)
    print(f"Kantor contoh: {folder}")
    for path in written:
        print(f"Dicetak: {path}")
    if options.no_window:
        return 0
    missing = no_screen()
    if missing:
        print(f"Jendela tidak dibuka: {missing}")
        return 0
    return open_window(["--data", str(folder)])


def screenshots(options: argparse.Namespace, _: OpenWindow) -> int:
    """Photograph every page of the example office."""
    from desktop.ui.screenshots import take_screenshots

    for path in take_screenshots(options.folder, size=options.size, themes=options.theme, scale=options.scale):
        print(path)
    return 0
