"""The language of the window. Indonesian is what the program is written in; Qt's own words need a translation.

`resources/translations/qtbase_id.ts` holds Qt's words (Batal, Salin, Pilih semua, the file dialog) and is compiled
with `pyside6-lrelease resources/translations/qtbase_id.ts`.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.base.paths import resources

_LOCALES = {
    "id": QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_NAMES = ("qtbase", "rakor")


def install(app: QCoreApplication, language: str = "id") -> None:
    """Speak `language` (id or en) from now on: widgets made before keep their words."""
    QLocale.setDefault(_LOCALES[language])
    while _installed:
        app.removeTranslator(_installed.pop())
    for name in _NAMES:
        words = QTranslator()
        if words.load(f"{name}_{language}.qm", str(resources() / "translations")):
            app.installTranslator(words)
            _installed.append(words)


_installed: list[QTranslator] = []
