"""What a deed is called on screen, after the verb: "Urungkan: ubah rapat". The journal keeps the codes."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "ActionNames"
_NAMES = {
    "meeting.create": QT_TRANSLATE_NOOP("ActionNames", "rapat baru"),
    "meeting.update": QT_TRANSLATE_NOOP("ActionNames", "ubah rapat"),
    "meeting.delete": QT_TRANSLATE_NOOP("ActionNames", "hapus rapat"),
    "meeting.import": QT_TRANSLATE_NOOP("ActionNames", "impor rapat"),
    "agenda.add": QT_TRANSLATE_NOOP("ActionNames", "tambah acara"),
    "agenda.update": QT_TRANSLATE_NOOP("ActionNames", "ubah acara"),
    "agenda.move": QT_TRANSLATE_NOOP("ActionNames", "pindah acara"),
    "agenda.delete": QT_TRANSLATE_NOOP("ActionNames", "hapus acara"),
    "participant.invite": QT_TRANSLATE_NOOP("ActionNames", "tambah peserta"),
    "participant.guest": QT_TRANSLATE_NOOP("ActionNames", "tambah tamu"),
    "participant.mark": QT_TRANSLATE_NOOP("ActionNames", "catat kehadiran"),
    "participant.update": QT_TRANSLATE_NOOP("ActionNames", "ubah peserta"),
    "participant.move": QT_TRANSLATE_NOOP("ActionNames", "pindah peserta"),
    "participant.remove": QT_TRANSLATE_NOOP("ActionNames", "hapus peserta"),
    "statement.add": QT_TRANSLATE_NOOP("ActionNames", "catatan"),
    "statement.update": QT_TRANSLATE_NOOP("ActionNames", "ubah catatan"),
    "statement.move": QT_TRANSLATE_NOOP("ActionNames", "pindah catatan"),
    "statement.delete": QT_TRANSLATE_NOOP("ActionNames", "hapus catatan"),
    "commitment.add": QT_TRANSLATE_NOOP("ActionNames", "tindak lanjut"),
    "commitment.update": QT_TRANSLATE_NOOP("ActionNames", "ubah tindak lanjut"),
    "commitment.state": QT_TRANSLATE_NOOP("ActionNames", "status tindak lanjut"),
    "commitment.delete": QT_TRANSLATE_NOOP("ActionNames", "hapus tindak lanjut"),
    "readiness.assess": QT_TRANSLATE_NOOP("ActionNames", "catat kesiapan"),
    "institution.save": QT_TRANSLATE_NOOP("ActionNames", "ubah instansi"),
    "institution.delete": QT_TRANSLATE_NOOP("ActionNames", "hapus instansi"),
    "position.save": QT_TRANSLATE_NOOP("ActionNames", "ubah jabatan"),
    "position.delete": QT_TRANSLATE_NOOP("ActionNames", "hapus jabatan"),
    "person.save": QT_TRANSLATE_NOOP("ActionNames", "ubah orang"),
    "person.delete": QT_TRANSLATE_NOOP("ActionNames", "hapus orang"),
    "tenure.save": QT_TRANSLATE_NOOP("ActionNames", "ubah masa jabatan"),
    "tenure.delete": QT_TRANSLATE_NOOP("ActionNames", "hapus masa jabatan"),
    "working_area.save": QT_TRANSLATE_NOOP("ActionNames", "ubah wilayah kerja"),
    "office.update": QT_TRANSLATE_NOOP("ActionNames", "ubah profil kantor"),
}


def action_name(code: str) -> str:
    """The words for a deed; a deed without words of its own is a change."""
    return QCoreApplication.translate(_CONTEXT, _NAMES.get(code, "perubahan"))
