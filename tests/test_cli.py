"""The console's words: only what does something is offered."""

from __future__ import annotations

import pytest

from desktop.cli import main


def refused(_arguments: list[str]) -> int:
    raise AssertionError("no window was asked for")


def test_a_language_without_translation_is_not_offered(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["screenshots", "gambar", "--language", "en"], refused)
    assert left.value.code == 2
    assert "Lihat: main.py --help" in capsys.readouterr().err
