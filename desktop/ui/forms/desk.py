"""What a page does with forms: the button with its menu, files dropped on the page, the dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from desktop.base.clock import today
from desktop.base.numbers import grouped
from desktop.exchange.sheets import Table
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.forms import forms_out
from desktop.models.queries.readiness import matrix
from desktop.services.forms.asking import Recipient, follow_up_recipients, readiness_recipients
from desktop.services.forms.content import FOLLOW_UPS, READINESS
from desktop.ui import ask
from desktop.ui.colours import Tone
from desktop.ui.files.taking import files_in
from desktop.ui.forms.make_dialog import MakeFormsDialog
from desktop.ui.forms.reading import FormReader
from desktop.ui.forms.take_dialog import TakeFormsDialog
from desktop.ui.forms.writer import FormWriter
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button, icon_button
from desktop.ui.widgets.text import set_tip

Where = Callable[[], tuple[TopicRow | None, UUID | None]]
_TABLES = (".xlsx", ".xls", ".ods", ".xlsb", ".csv")


class FormDesk(QObject):
    """Belongs to a page. navigate(page, where): the list of forms is wanted."""

    navigate = Signal(str, dict)

    def __init__(self, session: Session, page: QWidget, where: Where | None = None) -> None:
        """`where` gives the topic and region in hand, for forms of readiness; without it, of follow-ups."""
        super().__init__(page)
        self._session, self._page, self._where = session, page, where
        self.writer = FormWriter(session, self)
        self._reader = FormReader(session, self)
        self._reader.read.connect(self._show_read)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def make_button(self) -> QPushButton:
        """The button for the head of the page."""
        made = button(self.tr("Formulir"), "file-text")
        set_tip(made, self.tr("Formulir Excel untuk instansi: buat, terima kembali, lihat yang belum kembali"))
        made.setMenu(self._make_menu(made))
        return made

    def make_icon(self) -> QToolButton:
        """The same for a head with little room."""
        made = icon_button("file-text", self.tr("Formulir Excel: buat, terima kembali, lihat yang belum kembali"))
        made.setMenu(self._make_menu(made))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    def _make_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.addAction(self.tr("Buat formulir…"), self.make)
        menu.addAction(self.tr("Terima formulir…"), self.choose_files)
        menu.addSeparator()
        listed = menu.addAction("", self.show_list)
        words = self.tr("Daftar formulir ({count} belum kembali)")
        menu.aboutToShow.connect(
            lambda: listed.setText(words.format(count=grouped(forms_out(self._session.store))))
        )
        return menu

    @Slot()
    def make(self) -> None:
        """Ask for whom, and make the forms."""
        topic, region = self._where() if self._where is not None else (None, None)
        if self._where is not None and topic is None:
            self._session.bus.message.emit(self.tr("Belum ada topik yang terbuka."), str(Tone.NONE))
            return
        regions = matrix(self._session.store, topic.id).regions if topic is not None else ()

        def find(chosen: UUID | None) -> Sequence[Recipient]:
            if topic is None:
                return follow_up_recipients(self._session.store, today())
            return readiness_recipients(self._session.store, topic, chosen)

        self._show(
            MakeFormsDialog(
                self._session, FOLLOW_UPS if topic is None else READINESS, find, self.writer,
                regions=[(head.id, head.name) for head in regions], region=region, parent=self._page.window(),
            )
        )  # fmt: skip

    @Slot()
    def choose_files(self) -> None:
        """Ask for the files that came back."""
        words = self.tr("Formulir (*.xlsx *.xls *.ods *.csv);;Semua berkas (*)")
        self.read_files(ask.choose_files(self.tr("Terima formulir"), words))

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read these files and show what is in them."""
        if paths and not self._reader.is_busy:
            self._session.bus.message.emit(self.tr("Membaca formulir…"), str(Tone.NONE))
            self._reader.read_files(paths)

    @Slot()
    def show_list(self) -> None:
        """Go to the list of forms."""
        self.navigate.emit("reports", {"tab": "forms"})

    @Slot(list, list)
    def _show_read(self, tables: list[Table], faults: list[str]) -> None:
        if tables:
            self._show(TakeFormsDialog(self._session, tables, faults, self._page.window()))
        elif faults:
            self._session.bus.message.emit(" ".join(faults), str(Tone.PROBLEM))

    def _show(self, dialog: MakeFormsDialog | TakeFormsDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    # Files dropped on the page

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and isinstance(event, QDragEnterEvent | QDropEvent):
            paths = [path for path in files_in(event.mimeData()) if path.suffix.lower() in _TABLES]
            if paths:
                event.acceptProposedAction()
                if event.type() is QEvent.Type.Drop:
                    self.read_files(paths)
                return True
        return super().eventFilter(watched, event)
