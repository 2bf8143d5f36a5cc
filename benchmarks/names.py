"""Invented words: people, meetings, places and tasks that never were."""

from __future__ import annotations

import random

_FIRST = (
    "Arwana", "Belida", "Cempaka", "Damara", "Embun", "Fajaria", "Gandaria", "Harumi", "Intani", "Jelita",
    "Kenanga", "Lembayu", "Mahesari", "Nirwana", "Ombaka", "Palapa", "Rantaka", "Samudri", "Tirtana", "Wanodya",
)  # fmt: skip
_LAST = (
    "Adiluhung", "Bimaputri", "Candrawilis", "Dharmatani", "Elangbiru", "Garudapati", "Hastabrata", "Jatimulyo",
    "Kertasura", "Lintangsari", "Mandiraja", "Nagasakti", "Panjiwulan", "Rajasawit", "Sekarmadu", "Tunjungsari",
)  # fmt: skip
_DEGREE = ("", "", ", S.Sos.", ", S.H.", ", M.Si.", ", S.IP., M.AP.", ", S.T.")
_SUBJECT = (
    "Kesiapan Logistik", "Pengamanan Tahapan", "Penanggulangan Banjir", "Arus Mudik Lebaran", "Penurunan Stunting",
    "Kerja Sama Antardaerah", "Pengawasan Pupuk Bersubsidi", "Pemutakhiran Data Pemilih",
)  # fmt: skip
_ROOM = ("Ruang Cendana", "Ruang Akasia", "Pendapa Timur", "Aula Melati", "Ruang Rapat Utama", "Gedung Serbaguna")
_DEED = ("Menyampaikan", "Menyiapkan", "Memeriksa", "Melengkapi", "Menyusun", "Memperbarui")
_THING = (
    "data kebutuhan personel", "jadwal distribusi", "daftar titik rawan", "laporan mingguan", "rencana pengamanan",
    "berita acara serah terima", "peta genangan", "daftar gudang",
)  # fmt: skip
_TAIL = (
    "kepada sekretariat",
    "sebelum rapat berikutnya",
    "bersama instansi lain",
    "per kecamatan",
    "secara tertulis",
)


def person(chance: random.Random) -> str:
    """A name as its bearer writes it."""
    return f"{chance.choice(_FIRST)} {chance.choice(_LAST)}{chance.choice(_DEGREE)}"


def meeting(chance: random.Random) -> str:
    """The title of a meeting."""
    return f"Rapat Koordinasi {chance.choice(_SUBJECT)} Putaran {chance.randrange(1, 100)}"


def place(chance: random.Random) -> str:
    """A room to meet in."""
    return f"{chance.choice(_ROOM)} {chance.randrange(1, 20)}"


def follow_up(chance: random.Random) -> str:
    """What somebody promised to do."""
    deed, thing, tail = chance.choice(_DEED), chance.choice(_THING), chance.choice(_TAIL)
    return f"{deed} {thing} {tail} nomor {chance.randrange(1, 10_000)}"
