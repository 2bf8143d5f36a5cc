"""Gambaran Pengamanan says its class on each page, and says of nothing more than was told."""

from __future__ import annotations

from dataclasses import replace

from desktop.documents import security_picture
from desktop.documents.content import OfficeProfile
from desktop.documents.security_picture_content import PersonnelLine, SecurityPictureContent, StationLine
from tests.documents.reading import page_texts, paper_text, squeezed
from tests.documents.samples import SAMPLES


def test_its_class_stands_on_each_page_wherever_the_number_stands() -> None:
    lines = tuple(StationLine("district", f"Kecamatan {n}", n, 0, 0, n) for n in range(90))
    content = SecurityPictureContent("Pilkada", stations=lines)
    for place in ("atas_kanan", "bawah_tengah"):
        profile = OfficeProfile(numbers_at=place, proof=True)  # type: ignore[arg-type]
        pages = page_texts(security_picture.render(content, profile))
        assert len(pages) > 2
        assert all("TERBATAS" in page for page in pages)
        assert f"Halaman {len(pages)} dari {len(pages)}" in pages[-1]


def test_other_papers_bear_no_class() -> None:
    assert "TERBATAS" not in paper_text(SAMPLES["matriks"]().render())


def test_a_whole_has_a_heading_of_its_own_and_a_number_nobody_told_is_a_dash() -> None:
    lines = (
        StationLine("region", "Kabupaten Satu", 10, None, 0, 10, told="x"),
        StationLine("whole", "Provinsi", 7),
    )
    text = paper_text(security_picture.render(SecurityPictureContent("Pilkada", stations=lines), OfficeProfile()))
    assert squeezed("Kabupaten Satu 10 – 0 10 – x") in text
    assert squeezed("Dilaporkan sebagai keseluruhan, tidak dijumlahkan Provinsi 7") in text


def test_what_nobody_told_is_said_in_a_sentence() -> None:
    empty = SecurityPictureContent("Pilkada")
    text = paper_text(security_picture.render(empty, OfficeProfile()))
    assert squeezed("Klasifikasi TPS belum dilaporkan.") in text
    assert squeezed("Rencana personel belum dilaporkan.") in text
    assert "Pola:" not in text
    planned = replace(
        empty, personnel=(PersonnelLine("region", "Kota Dua", "4 s.d. 6", 3, "Kurang 1 s.d. 3 personel"),)
    )
    text = paper_text(security_picture.render(planned, OfficeProfile()))
    assert squeezed("Kota Dua 4 s.d. 6 3 Kurang 1 s.d. 3 personel") in text
