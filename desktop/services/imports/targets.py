"""What a list can be imported as, and the columns each is made of with the headings people give them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a row may say; `words` are headings as people write them, folded, the plainest first."""

    key: str
    title: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A kind of list; `needs` names the fields of which a row must fill at least one."""

    key: str
    title: str
    fields: tuple[Field, ...]
    needs: tuple[str, ...]
    of_meeting: bool = False

    def field(self, key: str) -> Field:
        """The field of that key."""
        return next(field for field in self.fields if field.key == key)


IGNORED = ""
"""The mapping of a column nobody needs."""

_NAME = Field(
    "name",
    "Nama",
    (
        "nama",
        "nama lengkap",
        "nama dan gelar",
        "nama lengkap dan gelar",
        "nama lengkap beserta gelar",
        "nama peserta",
        "nama pejabat",
        "nama pegawai",
        "nama undangan",
        "nama anda",
        "peserta",
        "nama nip",
        "pejabat",
    ),
)
_POSITION = Field(
    "position",
    "Jabatan",
    (
        "jabatan",
        "nama jabatan",
        "jabatan dinas",
        "jabatan saat ini",
        "kedudukan",
        "posisi",
        "jabatan instansi",
    ),
)
_INSTITUTION = Field(
    "institution",
    "Instansi",
    (
        "instansi",
        "nama instansi",
        "opd",
        "skpd",
        "perangkat daerah",
        "dinas",
        "unit kerja",
        "satuan kerja",
        "satker",
        "lembaga",
        "instansi opd",
        "opd instansi",
        "asal instansi",
        "unit organisasi",
        "kantor",
        "organisasi",
        "kesatuan",
        "instansi unit kerja",
        "instansi lembaga",
        "dinas instansi",
        "perwakilan dari",
    ),
)
_REGION = Field(
    "region",
    "Kab/Kota",
    (
        "kab kota",
        "kabupaten kota",
        "wilayah",
        "kabupaten",
        "kota",
        "daerah",
        "asal daerah",
        "wilayah kerja",
    ),
)
_PHONE = Field(
    "phone",
    "Telepon",
    (
        "no hp",
        "telepon",
        "no wa",
        "hp",
        "wa",
        "whatsapp",
        "nomor hp",
        "nomor wa",
        "no telepon",
        "nomor telepon",
        "no hp wa",
        "no wa hp",
        "no telp",
        "telp",
        "kontak",
        "no kontak",
        "handphone",
        "no handphone",
        "nomor whatsapp",
        "no whatsapp",
        "hp wa",
        "nomor handphone",
        "nomor hp wa",
        "kontak person",
    ),
)
_EMAIL = Field("email", "Surel", ("email", "surel", "e mail", "alamat email", "alamat surel", "email address"))
_RANK = Field(
    "rank",
    "Pangkat/Gol.",
    (
        "pangkat",
        "pangkat gol",
        "pangkat golongan",
        "golongan",
        "gol",
        "gol ruang",
        "pangkat gol ruang",
        "pangkat golongan ruang",
    ),
)
_IDENTITY = Field("identity_number", "NIP/NRP", ("nip", "nrp", "nip nrp", "nrp nip", "nomor induk pegawai"))
_ROLE = Field("role", "Peran", ("peran", "sebagai", "keterangan peran", "kehadiran sebagai", "peran dalam rapat"))
_PERSON = (_NAME, _POSITION, _INSTITUTION, _REGION, _PHONE, _EMAIL, _RANK, _IDENTITY)

TARGETS = {
    one.key: one
    for one in (
        Target("people", "Orang dan jabatannya", _PERSON, ("name",)),
        Target(
            "institutions",
            "Instansi",
            (
                Field("name", "Nama instansi", (*_INSTITUTION.words, "nama")),
                Field("short_name", "Singkatan", ("singkatan", "nama singkat", "akronim", "disingkat")),
                _REGION,
                Field(
                    "leader_title",
                    "Sebutan pimpinan",
                    (
                        "sebutan pimpinan",
                        "pimpinan",
                        "jabatan pimpinan",
                        "kepala",
                        "jabatan",
                    ),
                ),
            ),
            ("name",),
        ),
        Target(
            "participants",
            "Undangan rapat",
            (*_PERSON, _ROLE),
            ("name", "position", "institution"),
            of_meeting=True,
        ),
        Target("attendance", "Jawaban formulir kehadiran", _PERSON, ("name",), of_meeting=True),
        Target(
            "agenda",
            "Acara rapat",
            (
                Field(
                    "title",
                    "Acara",
                    (
                        "acara",
                        "agenda",
                        "mata acara",
                        "uraian",
                        "uraian acara",
                        "kegiatan",
                        "materi",
                        "pokok bahasan",
                        "topik",
                        "pembahasan",
                        "judul",
                        "susunan acara",
                    ),
                ),
                Field(
                    "minutes",
                    "Menit",
                    (
                        "menit",
                        "durasi",
                        "lama",
                        "alokasi waktu",
                        "durasi menit",
                        "lama menit",
                        "waktu menit",
                        "waktu",
                    ),
                ),
                Field(
                    "presenter",
                    "Penyaji",
                    (
                        "penyaji",
                        "narasumber",
                        "pembicara",
                        "pemateri",
                        "pelaksana",
                        "penanggung jawab",
                        "oleh",
                        "petugas",
                    ),
                ),
            ),
            ("title",),
            of_meeting=True,
        ),
    )
}
