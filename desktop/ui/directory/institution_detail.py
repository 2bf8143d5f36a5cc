"""One institution: what it is called, whom it serves, its posts and who holds them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.base.clock import today
from desktop.models.journal import ChangeSet
from desktop.models.queries.directory_details import institution_detail
from desktop.models.words import INSTITUTION_KINDS, INSTITUTION_LEVELS
from desktop.services.directory import delete_institution, save_institution
from desktop.ui.directory import choices
from desktop.ui.directory.posts_panel import PostsPanel
from desktop.ui.directory.record_detail import RecordDetail
from desktop.ui.directory.regions_field import RegionsField
from desktop.ui.session import Session
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.fields import ChoiceField, LineField
from desktop.ui.widgets.number_field import NumberField


class InstitutionForm(RecordDetail):
    """The form of an institution, with its posts below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        nothing = EmptyState("landmark", self.tr("Pilih instansi di daftar sebelah kiri."))
        self.set_words(nothing, self.tr("Hapus instansi"))
        form = self.form
        form.add_row("name", self.tr("Nama instansi"), LineField(), wide=True)
        form.add_row("short_name", self.tr("Nama pendek"), LineField())
        form.add_row("leader_title", self.tr("Sebutan pimpinan"), LineField(self.tr("misalnya Ketua, Kapolres")))
        form.add_row("kind", self.tr("Jenis"), ChoiceField(tuple(INSTITUTION_KINDS.items())))
        form.add_row("level", self.tr("Tingkat"), ChoiceField(tuple(INSTITUTION_LEVELS.items())))
        form.add_row(
            "regions", self.tr("Wilayah yang dilayani"), RegionsField(choices.regions(session.store)), wide=True
        )
        form.add_row(
            "protocol_rank", self.tr("Urutan protokoler"), NumberField(whole=True),
            help=self.tr("Angka kecil disebut lebih dulu."),
        )  # fmt: skip
        self.posts = PostsPanel(session)
        form.add_widget(self.posts)

    def read(self, record: UUID) -> tuple[str, dict[str, Any]] | None:
        found = institution_detail(self.session.store, record, today())
        if found is None:
            return None
        self.posts.show_posts(found)
        values = {
            "name": found.name, "short_name": found.short_name, "leader_title": found.leader_title,
            "kind": found.kind, "level": found.level, "regions": found.regions,
            "protocol_rank": found.protocol_rank,
        }  # fmt: skip
        return found.name, values

    def write(self, record: UUID, changed: dict[str, Any]) -> ChangeSet:
        return save_institution(self.session.desk, record, **changed)[1]

    def take_away(self, record: UUID) -> ChangeSet:
        return delete_institution(self.session.desk, record)

    def deleted_words(self, title: str) -> str:
        return self.tr("Instansi dihapus: {name}").format(name=title)
