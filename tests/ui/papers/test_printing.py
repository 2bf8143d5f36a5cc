"""Printing, on a real printer of Qt that writes PDF, and what happens where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QMarginsF, QSizeF, QTimer
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from pytestqt.qtbot import QtBot

from desktop.models.queries.issued import ISSUED_LIST, issued_list
from desktop.ui.papers import printing as printing_module
from desktop.ui.papers.outgoing import Outgoing, PaperNames, WaysOut
from desktop.ui.papers.print_job import in_order, paper_for, wanted_pages
from desktop.ui.papers.printing import Printing, Standing, standing_of
from desktop.ui.session import Session
from desktop.worker.client import WorkerClient
from tests.ui.conftest import RecordedDoor
from tests.ui.papers.conftest import sheet

A4, A4_ON_ITS_SIDE, F4 = (595.28, 841.89), (841.89, 595.28), (609.45, 935.43)


@pytest.fixture
def printing(session: Session, qtbot: QtBot) -> Printing:
    made = Printing(session, WaysOut(session))
    qtbot.addWidget(made)
    return made


@pytest.fixture(scope="module")
def sizes_and_pdf(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[tuple[float, float], ...], bytes]:
    """A paper with an annex on its side and a page of another size."""
    from reportlab.pdfgen.canvas import Canvas

    path, sizes = tmp_path_factory.mktemp("paper") / "surat.pdf", (A4, A4_ON_ITS_SIDE, F4)
    canvas = Canvas(str(path))
    for number, size in enumerate(sizes, 1):
        canvas.setPageSize(size)
        canvas.setFont("Helvetica", 40)
        canvas.drawString(100, 300, f"Halaman {number}")
        canvas.drawString(100, 200, "KONSEP")
        canvas.showPage()
    canvas.save()
    return sizes, path.read_bytes()


@pytest.fixture
def paper(sizes_and_pdf: tuple[tuple[tuple[float, float], ...], bytes]) -> Outgoing:
    sizes, pdf = sizes_and_pdf
    return Outgoing(PaperNames("minutes", "Notula", "2024-09-26_Notula.pdf"), pdf, sizes)


def ways_out(session: Session) -> list[str]:
    """How papers left, as the register has it."""
    place = ISSUED_LIST.names.index("way")
    return [row[place] for row in issued_list(session.store).head()]


def onto(path: Path, deed: Callable[[QPrinter], object] | None = None) -> Callable[[QPrinter], None]:
    """What a user sets in the dialog: a printer whose paper is a PDF, and more if wanted."""

    def set_up(printer: QPrinter) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        if deed is not None:
            deed(printer)

    return set_up


def wait_until_over(qtbot: QtBot, printing: Printing) -> None:
    qtbot.waitUntil(lambda: not printing.is_busy, timeout=30_000)


def picture(pdf: bytes | Path, page: int) -> Image.Image:
    """A page as it comes out of the printer, seen from some way off."""
    document = pypdfium2.PdfDocument(pdf)
    image: Image.Image = document[page].render(scale=300 / 72).to_pil().convert("L").reduce(8)
    document.close()
    return image


def test_each_page_is_printed_as_it_looks_on_paper_of_its_own_size_and_direction(
    qtbot: QtBot, printing: Printing, paper: Outgoing, door: RecordedDoor, tmp_path: Path
) -> None:
    door.will_print(onto(tmp_path / "cetak.pdf"))
    printing.print_paper(paper, 0)
    wait_until_over(qtbot, printing)
    printed = pypdfium2.PdfDocument(tmp_path / "cetak.pdf")
    assert [printed.get_page_size(page) for page in range(3)] == [
        pytest.approx(size, abs=2) for size in paper.sizes
    ]
    printed.close()
    for page in range(3):
        typed, out = picture(paper.pdf, page), picture(tmp_path / "cetak.pdf", page)
        both = (0, 0, min(typed.width, out.width), min(typed.height, out.height))
        difference = ImageChops.difference(typed.crop(both), out.crop(both))
        assert difference.getextrema()[1] < 40  # no seam between the bands


def test_only_the_pages_wanted_are_printed_and_written_into_the_register(
    qtbot: QtBot, printing: Printing, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    def second(printer: QPrinter) -> None:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)

    door.will_print(onto(tmp_path / "cetak.pdf", second))
    printing.print_paper(paper, 0)
    wait_until_over(qtbot, printing)
    printed = pypdfium2.PdfDocument(tmp_path / "cetak.pdf")
    assert [printed.get_page_size(page) for page in range(len(printed))] == [pytest.approx(A4_ON_ITS_SIDE, abs=2)]
    printed.close()
    (issued,) = issued_list(session.store).head()
    told = dict(zip(ISSUED_LIST.names, issued, strict=True))
    assert (told["way"], told["pages"], told["title"]) == ("cetak", 1, "Notula")


def test_paper_chosen_by_the_user_is_kept_and_the_page_made_to_fit(
    qtbot: QtBot, printing: Printing, paper: Outgoing, messages: list[tuple[str, str]], door: RecordedDoor,
    tmp_path: Path,
) -> None:  # fmt: skip
    small = QPageSize(QPageSize.PageSizeId.A5)
    door.will_print(onto(tmp_path / "cetak.pdf", lambda printer: printer.setPageSize(small)))
    printing.print_paper(paper, 0)
    wait_until_over(qtbot, printing)
    printed = pypdfium2.PdfDocument(tmp_path / "cetak.pdf")
    assert [round(max(printed.get_page_size(page))) for page in range(3)] == [595, 595, 595]
    printed.close()
    assert "agar muat di kertasnya" in messages[-1][0]
    assert picture(tmp_path / "cetak.pdf", 0).getextrema()[0] < 60


def test_without_a_printer_the_paper_can_be_saved(
    qtbot: QtBot, printing: Printing, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    door.will_answer(0)
    door.will_choose(tmp_path / "notula.pdf")
    printing.print_paper(paper, 0)
    assert "Belum ada pencetak" in door.asked[-1].detail
    qtbot.waitUntil(lambda: ways_out(session) == ["simpan"])
    assert (tmp_path / "notula.pdf").read_bytes() == paper.pdf


def test_a_printer_that_is_gone_when_it_is_wanted_is_said_and_nothing_is_registered(
    printing: Printing, paper: Outgoing, session: Session, door: RecordedDoor
) -> None:
    door.will_print(lambda printer: printer.setPrinterName("Pencetak yang sudah dicabut"))
    door.will_answer(1)
    printing.print_paper(paper, 0)
    assert "tidak ditemukan" in door.asked[-1].detail
    assert not printing.is_busy
    assert ways_out(session) == []


@pytest.mark.qt_log_ignore("QPainter::begin", "This plugin does not support", extend=True)
def test_a_printer_that_takes_nothing_leaves_the_paper_to_be_saved(
    qtbot: QtBot, printing: Printing, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    door.will_print(onto(tmp_path / "tidak ada" / "cetak.pdf"))
    door.will_answer(0)
    door.will_choose(tmp_path / "notula.pdf")
    printing.print_paper(paper, 0)
    wait_until_over(qtbot, printing)
    assert "belum tercetak" in door.asked[-1].text
    assert "tidak menerima pekerjaan" in door.asked[-1].detail
    qtbot.waitUntil(lambda: ways_out(session) == ["simpan"])


def test_a_printer_that_stops_halfway_is_said(
    qtbot: QtBot, printing: Printing, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QPrinter, "newPage", lambda _self: False)  # what an offline printer answers
    door.will_print(onto(tmp_path / "cetak.pdf"))
    door.will_answer(1)
    printing.print_paper(paper, 0)
    wait_until_over(qtbot, printing)
    assert "halaman berikutnya" in door.asked[-1].detail
    assert ways_out(session) == []


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """The printer chosen is paused, empty, jammed or full. No real one can be here: its answer is stood in for."""
    monkeypatch.setattr(printing_module, "standing_of", lambda _printer: Standing.STOPPED)


@pytest.mark.usefixtures("stopped")
def test_instead_of_waiting_for_a_printer_that_stands_still_the_paper_is_saved(
    qtbot: QtBot, printing: Printing, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    door.will_print(onto(tmp_path / "cetak.pdf"))
    door.will_answer(0)
    door.will_choose(tmp_path / "notula.pdf")
    printing.print_paper(paper, 0)
    assert "sedang tidak siap" in door.asked[-1].text
    assert "penuh" in door.asked[-1].detail
    assert not printing.is_busy
    qtbot.waitUntil(lambda: ways_out(session) == ["simpan"])
    assert (tmp_path / "notula.pdf").read_bytes() == paper.pdf
    assert not (tmp_path / "cetak.pdf").exists()


@pytest.mark.usefixtures("stopped")
def test_a_printer_that_stands_still_may_be_given_the_paper_all_the_same(
    qtbot: QtBot, printing: Printing, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    door.will_print(onto(tmp_path / "cetak.pdf"))
    door.will_answer(1)
    printing.print_paper(paper, 0)
    wait_until_over(qtbot, printing)
    assert ways_out(session) == ["cetak"]


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize("answer", [2, None])
def test_nothing_is_sent_to_a_printer_that_stands_still_when_one_would_rather_not(
    answer: int | None, printing: Printing, paper: Outgoing, session: Session, door: RecordedDoor, tmp_path: Path
) -> None:
    door.will_print(onto(tmp_path / "cetak.pdf"))
    door.will_answer(answer)
    printing.print_paper(paper, 0)
    assert not printing.is_busy
    assert ways_out(session) == []
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.mark.parametrize(
    ("there", "state", "standing"),
    [
        (True, QPrinter.PrinterState.Idle, Standing.READY),
        (True, QPrinter.PrinterState.Active, Standing.READY),
        (True, QPrinter.PrinterState.Error, Standing.STOPPED),
        (True, QPrinter.PrinterState.Aborted, Standing.STOPPED),
        (False, QPrinter.PrinterState.Idle, Standing.GONE),
    ],
)
def test_a_printer_stands_as_the_system_says_of_its_name(
    there: bool, state: QPrinter.PrinterState, standing: Standing, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter()
    monkeypatch.setattr(QPrinter, "outputFormat", lambda _self: QPrinter.OutputFormat.NativeFormat)
    told = SimpleNamespace(isNull=lambda: not there, state=lambda: state)
    monkeypatch.setattr(QPrinterInfo, "printerInfo", lambda _name: told)
    assert standing_of(printer) is standing


def test_printing_can_be_stopped(
    qtbot: QtBot, printing: Printing, paper: Outgoing, session: Session, messages: list[tuple[str, str]],
    door: RecordedDoor, tmp_path: Path,
) -> None:  # fmt: skip
    door.will_print(onto(tmp_path / "cetak.pdf"))
    printing.print_paper(paper, 0)
    assert printing.is_busy
    printing.stop()
    assert not printing.is_busy
    assert messages[-1][0] == "Pencetakan dibatalkan."
    assert ways_out(session) == []


def test_a_long_paper_is_printed_without_the_window_standing_still(
    qtbot: QtBot, printing: Printing, worker: WorkerClient, door: RecordedDoor, tmp_path: Path
) -> None:
    pdf = worker.run(*sheet(30))
    sizes = tuple((wide, high) for wide, high in worker.ask("page-count", pdf).meta["sizes"])
    door.will_print(onto(tmp_path / "cetak.pdf"))
    printing.print_paper(Outgoing(PaperNames("attendance-sheet", "Daftar Hadir", "a.pdf"), pdf, sizes), 0)
    turns = []
    clock = QTimer(interval=0)
    clock.timeout.connect(lambda: turns.append(None))
    clock.start()
    wait_until_over(qtbot, printing)
    clock.stop()
    assert len(turns) > 10 * len(sizes)  # a page takes many turns, between which the window answers
    assert (tmp_path / "cetak.pdf").stat().st_size < 1_000_000 * len(sizes)


def test_pages_are_chosen_as_in_the_dialog() -> None:
    printer = QPrinter()
    assert wanted_pages(printer, 4, 2) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert wanted_pages(printer, 4, 2) == [2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    ranges = QPageRanges()
    ranges.addRange(1, 2)
    ranges.addRange(4, 9)
    printer.setPageRanges(ranges)
    assert wanted_pages(printer, 5, 2) == [0, 1, 3, 4]


@pytest.mark.parametrize(("collate", "order"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_a_printer_does_not_make_by_itself_are_sent(collate: bool, order: list[int]) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setCopyCount(2)
    printer.setCollateCopies(collate)
    assert not printer.supportsMultipleCopies()
    assert in_order(printer, [0, 1]) == order


def test_paper_is_asked_for_by_the_name_the_printer_has_for_it() -> None:
    millimetre = QPageSize.Unit.Millimeter
    folio = QPageSize(QSizeF(215.9, 330.2), millimetre, "Folio", QPageSize.SizeMatchPolicy.ExactMatch)
    assert paper_for(F4, [QPageSize(QPageSize.PageSizeId.A4), folio]) == folio
    assert paper_for(A4_ON_ITS_SIDE).id() is QPageSize.PageSizeId.A4
    own = QPageLayout(paper_for(F4), QPageLayout.Orientation.Portrait, QMarginsF()).fullRect(
        QPageLayout.Unit.Millimeter
    )
    assert (own.width(), own.height()) == pytest.approx((215, 330), abs=0.1)
