"""The real example meeting (data as reported by the press) mapped by hand to what the minutes print."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import LetterheadLine, OfficeProfile, Signatory
from desktop.documents.minutes_content import (
    AgendaPoint,
    Attendee,
    Discussion,
    MinutesContent,
    Official,
    Statement,
)

TITLE = (
    "Rapat Koordinasi Persiapan Pelaksanaan Pilkada Serentak Tahun 2024 di Kabupaten/Kota "
    "se-Wilayah Kerja Bakorwil Bojonegoro"
)
YUDI = ("Yudi Widodo", "Kepala Bidang Pemerintahan", "Bakorwil Bojonegoro")
RAHMAT = ("AKBP Rahmat Ansori", "Kepala Bagian Pembinaan Operasional", "Polda Jawa Timur")
MIFTAHUR = ("Miftahur Rozaq", "Anggota, Divisi Perencanaan dan Logistik", "KPU Provinsi Jawa Timur")
NUR = ("Nur Elya Anggraini", "Anggota", "Bawaslu Provinsi Jawa Timur")
ALL = (
    "KPU Provinsi Jawa Timur",
    "Bawaslu Provinsi Jawa Timur",
    "Polda Jawa Timur",
    "Pemerintah kabupaten/kota se-wilayah kerja",
    "KPU kabupaten/kota",
    "Bawaslu kabupaten/kota",
    "Polres",
)


def logo(size: int = 300) -> bytes:
    """A plain round mark; the office loads its own."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGBA", (size, size), (255, 255, 255, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((8, 8, size - 8, size - 8), fill=(18, 92, 62, 255), outline=(214, 170, 40, 255), width=size // 24)
    pen.polygon(
        [(size * 0.5, size * 0.2), (size * 0.75, size * 0.75), (size * 0.25, size * 0.75)],
        fill=(240, 220, 120, 255),
    )
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def profile(**changes: object) -> OfficeProfile:
    """The office's letterhead as far as it is known, with a drawn mark."""
    values: dict[str, object] = {
        "letterhead": (
            LetterheadLine("PEMERINTAH PROVINSI JAWA TIMUR", 1),
            LetterheadLine("BADAN KOORDINASI WILAYAH PEMERINTAHAN DAN PEMBANGUNAN BOJONEGORO", 2),
            LetterheadLine("Jalan Pahlawan Bojonegoro, Laman bakorwilbojonegoro.jatimprov.go.id", 3),
        ),
        "logo": logo(),
        "city": "Bojonegoro",
    }
    return OfficeProfile(**(values | changes))  # type: ignore[arg-type]


def minutes(**changes: object) -> MinutesContent:
    """The minutes of 26 September 2024."""
    values: dict[str, object] = {
        "title": TITLE,
        "held_on": date(2024, 9, 26),
        "place": "Ruang Mliwis Putih, Bakorwil Bojonegoro",
        "agenda": (
            AgendaPoint("Pembukaan dan arahan Kepala Bakorwil Bojonegoro"),
            AgendaPoint("Kesiapan pengamanan: Operasi Mantap Praja Semeru 2024"),
            AgendaPoint("Kesiapan logistik Pilkada"),
            AgendaPoint("Pengawasan tahapan Pilkada"),
        ),
        "chair": Official("Yudi Widodo", "Kepala Bidang Pemerintahan", "", "Kepala Bakorwil Bojonegoro"),
        "attendees": (
            Attendee(*YUDI, represents="Kepala Bakorwil Bojonegoro"),
            Attendee(*RAHMAT),
            Attendee(*MIFTAHUR),
            Attendee(*NUR),
        ),
        "participants_in_brief": (
            "KPU kabupaten/kota",
            "Bawaslu kabupaten/kota",
            "Polres",
            "Pejabat pemerintahan kabupaten/kota se-wilayah kerja",
        ),
        "discussions": _discussions(),
        "follow_ups": _follow_ups(),
        "signatory": Signatory(
            "Pimpinan Rapat",
            "Kepala Bidang Pemerintahan",
            "Yudi Widodo",
            number_kind="NIP",
            on_behalf="Kepala Bakorwil Bojonegoro",
        ),
    }
    return MinutesContent(**(values | changes))  # type: ignore[arg-type]


def _discussions() -> tuple[Discussion, ...]:
    return (
        Discussion(
            "Pembukaan dan arahan Kepala Bakorwil Bojonegoro",
            (
                Statement(
                    "arahan",
                    "Sinergi seluruh pihak diperlukan untuk menjamin kelancaran dan keamanan Pilkada; Pilkada adalah "
                    "wujud kedaulatan rakyat yang dijalankan dengan integritas, profesionalitas dan akuntabilitas.",
                    *YUDI,
                    on_behalf_of="Kepala Bakorwil Bojonegoro",
                ),
                Statement(
                    "arahan",
                    "Tingkatkan komunikasi dan koordinasi lintas sektor serta manfaatkan forum untuk memperbarui "
                    "informasi Pilkada.",
                    *YUDI,
                ),
                Statement(
                    "permintaan",
                    "Siapkan logistik dan pengamanan bersama, jaga kondusivitas wilayah selama tahapan dan minimalkan "
                    "potensi sengketa.",
                    *YUDI,
                ),
            ),
        ),
        Discussion(
            "Kesiapan pengamanan: Operasi Mantap Praja Semeru 2024",
            (
                Statement(
                    "laporan",
                    "Latpraops, Tactical Floor Game (TFG) dan Pelatihan Walpri telah dilaksanakan untuk meningkatkan "
                    "kesiapan personel pengamanan.",
                    *RAHMAT,
                ),
                Statement(
                    "permintaan",
                    "Seluruh pemangku kepentingan, termasuk KPU, Bawaslu dan pemerintah daerah, ikut menjaga keamanan "
                    "lebih dari 60.000 TPS di Jawa Timur.",
                    *RAHMAT,
                ),
            ),
        ),
        Discussion(
            "Kesiapan logistik Pilkada", (Statement("laporan", "Logistik Pilkada dinyatakan siap.", *MIFTAHUR),)
        ),
        Discussion(
            "Pengawasan tahapan Pilkada",
            (
                Statement(
                    "informasi",
                    "Pengawasan ketat diperlukan di setiap tahapan, terutama di provinsi dengan tingkat kerawanan tinggi.",
                    *NUR,
                ),
            ),
        ),
    )


def _follow_ups() -> tuple[FollowUpRow, ...]:
    stages = {"due": date(2024, 11, 27), "due_words": "mengikuti jadwal tahapan"}
    return (
        FollowUpRow(
            "Meningkatkan komunikasi dan koordinasi serta memperbarui informasi Pilkada melalui forum",
            ALL,
            status="Belum ditindaklanjuti",
        ),
        FollowUpRow(
            "Menyiapkan logistik dan pengamanan bersama, menjaga kondusivitas wilayah dan meminimalkan potensi sengketa",
            ALL,
            status="0 dari 7 selesai",
        ),
        FollowUpRow(
            "Ikut menjaga keamanan TPS (lebih dari 60.000 TPS di Jawa Timur)",
            ALL[4:6] + ALL[3:4] + ALL[6:],
            status="0 dari 4 selesai",
            **stages,  # type: ignore[arg-type]
        ),
        FollowUpRow(
            "Distribusi surat suara dan perlengkapan TPS berjalan sesuai rencana sehingga tidak ada kendala pada hari "
            "pemungutan suara",
            ALL[:1],
            ("Kabupaten/kota se-Jawa Timur",),
            status="Dalam proses",
            **stages,  # type: ignore[arg-type]
        ),
        FollowUpRow(
            "Memperkuat pengawasan dari tahapan pencalonan sampai penghitungan suara",
            ALL[1:2],
            due_words="sampai penghitungan suara",
            status="Dalam proses",
        ),
        FollowUpRow(
            "Melibatkan masyarakat dalam pengawasan partisipatif untuk menjaga integritas dan transparansi",
            ALL[1:2],
            status="Belum ditindaklanjuti",
        ),
    )
