"""A sample of every paper, from which its reference pages are made (`reference_pages`) and its promises tested.

Add a paper: a function that gives its module, content and profile, and a line in `SAMPLES`. People and places are
made up, the example of 26 September 2024 excepted. Keep a sample to the few pages that show its layout, and give each
paper one "sulit" (hard) sample, with long names, titles and posts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from functools import cache
from io import BytesIO
from types import ModuleType
from typing import Any, NamedTuple

from PIL import Image, ImageDraw

from desktop.documents import (
    accounting_checklist,
    action_matrix,
    attendance_list,
    attendance_sheet,
    conclusions,
    extract,
    final_report,
    follow_up_list,
    invitation,
    leader_brief,
    minutes,
    nota_dinas,
    period_recap,
    photo_pages,
    readiness,
    readiness_progress,
    region_rollup,
    report,
    rundown,
    security_picture,
    situation_report,
    stage_timeline,
)
from desktop.documents.accounting_content import AccountingContent, AccountingLine
from desktop.documents.action_matrix_content import ActionMatrixContent, FollowUpRow
from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.attendance_list_content import AttendanceListContent, AttendeeGroup
from desktop.documents.conclusions_content import ConcludedMeeting, ConclusionsContent
from desktop.documents.content import OfficeProfile, Signatory
from desktop.documents.extract_content import ExtractContent
from desktop.documents.final_report_content import (
    EndedFollowUp,
    EndsOfKind,
    FinalReportContent,
    ReadyRegion,
    ReportedMeeting,
    ReportedProblem,
    ReportedStage,
)
from desktop.documents.follow_up_list_content import FollowUpGroup, FollowUpListContent, ListedFollowUp
from desktop.documents.letter_content import InvitationContent, LetterHead, Recipient, RecipientGroup
from desktop.documents.minutes_content import Attendee, Discussion, Official, ReviewedRow, Statement
from desktop.documents.nota_dinas_content import Absence, NotaDinasContent
from desktop.documents.period_recap_content import PeriodRecapContent, RecapAttendance, RecapMeeting, RecapTasks
from desktop.documents.photo_content import Photo, PhotoPagesContent
from desktop.documents.preparation_content import (
    BriefGuest,
    BriefProblem,
    BriefQuestion,
    BriefTask,
    BriefWeakness,
    LeaderBriefContent,
    RundownContent,
    RundownLine,
)
from desktop.documents.readiness_content import (
    ReadinessCell,
    ReadinessContent,
    ReadinessGroup,
    ReadinessItem,
    ReadinessRow,
    ReadinessSums,
    WeakestItem,
)
from desktop.documents.readiness_progress_content import (
    ChangedItem,
    ProgressCell,
    ProgressRow,
    ProgressSide,
    ReadinessProgressContent,
    ReviewMark,
    Trend,
    TrendPoint,
)
from desktop.documents.region_rollup_content import ReadyLine, RegionRollupContent, SizeCell, SizeLine
from desktop.documents.report_content import ReportContent
from desktop.documents.security_picture_content import PersonnelLine, SecurityPictureContent, StationLine
from desktop.documents.situation_content import RegionSituation, SituationContent, SituationProblem
from desktop.documents.stage_timeline_content import DayMark, StageLine, StageTimelineContent
from tests.documents import example


class Sample(NamedTuple):
    """A paper to be made: `module.render(content, profile)`."""

    module: ModuleType
    content: Any
    profile: OfficeProfile

    def render(self) -> bytes:
        """The paper's PDF."""
        made: bytes = self.module.render(self.content, self.profile)
        return made


DAY = date(2025, 3, 18)
NAME = "Prof. Dr. Ir. H. Raden Mas Suryaningprang Kusumadiningrat Wirabhumi, S.T., M.Sc., Ph.D., IPU."
POST = "Kepala Seksi Perencanaan, Evaluasi dan Pelaporan Wilayah III"  # sixty characters
OFFICE = "Dinas Pemberdayaan Masyarakat, Desa, Kependudukan dan Pencatatan Sipil Kabupaten Contoh Panjang"
SIGNER = Signatory("Pimpinan Rapat", "Kepala Bidang Contoh", "Sekar Arum, S.Sos.", "Pembina", "NIP", None)
HARD_SIGNER = Signatory(
    "Pimpinan Rapat", POST, NAME, "Pembina Utama Madya", "NIP", "197001011990011001", "Plt.",
    "Kepala Badan Koordinasi Wilayah Pemerintahan dan Pembangunan Contoh", "Sekretaris Badan Contoh",
)  # fmt: skip
TASK = "Mengirim rekapitulasi kebutuhan sarana seluruh kecamatan yang sudah diperiksa bersama"


def _minutes() -> Sample:
    return Sample(minutes, example.minutes(), example.profile())


def _minutes_f4() -> Sample:
    content = example.minutes(draft=True, opening="Rapat dibuka pukul 09.05 WIB.", closing="Rapat ditutup.")
    profile = example.profile(paper="F4", font="Bookman", sign_columns=1, numbers_at="atas_kanan")
    return Sample(minutes, content, profile)


def _minutes_hard() -> Sample:
    content = example.minutes(
        number="000.1.5/0123/456.789/2025", revision=2, proof_code="0123-4567-89AB",
        chair=Official(NAME, POST, OFFICE, "Kepala Dinas Contoh"),
        attendees=tuple(Attendee(NAME, POST, OFFICE, "Bupati Contoh" if n % 2 else "") for n in range(4)),
        reviewed=(ReviewedRow(TASK, OFFICE, "Selesai (laporan instansi)", "Bukti menyusul."),),
        decisions=(TASK + ".", TASK + " dan melaporkannya."), closing="Rapat ditutup pukul 11.52 WIB.",
        follow_ups=(FollowUpRow(TASK, (OFFICE, OFFICE), (OFFICE,), DAY, "kesepakatan", "Rekapitulasi", "Dalam proses"),),
        closed_since=(ReviewedRow(TASK, f"{OFFICE}, {OFFICE}", "Selesai (laporan instansi)", "Sejak 12 Maret 2025."),
                      ReviewedRow("Menata gudang", "Lembaga Contoh", "Dialihkan")),
        signatory=HARD_SIGNER, minute_signatory=Signatory("Notulis", POST, NAME, "Penata", "NRP", "12345678"),
    )  # fmt: skip
    return Sample(minutes, content, example.profile(font="Times", proof=True, letterhead_rule="tunggal"))


def _sheet_content(**changes: Any) -> AttendanceSheetContent:
    values: dict[str, Any] = {
        "title": "Rapat Koordinasi Contoh", "held_on": DAY, "starts_at": time(9), "place": "Ruang Contoh",
        "groups": (
            SheetGroup("Kabupaten Satu", (SheetRow("Sekar Arum, S.Sos.", "Bupati", "Pemerintah Kabupaten Satu"),)),
            SheetGroup("Kabupaten Dua", (
                SheetRow("Bagus Prasetyo", "Ketua", "Lembaga Contoh Kabupaten Dua"), SheetRow("", "Kepala Dinas"))),
        ),
        "spare_rows": 14, "signatory": SIGNER,
    }  # fmt: skip
    return AttendanceSheetContent(**(values | changes))


def _sheet() -> Sample:
    return Sample(attendance_sheet, _sheet_content(), example.profile())


def _sheet_hard() -> Sample:
    rows = tuple(SheetRow(NAME, POST, OFFICE) for _ in range(6))
    content = _sheet_content(groups=(SheetGroup(OFFICE, rows),), spare_rows=2, signatory=HARD_SIGNER)
    return Sample(attendance_sheet, content, example.profile(paper="F4"))


def _list() -> Sample:
    groups = (
        AttendeeGroup("Provinsi dan wilayah", (Attendee("Sekar Arum, S.Sos.", "Kepala Bidang Contoh", "Badan Contoh",
                                                        note="Pimpinan"),)),
        AttendeeGroup("Kabupaten Satu", (
            Attendee("Bagus Prasetyo", "Ketua", "Lembaga Contoh Kabupaten Satu"),
            Attendee("Ratih Purwasih", "Sekretaris", "Pemerintah Kabupaten Satu", "Bupati Satu"))),
    )  # fmt: skip
    content = AttendanceListContent(
        "Rapat Koordinasi Contoh", DAY, time(9), place="Ruang Contoh", groups=groups, institutions=4,
        without_names=("Lembaga Contoh kabupaten/kota",), signatory=SIGNER, draft=True,
    )  # fmt: skip
    return Sample(attendance_list, content, example.profile())


def _list_hard() -> Sample:
    groups = tuple(
        AttendeeGroup(OFFICE, tuple(Attendee(NAME, POST, OFFICE, POST) for _ in range(3))) for _ in "ab"
    )
    content = AttendanceListContent(
        OFFICE,
        DAY,
        groups=groups,
        without_names=(OFFICE, POST),
        institutions=2,
        signed_on=DAY,
        signatory=HARD_SIGNER,
    )
    return Sample(attendance_list, content, example.profile(paper="F4", font="Bookman"))


def _matrix() -> Sample:
    content = ActionMatrixContent(example.TITLE, example.minutes().follow_ups, as_of=DAY, signatory=SIGNER)
    return Sample(action_matrix, content, example.profile())


def _matrix_hard() -> Sample:
    rows = tuple(
        FollowUpRow(TASK, (OFFICE, POST)[:n], (OFFICE,), DAY, "mengikuti jadwal tahapan", "Rekapitulasi seluruh kecamatan",
                    f"{n} dari 8 selesai", "Bukti disampaikan paling lambat sehari sebelum rapat berikutnya.")
        for n in range(3)
    )  # fmt: skip
    content = ActionMatrixContent(OFFICE, rows, POST, DAY, HARD_SIGNER, draft=True)
    return Sample(action_matrix, content, example.profile(paper="F4"))


def _extract() -> Sample:
    spoken = Discussion("Kesiapan logistik", (
        Statement("laporan", "Kotak suara sudah diterima seluruhnya.", "Sekar Arum, S.Sos.", "Ketua", "Lembaga Contoh"),
        Statement("permintaan", "Jadwal kirim disampaikan lebih awal.", "Sekar Arum, S.Sos.", "Ketua", "Lembaga Contoh"),
    ))  # fmt: skip
    content = ExtractContent(
        "Lembaga Contoh Kabupaten Satu", "Rapat Koordinasi Contoh", DAY, "Ruang Contoh", "000.1.5/12/2025",
        decisions=(TASK + ".", "Rapat berikutnya pada bulan depan."),
        follow_ups=(FollowUpRow(TASK, ("Lembaga Contoh",), due=DAY, due_words="disepakati dalam rapat", status="Dalam proses"),
                    FollowUpRow("Menjaga netralitas", ("Lembaga Contoh",), status="Belum ditindaklanjuti")),
        discussions=(spoken,), as_of=DAY, signed_on=DAY, signatory=SIGNER,
    )  # fmt: skip
    return Sample(extract, content, example.profile())


def _extract_hard() -> Sample:
    rows = tuple(
        FollowUpRow(TASK * 2, (OFFICE,), (OFFICE,), DAY, POST, TASK, "Dalam proses", TASK) for _ in range(3)
    )
    content = ExtractContent(
        OFFICE, OFFICE, DAY, None, decisions=(TASK * 3,), follow_ups=rows, signatory=HARD_SIGNER, draft=True
    )
    return Sample(extract, content, example.profile(paper="F4", font="Times"))


def _readiness() -> Sample:
    items = (
        ReadinessItem("Logistik", "Kotak suara diterima di gudang", "Siap", "100%", "Lembaga Contoh", as_of=DAY),
        ReadinessItem("Logistik", TASK, "Sebagian siap", "62% (sementara)", "Lembaga Contoh",
                      "Menunggu kiriman dari provinsi.", "11 November 2025 (jadwal tahapan)", DAY,
                      ("perlu dikonfirmasi",)),
        ReadinessItem("Keamanan", "Rencana pengamanan setiap tempat", "Belum siap", "", "Lembaga Contoh", POST,
                      as_of=DAY),
    )  # fmt: skip
    rows = (
        ReadinessRow("Kabupaten Satu", (ReadinessCell(1, 2, 2, 50, 1), ReadinessCell(0, 5, 1, 0), None),
                     ReadinessCell(1, 7, 3, 20, 1), DAY,
                     WeakestItem("Rencana pengamanan setiap tempat", "Belum siap", "Lembaga Contoh")),
        ReadinessRow("Kabupaten Dua", (ReadinessCell(2, 2, 2, 100), ReadinessCell(0, 5, 0), ReadinessCell(1, 2, 2, 81)),
                     ReadinessCell(3, 9, 4, 90), DAY),
        ReadinessRow("Kabupaten Tiga", (ReadinessCell(0, 2, 2, 33), ReadinessCell(0, 5, 0), None),
                     ReadinessCell(0, 7, 2, 33), DAY,
                     WeakestItem(TASK, "Sebagian siap", "Lembaga Contoh dan Lembaga Teladan")),
        ReadinessRow("Kabupaten Empat", (ReadinessCell(0, 2, 0), ReadinessCell(0, 5, 0), None),
                     ReadinessCell(0, 7, 0)),
    )  # fmt: skip
    total = ReadinessSums(
        "Semua wilayah", (ReadinessCell(3, 8, 6, 61, 1), ReadinessCell(0, 20, 1, 0), ReadinessCell(1, 2, 2, 81)),
        ReadinessCell(4, 30, 9, 52, 1), DAY,
    )  # fmt: skip
    content = ReadinessContent(
        "Kesiapan Pilkada Contoh", DAY, ("Logistik", "Keamanan", "Sosialisasi dan pendidikan politik"), rows, total,
        (ReadinessGroup("Kabupaten Satu", items),), event="Hari pemungutan 27 November 2025",
        rule="Sejak H-30: jawaban lebih tua dari 7 hari perlu dikonfirmasi",
    )  # fmt: skip
    return Sample(readiness, content, example.profile())


def _progress() -> Sample:
    cells = (
        ProgressCell(ProgressSide(62, 12, 25), ProgressSide(74, 20, 25), "naik 12 poin ▲"),
        ProgressCell(ProgressSide(50, 1_208, 2_025), ProgressSide(47, 2_019, 2_025), "turun 3 poin ▼"),
        ProgressCell(ProgressSide(50, 3, 9), ProgressSide(50, 3, 12), "pertanyaan berubah"),
        ProgressCell(ProgressSide(None, 0, 9), ProgressSide(40, 3, 9), "baru dilaporkan"),
        ProgressCell(ProgressSide(None, 0, 9), ProgressSide(None, 0, 9), "belum ada laporan"),
        ProgressCell(ProgressSide(50, 3, 9), ProgressSide(50, 3, 9), "tetap"),
        ProgressCell(),
    )
    names = ("Kabupaten Satu", "Kabupaten Dua", "Kota Tiga", "Provinsi Contoh", "Semua wilayah")
    rows = tuple(
        ProgressRow(name, tuple(cells[(2 * place + column) % len(cells)] for column in range(4)))
        for place, name in enumerate(names)
    )
    changes = tuple(
        ChangedItem(kind, region, f"BTR-{place:02}", text, then, now, teller, DAY)
        for place, (kind, region, text, then, now, teller) in enumerate((
            ("memburuk", "Kabupaten Satu", TASK, "Siap, bukti diterima", "Sebagian siap (80%)", OFFICE),
            ("memburuk", "Kota Tiga", "Gudang logistik", "Siap", "Belum siap", ""),
            ("baru, belum siap", "Kabupaten Dua", "Gudang logistik", "Belum ada laporan", "Belum siap", "Lembaga Contoh"),
            ("siap", "Provinsi Contoh", "Latihan bersama", "Sebagian siap", "Siap, bukti diterima", "Lembaga Teladan"),
            ("butir baru", "4 wilayah", "Lampu darurat", "", "", ""),
        ))
    )  # fmt: skip
    days = [DAY + timedelta(days=5 * place) for place in range(8)]
    trends = tuple(
        Trend(
            name,
            tuple(
                TrendPoint(day, (30 + 13 * step * (place + 1)) % 101, min(100, 12 * step))
                for step, day in enumerate(days)
            ) if place else (TrendPoint(days[2], None, 0), TrendPoint(days[3], 50, 20), TrendPoint(days[7], 50, 20)),
        )
        for place, name in enumerate(reversed(names))
    )  # fmt: skip
    content = ReadinessProgressContent(
        "Pilkada Contoh", "H-30", "H-14",
        ("Dulu: H-30, posisi per 3 April 2025", "Kini: H-14, posisi per 22 April 2025, direkam 23 April 2025"),
        "Hari pemungutan 6 Mei 2025 (H-14)", "Skor semua wilayah 62% menjadi 74% (naik 12 poin ▲). 2 butir memburuk.",
        ("Logistik", "Keamanan", "Sosialisasi dan pendidikan politik"), rows, changes, trends,
        (ReviewMark(days[3], "H-30"), ReviewMark(days[7], "H-14"), ReviewMark(days[7] + timedelta(days=13), "H-1")),
        days[0], days[7] + timedelta(days=14),
    )  # fmt: skip
    return Sample(readiness_progress, content, example.profile())


def _brief_content(*, guests: int, tasks: int) -> LeaderBriefContent:
    return LeaderBriefContent(
        "Rapat Koordinasi Contoh", DAY, time(9), place="Ruang Contoh", purpose="Menyamakan langkah sebelum pelaksanaan",
        subject="Pilkada Contoh",
        guests=tuple(BriefGuest(f"Kepala Dinas Contoh Kabupaten {n}", NAME if n % 3 == 1 else "", "Akan hadir")
                     for n in range(1, guests + 1)),
        tasks=tuple(BriefTask(OFFICE if n == 1 else "Lembaga Contoh", TASK, "Dalam proses", DAY if n % 2 else None, n % 4,
                              2 * (n == 1)) for n in range(1, tasks + 1)),
        closed=(BriefTask("Lembaga Contoh", "Menata gudang logistik", "Selesai (laporan instansi)"),),
        weaknesses=(BriefWeakness("Gudang logistik", "Belum siap", ("Kabupaten Satu", "Kabupaten Dua")),),
        progress=("Skor semua wilayah 62% menjadi 74% (naik 12 poin ▲). 1 butir memburuk.",
                  f"Kabupaten Satu: {TASK}, dari siap menjadi sebagian siap (80%)"), progress_since=DAY,
        problems=(BriefProblem("Jalan ke gudang tergenang, truk logistik tertahan.", "Kabupaten Lima",
                               "Dialihkan lewat jalan provinsi (ditangani)"),
                  BriefProblem(TASK * 2)),
        questions=(BriefQuestion("Gudang kedua tergenang", "Apakah gudang provinsi boleh dipakai?", "Kabupaten Lima", DAY),),
        readiness="112 dari 280 butir dilaporkan", points=("Logistik tuntas sebelum akhir bulan", "Netralitas"), as_of=DAY,
    )  # fmt: skip


def _brief() -> Sample:
    return Sample(leader_brief, _brief_content(guests=4, tasks=3), example.profile())


def _brief_hard() -> Sample:
    return Sample(leader_brief, _brief_content(guests=60, tasks=60), example.profile(paper="F4", font_size=14.0))


def _rundown() -> Sample:
    lines = (
        RundownLine("Registrasi peserta", time(8, 30), time(9), "Panitia"),
        RundownLine("Pembukaan dan menyanyikan lagu Indonesia Raya", time(9), time(9, 10), "Pembawa acara"),
        RundownLine(f"Sambutan {POST} {OFFICE}", time(9, 10), time(9, 40), NAME, "Naskah sudah di meja"),
        RundownLine("Penutup"),
    )
    content = RundownContent("Rapat Koordinasi Contoh", DAY, time(9), time(12), place="Ruang Contoh", lines=lines)
    return Sample(rundown, content, example.profile())


@cache
def _picture(width: int, height: int) -> bytes:
    """A JPEG with a bright disc, so that its place and shape are seen."""
    picture = Image.new("RGB", (width, height), (70, 90, 120))
    ImageDraw.Draw(picture).ellipse((width // 4, height // 4, width // 2, height // 2), fill=(240, 220, 120))
    kept = BytesIO()
    picture.save(kept, "JPEG")
    return kept.getvalue()


def _photos() -> Sample:
    photos = (
        Photo(_picture(400, 300), "Pembukaan rapat"),
        Photo(_picture(300, 400), "Paparan"),
        Photo(None, "Hilang"),
    )
    return Sample(
        photo_pages, PhotoPagesContent("Rapat Koordinasi Contoh", DAY, "Ruang Contoh", photos), example.profile()
    )


def _photos_hard() -> Sample:
    captions = (TASK, f"{NAME}, {POST}, {OFFICE}", "", TASK)
    photos = tuple(Photo(_picture(*size), words) for size, words in
                   zip(((400, 300), (200, 500), (600, 150), (400, 300)), captions, strict=True))  # fmt: skip
    content = PhotoPagesContent(OFFICE, DAY, POST, photos, 4)
    return Sample(photo_pages, content, example.profile(paper="F4", font="Times"))


def _accounting() -> Sample:
    lines = (
        AccountingLine("Surat undangan", True),
        AccountingLine(TASK, False, "Menyusul"),
        AccountingLine("Notula", True, POST),
    )
    return Sample(
        accounting_checklist,
        AccountingContent("Rapat Koordinasi Contoh", DAY, "Ruang Contoh", lines),
        example.profile(),
    )


_LETTER_HEAD = LetterHead("000.1.5/12/2025", DAY, "Segera", "1 (satu) berkas", "Undangan Rapat Koordinasi Contoh")


def _invitation() -> Sample:
    groups = (
        RecipientGroup("", (Recipient("Bupati Contoh", "Sekar Arum, S.Sos."), Recipient("Kepala Dinas Contoh"))),
        RecipientGroup("Lembaga Contoh", tuple(Recipient(f"Lembaga Contoh Kabupaten {n}") for n in range(1, 5))),
    )
    content = InvitationContent(
        "Rapat Koordinasi Contoh", _LETTER_HEAD, ("Daftar terlampir",),
        opening="Dalam rangka menyamakan langkah, kami mohon kehadiran Saudara pada:", held_on=DAY, starts_at=time(9),
        place="Ruang Contoh", closing="Demikian, atas perhatian dan kehadiran Saudara disampaikan terima kasih.",
        signatory=replace(SIGNER, role=""), note=("Pakaian batik", "Mohon konfirmasi kehadiran"),
        copies=("Gubernur Contoh",), recipients=groups,
    )  # fmt: skip
    return Sample(invitation, content, example.profile())


def _invitation_hard() -> Sample:
    content = InvitationContent(
        OFFICE, LetterHead(subject=f"Undangan {OFFICE}"), (f"{POST} {OFFICE}",) * 4,
        opening=f"Dalam rangka {TASK.lower()}, kami mohon kehadiran Saudara pada:", held_on=DAY, body=f"{TASK}. " * 4,
        place=OFFICE, closing="Terima kasih.", signatory=replace(HARD_SIGNER, role=""), copies=(OFFICE,) * 3,
        recipients=(RecipientGroup(OFFICE, (Recipient(f"{POST} {OFFICE}", NAME),) * 3),),
        programme=(RundownLine(TASK, time(9), time(9, 30), NAME), RundownLine("Penutup")),
    )  # fmt: skip
    return Sample(invitation, content, example.profile(paper="F4", font="Bookman"))


def _nota_dinas_content(**changes: Any) -> NotaDinasContent:
    said = example.minutes()
    values: dict[str, Any] = {
        "title": said.title, "head": replace(_LETTER_HEAD, subject=f"Laporan Hasil {said.title}"),
        "addressees": ("Kepala Badan Contoh",), "sender": "Kepala Bidang Contoh",
        "opening": f"Bersama ini dilaporkan hasil {said.title} sebagai berikut:", "held_on": said.held_on,
        "place": said.place, "chair": said.chair, "present": 4, "deputies": 1, "groups": said.participants_in_brief,
        "absent": (Absence("Kepala Dinas Contoh", "Berhalangan", "tugas luar"), Absence("Kepala Badan Lain", "Tidak hadir")),
        "decisions": (f"{TASK}.", "Rapat berikutnya pada Oktober."), "follow_ups": said.follow_ups[2:5],
        "closing": "Demikian dilaporkan, mohon arahan lebih lanjut.", "signatory": replace(SIGNER, role=""),
    }  # fmt: skip
    return NotaDinasContent(**(values | changes))


def _nota_dinas() -> Sample:
    return Sample(nota_dinas, _nota_dinas_content(draft=True), example.profile())


def _nota_dinas_hard() -> Sample:
    content = _nota_dinas_content(
        addressees=(f"{POST} {OFFICE}",) * 2, sender=f"Plt. {POST}", basis=(f"{TASK}.",) * 2, body=f"{TASK}. " * 3,
        absent=(Absence(f"{POST} {OFFICE}", "Berhalangan", TASK),) * 4, suggestion=(f"{TASK}.",) * 2,
        follow_ups=example.minutes().follow_ups, signatory=replace(HARD_SIGNER, role=""), copies=(OFFICE, OFFICE),
    )  # fmt: skip
    return Sample(nota_dinas, content, example.profile(paper="F4", font="Times"))


def _report() -> Sample:
    said = example.minutes()
    content = ReportContent(
        said.title, f"Hasil {said.title}", "000.1.5/13/2025", DAY, f"{said.title} diselenggarakan oleh Badan Contoh.",
        ("Undang-Undang Contoh", "Peraturan Contoh"), "Menyamakan langkah sebelum pelaksanaan", said.held_on,
        place=said.place, chair=said.chair, present=4, groups=said.participants_in_brief,
        agenda=tuple(point.title for point in said.agenda or ()), discussions=said.discussions,
        follow_ups=said.follow_ups, decisions=(f"{TASK}.",), closing="Demikian laporan ini disampaikan.",
        signatory=replace(HARD_SIGNER, role=""),
    )  # fmt: skip
    return Sample(report, content, example.profile())


def _situation() -> Sample:
    states = ("kondusif", "kondusif", "perhatian", None, "gangguan", "kondusif", "kondusif", None)
    regions = tuple(RegionSituation(f"Kabupaten Contoh {n}", state) for n, state in enumerate(states, 1))
    problems = (
        SituationProblem("Jalan ke gudang tergenang, truk logistik tertahan.", "Kabupaten Contoh 5", "Logistik",
                         "Dialihkan lewat jalan provinsi; dikawal Polres.", time(8, 40)),
        SituationProblem("Dua kecamatan melaporkan surat suara kurang.", "Kabupaten Contoh 3", "Logistik", "", time(10, 5)),
        SituationProblem("Laporan dugaan pelanggaran diterima Bawaslu.", "Kabupaten Contoh 3", "Sengketa",
                         "Dikaji paling lama tiga hari.", None, DAY),
    )  # fmt: skip
    content = SituationContent(
        "Pilkada Contoh", DAY, time(16), regions=regions, problems=problems, event="Hari H 21 Maret 2025 (H-3)",
        signatory=SIGNER,
    )  # fmt: skip
    return Sample(situation_report, content, example.profile())


def _situation_hard() -> Sample:
    regions = tuple(RegionSituation(OFFICE if n == 3 else f"Kabupaten Contoh {n}") for n in range(1, 38))
    problems = tuple(SituationProblem(TASK * 9, OFFICE, POST, TASK * 3, time(n % 24)) for n in range(1, 40))
    content = SituationContent(OFFICE * 3, None, None, regions=regions, problems=problems, signatory=HARD_SIGNER)
    return Sample(situation_report, content, example.profile(paper="F4", font="Times", font_size=14.0))


def _security() -> Sample:
    """In F4, with the number of the page at the top, beside the class."""
    stations = (
        StationLine("region", "Kabupaten Satu", 2101, 12, 0, 2113, 2120, "DPT", "7 TPS belum diklasifikasikan", DAY,
                    "Polres Contoh", "Renops Mantap"),
        StationLine("region", "Kabupaten Dua", 130, 5, None, 135, 1867, "DPS (sementara)",
                    "1.732 TPS belum diklasifikasikan; dari 2 dari 20 kecamatan", DAY, "Polres Contoh", "Surat"),
        StationLine("district", "Kecamatan Contoh", 70, 5, None, 75, None, "", "", DAY, "", "Surat"),
        StationLine("region", "Kota Tiga", told="Belum ada laporan", stations=192, stations_kind="DPT"),
        StationLine("total", "Wilayah kerja (3 wilayah)", 2231, 17, 0, 2248, 4179, "", "1.739 TPS belum diklasifikasikan (2 dari 3 wilayah)"),
        StationLine("whole", "Provinsi Contoh", 60000, 500, 251, 60751, 60751, "DPT", "Semua TPS diklasifikasikan", DAY, "",
                    "Media"),
    )  # fmt: skip
    personnel = (
        PersonnelLine("region", "Kabupaten Satu", "428 s.d. 532", 460, "Cukup untuk batas bawah, kurang 72 personel untuk "
                      "batas atas", 4226, 4226, "Cukup", 120, None, DAY, "Renops Mantap"),
        PersonnelLine("region", "Kota Tiga", None, None, "Belum ada rencana", None, None, "Belum ada rencana"),
        PersonnelLine("total", "Wilayah kerja (3 wilayah)", "428 s.d. 532 (1/3)", "460 (1/3)",
                      "Tidak ada yang kurang (1 wilayah)", "4.226 (1/3)", "4.226 (1/3)",
                      "Tidak ada yang kurang (1 wilayah)", "120 (1/3)"),
        PersonnelLine("whole", "Provinsi Contoh"),
        PersonnelLine("part", "Polri (Polda)", police_planned=3152, as_of=DAY, source="Media"),
        PersonnelLine("part", "seluruh personel", others=155937, as_of=DAY, source="Media"),
    )  # fmt: skip
    content = SecurityPictureContent(
        "Pemilihan Contoh", DAY, "Hari H 27 Maret 2025 (H-9)", stations, personnel,
        ("Kurang rawan: 2 Polri, 8–10 TPS, 16–20 linmas", "Rawan: 2 Polri, 4 TPS, 8 linmas"), "lazim dipakai",
        "Kebutuhan dihitung menurut pola.",
    )  # fmt: skip
    return Sample(security_picture, content, example.profile(paper="F4", numbers_at="atas_tengah"))


def _security_hard() -> Sample:
    """Long names in every cell that takes words, and the table of personnel left out."""
    stations = tuple(
        StationLine(level, OFFICE, 9999999, None, 0, 9999999, 9999999, POST, TASK, DAY, OFFICE, OFFICE)
        for level in ("region", "sum", "district", "total", "whole")
    )
    return Sample(
        security_picture, SecurityPictureContent(OFFICE, stations=stations), example.profile(font="Bookman")
    )


def _rollup() -> Sample:
    unknown = SizeCell("belum ada angka")
    sizes = (
        SizeLine("Bakorwil Satu", 10, unknown, unknown),
        SizeLine("Bakorwil Dua", 8, SizeCell("13.277", "8 dari 8 wilayah; 5 DPT, 2 DPS, 1 coklit (sementara)"),
                 SizeCell("6.793.998", "8 dari 8 wilayah; 8 DPT", "6.794.000 DPT (KPU; 20 September 2024, 13 hari lalu)"
                          "\n2 lebih banyak daripada jumlah wilayahnya")),
        SizeLine("Provinsi Contoh", 38, SizeCell("13.277", "8 dari 38 wilayah; 8 DPT",
                 "60.751 DPT (Media; tanggal tidak disebut)\nbelum dapat dibandingkan"), unknown),
    )  # fmt: skip
    ready = (
        ReadyLine("Logistik", True, "3 dari 201", score="44%", days="15 hari lalu"),
        ReadyLine("LOG-03 Kotak suara diterima", False, "3 dari 8", "5.368 dari 26.554 (sementara)", "44%", "15 hari lalu",
                  "96%", "SILOG, 4 Oktober 2024 (15 hari lalu)"),
        ReadyLine("LOG-05 Tinta diterima", False, "0 dari 8", told="50%", source="SILOG, 4 Oktober 2024 (15 hari lalu)"),
        ReadyLine("Keamanan", True, "0 dari 176"),
        ReadyLine("SEC-02 Latpraops dilaksanakan", False, "0 dari 8", told="Siap", source="Polda Contoh, 26 September 2024"),
    )  # fmt: skip
    content = RegionRollupContent(
        "Pemilihan Contoh", "Bakorwil Dua", "8 dari 8 kabupaten/kota ikut serta · 3 dari 753 dilaporkan · skor 44%",
        sizes, ready, "Hari H 27 Maret 2025 (H-9)", DAY,
    )  # fmt: skip
    return Sample(region_rollup, content, example.profile())


def _rollup_hard() -> Sample:
    """Long names and words in every cell, in F4 and large letters."""
    cell = SizeCell("999.999.999", TASK, TASK)
    sizes = tuple(SizeLine(OFFICE, 999, cell, cell) for _ in range(3))
    lines = tuple(
        ReadyLine(TASK, place % 4 == 0, "999 dari 999", TASK, "100%", OFFICE, POST, TASK) for place in range(9)
    )
    content = RegionRollupContent(OFFICE, OFFICE, TASK, sizes, lines)
    return Sample(region_rollup, content, example.profile(paper="F4", font="Bookman", font_size=14.0))


def _stages() -> Sample:
    """Each kind of stage among the marks, which crowd before the topic's day."""
    lines = (
        StageLine("Perencanaan", "Lembaga Contoh", "s.d. 26-1-2025", None, date(2025, 1, 26), "lewat"),
        StageLine("Masa tenang", "", "24-3-2025 s.d. 26-3-2025", date(2025, 3, 24), date(2025, 3, 26), "mendatang"),
        StageLine("Kampanye", "Lembaga Contoh", "20-1-2025 s.d. 23-3-2025", date(2025, 1, 20), date(2025, 3, 23), "berjalan"),
        StageLine("Peraturan", "Lembaga Contoh", "s.d. 18-3-2025", None, date(2025, 3, 18), "belum_pasti"),
        StageLine("Pemantauan", "Badan Contoh", "mulai 1-2-2025 (perkiraan)", date(2025, 2, 1), None, "belum_pasti"),
        StageLine("Penetapan hasil"),
    )  # fmt: skip
    event = date(2025, 3, 27)
    marks = tuple(
        DayMark(f"H-{n} · {event - timedelta(days=n):%d}", event - timedelta(days=n), "point")
        for n in (30, 14, 7, 1)
    )
    content = StageTimelineContent(
        "Pemilihan Contoh", DAY, "Hari H 27 Maret 2025 (H-9)", lines,
        (*marks, DayMark("Hari H · 27 Mar", event, "event"), DayMark("Posisi", DAY, "today")),
    )  # fmt: skip
    return Sample(stage_timeline, content, example.profile())


def _stages_hard() -> Sample:
    """Long words, many pages, a scale of years, and marks with long names."""
    lines = tuple(
        StageLine(f"{TASK} {n}", OFFICE, POST, date(2015 + n, 1, 31), date(2015 + n, 2, 1), "lewat") for n in range(12)
    )  # fmt: skip
    marks = (DayMark(OFFICE, date(2020, 1, 1), "point"), DayMark(POST, date(2026, 12, 31), "event"))
    content = StageTimelineContent(OFFICE * 2, DAY, TASK, lines, marks)
    return Sample(stage_timeline, content, example.profile(paper="F4", font="Bookman", font_size=14.0))


def _recap() -> Sample:
    meetings = (
        RecapMeeting("Rapat Koordinasi Contoh", DAY, invited=24, present=15, represented=4, guests=2, tasks=7),
        RecapMeeting("Rapat Persiapan Contoh", DAY, cancelled=True),
        RecapMeeting("Rapat Evaluasi Contoh", None, invited=12, present=12, tasks=1),
    )
    attendance = (
        RecapAttendance("Badan Contoh", 12, 10, 2),
        RecapAttendance("Lembaga Contoh Kabupaten Satu", 14, 10, 2, 1, 1),
        RecapAttendance("Pemerintah Kabupaten Dua", 10, 7, 0, 0, 0, 3),
    )
    tasks = (
        RecapTasks("Lembaga Contoh Kabupaten Satu", 5, 1, 2, 1, 1, 0, 2),
        RecapTasks("Pemerintah Kabupaten Dua", 1234, 1000, 0, 200, 30, 4),
    )
    content = PeriodRecapContent(
        "Triwulan I Tahun 2025", "Topik: Pilkada Contoh", DAY, meetings, attendance, tasks, 8, 4, 1,
        regions=(RecapTasks("Kabupaten Satu", 6, 1, 2, 1, 1, 1, 2), RecapTasks("Tanpa wilayah", 2, 0, 0, 0, 0, 2)),
        months=(RecapTasks("Januari 2025", 7, 1, 2, 1, 1, 2, 2), RecapTasks("Februari 2025", 1, 1)),
    )  # fmt: skip
    return Sample(period_recap, content, example.profile())


def _recap_hard() -> Sample:
    content = PeriodRecapContent(
        "17 Januari 2025 s.d. 28 Februari 2025", f"Forum: {OFFICE}", None,
        tuple(RecapMeeting(f"{OFFICE} {TASK}", DAY, n == 1, 99_999, 1, 2, 3, 4) for n in range(3)),
        tuple(RecapAttendance(f"{POST} {OFFICE}", n) for n in range(9)), (RecapTasks(OFFICE * 2, 100_000, 100_000),),
    )  # fmt: skip
    return Sample(period_recap, content, example.profile(paper="F4", font="Bookman", font_size=14.0))


def _conclusions() -> Sample:
    said = ("Gudang disiapkan sebelum Februari.", "Tiap lembaga melapor paling lambat Jumat.")
    content = ConclusionsContent(
        (
            ConcludedMeeting("Rapat Koordinasi Contoh", date(2025, 1, 9), said, "000.1.5/12/2025"),
            ConcludedMeeting("Rapat Pengamanan Contoh", date(2025, 1, 23), said[:1], "7/2025", "Terbatas"),
            ConcludedMeeting("Rapat Evaluasi Contoh", DAY, said, draft=True),
        ),
        "Triwulan I Tahun 2025", ("Topik: Pilkada Contoh", "Memuat kata: gudang"), DAY,
    )  # fmt: skip
    return Sample(conclusions, content, example.profile())


def _conclusions_hard() -> Sample:
    one = ConcludedMeeting(
        f"{OFFICE} {TASK}", DAY, (TASK * 4,) * 3, f"{OFFICE}/2025", "Sangat Rahasia", draft=True
    )
    content = ConclusionsContent((one,) * 2, "17 Januari 2025 s.d. 28 Februari 2025", (f"Forum: {OFFICE}", TASK))
    return Sample(conclusions, content, example.profile(paper="F4", font="Bookman", font_size=14.0))


def _follow_ups() -> Sample:
    rows = (
        ListedFollowUp(
            f"{TASK}.", ("Kelompok Contoh", "Badan Contoh"), ("Lembaga Contoh",), ("Kabupaten Satu",), DAY,
            "disepakati dalam rapat", "Rekapitulasi diterima", "3 dari 8 selesai", "2 berkas",
            "Rapat Koordinasi Contoh, 3 Maret 2025",
        ),
        ListedFollowUp("Menyiapkan gudang.", ("Badan Contoh",), status="Dalam proses"),
    )  # fmt: skip
    groups = (FollowUpGroup("Badan Contoh", rows), FollowUpGroup("Lembaga Contoh", rows[:1]))
    content = FollowUpListContent(groups, ("Masih terbuka", "Wilayah: Kabupaten Satu"), 2, DAY)
    return Sample(follow_up_list, content, example.profile())


def _follow_ups_hard() -> Sample:
    row = ListedFollowUp(
        TASK * 3, (OFFICE, f"{POST} {OFFICE}"), (OFFICE,), ("Kabupaten Contoh Panjang",) * 4, DAY,
        f"acuan internal; {TASK}", TASK, "12 dari 1.038 selesai", "1.204 berkas", f"{OFFICE}, 18 Maret 2025",
    )  # fmt: skip
    groups = tuple(FollowUpGroup(f"{OFFICE} {n}", (row,) * n) for n in (1, 3))
    content = FollowUpListContent(groups, (f"Instansi: {OFFICE}", f"Topik: {OFFICE}"), 1_234, DAY, internal=True)
    return Sample(follow_up_list, content, example.profile(paper="F4", font="Bookman", font_size=14.0))


def _final() -> Sample:
    content = FinalReportContent(
        "Pilkada Contoh", "Hari H", date(2025, 3, 21), date(2025, 1, 9), date(2025, 4, 30),
        ("Kabupaten Satu", "Kabupaten Dua", "Kota Tiga"),
        (ReportedStage("Pendaftaran", date(2024, 12, 1), date(2024, 12, 3)), ReportedStage("Sengketa hasil")),
        (
            ReportedMeeting("Rapat Koordinasi Contoh", date(2025, 1, 9), "Aula Contoh", 24, 2,
                            ("Gudang disiapkan sebelum Februari.", "Laporan masuk tiap Jumat.")),
            ReportedMeeting("Rapat Evaluasi Contoh", date(2025, 4, 2), "", 18),
        ),
        1,
        (EndsOfKind("Arahan", 3, 1, 1), EndsOfKind("Komitmen", 2)),
        (EndedFollowUp("Menata gudang.", ("Badan Contoh",), "topik Pelantikan Contoh", "Menunggu pelantikan."),),
        (EndedFollowUp("Mencetak spanduk.", ("Lembaga Contoh", "Badan Contoh"), "", "Tahapannya sudah lewat."),),
        (ReportedProblem("Truk logistik tertahan.", DAY, "Kabupaten Satu", "Logistik", "Dikawal (selesai)"),),
        (ReadyRegion("Kabupaten Satu", 30, 42, 94, 81), ReadyRegion("Kota Tiga", 0, 2, 94)),
        "Koordinasi telah selesai.",
        (
            FollowUpRow("Menata gudang.", ("Badan Contoh",), ("Kabupaten Satu",), DAY, "disepakati dalam rapat",
                        "", "Dialihkan", "Dialihkan ke topik Pelantikan Contoh: Menunggu pelantikan."),
            FollowUpRow("Mengirim rekapitulasi.", ("Kelompok Contoh",), status="8 dari 8 selesai"),
        ),
        SIGNER,
    )  # fmt: skip
    return Sample(final_report, content, example.profile())


def _final_hard() -> Sample:
    ended = EndedFollowUp(TASK * 2, (OFFICE, f"{POST} {OFFICE}"), f"topik {OFFICE}", TASK)
    content = FinalReportContent(
        OFFICE * 2, regions=("Kabupaten Contoh Panjang",) * 12,
        stages=tuple(ReportedStage(f"{TASK} {n}", DAY) for n in range(3)),
        meetings=tuple(ReportedMeeting(f"{OFFICE} {TASK}", DAY, OFFICE, 12_345, n, (TASK * 2,) * n) for n in range(3)),
        ends=(EndsOfKind("Permintaan", 1_000, 200, 30, 4),), handed_over=(ended,), stopped=(ended,),
        problems=tuple(ReportedProblem(TASK * 4, DAY, OFFICE, POST, TASK * 3) for _ in range(2)),
        readiness=(ReadyRegion(OFFICE, 1_234, 5_678, 9_999, 100),),
        follow_ups=(FollowUpRow(TASK * 3, (OFFICE,) * 3, note=TASK),), signatory=HARD_SIGNER, draft=True,
    )  # fmt: skip
    return Sample(final_report, content, example.profile(paper="F4", font="Bookman", font_size=14.0))


SAMPLES: Mapping[str, Callable[[], Sample]] = {
    "laporan-akhir": _final,
    "laporan-akhir-sulit": _final_hard,
    "gambaran-pengamanan": _security,
    "gambaran-pengamanan-sulit": _security_hard,
    "rekap-wilayah": _rollup,
    "rekap-wilayah-sulit": _rollup_hard,
    "tahapan": _stages,
    "tahapan-sulit": _stages_hard,
    "notula": _minutes,
    "notula-f4": _minutes_f4,
    "notula-sulit": _minutes_hard,
    "daftar-hadir": _sheet,
    "daftar-hadir-sulit": _sheet_hard,
    "peserta-hadir": _list,
    "peserta-hadir-sulit": _list_hard,
    "matriks": _matrix,
    "matriks-sulit": _matrix_hard,
    "petikan": _extract,
    "petikan-sulit": _extract_hard,
    "kesiapan": _readiness,
    "perkembangan": _progress,
    "bahan-pimpinan": _brief,
    "bahan-pimpinan-sulit": _brief_hard,
    "susunan-acara": _rundown,
    "kelengkapan-spj": _accounting,
    "undangan": _invitation,
    "undangan-sulit": _invitation_hard,
    "nota-dinas": _nota_dinas,
    "nota-dinas-sulit": _nota_dinas_hard,
    "laporan": _report,
    "dokumentasi": _photos,
    "dokumentasi-sulit": _photos_hard,
    "rekapitulasi": _recap,
    "rekapitulasi-sulit": _recap_hard,
    "himpunan-kesimpulan": _conclusions,
    "himpunan-kesimpulan-sulit": _conclusions_hard,
    "daftar-tindak-lanjut": _follow_ups,
    "daftar-tindak-lanjut-sulit": _follow_ups_hard,
    "situasi": _situation,
    "situasi-sulit": _situation_hard,
}
