"""What this program is, which version, and whose work it stands on."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop import __version__
from desktop.ui import ask

_LICENCES = (
    ("Qt for Python (PySide6)", "LGPL-3.0"),
    ("Peewee, ReportLab, SQLCipher, pypdfium2, Pillow", "MIT/BSD"),
    ("Inter, Arimo, Tinos, Noto", "SIL OFL 1.1"),
    ("Lucide", "ISC"),
)


def show() -> None:
    """Show the notice."""
    lines = [
        QCoreApplication.translate(
            "About", "Catatan rapat koordinasi: kehadiran, notula, tindak lanjut dan kesiapan."
        ),
        QCoreApplication.translate("About", "Semua data tersimpan di komputer kantor ini; tanpa internet."),
        "",
        QCoreApplication.translate("About", "Lisensi MIT. Dibangun dengan:"),
        *(f"•  {name} – {licence}" for name, licence in _LICENCES),
    ]
    title = QCoreApplication.translate("About", "Rakor versi {version}").format(version=__version__)
    ask.notice(title, "\n".join(lines))
