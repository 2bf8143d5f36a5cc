"""Life of a notula beside its paper: how far it is, what it lacks, and the step that comes next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.base.clock import here
from desktop.base.dates import medium_date
from desktop.base.errors import AppError
from desktop.exchange.attached.kinds import PDF
from desktop.exchange.attached.shapes import Taken
from desktop.models.journal import ChangeSet
from desktop.models.queries.attachments import file_row
from desktop.models.queries.minutes_versions import VersionRow, current_version
from desktop.models.queries.records import fields_of
from desktop.services.attachments import content_of
from desktop.services.meetings import update_meeting
from desktop.services.minutes_gaps import Gap, minutes_gaps
from desktop.services.minutes_life import add_signed_file, make_ready, revise, sign, take_back
from desktop.ui import ask, theme
from desktop.ui.colours import Tone
from desktop.ui.files.opening import FileOpener
from desktop.ui.files.taking import FileTaking
from desktop.ui.meetings.papers_history import PapersHistory
from desktop.ui.meetings.sign_dialog import SignDialog
from desktop.ui.meetings.signed_file_field import choose_signed_file
from desktop.ui.session import Session
from desktop.ui.signature_notes import SignatureNotes
from desktop.ui.verify_dialog import VerifyDialog
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.form import Form
from desktop.ui.widgets.name_dialog import NameDialog
from desktop.ui.widgets.text import plain_label, set_tip

_TOLD_AT_ONCE = 8


class LifePanel(QWidget):
    """gap_chosen(str, str): go to the tab and field where a gap is mended."""

    gap_chosen = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._meeting: UUID | None = None
        self._state = "konsep"
        self._version: VersionRow | None = None
        self._gaps: list[Gap] = []
        self._drawn: tuple[object, ...] = ()  # what the lines and buttons on screen were made for
        self.setAccessibleName(self.tr("Status naskah"))
        unit = theme.current().unit
        self._line = plain_label("", role="muted")
        self._line.setWordWrap(True)
        self.signatures = SignatureNotes(session.worker, slot="life-signatures", brief=True)
        self.signatures.details_wanted.connect(self._show_details)
        self._read: UUID | None = None  # the signed file of which `signatures` speaks
        self._steps = FlowLayout(spacing=unit * 2)  # below each other where the pane is narrow
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, unit * 2)
        whole.setSpacing(unit * 2)
        whole.addWidget(self._line)
        whole.addWidget(self.signatures)
        whole.addLayout(self._list)
        whole.addLayout(self._steps)
        history = button(self.tr("Riwayat surat…"), "history", kind="quiet")
        history.clicked.connect(self._show_history)
        self._replace = button(self.tr("Ganti berkas…"), "upload", kind="quiet")
        self._replace.clicked.connect(self._add_file)
        below = QHBoxLayout()
        below.addWidget(history)
        below.addWidget(self._replace)
        below.addStretch()
        whole.addLayout(below)
        self._opener = FileOpener(session, self)
        self._taking = FileTaking(session, self)
        self._taking.finished.connect(self._keep_file)
        self._signed_meeting: UUID | None = None  # whose signed file is on its way

    @property
    def is_frozen(self) -> bool:
        """Whether what the minutes say stands still."""
        return self._state in ("siap", "ditandatangani")

    @property
    def _has_file(self) -> bool:
        return self._version is not None and self._version.signed_id is not None

    @property
    def version(self) -> VersionRow | None:
        """The version that stands, once there is one."""
        return self._version

    def show_meeting(self, meeting: UUID) -> None:
        """Show how far the minutes of a meeting are."""
        self._meeting = meeting
        store = self._session.store
        self._state = str(fields_of(store, "meeting", meeting)["state"])
        self._version = current_version(store, meeting) if self.is_frozen else None
        self._gaps = [] if self.is_frozen else minutes_gaps(store, meeting)
        self._line.setText(self._told())
        self._show_signatures()
        drawn = (self._state, self._version, self._gaps, self._room)
        if drawn != self._drawn:  # shown again after each rest while one types
            self._drawn = drawn
            self._show_gaps()
            self._show_steps()

    @property
    def _room(self) -> int:
        unit = theme.current().unit
        return max(self.width(), unit * 76) - unit * 12

    def _told(self) -> str:
        if not self.is_frozen:
            if not self._gaps:
                return self.tr("Tidak ada yang kurang.")
            return self.tr("{count} hal belum lengkap:").format(count=len(self._gaps))
        version = self._version
        if version is None:
            return ""
        made = medium_date(here(version.made_at).date())
        name = self.tr("Perbaikan ke-{number}").format(number=version.order_no) if version.order_no else ""
        frozen = self.tr("Dibekukan {day} oleh {name}").format(day=made, name=version.made_by)
        code = self.tr("Kode {code}").format(code=version.code)
        told = " · ".join(part for part in (name, frozen, self._signed_words(version)) if part)
        return f"{told}\n{code}"  # a code is read out and compared: never in two lines

    def _signed_words(self, version: VersionRow) -> str:
        if version.signed_on is None:
            return ""
        day = medium_date(version.signed_on)
        file = file_row(self._session.store, version.signed_id) if version.signed_id else None
        kept = file.name if file else self.tr("belum disimpan")
        if version.signed_how == "elektronik":
            return self.tr("bertanda tangan elektronik {day} (berkas {kept})").format(day=day, kept=kept)
        return self.tr("ditandatangani {day} (berkas {kept})").format(day=day, kept=kept)

    def _show_signatures(self) -> None:
        """Who signed the file that came back, where it was signed electronically."""
        version = self._version
        signed = version.signed_id if version is not None and version.signed_how == "elektronik" else None
        if signed == self._read:
            return
        self._read = signed
        self.signatures.clear()
        file = file_row(self._session.store, signed) if signed else None
        if file is None or file.media_type != PDF:
            return
        try:
            self.signatures.look_at(content_of(self._session.store, file))
        except AppError as fault:
            self.signatures.tell(fault)

    def _show_gaps(self) -> None:
        _empty(self._list)
        for gap in self._gaps[:_TOLD_AT_ONCE]:
            short = self.fontMetrics().elidedText(gap.words, Qt.TextElideMode.ElideRight, self._room)
            one = button(short, "chevron-right", kind="quiet")
            one.setAccessibleName(gap.words)
            if short != gap.words:
                set_tip(one, gap.words)
            one.clicked.connect(partial(self.gap_chosen.emit, gap.tab, gap.field))
            self._list.addWidget(one, alignment=Qt.AlignmentFlag.AlignLeft)
        if len(self._gaps) > _TOLD_AT_ONCE:
            more = self.tr("… dan {count} hal lain").format(count=len(self._gaps) - _TOLD_AT_ONCE)
            self._list.addWidget(plain_label(more, role="muted"))

    def _show_steps(self) -> None:
        had_focus = self.window().focusWidget() in self._step_buttons()
        _empty(self._steps)
        steps: dict[str, list[tuple[str, str, Callable[[], None]]]] = {
            "konsep": [
                (self.tr("Siap ditandatangani…"), "primary", self._make_ready),
                (self.tr("Sudah dikoreksi"), "plain", partial(self._set_state, "dikoreksi")),
            ],
            "dikoreksi": [
                (self.tr("Siap ditandatangani…"), "primary", self._make_ready),
                (self.tr("Kembali ke konsep"), "plain", partial(self._set_state, "konsep")),
            ],
            "siap": [
                (self.tr("Sudah ditandatangani…"), "primary", self._sign),
                (self.tr("Kembalikan untuk dikoreksi"), "plain", self._take_back),
            ],
            "ditandatangani": [
                (self.tr("Buka berkas"), "primary", self._open_file)
                if self._has_file
                else (self.tr("Tambahkan berkas…"), "primary", self._add_file),
                (self.tr("Perbaiki notula…"), "plain", self._revise),
            ],
        }
        self._replace.setVisible(self._has_file)
        self._replace.setEnabled(not self._session.store.read_only)
        for words, kind, deed in steps[self._state]:
            one = button(words, kind=kind)  # type: ignore[arg-type]
            one.clicked.connect(lambda _checked=False, deed=deed: deed())
            one.setEnabled(not self._session.store.read_only or deed == self._open_file)
            self._steps.addWidget(one)
        if had_focus:  # the button that was pressed is gone; the next step stands in its place
            self._step_buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_buttons(self) -> list[QWidget]:
        items = (self._steps.itemAt(place) for place in range(self._steps.count()))
        return [widget for item in items if item is not None and (widget := item.widget()) is not None]

    @Slot(bytes)
    def _show_details(self, file: bytes) -> None:
        dialog = VerifyDialog(self._session, self.window())
        dialog.look_into(file)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _show_history(self) -> None:
        if self._meeting is not None:
            dialog = PapersHistory(self._session, self._meeting, self.window())
            dialog.exec()
            dialog.deleteLater()

    # The steps

    def _run(self, deed: Callable[[UUID], ChangeSet], told: str = "") -> None:
        meeting = self._meeting
        if meeting is not None:
            self._session.run(lambda: deed(meeting), told=told)

    def _set_state(self, state: str) -> None:
        self._run(lambda meeting: update_meeting(self._session.desk, meeting, state=state))

    @Slot()
    def _make_ready(self) -> None:
        if self._gaps and not ask.question(
            self.tr("Masih ada {count} hal yang belum lengkap.").format(count=len(self._gaps)),
            "\n".join(f"• {gap.words}" for gap in self._gaps),
            yes=self.tr("Tetap siapkan"),
            no=self.tr("Lengkapi dulu"),
        ):
            return
        self._run(
            lambda meeting: make_ready(self._session.desk, meeting)[1],
            self.tr("Naskah dibekukan; cetak lalu mintakan tanda tangan."),
        )

    @Slot()
    def _take_back(self) -> None:
        if ask.question(
            self.tr("Kembalikan naskah ini untuk dikoreksi?"),
            self.tr("Yang sudah dicetak tidak berlaku lagi."),
            yes=self.tr("Kembalikan"),
        ):
            self._run(lambda meeting: take_back(self._session.desk, meeting))

    @Slot()
    def _sign(self) -> None:
        if self._meeting is None:
            return
        dialog = SignDialog(self._session, self._meeting, self._keep_signed, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _keep_signed(self, how: str, day: date, file: Taken | None, form: Form) -> bool:
        meeting, desk = self._meeting, self._session.desk
        return meeting is not None and self._session.run(
            lambda: sign(desk, meeting, how=how, signed_on=day, file=file), form=form
        )

    @Slot()
    def _open_file(self) -> None:
        if self._version is not None and self._version.signed_id is not None:
            self._tell(self._opener.open(self._version.signed_id))

    @Slot()
    def _add_file(self) -> None:
        path = choose_signed_file(self)
        if path is not None and not self._taking.is_busy:
            self._signed_meeting = self._meeting
            self._taking.take_files([path], photos=False)

    @Slot(list, list)
    def _keep_file(self, taken: list[Taken], faults: list[str]) -> None:
        meeting = self._signed_meeting
        if taken and meeting is not None:
            told = self.tr("Tersimpan sebagai arsip: {name}").format(name=taken[0].name)
            self._session.run(lambda: add_signed_file(self._session.desk, meeting, taken[0]), told=told)
        self._tell(" ".join(faults))

    def _tell(self, problem: str) -> None:
        if problem:
            self._session.bus.message.emit(problem, str(Tone.PROBLEM))

    @Slot()
    def _revise(self) -> None:
        dialog = NameDialog(
            self.tr("Perbaiki notula yang sudah ditandatangani"),
            self.tr("Alasan perbaikan"),
            self._keep_reason,
            help_text=self.tr("Naskah lama tetap tersimpan; yang baru menjadi Perbaikan ke-n."),
            parent=self.window(),
        )
        dialog.exec()
        dialog.deleteLater()

    def _keep_reason(self, reason: str, form: Form) -> bool:
        meeting, desk = self._meeting, self._session.desk
        return meeting is not None and self._session.run(
            lambda: revise(desk, meeting, reason), form=_UnderName(form)
        )


class _UnderName:
    """Shows every fault of the reason at the one field there is."""

    def __init__(self, form: Form) -> None:
        self._form = form

    def show_fault(self, fault: object) -> bool:
        self._form.show_error("name", str(fault))
        return True


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
