"""Every part of the kit on one page, to be looked at: `python -m tests.ui.gallery OUT` writes PNGs of both themes."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from desktop.base.dates import short_date
from desktop.base.errors import DamagedFile
from desktop.ui import ask, i18n, theme
from desktop.ui.colours import Tone
from desktop.ui.crash_dialog import CrashDialog
from desktop.ui.memory import Forgetful
from desktop.ui.pages import PageSpec
from desktop.ui.trouble_page import TroublePage
from desktop.ui.widgets.badge import Badge
from desktop.ui.widgets.banner import Banner
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.columns import Column, cell
from desktop.ui.widgets.date_field import Calendar, DateField, TimeField
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import CheckField, ChoiceField, LineField, TextField
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.page_header import PageHeader
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.table import DataTable
from desktop.ui.window import MainWindow
from tests.ui.listings import MemoryListing

PLACES = (
    ("home", "Beranda", "house"),
    ("meetings", "Rapat", "calendar-days"),
    ("commitments", "Tindak Lanjut", "list-checks"),
    ("readiness", "Kesiapan", "clipboard-check"),
    ("issues", "Kendala", "triangle-alert"),
    ("directory", "Instansi & Pejabat", "building-2"),
    ("reports", "Laporan", "chart-column"),
    ("settings", "Pengaturan", "settings"),
)
TITLES = (
    "Rapat koordinasi kesiapan pemungutan suara serentak dan pengamanan logistik wilayah kerja",
    "Rapat persiapan masa tenang",
    "Evaluasi serapan anggaran triwulan ketiga bersama seluruh sekretaris daerah kabupaten dan kota",
    "Rapat penanganan banjir Bengawan",
)
STATES = (
    ("Konsep", Tone.NONE), ("Dikoreksi", Tone.ATTENTION), ("Siap ditandatangani", Tone.INFO),
    ("Ditandatangani", Tone.OK), ("Terlambat 3 hari", Tone.PROBLEM),
)  # fmt: skip
COLUMNS = (
    Column("title", "Judul rapat", cell(1), width=28, stretch=True),
    Column("date", "Tanggal", cell(2, short_date), width=16),
    Column("place", "Tempat", cell(3), width=16),
    Column("state", "Keadaan notula", cell(4), width=20, tone=lambda row: row[5]),
    Column("open", "Tindak lanjut", cell(6), width=8, right=True),
)
PEOPLE = (
    Choice(1, "Drs. Sutrisno, M.Si.", "Kepala Bidang Pemerintahan"),
    Choice(2, "Endang Wulandari, S.Sos.", "Ketua KPU Kabupaten Contoh"),
    Choice(3, "Bambang Hariyadi", "Komandan Distrik Militer"),
)


def meetings(count: int) -> list[tuple[object, ...]]:
    """Rows like those of the list of meetings, with invented content."""
    return [
        (n, TITLES[n % 4], date(2024, 9, 1 + n % 28), ("Pendopo", "Ruang Rapat Utama", "Zoom")[n % 3], *STATES[n % 5], n % 9)
        for n in range(1, count + 1)
    ]  # fmt: skip


def search_people(text: str) -> list[Choice]:
    return [person for person in PEOPLE if text.casefold() in person.label.casefold()]


class ListPage(QWidget):
    """A list with its filters, and the form of the chosen record beside it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        unit = theme.current().unit
        header = PageHeader("Daftar Rapat", "16 rapat · 12 tindak lanjut belum selesai")
        search = SearchBox("Cari judul, peserta, isi notula", self)
        search.setMinimumWidth(unit * 64)
        header.add_action(search)
        header.add_action(button("Rapat baru", "plus", "primary"))
        chips = FilterChips(
            [("all", "Semua"), ("open", "Belum selesai"), ("late", "Terlambat"), ("signed", "Ditandatangani")],
            single=True,
        )
        chips.set_counts({"all": 1026, "open": 12, "late": 3, "signed": 980})
        self.table = DataTable(COLUMNS, "gallery", window.memory)
        self.table.set_listing(MemoryListing(meetings(400)))
        self.table.set_sort("date", descending=True)
        self.table.select_seq(3)
        split = MemorySplitter("gallery", window.memory)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit * 3)
        column.addWidget(chips)
        column.addWidget(self.table, 1)
        card = Card("Rapat terpilih")
        card.tools.addWidget(icon_button("printer", "Cetak", "Ctrl+P"))
        card.tools.addWidget(icon_button("ellipsis", "Tindakan lain"))
        self.form = example_form()
        card.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button("Batal"))
        row.addWidget(button("Simpan", kind="primary"))
        card.body.addLayout(row)
        split.addWidget(left)
        split.addWidget(card)
        split.setStretchFactor(0, 1)
        split.setSizes([780, 360])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 4)
        whole.addWidget(header)
        whole.addWidget(split, 1)


def example_form() -> Form:
    """One field of each kind, one of them wrong."""
    form = Form()
    form.add_row("title", "Judul", LineField())
    form.add_row("date", "Hari, tanggal", DateField())
    form.add_row("start", "Mulai", TimeField(), unit="WIB", help="Kosongkan bila belum pasti.")
    form.add_row(
        "state",
        "Keadaan notula",
        ChoiceField([("draft", "Konsep"), ("corrected", "Dikoreksi"), ("signed", "Ditandatangani")]),
    )
    form.add_row("leader", "Pimpinan rapat", PickerField(search_people))
    form.add_row("summary", "Ringkasan", TextField(lines=3))
    form.add_row("internal", "Hanya untuk kantor sendiri", CheckField())
    form.load(
        {
            "title": TITLES[2],
            "date": date(2024, 9, 30),
            "start": time(9, 0),
            "state": "corrected",
            "leader": PEOPLE[1],
            "summary": "Serapan anggaran s.d. September 71,4%.\nBidang Ekonomi menyiapkan laporan.",
            "internal": True,
        }
    )
    return form


class PartsPage(QWidget):
    """Everything else."""

    def __init__(self, _window: MainWindow) -> None:
        super().__init__()
        unit = theme.current().unit
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(PageHeader("Bagian-bagian", "Semua unsur pada satu halaman"))
        whole.addWidget(
            Banner("Sudah 9 hari tidak ada cadangan di luar laptop ini.", Tone.ATTENTION, "Cadangkan sekarang")
        )
        tabs = QTabWidget()
        for name in ("Persiapan", "Kehadiran", "Catat Rapat", "Tindak Lanjut", "Notula"):
            tabs.addTab(QWidget(), name)
        tabs.setMaximumHeight(unit * 12)
        whole.addWidget(tabs)
        badges = QHBoxLayout()
        for text, tone in STATES:
            badges.addWidget(Badge(text, tone))
        badges.addStretch()
        whole.addLayout(badges)
        row = QHBoxLayout()
        for kind in ("primary", "plain", "quiet", "danger"):
            row.addWidget(button(kind.title(), "check", kind))  # type: ignore[arg-type]
        off = button("Tidak dapat dipilih", "lock")
        off.setEnabled(False)
        row.addWidget(off)
        row.addWidget(CheckField("Belum"))
        ticked = CheckField("Sudah")
        ticked.setChecked(True)
        row.addWidget(ticked)
        row.addStretch()
        whole.addLayout(row)
        lower = QHBoxLayout()
        calendar = Card("Kalender")
        month = Calendar()
        month.setSelectedDate(date(2024, 9, 26))  # type: ignore[arg-type]
        calendar.body.addWidget(month)
        lower.addWidget(calendar)
        empty = Card("Kendala")
        empty.body.addWidget(
            EmptyState(
                "inbox",
                "Belum ada kendala.",
                "Kendala yang dicatat di antara rapat muncul di sini.",
                "Catat kendala",
            )
        )
        lower.addWidget(empty, 1)
        wide = Card("Dua kolom")
        form = Form(columns=2)
        for number, label in enumerate(("Nomor surat", "Tanggal surat", "Kode klasifikasi", "Lokasi fisik")):
            form.add_row(f"f{number}", label, LineField("belum diisi"))
        form.add_row("kept", "Simpan sampai", DateField(), wide=True, help="Menurut jadwal retensi arsip.")
        wide.body.addWidget(form)
        lower.addWidget(wide, 1)
        whole.addLayout(lower, 1)


def shoot(widget: QWidget, out: Path, name: str) -> None:
    QApplication.processEvents()
    QApplication.processEvents()
    widget.grab().save(str(out / f"{name}.png"))


def window_for(page: type[QWidget]) -> MainWindow:
    """A window whose second place is `page`."""
    specs = [PageSpec(key, title, icon, page) for key, title, icon in PLACES]
    window = MainWindow(specs, Forgetful())
    window.resize(1366, 768)
    window.set_office("Badan Koordinasi Wilayah Contoh", "Basis data di laptop ini")
    window.bus.saved.emit(datetime(2024, 9, 26, 3, 42, tzinfo=UTC))
    window.show()
    QTest.qWaitForWindowActive(window)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.set_ready("meetings")
    return window


def shoot_all(look: theme.Theme, out: Path, name: str) -> None:
    window = window_for(ListPage)
    page = window.page("meetings")
    assert isinstance(page, ListPage)
    page.table.setFocus()
    shoot(window, out, f"{name}-list")
    page.form.show_error("date", "30 September 2024 adalah hari Senin, bukan Selasa. Periksa tanggalnya.")
    window.name_undo("hadir – Budi", "")
    window.say("Budi Santoso – hadir", undo=True)
    shoot(window, out, f"{name}-error")
    look.set_scale(150)
    shoot(window, out, f"{name}-150")
    look.set_scale(100)
    window.resize(1000, 620)
    shoot(window, out, f"{name}-narrow")
    window.close()
    parts = window_for(PartsPage)
    shoot(parts, out, f"{name}-parts")
    parts.menus.view.popup(parts.mapToGlobal(QPoint(200, 30)))
    shoot(parts.menus.view, out, f"{name}-menu")
    parts.menus.view.close()
    trouble = DamagedFile(
        "Berkas basis data rusak dan tidak dapat dibaca utuh.",
        "Pulihkan cadangan terakhir, 25 September 2024 pukul 16.10 WIB.",
    )
    parts.show_instead(TroublePage(trouble, "D:\\Data Kantor\\Rakor", can_read=True))
    shoot(parts, out, f"{name}-trouble")
    dialog = ask.preview_question()
    dialog.show()
    shoot(dialog, out, f"{name}-ask")
    dialog.close()
    crash = CrashDialog(
        "Rakor 0.1.0\nPython 3.11.7 64bit\n\nTraceback (most recent call last):\n  ValueError: contoh"
    )
    crash.show()
    shoot(crash, out, f"{name}-crash")
    crash.close()
    parts.close()


def main(out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    app = theme.make_application()
    i18n.install(app)
    for choice in (theme.ThemeChoice.LIGHT, theme.ThemeChoice.DARK):
        look = theme.Theme(choice)
        look.install(app)
        shoot_all(look, out, choice.value)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
