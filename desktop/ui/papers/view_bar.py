"""Which page of a paper is in view, and how large: a number to type, and the usual sizes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.ui import theme
from desktop.ui.papers.page_layout import FIT_PAGE, FIT_WIDTH
from desktop.ui.papers.page_view import PageView
from desktop.ui.widgets.buttons import icon_button
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.text import plain_label, set_tip

_PERCENTAGES = (50, 75, 100, 125, 150, 200, 300)


class ViewBar(QWidget):
    """Follows a view and leads it."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        unit = theme.current().unit

        # Page
        self._page = _PageField()
        self._page.setAccessibleName(self.tr("Halaman"))
        set_tip(self._page, self.tr("Halaman (panah naik dan turun: sebelumnya dan berikutnya)"))
        self._page.returnPressed.connect(self._go)
        self._page.stepped.connect(self._step)
        self._page.editingFinished.connect(self._show_page)
        self._of = plain_label(role="muted")

        # Size
        smaller = icon_button("minus", self.tr("Perkecil kertas (Ctrl+−)"))
        smaller.clicked.connect(lambda: view.step_zoom(-1))
        larger = icon_button("plus", self.tr("Perbesar kertas (Ctrl++)"))
        larger.clicked.connect(lambda: view.step_zoom(1))
        self._offered: list[int] = []
        self._zoom = ChoiceField()
        self._zoom.setAccessibleName(self.tr("Ukuran tampilan kertas"))
        self._zoom.edited.connect(self._choose_zoom)

        # Assemble
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(unit)
        line.addWidget(plain_label(self.tr("Hal."), role="muted"))
        line.addWidget(self._page)
        line.addWidget(self._of)
        line.addSpacing(unit * 2)
        for widget in (smaller, self._zoom, larger):
            line.addWidget(widget)

        # Wire
        view.page_changed.connect(self._show_page)
        view.view_moved.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)
        self._show_page()
        self._show_zoom()

    @Slot()
    def _show_page(self) -> None:
        count = self._view.page_count
        self._page.setEnabled(bool(count))
        self._of.setText(self.tr("dari {n}").format(n=count))
        if not self._page.isModified():
            self._page.setText(str(self._view.page + 1) if count else "")

    @Slot()
    def _show_zoom(self) -> None:
        if self._view.zoom not in self._offered:
            percentages = sorted({*_PERCENTAGES, *([self._view.zoom] if self._view.zoom > 0 else [])})
            self._offered = [FIT_WIDTH, FIT_PAGE, *percentages]
            words = [self.tr("Selebar jendela"), self.tr("Satu halaman"), *(f"{one} %" for one in percentages)]
            self._zoom.set_options(list(zip(self._offered, words, strict=True)))
        self._zoom.set_value(self._view.zoom)
        set_tip(self._zoom, self.tr("Sekarang {n} % dari ukuran kertas").format(n=self._view.percent))

    @Slot()
    def _choose_zoom(self) -> None:
        self._view.set_zoom(int(str(self._zoom.value())))

    @Slot()
    def _go(self) -> None:
        if self._page.text():
            self._view.go_to_page(int(self._page.text()) - 1)
        self._page.setModified(False)
        self._show_page()
        self._page.selectAll()

    @Slot(int)
    def _step(self, by: int) -> None:
        self._page.setModified(False)
        self._view.go_to_page(self._view.page + by)


class _PageField(QLineEdit):
    """A page number; the arrows step."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setValidator(QIntValidator(1, 99_999, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("00000") + theme.current().unit * 5)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in by:
            self.stepped.emit(by[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
