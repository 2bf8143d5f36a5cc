from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.crash import CrashHook, report
from desktop.ui.crash_dialog import CrashDialog


@pytest.fixture
def hook(dressed_app: QApplication, caplog: pytest.LogCaptureFixture) -> Iterator[CrashHook]:
    caplog.set_level(logging.CRITICAL + 1)
    before = sys.excepthook, threading.excepthook
    made = CrashHook(quit_program=lambda: None)
    made.install()
    yield made
    sys.excepthook, threading.excepthook = before


def fail(words: str = "contoh") -> None:
    try:
        raise ValueError(words)
    except ValueError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def test_a_defect_is_shown_once_it_has_unwound(qtbot: QtBot, hook: CrashHook) -> None:
    shown: list[str] = []
    hook.ask = lambda details: shown.append(details) is None
    fail()
    assert shown == []
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert "ValueError: contoh" in shown[0]
    assert "Rakor" in shown[0]


def test_a_defect_while_the_dialog_is_open_is_only_logged(qtbot: QtBot, hook: CrashHook) -> None:
    shown: list[str] = []

    def ask(details: str) -> bool:
        shown.append(details)
        fail("kedua")
        QCoreApplication.processEvents()
        return True

    hook.ask = ask
    fail("pertama")
    qtbot.waitUntil(lambda: len(shown) == 1)
    qtbot.wait(20)
    assert len(shown) == 1


def test_a_defect_in_a_thread_is_shown_on_the_main_thread(qtbot: QtBot, hook: CrashHook) -> None:
    threads: list[QThread] = []
    hook.ask = lambda _details: threads.append(QThread.currentThread()) is None

    def work() -> None:
        raise ValueError("di utas lain")

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: len(threads) == 1)
    assert threads[0] is QCoreApplication.instance().thread()


def test_closing_the_program_is_left_to_whoever_can_do_it_in_order(
    qtbot: QtBot, dressed_app: QApplication
) -> None:
    closed: list[bool] = []
    hook = CrashHook(quit_program=lambda: closed.append(True))
    hook.ask = lambda _details: False
    hook.caught(ValueError, ValueError("x"), None)
    qtbot.waitUntil(lambda: closed == [True])


def test_ctrl_c_in_a_console_ends_the_program_without_a_dialog(dressed_app: QApplication) -> None:
    closed: list[bool] = []
    CrashHook(quit_program=lambda: closed.append(True)).caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert closed == [True]


def test_a_report_names_versions_but_no_people() -> None:
    text = report(ValueError, ValueError("NIK 3522011234567890, telp 0812-3456-7890"), None)
    assert "Rakor" in text
    assert "3522011234567890" not in text
    assert "0812" not in text


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("Rakor 0.1.0\nTraceback")
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == "Rakor 0.1.0\nTraceback"
    assert dialog.copy_button.text() == "Sudah disalin"
