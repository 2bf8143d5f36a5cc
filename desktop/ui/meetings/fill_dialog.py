"""Tambah undangan sekaligus: from groups, regions and kinds, or an earlier meeting; counted before it is added."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped
from desktop.models.queries.attendance import participants
from desktop.models.queries.invitees import institution_places, region_places
from desktop.models.queries.preparation import invitation_groups
from desktop.models.queries.records import fields_of
from desktop.models.queries.series import forum_meetings, search_meetings
from desktop.models.words import INSTITUTION_KINDS
from desktop.services import invitation_sources as sources
from desktop.services.addressees import GROUPS
from desktop.services.attendance import invite
from desktop.ui import theme
from desktop.ui.meetings.plain_list import PlainList
from desktop.ui.meetings.tick_list import TickList
from desktop.ui.session import Session
from desktop.ui.widgets.buttons import button
from desktop.ui.widgets.dialog_foot import dialog_foot
from desktop.ui.widgets.dialog_size import take_its_size
from desktop.ui.widgets.filter_chips import FilterChips
from desktop.ui.widgets.picker_field import Choice, PickerField
from desktop.ui.widgets.text import plain_label

_PAGES = ("groups", "regions", "meeting")


class FillDialog(QDialog):
    """Choose a source above, see below who would be added, press Enter."""

    def __init__(self, session: Session, meeting: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._meeting = session, meeting
        fields = fields_of(session.store, "meeting", meeting)
        self._on: date = fields["held_on"]
        self._forum: UUID | None = fields["forum_id"]
        self._preview = sources.Preview((), ())
        self.setWindowTitle(self.tr("Tambah undangan sekaligus"))
        self.setModal(True)
        self._make_sources()

        # Preview
        self.count = plain_label(role="field")
        self.count.setAccessibleName(self.tr("Yang akan ditambahkan"))
        self.names = PlainList(self.tr("Yang akan ditambahkan"))
        self.add = button(self.tr("Tambahkan"), "plus", kind="primary")

        # Assemble
        unit = theme.current().unit
        buttons = dialog_foot(self, self.add, self._add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(unit * 6, unit * 5, unit * 6, unit * 5)
        whole.setSpacing(unit * 3)
        whole.addWidget(plain_label(self.tr("Tambah undangan sekaligus"), role="title"))
        whole.addWidget(self.chips)
        whole.addWidget(self._pages, 3)
        whole.addWidget(self.count)
        whole.addWidget(self.names, 2)
        whole.addLayout(buttons)
        self._show_preview()
        self.groups.setFocus()
        take_its_size(self)

    def sizeHint(self) -> QSize:
        unit = theme.current().unit
        return QSize(unit * 150, unit * 150)

    def _make_sources(self) -> None:
        store = self._session.store
        self.chips = FilterChips(
            [
                ("groups", self.tr("Kelompok")),
                ("regions", self.tr("Wilayah dan jenis instansi")),
                ("meeting", self.tr("Rapat sebelumnya")),
            ],
            single=True,
        )
        self.groups = TickList(self.tr("Kelompok"))
        saved = [(row.id, f"{row.name} ({row.members})") for row in invitation_groups(store)]
        area = [(words, self.tr("{group} se-wilayah kerja").format(group=words)) for words in GROUPS]
        self.groups.offer([*saved, *area])

        # Regions and kinds
        self.regions, self.kinds = TickList(self.tr("Wilayah")), TickList(self.tr("Jenis instansi"))
        regions = region_places(store)
        self._home = [place.id for place in regions if place.home]
        self.regions.offer((place.id, place.name) for place in regions)
        present = {place.kind for place in institution_places(store)}
        self.kinds.offer((kind, words) for kind, words in INSTITUTION_KINDS.items() if kind in present)
        self.whole_area = button(self.tr("Centang seluruh wilayah kerja"), kind="quiet")
        self.whole_area.clicked.connect(self._tick_home)

        # Meeting
        self.source = PickerField(self._find_meetings, self.tr("Ketik sebagian nama rapat"))
        self.source.setAccessibleName(self.tr("Rapat sebelumnya"))
        last = forum_meetings(store, self._forum, but=self._meeting, limit=1) if self._forum else []
        if last:
            self.source.set_value(Choice(last[0].id, f"{last[0].title} ({medium_date(last[0].held_on)})"))

        self._pages = QStackedWidget()
        for page in (_column("", self.groups), self._regions_page(), self._meeting_page()):
            self._pages.addWidget(page)
        self.chips.changed.connect(self._turn_page)
        for one in (self.groups, self.regions, self.kinds):
            one.ticked.connect(self._show_preview)
        self.source.edited.connect(self._show_preview)

    def _regions_page(self) -> QWidget:
        page = QWidget()
        line = QHBoxLayout(page)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.current().unit * 3)
        line.addWidget(_column(self.tr("Wilayah (tanpa centang: semua)"), self.regions, self.whole_area), 1)
        line.addWidget(_column(self.tr("Jenis instansi (tanpa centang: semua)"), self.kinds), 1)
        return page

    def _meeting_page(self) -> QWidget:
        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(plain_label(self.tr("Undangan yang sama seperti rapat"), role="field"))
        whole.addWidget(self.source)
        whole.addStretch()
        return page

    def _find_meetings(self, text: str) -> list[Choice]:
        rows = search_meetings(self._session.store, text)
        return [
            Choice(row.id, f"{row.title} ({medium_date(row.held_on)})") for row in rows if row.id != self._meeting
        ]

    @Slot()
    def _tick_home(self) -> None:
        self.regions.tick(self._home)

    @Slot(object)
    def _turn_page(self, chosen: frozenset[str]) -> None:
        self._pages.setCurrentIndex(_PAGES.index(next(iter(chosen))))
        self._show_preview()

    def _offers(self) -> list[sources.Offer]:
        """The seats of the source in front."""
        store, page = self._session.store, _PAGES[self._pages.currentIndex()]
        if page == "groups":
            found: list[sources.Offer] = []
            for one in self.groups.chosen():
                if isinstance(one, UUID):
                    found += sources.from_group(store, one, self._on)
                else:
                    found += sources.from_area_group(store, str(one), self._on)
            return found
        if page == "regions":
            regions = [one for one in self.regions.chosen() if isinstance(one, UUID)]
            kinds = {str(kind) for kind in self.kinds.chosen()}
            return sources.from_regions(store, regions, kinds, self._on) if regions or kinds else []
        source = self.source.value()
        return sources.from_meeting(store, source, self._on) if isinstance(source, UUID) else []

    @Slot()
    def _show_preview(self) -> None:
        store = self._session.store
        self._preview = sources.preview(self._offers(), participants(store, self._meeting))
        fresh, known = len(self._preview.fresh), len(self._preview.known)
        if fresh or known:
            told = self.tr("{fresh} baru, {known} sudah ada").format(fresh=grouped(fresh), known=grouped(known))
            if not fresh:
                told += self.tr(" – tidak ada yang perlu ditambahkan")
        else:
            told = self.tr("Belum ada yang dipilih")
        self.count.setText(told)
        self.names.clear()
        for offer in self._preview.fresh:
            self.names.addItem(f"{offer.words} – {offer.holder}" if offer.holder else offer.words)
        for offer in self._preview.known:
            self.names.addItem(self.tr("{office} (sudah ada)").format(office=offer.words))
        add = self.tr("Tambahkan {count} undangan").format(count=grouped(fresh))
        self.add.setText(add if fresh else self.tr("Tutup"))

    @Slot()
    def _add(self) -> None:
        fresh, known = self._preview.fresh, len(self._preview.known)
        if not fresh:
            if known:
                told = self.tr("{known} sudah ada di daftar. Tidak ada yang ditambahkan.").format(known=known)
                self._session.bus.message.emit(told, "info")
            self.reject()
            return
        told = self.tr("{fresh} undangan ditambahkan, {known} sudah ada.").format(fresh=len(fresh), known=known)
        seats = [offer.seat for offer in fresh]
        if self._session.run(lambda: invite(self._session.desk, self._meeting, seats), told=told):
            self.accept()


def _column(title: str, chosen: QWidget, tool: QWidget | None = None) -> QWidget:
    page = QWidget()
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(theme.current().unit)
    if title:
        whole.addWidget(plain_label(title, role="field"))
    whole.addWidget(chosen, 1)
    if tool is not None:
        whole.addWidget(tool, alignment=Qt.AlignmentFlag.AlignLeft)
    return page
