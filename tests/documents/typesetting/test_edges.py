"""Page number, KONSEP, code and QR stand clear of each other and of the text, whatever the office chose."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import get_args

import pytest

from desktop.documents import minutes
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import Margins, NumberPlace, OfficeProfile
from desktop.documents.minutes_content import MinutesContent
from tests.documents import example
from tests.documents.places import faults
from tests.documents.reading import page_texts

CODE = "0123-4567-89AB"
LINES = "\n".join(f"Baris {number} sampai tepi kanan " * 3 for number in range(45))
CONTENT = MinutesContent("Rapat", opening=LINES, follow_ups=(FollowUpRow("Kirim data"),), proof_code=CODE)
PAPERS = (("A4", Margins()), ("A4", Margins(10, 10, 10, 10)), ("F4", Margins(50, 50, 50, 50)))


@pytest.mark.parametrize("place", get_args(NumberPlace))
def test_nothing_in_the_edges_touches_anything(place: NumberPlace) -> None:
    for (paper, margins), draft in product(PAPERS, (True, False)):
        profile = OfficeProfile(
            paper=paper, margins=margins, numbers_at=place, proof=True, font="Bookman", logo=example.logo(60),
        )  # fmt: skip
        pdf = minutes.render(replace(CONTENT, draft=draft), profile)
        assert faults(pdf) == [], (paper, margins, draft)
        for page in page_texts(pdf):
            assert "KONSEP" in page if draft else CODE in page.replace("\r\n", "")
