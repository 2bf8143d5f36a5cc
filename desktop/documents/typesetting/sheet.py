"""The office's paper and its white edges; lengths on a sheet are points, as PDF counts them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.documents.content import Margins, OfficeProfile

MM = 72 / 25.4

_PAPERS = {"A4": (210.0, 297.0), "F4": (215.0, 330.0)}
_LEAST_TEXT_AREA = 90.0  # millimetres that margins leave in any case
_LEAST_EDGE = 8.0
# What `edges` prints needs so much white, in millimetres: KONSEP and numbers above, numbers below, code and QR.
_MARK_EDGE, _NUMBER_EDGE, _PROOF_EDGE = 14.0, 17.0, 22.0


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
    """The office's paper; turned on its side its binding edge is the top.

    Margins grow where something is printed in them, and shrink where they would leave no room for text.
    """
    width, height = _PAPERS[profile.paper]
    edges = profile.margins
    if landscape:
        width, height = height, width
        edges = Margins(top=(edges.top + edges.left) / 2, right=edges.top, bottom=edges.right, left=edges.top)
    left, right = _kept(max(edges.left, _LEAST_EDGE), max(edges.right, _LEAST_EDGE), width)
    top, bottom = _kept(max(edges.top, _MARK_EDGE), max(edges.bottom, _foot(profile)), height)
    return Sheet(width * MM, height * MM, left * MM, (width - right) * MM, (height - top) * MM, bottom * MM)


def _foot(profile: OfficeProfile) -> float:
    """How much of the lower edge is taken, in millimetres."""
    if profile.proof:
        return _PROOF_EDGE
    numbered = profile.page_numbers and profile.numbers_at.startswith("bawah")
    return _NUMBER_EDGE if numbered else _LEAST_EDGE


def _kept(near: float, far: float, size: float) -> tuple[float, float]:
    fits = min(1.0, (size - _LEAST_TEXT_AREA) / (near + far))
    return near * fits, far * fits
