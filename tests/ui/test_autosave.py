"""Saving while one types: what a service refuses stays in sight and waits, the rest is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.base.settings import Settings
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.office import profile, update_profile
from desktop.ui.autosave import AutoSave
from desktop.ui.session import Session
from desktop.ui.widgets.fields import LineField
from desktop.ui.widgets.form import Form
from desktop.worker.client import WorkerClient


class Sheet:
    """Two fields of the office's profile that save themselves."""

    def __init__(self, session: Session) -> None:
        self.form = Form()
        self.autosave = AutoSave(session, self.form)
        for key in ("name", "city"):
            self.form.add_row(key, key, LineField())
        office = profile(session.store)
        self.form.load({"name": office.name, "city": office.city})
        self.session = session

    def save(self, **typed: str) -> bool:
        """Type and pause."""
        for key, text in typed.items():
            field = self.form.field(key)
            assert isinstance(field, QLineEdit)
            field.setText(text)
        return self.autosave.save(lambda changed: update_profile(self.session.desk, **changed))

    def errors(self) -> list[str]:
        labels = self.form.findChildren(QLabel)
        return [one.text() for one in labels if one.property("role") == "error" and not one.isHidden()]


@pytest.fixture
def sheet(sqlite_store: Store, tmp_path: Path, qtbot: QtBot) -> Iterator[Sheet]:
    with WorkerClient() as worker:
        made = Sheet(Session(Desk(sqlite_store, "Uji"), worker, Settings(tmp_path / "settings.json")))
        qtbot.addWidget(made.form)
        yield made


def test_what_is_refused_does_not_keep_the_rest_from_being_saved(sheet: Sheet) -> None:
    assert sheet.save(name="", city="Ngawi")
    assert profile(sheet.session.store).city == "Ngawi"
    assert len(sheet.errors()) == 1


def test_what_was_refused_is_refused_again_after_something_else_was_kept(sheet: Sheet) -> None:
    sheet.save(name="")
    sheet.save(name="Bakorwil Contoh")
    assert sheet.errors() == []
    sheet.save(name="")
    assert len(sheet.errors()) == 1
