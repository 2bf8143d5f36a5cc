"""Paper, its edges, and the pages of one document while it is being written.

A page collects PDF operators as it is filled; page numbers and marks are added at the end, when it is known how
many pages there are. Coordinates are points from the lower left corner, as PDF counts them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfgen.canvas import Canvas

from desktop.documents.content import Margins, OfficeProfile
from desktop.documents.typesetting.fonts import Face, Family
from desktop.documents.typesetting.markup import clean
from desktop.documents.typesetting.text import Line, text_width, wrap

MM = 72 / 25.4
Progress = Callable[[int, int], None]
Tint = tuple[float, float, float]
"""A light colour to write black on: red, green and blue from 0 to 1."""

_PAPERS = {"A4": (210.0, 297.0), "F4": (215.0, 330.0)}
_LEAST_TEXT_AREA = 90.0  # millimetres that margins leave in any case
_NUMBER_SIZE = 9.0
_NUMBER_FROM_EDGE = 12 * MM
_MARK_FROM_EDGE = 8 * MM
_PROOF_FROM_EDGE = 7 * MM
_PROOF_SIZE = 7.0
_QR = 13 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page and the area its text stands in, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def measure(self) -> float:
        """How wide the text area is."""
        return self.right - self.left

    @property
    def depth(self) -> float:
        """How high the text area is."""
        return self.top - self.bottom


def sheet_for(profile: OfficeProfile, *, landscape: bool = False) -> Sheet:
    """The office's paper; turned on its side its binding edge is the top."""
    width, height = _PAPERS[profile.paper]
    edges = profile.margins
    if landscape:
        width, height = height, width
        edges = Margins(top=(edges.top + edges.left) / 2, right=edges.top, bottom=edges.right, left=edges.top)
    left, right = _kept(edges.left, edges.right, width)
    top, bottom = _kept(edges.top, edges.bottom, height)
    return Sheet(width * MM, height * MM, left * MM, (width - right) * MM, (height - top) * MM, bottom * MM)


def _kept(near: float, far: float, size: float) -> tuple[float, float]:
    """Two opposite margins, made smaller where they would leave no room for text."""
    near, far = max(near, 8.0), max(far, 8.0)
    fits = min(1.0, (size - _LEAST_TEXT_AREA) / (near + far))
    return near * fits, far * fits


class Page:
    """One page being filled."""

    def __init__(self, sheet: Sheet, document: Any) -> None:
        self.sheet = sheet
        self._document = document
        self._shapes: list[str] = []
        self._texts: list[str] = []
        self._images: list[tuple[Any, float, float, float, float]] = []
        self._font: tuple[Face, int, float] | None = None
        self._gap = 0.0

    def line(self, line: Line, x: float, y: float, size: float, gap: float = 0.0) -> None:
        """Set one line with its baseline at y; `gap` is added to each of its spaces."""
        out = self._texts
        if gap != self._gap:
            out.append(f"{gap:.3f} Tw")
            self._gap = gap
        out.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        document = self._document
        for face, text in line.runs:
            for subset, codes in face.splitString(text, document):
                font = (face, subset, size)
                if font != self._font:
                    out.append(f"{face.getSubsetInternalName(subset, document)} {size:g} Tf")
                    self._font = font
                out.append(f"({escapePDF(codes)}) Tj")

    def rule(self, x1: float, y1: float, x2: float, y2: float, weight: float = 0.5) -> None:
        """Draw a straight black line."""
        self._shapes.append(f"{weight:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def rules(self, segments: list[tuple[float, float, float, float]], weight: float = 0.5) -> None:
        """Draw many straight lines as one path."""
        path = " ".join(f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l" for x1, y1, x2, y2 in segments)
        self._shapes.append(f"{weight:g} w {path} S")

    def shade(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Fill an area with grey; 0 is black, 1 white."""
        self._shapes.append(f"{grey:g} g {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f 0 g")

    def tint(self, x: float, y: float, width: float, height: float, colour: Tint) -> None:
        """Fill an area with a light colour."""
        red, green, blue = colour
        self._shapes.append(f"{red:g} {green:g} {blue:g} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f 0 g")

    def fill(self, areas: list[tuple[float, float, float, float]]) -> None:
        """Fill rectangles with black: x, y, width, height."""
        self._shapes.append(" ".join(f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re" for x, y, w, h in areas) + " f")

    def box(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Draw a thin grey frame."""
        self._shapes.append(f"{grey:g} G 0.7 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S 0 G")

    def image(self, picture: Any, x: float, y: float, width: float, height: float) -> None:
        """Place a picture with its lower left corner at x, y."""
        self._images.append((picture, x, y, width, height))

    def colour(self, grey: float) -> None:
        """Set the grey of the text that follows."""
        self._texts.append(f"{grey:g} g")

    def write(self, canvas: Canvas) -> None:
        """Hand the finished page over."""
        canvas.setPageSize((self.sheet.width, self.sheet.height))
        for picture, x, y, width, height in self._images:
            canvas.drawImage(picture, x, y, width, height, mask="auto")
        canvas.addLiteral("\n".join(self._shapes))
        canvas.addLiteral("BT\n" + "\n".join(self._texts) + "\nET")
        canvas.showPage()


@dataclass(frozen=True, slots=True)
class Spacing:
    """How close a paper is set: `leading` from line to line as a part of the size, `size` added to the letters."""

    leading: float = 1.32
    size: float = 0.0


class Book:
    """The document being made: its pages, its fonts, and at the end its bytes."""

    def __init__(
        self,
        profile: OfficeProfile,
        title: str,
        *,
        draft: bool,
        progress: Progress | None,
        spacing: Spacing = Spacing(),
    ) -> None:
        self.profile = profile
        self.family = Family(profile.font)
        self.size = min(max(profile.font_size, 8.0), 14.0) + spacing.size
        self.leading = spacing.leading
        self.pages: list[Page] = []
        self.proof_code = ""  # printed on every page of a final paper
        self._draft = draft
        self._progress = progress
        self._file = BytesIO()
        self._canvas: Any = Canvas(
            self._file,
            pageCompression=1,
            invariant=1,
            # Else every paper would list Helvetica, which is not embedded.
            initialFontName=self.family.regular.fontName,  # type: ignore[arg-type]
            lang="id-ID",
        )
        office = next((line.text for line in profile.letterhead if line.level == 2), "")
        self._canvas.setTitle(_one_line(title))
        self._canvas.setAuthor(_one_line(office))
        self._canvas.setCreator("Rakor")
        self._canvas.setProducer("Rakor")

    def new_page(self, sheet: Sheet) -> Page:
        """Start a page; also the moment at which the work can be cancelled."""
        self._report(0)
        page = Page(sheet, self._canvas._doc)
        self.pages.append(page)
        return page

    def finish(self) -> bytes:
        """Number the pages and give the file's bytes."""
        for number, page in enumerate(self.pages, 1):
            self._report(number)
            self._number(page, number)
            if self._draft:
                self._mark_draft(page)
            elif self.profile.proof and self.proof_code:
                self._mark_proof(page)
            page.write(self._canvas)
        self._canvas.save()
        return self._file.getvalue()

    def _report(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, max(len(self.pages), 1))

    def _number(self, page: Page, number: int) -> None:
        pattern = "" if self.profile.numbers_at == "tanpa" else self.profile.page_numbers
        text = pattern.replace("{page}", str(number)).replace("{pages}", str(len(self.pages)))
        for line in wrap(text, self.family.regular, _NUMBER_SIZE, page.sheet.measure)[:1]:
            sheet, place = page.sheet, self.profile.numbers_at
            x = (
                sheet.right - line.width
                if place.endswith("kanan")
                else (sheet.left + sheet.right - line.width) / 2
            )
            above = place.startswith("atas") and number > 1  # over the letterhead of the first page stands nothing
            y = sheet.height - _NUMBER_FROM_EDGE if above else _NUMBER_FROM_EDGE
            if above or not place.startswith("atas"):
                page.line(line, x, y, _NUMBER_SIZE)

    def _mark_proof(self, page: Page) -> None:
        """Code and QR by which the paper is found again, and that they are no signature."""
        from desktop.documents.typesetting.qr import squares

        left, bottom = page.sheet.left, _PROOF_FROM_EDGE
        page.fill(
            [(left + x * _QR, bottom + y * _QR, w * _QR, h * _QR) for x, y, w, h in squares(self.proof_code)]
        )
        words = (f"Kode verifikasi {self.proof_code}", "bukan tanda tangan elektronik")
        for row, text in enumerate(words):
            for line in wrap(text, self.family.regular, _PROOF_SIZE, page.sheet.measure / 3)[:1]:
                page.line(line, left + _QR + 4, bottom + _QR - 8 - row * 9, _PROOF_SIZE)

    def _mark_draft(self, page: Page) -> None:
        face, size = self.family.bold, 9.0
        width = text_width("KONSEP", face, size)
        x, y = page.sheet.right - width, page.sheet.height - _MARK_FROM_EDGE - size
        page.box(x - 5, y - 3.5, width + 10, size + 4.5, 0.55)
        page.colour(0.45)
        for line in wrap("KONSEP", face, size, 2 * width):
            page.line(line, x, y, size)


def _one_line(text: str) -> str:
    """A text for the file's description, which programs show in title bars."""
    return " ".join(clean(text).split())[:300]
