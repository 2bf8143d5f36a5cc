"""What the window shows where no data are yet: bring back a backup, or begin, and where the data shall lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.base.places import cloud_service, is_network_path
from desktop.ui import theme
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.text import plain_label


class FirstStartPage(QWidget):
    """The first start in a folder.

    restore_wanted()         there is a backup of this office
    begin_wanted()           found a new office in the folder shown
    other_folder_wanted()    let the data lie elsewhere
    """

    restore_wanted = Signal()
    begin_wanted = Signal()
    other_folder_wanted = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = theme.current().unit

        # Text
        card = Card()
        card.body.setSpacing(unit * 3)
        card.body.addWidget(plain_label(self.tr("Selamat datang di Rakor"), role="title"))
        told = [
            self.tr(
                "Belum ada data di laptop ini. Bila kantor sudah memakai Rakor, pulihkan cadangannya lebih dulu."
            ),
            self.tr("Data akan disimpan di: {folder}").format(folder=folder),
        ]
        service = cloud_service(folder)
        if service:
            told.append(
                self.tr("Folder ini disinkronkan {service}. Sinkronisasi dapat merusak data; pilih folder lain.")
                .format(service=service)
            )  # fmt: skip
        elif is_network_path(folder):
            told.append(self.tr("Folder ini ada di jaringan. Data harus berada di laptop ini; pilih folder lain."))
        for words in told:
            label = plain_label(words)
            label.setWordWrap(True)
            card.body.addWidget(label)

        # Buttons
        row = QHBoxLayout()
        row.setSpacing(unit * 2)
        restore = button(self.tr("Pulihkan cadangan…"), "history", kind="primary")
        restore.clicked.connect(self.restore_wanted)
        begin = button(self.tr("Mulai kantor baru di sini"), "plus")
        begin.clicked.connect(self.begin_wanted)
        other = button(self.tr("Pilih folder lain…"), "folder-open")
        other.clicked.connect(self.other_folder_wanted)
        for one in (restore, begin, other):
            row.addWidget(one)
        row.addStretch()
        card.body.addSpacing(unit * 2)
        card.body.addLayout(row)

        # Assemble
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 8, unit * 8, unit * 8, unit * 8)
        whole.addStretch(1)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card, 20)
        middle.addStretch(1)
        whole.addLayout(middle)
        whole.addStretch(2)
