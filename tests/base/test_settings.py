from __future__ import annotations

import json

import pytest

from desktop.base import settings as prefs
from desktop.base.errors import ReadOnlyPlace
from desktop.base.settings import Settings


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_without_a_file_the_defaults_apply(path):
    settings = Settings(path)
    assert (settings.get(prefs.THEME), settings.get(prefs.LANGUAGE), settings.get(prefs.FONT_SCALE)) == (
        "system", "id", 100,
    )  # fmt: skip
    assert not path.exists()


def test_a_choice_is_there_at_the_next_start(path):
    Settings(path).set(prefs.THEME, "dark")
    Settings(path).set(prefs.COLUMN_WIDTHS, {"rapat": [120, 80]})
    again = Settings(path)
    assert again.get(prefs.THEME) == "dark"
    assert again.get(prefs.COLUMN_WIDTHS) == {"rapat": [120, 80]}


def test_what_a_newer_version_wrote_is_kept(path):
    path.parent.mkdir()
    path.write_text('{"future": [1], "theme": "dark"}')
    Settings(path).set(prefs.LANGUAGE, "en")
    assert json.loads(path.read_text()) == {"future": [1], "language": "en", "theme": "dark"}


def test_two_programs_do_not_undo_each_other(path):
    first, second = Settings(path), Settings(path)
    first.set(prefs.THEME, "dark")
    second.set(prefs.LANGUAGE, "en")
    assert Settings(path).get(prefs.THEME) == "dark"


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", b"", b"null"])
def test_a_damaged_file_is_put_aside_and_defaults_apply(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get(prefs.THEME) == "system"
    assert settings.put_aside is not None
    assert settings.put_aside.read_bytes() == content
    settings.set(prefs.THEME, "dark")
    assert Settings(path).get(prefs.THEME) == "dark"


@pytest.mark.parametrize("value", ["purple", 7, None, []])
def test_a_value_that_makes_no_sense_counts_as_not_set(path, value):
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": value}))
    assert Settings(path).get(prefs.THEME) == "system"


def test_a_value_that_makes_no_sense_is_not_written(path):
    with pytest.raises(ValueError, match="font_scale"):
        Settings(path).set(prefs.FONT_SCALE, 5000)
    assert not path.exists()


def test_returning_to_the_default(path):
    settings = Settings(path)
    settings.set(prefs.FONT_SCALE, 125)
    settings.reset(prefs.FONT_SCALE)
    assert Settings(path).get(prefs.FONT_SCALE) == 100


def test_a_choice_applies_even_when_it_cannot_be_kept(path, monkeypatch):
    def refuse(*args: object, **named: object) -> None:
        raise ReadOnlyPlace("penuh")

    settings = Settings(path)
    monkeypatch.setattr(prefs, "atomic_write", refuse)
    with pytest.raises(ReadOnlyPlace):
        settings.set(prefs.THEME, "dark")
    assert settings.get(prefs.THEME) == "dark"


def test_option_names_are_unique_and_defaults_sound():
    assert len({option.name for option in prefs.OPTIONS}) == len(prefs.OPTIONS)
    assert all(option.is_sound(option.default) for option in prefs.OPTIONS)
