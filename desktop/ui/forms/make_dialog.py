"""Buat formulir: for whom, by when it is wanted back, and the message that goes with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.errors import AppError, InvalidInput
from desktop.base.folding import fold
from desktop.base.numbers import grouped
from desktop.services.forms.asking import Recipient, split_told
from desktop.services.forms.content import TITLES
from desktop.services.forms.making import Prepared, form_chat, keep_forms, prepare_forms
from desktop.ui import theme
from desktop.ui.colours import Tone
from desktop.ui.forms.writer import FormWriter
from desktop.ui.meetings.tick_list import TickList
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.fields import CheckField, ChoiceField
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.shortcuts import on_keys
from desktop.ui.widgets.text import plain_label

COPY_KEY = "Ctrl+Shift+C"
Find = Callable[[UUID | None], Sequence[Recipient]]


class MakeFormsDialog(QDialog):
    """First whom to ask; once the files are on their way, the message for each of them."""

    def __init__(
        self,
        session: Session,
        kind: str,
        find: Find,
        writer: FormWriter,
        *,
        regions: Sequence[tuple[UUID, str]] = (),
        region: UUID | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`find` gives whom a form of this kind can go to, in one of `regions` or, for None, everywhere."""
        super().__init__(parent)
        self._session, self._find, self._writer = session, find, writer
        self._known: dict[int, Recipient] = {}
        self._ticked: set[int] = set()
        self._made: dict[str, list[UUID]] = {}
        self.setWindowTitle(TITLES[kind])
        self.setModal(True)
        self._make_parts(regions, region)
        self._assemble()
        self._load()
        take_its_size(self)
        self.search.setFocus()

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 170, unit * 140)

    # Parts

    def _make_parts(self, regions: Sequence[tuple[UUID, str]], region: UUID | None) -> None:
        self.region = ChoiceField(regions, empty=self.tr("Semua wilayah"))
        self.region.setAccessibleName(self.tr("Wilayah"))
        self.region.set_value(region)
        self.region.setVisible(bool(regions))
        self.region.edited.connect(self._load)
        self.search = SearchBox(self.tr("Cari instansi"), self)
        self.search.searched.connect(self._show)
        self.list = TickList(self.tr("Instansi yang diberi formulir"))
        self.list.ticked.connect(self._note_ticks)
        self.form = Form(columns=2)
        self.wanted_by = self.form.add_row("wanted_by", self.tr("Diminta kembali paling lambat"), DateField())
        self.first_only = self.form.add_row(
            "first_only", "", CheckField(self.tr("Bila lebih dari sepuluh, hanya yang paling mendesak"))
        )
        self.first_only.edited.connect(self._tell)
        self.form.setMaximumHeight(theme.current().unit * 22)
        self.told = plain_label(role="muted")
        self.told.setWordWrap(True)
        self.save = button("", "save", kind="primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save_files)
        self.pack = button(self.tr("Simpan sebagai ZIP…"))
        self.pack.clicked.connect(self._save_zip)
        self.texts = TickList(self.tr("Teks WhatsApp untuk tiap instansi"))
        self.copy = button(self.tr("Salin teks WhatsApp ({key})").format(key=COPY_KEY), "copy", kind="primary")
        self.copy.clicked.connect(self.copy_text)
        on_keys(self, COPY_KEY, self.copy_text)

    def _assemble(self) -> None:
        unit = theme.current().unit
        head = QHBoxLayout()
        head.setSpacing(unit * 2)
        head.addWidget(self.region, 1)
        head.addWidget(self.search, 1)
        every, none = button(self.tr("Pilih semua"), kind="quiet"), button(self.tr("Kosongkan"), kind="quiet")
        every.clicked.connect(self._tick_all)
        none.clicked.connect(self._tick_none)
        head.addWidget(every)
        head.addWidget(none)
        cancel = button(self.tr("Batal"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(unit * 2)
        foot.addStretch()
        for one in (cancel, self.pack, self.save):
            foot.addWidget(one)
        choosing = QWidget()
        upper = QVBoxLayout(choosing)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(unit * 3)
        upper.addLayout(head)
        upper.addWidget(self.list, 1)
        upper.addWidget(self.form)
        upper.addWidget(self.told)
        upper.addLayout(foot)

        close = button(self.tr("Tutup"))
        close.clicked.connect(self.accept)
        ending = QHBoxLayout()
        ending.setSpacing(unit * 2)
        ending.addStretch()
        ending.addWidget(close)
        ending.addWidget(self.copy)
        sending = QWidget()
        lower = QVBoxLayout(sending)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(unit * 3)
        words = plain_label(
            self.tr("Kirim berkasnya sendiri lewat WhatsApp atau surel. Teks pengantarnya disalin dari sini; "
                    "yang sudah disalin bertanda centang."), role="muted",
        )  # fmt: skip
        words.setWordWrap(True)
        lower.addWidget(words)
        lower.addWidget(self.texts, 1)
        lower.addLayout(ending)
        self.pages = QStackedWidget()
        self.pages.addWidget(choosing)
        self.pages.addWidget(sending)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.addWidget(self.pages)

    # Whom to ask

    @Slot()
    def _load(self) -> None:
        region = self.region.value()
        found = self._find(region if isinstance(region, UUID) else None)
        self._known = dict(enumerate(found))
        self._ticked = set()
        self._show()

    @Slot()
    def _show(self) -> None:
        words = fold(self.search.text()).split()
        shown = [
            (key, _label(one))
            for key, one in self._known.items()
            if all(word in fold(_label(one)) for word in words)
        ]
        self.list.offer(shown, self._ticked)
        self._tell()

    @Slot()
    def _note_ticks(self) -> None:
        ticked = self.list.chosen()
        for row in range(self.list.count()):
            key = self.list.item(row).data(Qt.ItemDataRole.UserRole)
            (self._ticked.add if key in ticked else self._ticked.discard)(key)
        self._tell()

    @Slot()
    def _tick_all(self) -> None:
        rows = range(self.list.count())
        self.list.tick([self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows])

    @Slot()
    def _tick_none(self) -> None:
        self._ticked = set()
        self.list.tick([])

    def _chosen(self) -> list[Recipient]:
        return [one for key, one in self._known.items() if key in self._ticked]

    @Slot()
    def _tell(self) -> None:
        chosen = self._chosen()
        first_only = self.first_only.value()
        count = sum(len(one.contents(first_only=first_only)) for one in chosen)
        words = self.tr("Simpan {count} formulir…") if count else self.tr("Pilih instansinya")
        self.save.setText(words.format(count=grouped(count)))
        self.save.setEnabled(bool(count))
        self.pack.setVisible(count > 1)
        classified = sum(one.classified for one in chosen)
        letter = self.tr(
            "{count} tindak lanjut dari rapat berklasifikasi tidak dimasukkan; sampaikan lewat surat."
        )
        parts = [split_told(chosen, first_only=first_only)]
        if classified:
            parts.append(letter.format(count=grouped(classified)))
        if not self._known:
            parts = [self.tr("Tidak ada yang perlu ditanyakan.")]
        self.told.setText(" ".join(filter(None, parts)))

    # Files

    @Slot()
    def _save_files(self) -> None:
        self._save(packed=False)

    @Slot()
    def _save_zip(self) -> None:
        self._save(packed=True)

    def _save(self, *, packed: bool) -> None:
        if not self.form.check():
            return
        wanted_by = self.wanted_by.value()
        try:
            prepared = prepare_forms(
                self._session.store, self._chosen(), wanted_by=wanted_by, first_only=self.first_only.value()
            )
        except InvalidInput as fault:
            if not self.form.show_fault(fault):
                self.told.setText(str(fault))
            return
        forms = [one.form for one in prepared]
        place = self._writer.ask_place(forms, packed=packed)
        if place is None:
            return
        told = self.tr("{count} formulir dibuat.").format(count=grouped(len(forms)))
        desk = self._session.desk
        if self._session.run(lambda: keep_forms(desk, prepared, wanted_by), form=self.form, told=told):
            self._writer.write(forms, place, packed=packed)
            self._offer_texts(prepared)

    def _offer_texts(self, prepared: Sequence[Prepared]) -> None:
        for one in prepared:
            self._made.setdefault(_whom(one.recipient), []).append(one.form.id)
        self.texts.offer((words, words) for words in self._made)
        self.pages.setCurrentIndex(1)
        self.copy.setDefault(True)
        self.texts.setCurrentRow(0)
        self.texts.setFocus()

    @Slot()
    def copy_text(self) -> None:
        """Copy the message for the institution at hand, tick it, and go to the next."""
        if not self.texts.count():
            return
        item = self.texts.currentItem()
        try:
            text = form_chat(self._session.store, self._made[item.text()])
        except AppError as fault:
            self._session.bus.message.emit(str(fault), str(Tone.PROBLEM))
            return
        QGuiApplication.clipboard().setText(text)
        item.setCheckState(Qt.CheckState.Checked)
        self.texts.setCurrentRow(min(self.texts.currentRow() + 1, self.texts.count() - 1))
        words = self.tr("Teks WhatsApp untuk {to} disalin. Tempel dengan Ctrl+V.").format(to=item.text())
        self._session.bus.message.emit(words, str(Tone.OK))


def _whom(one: Recipient) -> str:
    return f"{one.to} – {one.region}" if one.region and one.region not in one.to else one.to


def _label(one: Recipient) -> str:
    return f"{_whom(one)}  ·  {grouped(len(one.rows))} butir"
