"""Pictures of every place in the window, as large as asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader

from desktop.ui import screenshots
from desktop.ui.screenshots import take_screenshots


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_every_place_is_pictured_in_the_size_asked_for(
    look: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screenshots, "_SETTLE", 40)  # sizes need no settled page
    written = list(take_screenshots(tmp_path / "gambar", size=(1366, 768), themes=("light",)))
    pages = [path for path in written if path.stem.split("-")[1][0] not in "37"]
    assert len(pages) >= 40
    assert len({path.name for path in written}) == len(written)
    assert {QImageReader(str(path)).size().toTuple() for path in pages} == {(1366, 768)}
