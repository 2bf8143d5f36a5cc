from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "peewee",
    "playhouse",
    "reportlab",
    "PIL",
    "pypdfium2",
    "psycopg",
    "asyncio",
    "pyhanko",
    "aiohttp",
    "cryptography",
    "numpy",
    "PySide6.QtNetwork",
)


def run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=50, check=False)


def test_the_window_starts_without_database_papers_or_pictures() -> None:
    done = run(
        "import sys, desktop.ui.window, desktop.ui.i18n, desktop.ui.theme\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], 'PySide6.QtSvg' in sys.modules)"
    )
    assert done.stdout.strip() == "[] False", done.stderr


def test_a_day_of_calls_into_qt_does_not_end_the_program() -> None:
    done = run(
        "import os; os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        "from sys import getrefcount\n"
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([]); label = QLabel(); before = getrefcount(None)\n"
        "for number in range(20_000): label.setText('x')\n"
        "print(abs(getrefcount(None) - before) < 100)"
    )
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr
