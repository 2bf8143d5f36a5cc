"""Pictures of every place in the window, as large as asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop.ui.screenshots import take_screenshots


@pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints", extend=True)
def test_every_place_is_pictured_in_the_size_asked_for(look: object, tmp_path: Path) -> None:
    written = list(take_screenshots(tmp_path / "gambar", size=(1366, 768), themes=("light",)))
    pages = [path for path in written if path.stem.split("-")[1] < "30" or path.stem.split("-")[1] >= "40"]
    assert len(pages) >= 20
    assert {QImage(str(path)).size().toTuple() for path in pages} == {(1366, 768)}
