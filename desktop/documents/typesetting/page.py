"""The pages of one document while it is being written.

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

from desktop.base.extras import can_sign
from desktop.documents.content import OfficeProfile
from desktop.documents.typesetting.edges import Edges
from desktop.documents.typesetting.fonts import Face, Family
from desktop.documents.typesetting.markup import clean
from desktop.documents.typesetting.sheet import MM as MM
from desktop.documents.typesetting.sheet import Sheet as Sheet
from desktop.documents.typesetting.sheet import sheet_for as sheet_for
from desktop.documents.typesetting.text import Line

Progress = Callable[[int, int], None]
Tint = tuple[float, float, float]
"""A light colour to write black on: red, green and blue from 0 to 1."""
Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


class Page:
    """One page being filled; `rooms` are the places kept for signatures, each with its name."""

    def __init__(self, sheet: Sheet, document: Any) -> None:
        self.sheet = sheet
        self._document = document
        self._shapes: list[str] = []
        self._texts: list[str] = []
        self._images: list[tuple[Any, float, float, float, float]] = []
        self._font: tuple[Face, int, float] | None = None
        self._gap = 0.0
        self.rooms: list[tuple[str, Box]] = []

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

    def hatch(
        self, x: float, y: float, width: float, height: float, grey: float = 0.72, apart: float = 7.0
    ) -> None:
        """Draw thin grey slanted lines over an area, the same on a grey copy as on the first print."""
        path, reach = [], -height + apart
        while reach < width:  # the line on which x is `reach` more than y
            first, last = max(0.0, reach), min(width, height + reach)
            path.append(f"{x + first:.2f} {y + first - reach:.2f} m {x + last:.2f} {y + last - reach:.2f} l")
            reach += apart
        self._shapes.append(f"{grey:g} G 0.4 w {' '.join(path)} S 0 G")

    def fill(self, areas: list[tuple[float, float, float, float]]) -> None:
        """Fill rectangles with black: x, y, width, height."""
        self._shapes.append(" ".join(f"{x:.2f} {y:.2f} {w:.2f} {h:.2f} re" for x, y, w, h in areas) + " f")

    def box(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Draw a thin grey frame."""
        self._shapes.append(f"{grey:g} G 0.7 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S 0 G")

    def image(self, picture: Any, x: float, y: float, width: float, height: float) -> None:
        """Place a picture with its lower left corner at x, y."""
        self._images.append((picture, x, y, width, height))

    def room_to_sign(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Keep an empty place in mind that may become the signature field `name`."""
        self.rooms.append((name, (x, y, x + width, y + height)))

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
        security: str = "",
    ) -> None:
        """`security` is printed on each page of a paper that is not for everybody ("TERBATAS")."""
        self.profile = profile
        self.family = Family(profile.font)
        self.size = min(max(profile.font_size, 8.0), 14.0) + spacing.size
        self.leading = spacing.leading
        self.pages: list[Page] = []
        self.proof_code = ""  # printed on every page of a final paper
        self._draft = draft
        self._security = security
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
        """Number and mark the pages and give the file's bytes."""
        edges = Edges(self.profile, self.family, len(self.pages), self._security)
        for number, page in enumerate(self.pages, 1):
            self._report(number)
            edges.mark(page, number, draft=self._draft, code=self.proof_code)
            page.write(self._canvas)
        self._canvas.save()
        made = self._file.getvalue()
        wanted = self.profile.sign_fields and not self._draft and any(page.rooms for page in self.pages)
        return self._with_fields(made) if wanted and can_sign() else made

    def _with_fields(self, pdf: bytes) -> bytes:
        from desktop.documents.typesetting.sign_fields import SignField, with_sign_fields

        fields = [SignField(name, at, box) for at, page in enumerate(self.pages) for name, box in page.rooms]
        return with_sign_fields(pdf, fields)

    def _report(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, max(len(self.pages), 1))


def _one_line(text: str) -> str:
    """A text for the file's description, which programs show in title bars."""
    return " ".join(clean(text).split())[:300]
