"""A picture of every page and dialog, from the example office: for looking at, and for the handbook.

The clock stands at the morning of the example meeting, so that the pictures are the same on every day.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from desktop.base import clock
from desktop.base.errors import DamagedFile, LockedFolder
from desktop.base.folding import fold
from desktop.base.screen import no_screen
from desktop.base.settings import Settings
from desktop.models import opening
from desktop.models.queries.checklist import open_topics
from desktop.models.queries.checklist_versions import version_items
from desktop.models.queries.commitments import commitments_of
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.meetings import latest_meeting
from desktop.models.queries.office import topics
from desktop.models.queries.readiness import items_of_topic, matrix
from desktop.models.seeds import fixed_id, item_id
from desktop.services import example
from desktop.services.checklists.items import remove_items, update_item
from desktop.services.checklists.versions import discard_draft
from desktop.services.desk import Desk
from desktop.services.escalations import ask_direction
from desktop.services.issues import add_issue
from desktop.services.situations import note_situation

_MORNING = datetime(2024, 9, 26, 2, 0, tzinfo=UTC)
_PAGES = ("home", "meetings", "commitments", "readiness", "issues", "directory", "reports", "settings")
_TABS = ("preparation", "attendance", "capture", "followup", "minutes")
_WITH_A_FORM = ("invitation", "photos", "accounting")
_SETTLE = 350  # milliseconds a page is given to load, debounce and paint
_PATIENCE = 20_000  # milliseconds for a paper

_NEWS: tuple[tuple[str, int, str, str, dict[str, Any]], ...] = (
    ("Kabupaten Bojonegoro", 7, "Cuaca & bencana", "Jalan ke gudang logistik tergenang, dua truk menunggu",
     {"situation": "perhatian", "state": "ditangani", "handling": "Dialihkan lewat jalan provinsi"}),
    ("Kabupaten Tuban", 8, "Logistik", "Dua kecamatan meminta tambahan kotak suara", {}),
    ("Kabupaten Gresik", 8, "Tahapan", "Kampanye hari kedua berlangsung tertib", {"kind": "perkembangan"}),
)  # fmt: skip
_CALM = ("Kabupaten Gresik", "Kabupaten Jombang", "Kabupaten Nganjuk", "Kota Mojokerto")

_CHAT = """\
25/09/24 16.40 - Miftahur KPU Jatim: Izin melaporkan, Pak.
Distribusi surat suara sudah 320 dari 400 TPS, sisanya menyusul besok.
26/09/24 07.15 - Admin KPU Tuban: Pengamanan TPS sudah kami koordinasikan dengan Polres
"""

Save = Callable[[str], Path]


def take_screenshots(
    folder: Path,
    *,
    size: tuple[int, int] = (1366, 768),
    themes: Sequence[str] | None = None,
    scale: int = 100,
) -> Iterator[Path]:
    """Write a PNG of every page and dialog into a folder, and give back each path.

    Pictures numbered 30 to 39 and 70 to 79 show a dialog as large as it is, all others the window.
    """
    if no_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from desktop.ui import i18n, theme

    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["rakor"])
    application.setApplicationDisplayName("Rakor")
    folder.mkdir(parents=True, exist_ok=True)
    for name in themes or ("light", "dark"):
        theme.Theme(theme.ThemeChoice(name), scale).install(application)
        i18n.install(application)
        with clock.frozen(_MORNING), _open_window(size) as (window, session):
            yield from _pictures(folder, name, window, session)


@contextmanager
def _open_window(size: tuple[int, int]) -> Iterator[tuple[Any, Any]]:
    from PySide6.QtCore import Qt

    from desktop.ui.places import all_places
    from desktop.ui.session import Session
    from desktop.ui.window import MainWindow
    from desktop.worker.client import WorkerClient

    with TemporaryDirectory() as place, WorkerClient() as worker:
        store = example.open_example(Path(place) / "contoh", "Notulis")
        settings = Settings(Path(place) / "settings.json")
        window: MainWindow | None = None
        try:
            session = Session(Desk(store, "Notulis"), worker, settings)
            _tell_news(session.desk)
            window = MainWindow(all_places(lambda: session), settings, session.bus)
            window.set_office("Bakorwil Bojonegoro", "data di laptop ini")
            window.setWindowState(Qt.WindowState.WindowNoState)  # the size asked for, not that of the screen
            window.resize(*size)
            window.show()
            yield window, session
        finally:
            if window is not None:
                window.close()
                window.deleteLater()
            opening.close(store)


def _tell_news(desk: Desk) -> None:
    """Something for the place Kendala: the example is a meeting, and this comes between meetings."""
    topic, regions = open_topics(desk.store)[0].id, Lookup.read(desk.store).regions
    for region, hour, field, text, values in _NEWS:
        told, _ = add_issue(
            desk, topic_id=topic, region_id=regions[fold(region)], happened_at=time(hour), field=field, text=text,
            **values,
        )  # fmt: skip
        if values.get("situation"):
            ask_direction(desk, "issue", told, "Bolehkah truk dialihkan lewat jalan provinsi sampai surut?")
    calm = [regions[fold(region)] for region in _CALM]
    note_situation(desk, topic, _MORNING.date(), calm, state="kondusif", reported_at=time(8, 30))


def _pictures(folder: Path, name: str, window: Any, session: Any) -> Iterator[Path]:
    def save(what: str, widget: Any = None) -> Path:
        path = folder / f"{name}-{what}.png"
        (widget or window).grab().save(str(path))
        return path

    _wait()
    yield save("00-membuka")
    window.set_ready()
    for what, key, where in _places(session.store):
        window.open_page(key, **where)
        _wait()
        _wait_until(partial(_papers_drawn, window))
        yield save(what)
        if what == "15-minutes":
            yield from _other_papers(window, save)
        if what == "66-checklist":
            yield from _next_checklist(window, session, save)
    yield from _search(window, session, save)
    yield from _instead(window, session, save)


def _places(store: Any) -> Iterator[tuple[str, str, dict[str, object]]]:
    """The name of each picture, its page, and where in the page to go."""
    for number, key in enumerate(_PAGES, start=1):
        yield f"{number:02d}-{key}", key, {}
    meeting = latest_meeting(store)
    for number, tab in enumerate(_TABS, start=1):
        yield f"1{number}-{tab}", "meetings", {"meeting": meeting, "tab": tab}
    if meeting is not None:
        follow_up = commitments_of(store, meeting)[0]
        yield "41-follow-up", "commitments", {"commitment": follow_up.id}
        yield "41-progress", "commitments", {"commitment": follow_up.id, "tab": "progress"}
    yield "52-due-calendar", "commitments", {"view": "kalender"}
    yield "53-follow-up-list", "commitments", {"view": "cetak"}
    topic = open_topics(store)[0].id
    found = matrix(store, topic)
    province, security = found.regions[-2].id, found.categories[2].id
    yield "65-institution", "readiness", {"topic": topic, "institution": fixed_id("institution", "polda-jatim")}
    yield "60-entry-region", "readiness", {"topic": topic, "tab": "entry", "region": found.regions[0].id}
    yield (
        "61-entry-item",
        "readiness",
        {"topic": topic, "tab": "entry", "item": items_of_topic(store, topic)[2].id},
    )
    yield "63-rollup", "readiness", {"topic": topic, "tab": "rollup", "whole": province}
    for view in ("stations", "personnel", "paper"):
        yield f"64-security-{view}", "readiness", {"topic": topic, "tab": "security", "view": view}
    for view in ("dulu_kini", "berubah", "grafik", "kertas"):
        yield f"69-history-{view}", "readiness", {"topic": topic, "tab": "history", "view": view}
    yield "66-checklist", "readiness", {"topic": topic, "tab": "checklist", "item": item_id("LOG-03")}
    yield "42-readiness-items", "readiness", {"topic": topic, "region": province, "category": security}
    yield "60-timeline", "readiness", {"topic": topic, "tab": "timeline"}
    for number, view in enumerate(("hubungi", "belum_lapor", "arahan"), start=54):
        yield f"{number}-{view.replace('_', '-')}", "commitments", {"view": view}
    yield "43-person", "directory", {"person": Lookup.read(store).people[fold("Yudi Widodo")]}
    yield "44-regions", "directory", {"tab": "regions"}
    yield "54-attendance-report", "reports", {"tab": "attendance"}
    yield "55-conclusions", "reports", {"tab": "conclusions"}
    yield "48-archive", "reports", {"tab": "archive"}
    yield "49-register", "reports", {"tab": "register"}
    yield "53-forms", "reports", {"tab": "forms"}
    yield "51-situation", "issues", {"tab": "situation"}
    yield "45-look", "settings", {"tab": "look"}
    yield "46-data", "settings", {"tab": "data"}
    yield "47-word", "settings", {"tab": "word"}


def _other_papers(window: Any, save: Callable[..., Path]) -> Iterator[Path]:
    """Papers that have a form of their own."""
    from desktop.ui.meetings.minutes_tab import MinutesTab

    tab = window.findChild(MinutesTab)
    for kind in _WITH_A_FORM:
        tab.choose(kind)
        _wait()
        _wait_until(partial(_papers_drawn, window))
        yield save(f"15-{kind}")
    tab.choose("minutes")


def _next_checklist(window: Any, session: Any, save: Callable[..., Path]) -> Iterator[Path]:
    """The draft of the next version, and what putting it in force would change."""
    from desktop.ui.readiness.checklist.checklist_tab import ChecklistTab
    from desktop.ui.readiness.checklist.force_dialog import ForceDialog

    tab = window.findChild(ChecklistTab)
    tab.bar.new_button.click()
    version = tab.version()
    items = {one.code: one.id for one in version_items(session.store, version.id)}
    session.run(lambda: update_item(session.desk, items["LOG-03"], target_value=2.5, evidence="BAST; foto"))
    session.run(lambda: remove_items(session.desk, [items["LOG-05"]]))
    tab.open(item=items["LOG-03"])
    _wait()
    yield save("67-checklist-draft")
    dialog = ForceDialog(session, version)
    dialog.show()
    _wait()
    yield save("73-checklist-force", dialog)
    dialog.close()
    dialog.deleteLater()
    session.run(lambda: discard_draft(session.desk, version.id))


def _search(window: Any, session: Any, save: Callable[..., Path]) -> Iterator[Path]:
    """Cari over a page: what it offers, and what it finds."""
    from desktop.ui.search.panel import SearchPanel

    panel = SearchPanel(session, window)
    panel.open()
    for what, typed in (("37-cari", ""), ("38-ditemukan", "logistik")):
        panel.box.setText(typed)
        panel.ask()
        _wait()
        yield save(what)
    panel.close_panel()
    panel.deleteLater()


def _papers_drawn(window: Any) -> bool:
    from desktop.ui.papers.preview import PaperPreview

    return all(one.page_count for one in window.findChildren(PaperPreview) if one.isVisible())


def _instead(window: Any, session: Any, save: Callable[..., Path]) -> Iterator[Path]:
    """What stands in place of the pages, and the dialogs."""
    from desktop.ui.ask import preview_question
    from desktop.ui.commitments.chat_dialog import ChatDialog
    from desktop.ui.crash_dialog import CrashDialog
    from desktop.ui.first_start_page import FirstStartPage
    from desktop.ui.forms.pictured import form_dialogs
    from desktop.ui.meetings.new_meeting_dialog import NewMeetingDialog
    from desktop.ui.readiness.timeline.stages_dialog import StagesDialog
    from desktop.ui.topics.closing_dialog import ClosingDialog
    from desktop.ui.topics.topic_dialog import TopicDialog
    from desktop.ui.topics.topics_dialog import TopicsDialog
    from desktop.ui.trouble_page import TroublePage
    from desktop.ui.verify_dialog import VerifyDialog

    damaged = DamagedFile("Berkas rakor.db rusak.", "Pulihkan cadangan terakhir; berkas rusaknya disimpan.")
    locked = LockedFolder(
        "Folder data sedang dipakai jendela Rakor (proses 4120) sejak 08.12.", "Tutup jendela itu, lalu coba lagi."
    )
    place = "D:\\Rakor\\Data"
    for what, page in (
        ("21-mulai-pertama", FirstStartPage(Path(place))),
        ("22-data-rusak", TroublePage(damaged, place)),
        ("23-sedang-dipakai", TroublePage(locked, place, can_restore=False, can_read=True)),
    ):
        window.show_instead(page)
        _wait()
        yield save(what)
    crash = CrashDialog("Rakor 0.1.0 · Windows 11\n\nTraceback (most recent call last):\n  …\nValueError: contoh")
    question = preview_question()
    new_meeting = NewMeetingDialog(session)
    verify = VerifyDialog(session)
    chat = ChatDialog(session)
    chat.box.setPlainText(_CHAT)
    topic = open_topics(session.store)[0].id
    for what, dialog in (
        *form_dialogs(session),
        ("31-cacat-program", crash),
        ("32-pertanyaan", question),
        ("33-rapat-baru", new_meeting),
        ("34-periksa-surat", verify),
        ("35-topik", TopicsDialog(session, topic)),
        ("36-tutup-topik", ClosingDialog(session, topic)),
        ("39-whatsapp", chat),
        ("71-stages", StagesDialog(session, topics(session.store)[0])),
        ("72-new-topic", TopicDialog(session.store, lambda _values, _form: True)),
    ):
        dialog.show()
        _wait()
        yield save(what, dialog)
        dialog.close()
        dialog.deleteLater()


def _wait(milliseconds: int | None = None) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(_SETTLE if milliseconds is None else milliseconds, loop.quit)
    loop.exec()


def _wait_until(done: Callable[[], bool]) -> None:
    waited = 0
    while not done() and waited < _PATIENCE:
        _wait(100)
        waited += 100
