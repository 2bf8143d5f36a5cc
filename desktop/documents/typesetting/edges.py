"""What stands in the white edges of a page: number, class, KONSEP on a draft, code and QR on a final paper.

`sheet` keeps the edges wide enough for them. They share the lower and upper edge from the outside in: the number
stands where the office wants it as long as that is free, else beside what is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.documents.content import OfficeProfile
from desktop.documents.typesetting.fonts import Family
from desktop.documents.typesetting.sheet import MM
from desktop.documents.typesetting.text import Line, text_width, wrap

if TYPE_CHECKING:
    from desktop.documents.typesetting.page import Page

_NUMBER_SIZE = 9.0
_NUMBER_FROM_EDGE = 12 * MM
_DRAFT = "KONSEP"
_DRAFT_SIZE = 9.0
_DRAFT_FROM_EDGE = 8 * MM
_DRAFT_PAD = 5.0
_PROOF_FROM_EDGE = 7 * MM
_PROOF_SIZE = 7.0
_PROOF_LEADING = 9.0
_QR = 13 * MM
_QR_GAP = 4.0
_CLEAR = 12.0  # between the number and its neighbour


class Edges:
    """Marks the pages of one paper; `total` is how many there are."""

    def __init__(self, profile: OfficeProfile, family: Family, total: int, security: str = "") -> None:
        """`security` is the class of a paper that is not for everybody: it stands at the top of each page."""
        self._profile, self._family, self._total, self._security = profile, family, total, security

    def mark(self, page: Page, number: int, *, draft: bool, code: str) -> None:
        """Print what belongs in the edges of a page; a `code` only where the office wants proof."""
        place = self._profile.numbers_at
        line = None if place == "tanpa" else self._number(page, number)
        above = place.startswith("atas")
        left, right = page.sheet.left, page.sheet.right
        if self._security:
            taken = self._mark_security(page)
            left = taken + _CLEAR if above else left
        if draft:
            taken = self._mark_draft(page)
            right = taken - _CLEAR if above else right
        elif self._profile.proof and code:
            beside = 0.0 if above or line is None else line.width + _CLEAR
            taken = self._mark_proof(page, code, beside)
            left = left if above else taken + _CLEAR
        if line is not None and not (above and number == 1):  # over the letterhead stands no number
            wanted = right if place.endswith("kanan") else (page.sheet.left + page.sheet.right + line.width) / 2
            x = max(min(wanted, right) - line.width, left)
            y = page.sheet.height - _NUMBER_FROM_EDGE if above else _NUMBER_FROM_EDGE
            page.line(line, x, y, _NUMBER_SIZE)

    def _number(self, page: Page, number: int) -> Line | None:
        pattern = self._profile.page_numbers
        text = pattern.replace("{page}", str(number)).replace("{pages}", str(self._total))
        return next(iter(wrap(text, self._family.regular, _NUMBER_SIZE, page.sheet.measure / 2)), None)

    def _mark_proof(self, page: Page, code: str, beside: float) -> float:
        """Code and QR by which the paper is found again, and that they are no signature; where they end."""
        from desktop.documents.typesetting.qr import squares

        left, bottom = page.sheet.left, _PROOF_FROM_EDGE
        page.fill([(left + x * _QR, bottom + y * _QR, w * _QR, h * _QR) for x, y, w, h in squares(code)])
        start = left + _QR + _QR_GAP
        room = page.sheet.right - start - beside
        words = (f"Kode verifikasi {code}", "bukan tanda tangan elektronik")
        lines = [line for text in words for line in wrap(text, self._family.regular, _PROOF_SIZE, room)]
        for row, line in enumerate(lines):
            page.line(line, start, bottom + _QR - 8 - row * _PROOF_LEADING, _PROOF_SIZE)
        return start + max(line.width for line in lines)

    def _mark_draft(self, page: Page) -> float:
        """The mark of what may not be signed yet; returns where it begins."""
        x = page.sheet.right - text_width(_DRAFT, self._family.bold, _DRAFT_SIZE)
        self._boxed(page, _DRAFT, x, frame=0.55, ink=0.45)
        return x - _DRAFT_PAD

    def _mark_security(self, page: Page) -> float:
        """The class of a paper that is not for everybody, black and over the text; returns where it ends."""
        x = page.sheet.left + _DRAFT_PAD
        self._boxed(page, self._security, x, frame=0.0, ink=0.0)
        return x + text_width(self._security, self._family.bold, _DRAFT_SIZE) + _DRAFT_PAD

    def _boxed(self, page: Page, words: str, x: float, *, frame: float, ink: float) -> None:
        face, size = self._family.bold, _DRAFT_SIZE
        width, y = text_width(words, face, size), page.sheet.height - _DRAFT_FROM_EDGE - size
        page.box(x - _DRAFT_PAD, y - 3.5, width + 2 * _DRAFT_PAD, size + 4.5, frame)
        page.colour(ink)
        for line in wrap(words, face, size, 2 * width):
            page.line(line, x, y, size)
        page.colour(0)
