"""How the window looks: light, dark or as the system, and how large the letters are.

One `Theme` is installed when the application starts; everything else asks `current()` for colours and sizes when
it paints, so a change of theme needs no restart and no widget remembers a colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from string import Template

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.base.paths import resources
from desktop.ui.colours import DARK, LIGHT, Tone

BASE_POINT_SIZE = 9.75
_FUSION = "rakor_fusion"
SMALLEST_SCALE, LARGEST_SCALE, SCALE_STEP = 90, 150, 10


class ThemeChoice(StrEnum):
    """What the user chose; the value is what is kept in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look in force. `changed` is sent after colours or sizes changed and every widget was restyled."""

    changed = Signal()

    def __init__(self, choice: ThemeChoice = ThemeChoice.LIGHT, scale: int = 100) -> None:
        super().__init__()
        self._choice = choice
        self._scale = _within(scale)
        self._family = ""
        self._system_font: QFont | None = None

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    @property
    def scale(self) -> int:
        """Size of the letters in per cent, 90 to 150."""
        return self._scale

    @property
    def dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK

    @property
    def colours(self) -> dict[str, str]:
        return DARK if self.dark else LIGHT

    @property
    def unit(self) -> int:
        """A quarter of a line of text in pixels: the measure all distances are multiples of."""
        return max(3, round(QFontMetrics(self.font()).height() / 4))

    def colour(self, name: str) -> QColor:
        return QColor(self.colours[name])

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """Text colour and ground of a state."""
        return self.colour(f"{tone}_text"), self.colour(f"{tone}_ground")

    def font(self, step: float = 1.0, *, strong: bool = False) -> QFont:
        """The letters of the window, `step` times the everyday size."""
        font = QFont(self._family) if self._family else QFont(self._system_font or QFont())
        font.setPointSizeF(round(BASE_POINT_SIZE * self._scale / 100 * step, 2))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def install(self, app: QApplication) -> None:
        """Dress the whole application and make this the theme `current()` returns."""
        global _current
        _current = self
        QDir.setSearchPaths("theme", [str(resources() / "theme")])
        self._system_font = app.font()
        self._family = _load_interface_font()
        if not app.property(_FUSION):
            app.setStyle("fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_scheme_changed)
        self._dress()

    def set_choice(self, choice: ThemeChoice) -> None:
        if choice is not self._choice:
            self._choice = choice
            self._dress()

    def set_scale(self, scale: int) -> None:
        if (scale := _within(scale)) != self._scale:
            self._scale = scale
            self._dress()

    def style_sheet(self) -> str:
        """The style sheet of this theme: the template with its colours and sizes filled in."""
        unit = self.unit
        point = BASE_POINT_SIZE * self._scale / 100
        sizes = {
            "u": unit, "u2": unit * 2, "u3": unit * 3, "u4": unit * 4, "u5": unit * 5, "u6": unit * 6,
            "half": max(1, unit // 2), "less": max(1, unit - 1), "less2": unit * 2 - 1, "less3": unit * 3 - 1,
            "less_half": max(0, unit // 2 - 1),
            "chip": unit * 2 + unit // 2, "cell": unit * 2 - 2,
            "radius": unit + 2, "small": f"{point * 0.9:.2f}", "title": f"{point * 1.5:.2f}",
            "heading": f"{point * 1.15:.2f}", "mode": "dark" if self.dark else "light",
        }  # fmt: skip
        template = (resources() / "theme" / "rakor.qss").read_text(encoding="utf-8")
        return Template(template).substitute(self.colours | {key: str(size) for key, size in sizes.items()})

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setFont(self.font())
            app.setPalette(palette(self.colours))
            app.setStyleSheet(self.style_sheet())
        self.changed.emit()

    def _system_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._dress()


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The application in Fusion style, which looks alike everywhere and takes our colours whole.

    As an argument, because `setStyle` returns the style, and the first style in Python costs eight milliseconds.
    """
    app = QApplication([arguments[0] if arguments else "rakor", "-style", "fusion", *arguments[1:]])
    app.setApplicationName("rakor")
    app.setProperty(_FUSION, True)
    return app


def current() -> Theme:
    """The theme in force; a plain light one while none is installed."""
    global _current
    if _current is None:
        _current = Theme()
    return _current


def palette(colours: dict[str, str]) -> QPalette:
    """A Qt palette made of the colours of a theme."""
    role = QPalette.ColorRole
    made = QPalette()
    for target, name in {
        role.Window: "window", role.WindowText: "text", role.Base: "surface", role.AlternateBase: "stripe",
        role.Text: "text", role.PlaceholderText: "faint", role.Button: "surface", role.ButtonText: "text",
        role.BrightText: "problem_text", role.Highlight: "highlight", role.HighlightedText: "highlight_text",
        role.Link: "link", role.LinkVisited: "link", role.ToolTipBase: "tip", role.ToolTipText: "tip_text",
        role.Light: "surface", role.Midlight: "hover", role.Mid: "line", role.Dark: "border",
        role.Shadow: "border", role.Accent: "primary",
    }.items():  # fmt: skip
        made.setColor(target, QColor(colours[name]))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours["disabled"]))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colours["line"]))
    return made


def _load_interface_font() -> str:
    """The family of the letters shipped with the program, or "" when the system's own are used."""
    families: list[str] = []
    for file in sorted((resources() / "fonts" / "ui").glob("*.ttf")):
        families += QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    return families[0] if families else ""


def _within(scale: int) -> int:
    return min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)


_current: Theme | None = None
