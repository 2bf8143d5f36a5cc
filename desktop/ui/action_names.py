"""What a deed is called on screen, after the verb: "Urungkan: ubah rapat". The journal keeps the codes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_CONTEXT = "ActionNames"
_NAMES = {
    "meeting.create": "rapat baru",
    "meeting.update": "ubah rapat",
    "meeting.delete": "hapus rapat",
    "meeting.import": "impor rapat",
    "meeting.copy": "rapat baru dari salinan",
    "import.people": "impor orang",
    "import.institutions": "impor instansi",
    "import.participants": "impor undangan",
    "import.attendance": "impor kehadiran",
    "import.agenda": "impor acara",
    "template.save": "simpan templat",
    "template.delete": "hapus templat",
    "group.save": "ubah kelompok undangan",
    "group.delete": "hapus kelompok undangan",
    "rundown.add": "tambah susunan acara",
    "rundown.usual": "susunan acara dari pola",
    "rundown.update": "ubah susunan acara",
    "rundown.move": "pindah susunan acara",
    "rundown.delete": "hapus susunan acara",
    "agenda.add": "tambah acara",
    "agenda.update": "ubah acara",
    "agenda.move": "pindah acara",
    "agenda.delete": "hapus acara",
    "participant.invite": "tambah peserta",
    "participant.guest": "tambah tamu",
    "participant.mark": "catat kehadiran",
    "participant.leave": "catat waktu pulang",
    "participant.sheet": "cocokkan dengan daftar hadir",
    "participant.update": "ubah peserta",
    "participant.answer": "jawaban undangan",
    "participant.move": "pindah peserta",
    "participant.remove": "hapus peserta",
    "statement.add": "catatan",
    "statement.update": "ubah catatan",
    "statement.move": "pindah catatan",
    "statement.delete": "hapus catatan",
    "line.add": "catatan",
    "commitment.to_note": "jadikan catatan",
    "commitment.add": "tindak lanjut",
    "commitment.update": "ubah tindak lanjut",
    "commitment.state": "status tindak lanjut",
    "commitment.delete": "hapus tindak lanjut",
    "commitment.progress": "perkembangan tindak lanjut",
    "text_block.add": "tambah kalimat siap pakai",
    "text_block.update": "ubah kalimat siap pakai",
    "text_block.move": "pindah kalimat siap pakai",
    "text_block.delete": "hapus kalimat siap pakai",
    "agenda.start": "mulai acara",
    "agenda.stop": "akhiri acara",
    "readiness.assess": "catat kesiapan",
    "institution.save": "ubah instansi",
    "institution.delete": "hapus instansi",
    "position.save": "ubah jabatan",
    "position.delete": "hapus jabatan",
    "person.save": "ubah orang",
    "person.delete": "hapus orang",
    "tenure.save": "ubah masa jabatan",
    "tenure.delete": "hapus masa jabatan",
    "working_area.save": "ubah wilayah kerja",
    "office.update": "ubah profil kantor",
}


def action_name(code: str) -> str:
    """The words for a deed; a deed without words of its own is a change."""
    return QCoreApplication.translate(_CONTEXT, _NAMES.get(code, "perubahan"))
