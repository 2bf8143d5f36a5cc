"""Profil kantor: how the office's papers look, and beside it a sample page as it will print."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.errors import AppError, InvalidInput
from desktop.base.extras import INSTALL_SIGNING, can_sign
from desktop.models.journal import ChangeSet
from desktop.models.queries.office import EDGES, profile_labels
from desktop.services.office import (
    ACTING,
    FONTS,
    LETTERHEAD_RULES,
    PAGE_NUMBERS,
    PAPERS,
    SIGN_COLUMNS,
    TITLE_WORDS,
    ZONES,
    profile,
    update_profile,
)
from desktop.services.papers.profile import as_printed
from desktop.services.papers.sample import sample_minutes
from desktop.ui import theme
from desktop.ui.autosave import AutoSave
from desktop.ui.colours import Tone
from desktop.ui.directory.choices import people
from desktop.ui.papers.preview import PaperPreview
from desktop.ui.papers.view_bar import ViewBar
from desktop.ui.session import Session
from desktop.ui.settings.logo_field import LogoField
from desktop.ui.settings.profile_bar import ProfileBar
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.number_field import NumberField
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.splitter import MemorySplitter
from desktop.ui.widgets.text import plain_label

_PLAIN = (
    "name", "short_name", "logo", "city", "zone", "paper", "font", "font_size", "title_word", "sign_columns",
    "head_title", "label", "page_numbers", "letterhead_rule", "decisions_label", "fit_pages", "names_until",
    "sign_numbers", "head_acting", "on_behalf", "delegated_by", "proof", "sign_fields",
)  # fmt: skip
_CONCERNED = frozenset({"office_profile", "person"})


class OfficeTab(QWidget):
    """The form saves itself; each change shows in the sample."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        unit = theme.current().unit
        # Each part is made where it will stand: the style sheet dresses anew whatever is moved, with all it holds.
        halves = MemorySplitter("settings-office", session.settings, parent=self)
        left = Card(parent=halves)
        right = QWidget(halves)
        self.profiles = ProfileBar(session, self)
        self.profiles.chosen.connect(self._show_chosen)
        self.form = Form(left, columns=2)
        self._add_letterhead()
        self._add_paper()
        self._add_signers()
        self.form.set_read_only(session.store.read_only)
        self.form.edited.connect(self._save)
        self._autosave = AutoSave(session, self.form)

        # Sample
        self.preview = PaperPreview(session.worker, slot="settings-preview")
        self.preview.setAccessibleName(self.tr("Contoh surat"))
        note = plain_label(self.tr("Contoh surat dengan nama rekaan"), role="muted")
        looking = QHBoxLayout()
        looking.addWidget(note, 1)
        looking.addWidget(ViewBar(self.preview, right))

        # Assemble
        left.body.addWidget(self.form)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit)
        column.addLayout(looking)
        column.addWidget(self.preview, 1)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(1, 1)
        halves.setSizes([unit * 130, unit * 150])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, unit * 3, 0, 0)
        whole.setSpacing(unit * 2)
        whole.addWidget(self.profiles)
        whole.addWidget(halves, 1)
        self._load()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw()

    def refresh(self, changes: ChangeSet) -> None:
        """Follow what changed elsewhere, such as an undo."""
        if changes.tables & _CONCERNED:
            self.profiles.refresh()
            self._load()
            self._draw()

    def flush(self) -> None:
        """Save what is still being typed."""
        self.form.flush()

    def _add_letterhead(self) -> None:
        form, logo = self.form, LogoField()
        logo.refused.connect(self._logo_refused)
        form.add_heading(self.tr("Kantor dan kop"))
        form.add_row("label", self.tr("Nama profil surat"), LineField(max_length=200), wide=True)
        form.add_row("name", self.tr("Nama kantor"), LineField())
        form.add_row("short_name", self.tr("Nama pendek"), LineField())
        form.add_row(
            "letterhead", self.tr("Baris kop"), TextField(lines=3, most=6), wide=True,
            help=self.tr("Satu baris untuk tiap baris kop: pemerintah, nama kantor, lalu alamat."),
        )  # fmt: skip
        form.add_row(
            "logo", self.tr("Logo"), logo, wide=True,
            help=self.tr("PNG atau JPEG, paling besar 1 MB. Dicetak di sebelah kiri kop."),
        )  # fmt: skip
        form.add_row(
            "letterhead_rule", self.tr("Garis di bawah kop"), ChoiceField(tuple(LETTERHEAD_RULES.items()))
        )
        form.add_row("city", self.tr("Kota pada tanggal surat"), LineField())
        form.add_row("zone", self.tr("Zona waktu"), ChoiceField(tuple(ZONES.items())))

    def _add_paper(self) -> None:
        form = self.form
        form.add_heading(self.tr("Kertas dan huruf"))
        form.add_row("paper", self.tr("Ukuran kertas"), ChoiceField(tuple(PAPERS.items())))
        form.add_row("title_word", self.tr("Judul notula"), ChoiceField(tuple(TITLE_WORDS.items())))
        form.add_row("font", self.tr("Huruf"), ChoiceField(tuple(FONTS.items())))
        form.add_row("font_size", self.tr("Ukuran huruf"), NumberField(), unit=self.tr("poin"))
        edges = {
            "top": self.tr("Tepi atas"), "bottom": self.tr("Tepi bawah"),
            "left": self.tr("Tepi kiri"), "right": self.tr("Tepi kanan"),
        }  # fmt: skip
        for edge, words in edges.items():
            form.add_row(f"margin_{edge}", words, NumberField(), unit=self.tr("mm"))
        form.add_heading(self.tr("Naskah"))
        form.add_row("decisions_label", self.tr("Judul kesimpulan"), LineField(max_length=100))
        form.add_row("page_numbers", self.tr("Nomor halaman"), ChoiceField(tuple(PAGE_NUMBERS.items())))
        form.add_row(
            "fit_pages", self.tr("Muat dalam"), NumberField(), unit=self.tr("halaman"),
            help=self.tr("Naskah dirapatkan sejauh masih enak dibaca. 0: apa adanya."),
        )  # fmt: skip
        form.add_row(
            "names_until", self.tr("Nama peserta di naskah"), NumberField(), unit=self.tr("orang"),
            help=self.tr("Lebih dari ini: daftar hadir terlampir."),
        )  # fmt: skip
        form.add_row(
            "proof", self.tr("Kode verifikasi dan QR"), ChoiceField(self._yes_no()), wide=True,
            help=self.tr("Dicetak di naskah final, dengan keterangan bahwa itu bukan tanda tangan elektronik."),
        )  # fmt: skip

    def _add_signers(self) -> None:
        form = self.form
        form.add_heading(self.tr("Penanda tangan"))
        form.add_row(
            "sign_columns", self.tr("Yang menandatangani"), ChoiceField(tuple(SIGN_COLUMNS.items())), wide=True
        )
        form.add_row("sign_numbers", self.tr("NIP atau NRP"), ChoiceField(self._yes_no()))
        form.add_row("head_acting", self.tr("Sebutan di depan jabatan"), ChoiceField(tuple(ACTING.items())))
        form.add_row("head_title", self.tr("Jabatan kepala kantor"), LineField(), wide=True)
        form.add_row("on_behalf", self.tr("Atas nama (a.n.)"), LineField(max_length=200))
        form.add_row("delegated_by", self.tr("Untuk beliau (u.b.)"), LineField(max_length=200))
        form.add_row(
            "head_person_id", self.tr("Kepala kantor"), PickerField(people(self._session.store)), wide=True,
            help=self.tr("Nama, pangkat, dan NIP diambil dari Instansi & Pejabat."),
        )  # fmt: skip
        form.add_row(
            "sign_fields", self.tr("Bidang tanda tangan elektronik kosong pada halaman akhir"),
            ChoiceField(self._yes_no(self.tr("Disediakan"), self.tr("Tidak disediakan"))), wide=True,
            help=self.tr(
                "Bidang bernama di ruang tanda tangan surat final, untuk diisi aplikasi tanda tangan elektronik. "
                "Tidak terlihat di kertas, dan bukan tanda tangan."
            ),
        )  # fmt: skip
        form.show_row("sign_fields", can_sign())
        if not can_sign():
            form.add_widget(self._how_to_install())

    def _how_to_install(self) -> QWidget:
        words = self.tr(
            "Bidang tanda tangan elektronik kosong memerlukan paket tambahan, yang dipasang dengan: {command}\n"
            "Tanpa paket itu surat tetap dibuat seperti biasa, tanpa bidang tersebut."
        )
        note = plain_label(words.format(command=INSTALL_SIGNING), role="muted")
        note.setWordWrap(True)
        note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return note

    def _yes_no(self, yes: str = "", no: str = "") -> tuple[tuple[bool, str], ...]:
        return (True, yes or self.tr("Dicetak")), (False, no or self.tr("Tidak dicetak"))

    @Slot()
    def _show_chosen(self) -> None:
        self.form.flush()
        self._autosave.forget()
        self._load()
        self._draw()

    def _load(self) -> None:
        office = profile(self._session.store, self.profiles.profile)
        self._shown = office.id
        self.form.show_row("label", len(profile_labels(self._session.store)) > 1)
        values: dict[str, Any] = {name: getattr(office, name) for name in _PLAIN}
        values["letterhead"] = "\n".join(office.letterhead)
        values |= {f"margin_{edge}": office.margins.get(edge) for edge in EDGES}
        head = office.head_person_id
        values["head_person_id"] = Choice(head, office.head_person or "") if head else None
        self.form.reload(values)

    @Slot(object)
    def _logo_refused(self, fault: AppError) -> None:
        if not (isinstance(fault, InvalidInput) and self.form.show_fault(fault)):
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))

    @Slot()
    def _save(self) -> None:
        self._autosave.save(self._write)

    def _write(self, changed: dict[str, Any]) -> ChangeSet:
        values = {key: value for key, value in changed.items() if not key.startswith("margin_")}
        margins = {edge: changed[f"margin_{edge}"] for edge in EDGES if f"margin_{edge}" in changed}
        if margins:
            values["margins"] = margins
        if "letterhead" in values:
            values["letterhead"] = values["letterhead"].splitlines()
        return update_profile(self._session.desk, self._shown, **values)

    def _draw(self) -> None:
        if self.isVisible():
            self.preview.show_paper(self._sample)

    def _sample(self) -> tuple[Any, ...]:
        store = self._session.store
        shown = self.profiles.profile
        return "minutes", sample_minutes(store, shown), as_printed(store, shown)
