"""The words the database keeps, and how they read in Indonesian (domain words, settled once).

A stored word never changes; what it is called on screen and paper stands beside it.
"""

from __future__ import annotations

MEETING_STATES = {
    "konsep": "Konsep",
    "dikoreksi": "Dikoreksi",
    "siap": "Siap ditandatangani",
    "ditandatangani": "Ditandatangani",
}
SETTABLE_STATES = ("konsep", "dikoreksi")
"""The states of minutes that are chosen by hand; the others are deeds (`services.minutes_life`)."""
FROZEN_STATES = ("siap", "ditandatangani")
"""The states in which minutes stand still."""
UNSIGNED_STATES = ("konsep", "dikoreksi")
"""The states in which minutes may not be signed yet; what is printed of them says Konsep."""
ISSUE_WAYS = {
    "cetak": "Dicetak",
    "simpan": "Disimpan",
    "buka": "Dibuka di pembaca PDF",
    "salin": "Disalin",
    "arsip": "Masuk berkas rapat",
}
LETTER_KINDS = {"undangan": "Surat undangan", "nota_dinas": "Nota dinas", "laporan": "Laporan hasil rapat"}
"""The letters of a meeting, one of each kind."""
URGENCIES = ("Biasa", "Penting", "Segera", "Sangat Segera")
"""Sifat of a letter: how soon it wants to be read."""
ATTACHMENT_KINDS = {
    "foto": "Foto kegiatan",
    "daftar_hadir": "Daftar hadir (pindaian)",
    "notula": "Notula bertanda tangan",
    "undangan": "Surat undangan",
    "bahan": "Bahan paparan",
    "bukti": "Bukti",
    "lainnya": "Lainnya",
}
"""What an attached file is to its meeting."""
ARCHIVE_LEVELS = ("Asli", "Salinan", "Tembusan", "Petikan", "Konsep")
"""Tingkat perkembangan of a record in the archive list."""
SIGNED_HOW = {"basah": "Tanda tangan basah (pindaian)", "elektronik": "Tanda tangan elektronik"}
CANCELLED = "Dibatalkan"
ROLES = {
    "pimpinan": "Pimpinan",
    "moderator": "Moderator",
    "narasumber": "Narasumber",
    "peserta": "Peserta",
    "panitia": "Panitia",
    "pers": "Pers",
}
ANSWERS = {
    "belum": "Belum menjawab",
    "akan_hadir": "Akan hadir",
    "diwakili": "Akan diwakili",
    "berhalangan": "Berhalangan",
}
ATTENDANCE = {
    "belum_dicatat": "Belum dicatat",
    "hadir": "Hadir",
    "diwakili": "Diwakili",
    "berhalangan": "Berhalangan",
    "tidak_hadir": "Tidak hadir",
}
PRESENT = ("hadir", "diwakili")
STATEMENT_KINDS = {
    "paparan": "Paparan",
    "laporan": "Laporan",
    "arahan": "Arahan",
    "permintaan": "Permintaan",
    "komitmen": "Komitmen",
    "informasi": "Informasi",
    "tanya": "Pertanyaan",
    "jawab": "Jawaban",
    "tanggapan": "Tanggapan",
    "kesimpulan": "Kesimpulan",
}
COMMITMENT_KINDS = {"arahan": "Arahan", "permintaan": "Permintaan", "komitmen": "Komitmen"}
COMMITMENT_STATES = {
    "belum": "Belum ditindaklanjuti",
    "proses": "Dalam proses",
    "selesai_laporan": "Selesai (laporan instansi)",
    "selesai_bukti": "Selesai (bukti diterima)",
    "dihentikan": "Tidak dilanjutkan",
}
OPEN_STATES = ("belum", "proses")
DONE_STATES = ("selesai_laporan", "selesai_bukti")
DUE_SOURCES = {
    "disepakati": "Disepakati dalam rapat",
    "jadwal": "Mengikuti jadwal tahapan",
    "internal": "Acuan internal",
}
ENDS = {"selesai": "Selesai", "dihentikan": "Tidak dilanjutkan", "dialihkan": "Dialihkan"}
"""How what was open in a topic ended when the topic was closed."""
REPORT_CHANNELS = {
    "rapat": "Rapat",
    "surat": "Surat",
    "whatsapp": "WhatsApp",
    "telepon": "Telepon",
    "formulir": "Formulir",
    "lainnya": "Lainnya",
}
"""How a report on a follow-up reached the office."""
PROMISED_DUE = ("disepakati", "jadwal")
"""Sources of a date that can make something late; an internal date never does and is never printed."""
READINESS_STATES = {
    "belum_siap": "Belum siap",
    "sebagian": "Sebagian siap",
    "siap": "Siap",
    "siap_bukti": "Siap, bukti diterima",
    "tidak_berlaku": "Tidak berlaku",
}
NO_REPORT = "Belum ada laporan"
READY_UNPROVEN = "Siap (bukti belum ada)"
"""What is called ready while the evidence asked for did not come."""
TO_CONFIRM = "Perlu dikonfirmasi"
"""What an answer is called that is older than the stage allows."""
TARGET_KINDS = {
    "ya": "Ya/tidak",
    "persen": "Persentase",
    "jumlah": "Jumlah",
    "per_tps": "Jumlah per TPS",
    "per_pemilih": "Jumlah per pemilih",
    "teks": "Keterangan",
}
"""What an item asks for."""
MEASURES = {"jumlah": "Jumlah", "persen": "Persen"}
"""What the number of a report on readiness counts."""
STATION_RISKS = {"kurang_rawan": "Kurang rawan", "rawan": "Rawan", "sangat_rawan": "Sangat rawan"}
"""How vulnerable a polling station is."""
FORCES = {"polri": "Polri", "tni": "TNI", "linmas": "Linmas", "lainnya": "Lainnya"}
"""Who guards polling stations."""
PROPOSAL_ANSWERS = {"diperbarui": "Butir diperbarui", "ditolak": "Tidak diperbarui"}
"""What became of the proposal to bring an item up to date once its follow-up was done."""
# The database keeps any word here, so that a topic can bring its own; it gets its name before it is written.
FIGURE_KINDS = {"voters": "Pemilih", "polling_stations": "TPS", "districts": "Kecamatan"}
FIGURE_BASES = ("DPT", "DPSHP", "DPS", "coklit", "DP4", "resmi")
"""Kinds of counts that are offered; any other word may be written."""
DUE_BASES = {
    "proposed": "Acuan internal",
    "agreed": "Disepakati dalam rapat",
    "reported": "Diberitakan",
    "pkpu_calendar": "Jadwal tahapan",
    "regulation_recalled": "Peraturan",
}
INTERNAL_BASIS = "proposed"
"""What a day rests on that nobody outside the office agreed to: it makes nothing late and is not printed."""
ISSUE_KINDS = {"kendala": "Kendala", "perkembangan": "Perkembangan"}
ISSUE_STATES = {"terbuka": "Terbuka", "ditangani": "Ditangani", "selesai": "Selesai"}
OPEN_ISSUE_STATES = ("terbuka", "ditangani")
"""What is still to be told of on the days after."""
ISSUE_FIELDS = (
    "Tahapan",
    "Logistik",
    "Data pemilih",
    "Badan ad hoc",
    "Keamanan & ketertiban",
    "Sengketa",
    "Netralitas ASN",
    "Cuaca & bencana",
    "Transportasi",
    "Kesehatan",
    "Anggaran",
    "Lainnya",
)
"""The fields an office sorts problems and news by; it may use words of its own."""
REPEATS = {"harian": "Harian", "mingguan": "Mingguan", "dua_mingguan": "Dua mingguan", "bulanan": "Bulanan"}
"""How often something is told again; it holds one entry a day, week, two weeks or month."""
SITUATIONS = {"kondusif": "Kondusif", "perhatian": "Perlu perhatian", "gangguan": "Gangguan"}
"""How a region is, from calm to disturbed."""
TOPIC_STATES = {"open": "Terbuka", "closed": "Ditutup"}
STAGE_DAYS = {
    "kosong": "Kosongkan, diisi kemudian",
    "geser": "Geser mengikuti hari puncak",
    "salin": "Salin apa adanya",
}
"""What becomes of the days of stages that are taken over from another topic."""
CONFIDENCES = {
    "found-news": "Berita",
    "found": "Sumber terbuka",
    "own-high": "Pengetahuan umum",
    "own-medium": "Pengetahuan umum, belum pasti",
    "own-low": "Pengetahuan umum, lemah",
    "practice": "Kelaziman kerja",
    "proposed": "Usulan",
}
"""Where something shipped comes from; whatever else stands there was written by the office."""
OPEN_ITEM_KINDS = {
    "tindak_lanjut": "Tindak lanjut",
    "kendala": "Kendala",
    "arahan": "Arahan pimpinan",
    "notula": "Notula",
    "formulir": "Formulir",
}
"""What can still be open in a topic, in the order in which it is gone through."""
INSTITUTION_KINDS = {
    "bakorwil": "Bakorwil",
    "pemerintah": "Pemerintah daerah",
    "perangkat_daerah": "Perangkat daerah",
    "kpu": "KPU",
    "bawaslu": "Bawaslu",
    "polri": "Polri",
    "tni": "TNI",
    "kejaksaan": "Kejaksaan",
    "vertikal": "Instansi vertikal",
    "usaha": "Badan usaha",
    "lainnya": "Lainnya",
}
INSTITUTION_LEVELS = {
    "provinsi": "Provinsi",
    "wilayah": "Wilayah",
    "kabupaten": "Kabupaten/Kota",
    "kecamatan": "Kecamatan",
    "lainnya": "Lainnya",
}
ACTING = {"definitive": "", "pj": "Pj.", "pjs": "Pjs.", "plt": "Plt.", "plh": "Plh."}
IDENTITY_KINDS = {"none": "Tanpa NIP/NRP", "nip": "NIP", "nrp": "NRP"}
SECURITY = {
    "biasa": "Biasa",
    "terbatas": "Terbatas",
    "rahasia": "Rahasia",
    "sangat_rahasia": "Sangat rahasia",
}
SEARCH_GROUPS = {
    "meeting": "Rapat",
    "statement": "Catatan",
    "commitment": "Tindak lanjut",
    "issue": "Kendala",
    "readiness": "Kesiapan",
    "person": "Orang",
    "institution": "Instansi",
    "paper": "Surat & berkas",
}
"""The kinds of hits of a search."""
HIT_WORDS: dict[str, tuple[str, dict[str, str]]] = {
    "meeting": ("Rapat", {}),
    "statement": ("Catatan", STATEMENT_KINDS),
    "commitment": ("Tindak lanjut", COMMITMENT_KINDS),
    "progress_report": ("Laporan tindak lanjut", COMMITMENT_STATES),
    "issue": ("", ISSUE_KINDS),
    "checklist_item": ("Butir kesiapan", {}),
    "assessment": ("Laporan kesiapan", READINESS_STATES),
    "person": ("Orang", {}),
    "institution": ("Instansi", {}),
    "letter": ("", LETTER_KINDS),
    "attachment": ("Berkas", ATTACHMENT_KINDS),
    "issued_paper": ("Surat terbit", ISSUE_WAYS),
}
"""What a hit is called, by its table: a word, and what may follow it."""
