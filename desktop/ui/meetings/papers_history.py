"""What became of a meeting's papers: the frozen versions of its minutes with what changed, and what was issued."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.base.clock import here
from desktop.base.dates import medium_date
from desktop.models.queries.attachments import file_row
from desktop.models.queries.issued import IssuedRow, issued_of
from desktop.models.queries.minutes_versions import VersionRow, frozen_parts, versions_of
from desktop.models.words import ISSUE_WAYS
from desktop.services.minutes_differences import differences
from desktop.ui import theme
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.text import plain_label

_MOST_CHANGES = 12
_MOST_ISSUED = 100
_LONG = len("30 September 2024 23.59")  # a moment stands on one line


class PapersHistory(QDialog):
    """Lists versions and issued papers, the newest first."""

    def __init__(self, session: Session, meeting: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        title = self.tr("Riwayat surat rapat ini")
        self.setWindowTitle(title)
        unit = theme.current().unit
        inside = QWidget()
        self._body = QVBoxLayout(inside)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(unit * 3)
        self._show_versions(versions_of(session.store, meeting))
        self._show_issued(issued_of(session.store, meeting)[:_MOST_ISSUED])
        self._body.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        close = button(self.tr("Tutup"), kind="primary")
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addStretch()
        line.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(title, role="title"))
        whole.addWidget(area, 1)
        whole.addLayout(line)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 210, unit * 120)

    def _show_versions(self, versions: Sequence[VersionRow]) -> None:
        if not versions:
            return
        self._body.addWidget(plain_label(self.tr("Naskah notula"), role="heading"))
        rows = []
        for one in versions:
            name = self.tr("Perbaikan ke-{number}").format(number=one.order_no) if one.order_no else ""
            rows.append(
                (name or self.tr("Versi pertama"), self._when(one), one.made_by, self._state(one), one.code)
            )
        heads = (self.tr("Versi"), self.tr("Dibekukan"), self.tr("Oleh"), self.tr("Keadaan"), self.tr("Kode"))
        self._body.addLayout(_grid(heads, rows))
        for one in versions:
            if one.reason:
                told = self.tr("Perbaikan ke-{number}: {reason}").format(number=one.order_no, reason=one.reason)
                self._body.addWidget(_wrapped(told))
        standing = [one for one in versions if not one.withdrawn]
        if len(standing) > 1:
            self._show_changes(standing[1], standing[0])

    def _show_changes(self, old: VersionRow, new: VersionRow) -> None:
        before, after = (frozen_parts(self._session.store, one.id) for one in (old, new))
        if before is None or after is None:
            return
        found = list(differences(before[0], after[0]))
        self._body.addWidget(plain_label(self.tr("Yang berubah di naskah terakhir"), role="heading"))
        nothing = self.tr("(tidak ada)")
        for one in found[:_MOST_CHANGES]:
            words = f"{one.place}: {one.before or nothing} → {one.after or nothing}"
            self._body.addWidget(_wrapped(words))
        if len(found) > _MOST_CHANGES:
            more = self.tr("… dan {count} perubahan lain").format(count=len(found) - _MOST_CHANGES)
            self._body.addWidget(plain_label(more, role="muted"))

    def _show_issued(self, issued: Sequence[IssuedRow]) -> None:
        self._body.addWidget(plain_label(self.tr("Surat yang keluar"), role="heading"))
        if not issued:
            self._body.addWidget(plain_label(self.tr("Belum ada surat yang dicetak atau disimpan."), role="muted"))
            return
        heads = (self.tr("Surat"), self.tr("Waktu"), self.tr("Cara"), self.tr("Oleh"), self.tr("Versi"))
        self._body.addLayout(_grid(heads, [self._issued_row(one) for one in issued]))

    def _issued_row(self, one: IssuedRow) -> tuple[str, ...]:
        moment = here(one.issued_at)
        version = self.tr("konsep") if one.is_draft else (one.code or "")
        return (
            one.title,
            f"{medium_date(moment.date())} {moment:%H.%M}",
            ISSUE_WAYS[one.way],
            one.issued_by,
            version,
        )

    @staticmethod
    def _when(one: VersionRow) -> str:
        moment = here(one.made_at)
        return f"{medium_date(moment.date())} {moment:%H.%M}"

    def _state(self, one: VersionRow) -> str:
        if one.withdrawn:
            return self.tr("Dikembalikan")
        if one.signed_on:
            file = file_row(self._session.store, one.signed_id) if one.signed_id else None
            signed = self.tr("Ditandatangani {day}").format(day=medium_date(one.signed_on))
            return f"{signed} ({file.name})" if file else signed
        return self.tr("Menunggu tanda tangan")


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> QGridLayout:
    unit = theme.current().unit
    grid = QGridLayout()
    grid.setHorizontalSpacing(unit * 4)
    grid.setVerticalSpacing(unit)
    for column, head in enumerate(heads):
        grid.addWidget(plain_label(head, role="muted"), 0, column)
    for line, row in enumerate(rows, 1):
        for column, words in enumerate(row):
            shown = _wrapped(words) if len(words) > _LONG else plain_label(words)
            grid.addWidget(shown, line, column, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    return grid


def _wrapped(words: str) -> QWidget:
    label = plain_label(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
