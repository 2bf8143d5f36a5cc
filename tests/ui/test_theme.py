from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.base.paths import resources
from desktop.ui import icons
from desktop.ui.colours import DARK, LIGHT, TONE_ICONS, Tone, contrast
from desktop.ui.theme import Theme, ThemeChoice

THEMES = {"light": LIGHT, "dark": DARK}
GROUNDS = ("window", "surface", "stripe", "raised", "hover", "selection", "selection_idle")
READ = [
    *(("text", ground) for ground in GROUNDS),
    *(("muted", ground) for ground in GROUNDS),
    *((ink, ground) for ink in ("faint", "link") for ground in ("window", "surface", "stripe")),
    *(("link", ground) for ground in ("selection", "selection_idle")),
    *(("primary_text", ground) for ground in ("primary", "primary_hover", "primary_down", "danger", "danger_hover")),
    *(("sidebar_text", ground) for ground in ("sidebar", "sidebar_hover", "sidebar_current")),
    ("sidebar_muted", "sidebar"),
    ("tip_text", "tip"),
    ("highlight_text", "highlight"),
    *((f"{tone}_text", ground) for tone in Tone for ground in (f"{tone}_ground", "surface", "window")),
]  # fmt: skip
SEEN = [
    *(("border", ground) for ground in ("window", "surface", "stripe")),
    *(("focus", ground) for ground in GROUNDS),
    *(("sidebar_ring", ground) for ground in ("sidebar", "sidebar_hover", "sidebar_current")),
    ("primary_ring", "primary"),
    ("danger", "surface"),
]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_text_can_be_read_on_every_ground_it_stands_on(name: str, ink: str, ground: str) -> None:
    assert contrast(THEMES[name][ink], THEMES[name][ground]) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("line", "ground"), SEEN)
def test_borders_and_focus_rings_can_be_seen(name: str, line: str, ground: str) -> None:
    assert contrast(THEMES[name][line], THEMES[name][ground]) >= 3


def test_both_themes_name_the_same_colours() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_pictures_of_the_style_sheet_exist_in_the_colours_of_the_theme(choice: ThemeChoice) -> None:
    theme = Theme(choice)
    for name in set(re.findall(r"theme:([\w-]+\.svg)", theme.style_sheet())):
        drawn = set(re.findall(r"#[0-9a-f]{6}", (resources() / "theme" / name).read_text()))
        assert drawn <= set(theme.colours.values()), name


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*;)", (resources() / "theme" / "rakor.qss").read_text())


def test_dark_theme_reaches_windows_that_are_open(look: Theme, qtbot: QtBot) -> None:
    label = QLabel("Rapat")
    qtbot.addWidget(label)
    with qtbot.waitSignal(look.changed):
        look.set_choice(ThemeChoice.DARK)
    assert label.palette().color(QPalette.ColorRole.Window) == QColor(DARK["window"])


def test_letters_grow_with_the_chosen_size(look: Theme, dressed_app: QApplication) -> None:
    before = dressed_app.font().pointSizeF()
    look.set_scale(150)
    assert dressed_app.font().pointSizeF() == pytest.approx(before * 1.5, abs=0.05)


@pytest.mark.parametrize(("asked", "given"), [(10, 90), (90, 90), (110, 110), (400, 150)])
def test_letters_stay_within_readable_sizes(asked: int, given: int) -> None:
    assert Theme(scale=asked).scale == given


def test_distances_grow_with_the_letters(look: Theme) -> None:
    before = look.unit
    look.set_scale(150)
    assert look.unit > before


def test_the_letters_are_those_shipped_with_the_program(look: Theme, dressed_app: QApplication) -> None:
    assert dressed_app.font().family() == "Inter"


def test_every_state_has_a_symbol() -> None:
    assert all(icons.exists(TONE_ICONS[tone]) for tone in Tone)


def test_icons_take_the_colour_of_the_theme_in_force(look: Theme) -> None:
    icon = icons.icon("circle-alert", "text")
    light = icon.pixmap(32, 32).toImage()
    look.set_choice(ThemeChoice.DARK)
    dark = icon.pixmap(32, 32).toImage()
    strongest = max((dark.pixelColor(x, y) for x in range(32) for y in range(32)), key=QColor.alpha)
    assert light != dark
    assert strongest.lightness() > 200


def test_icons_are_sharp_on_fine_screens(look: Theme) -> None:
    drawn = icons.pixmap("house", "text", 20, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (40, 2.0)
