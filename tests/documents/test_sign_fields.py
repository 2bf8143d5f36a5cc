"""Empty signature fields: named, over the room to sign, on final papers, and nothing of them in print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2
import pytest

from desktop.base import extras
from desktop.documents.content import Signatory
from desktop.documents.typesetting.sign_block import field_name
from tests.documents.reading import page_texts
from tests.documents.samples import SAMPLES, Sample

pytest.importorskip("pyhanko")


@dataclass(frozen=True)
class Field:
    name: str
    page: int
    box: tuple[float, float, float, float]


def with_fields(name: str, **changes: Any) -> Sample:
    """A sample as a final paper of an office that wants fields."""
    module, content, profile = SAMPLES[name]()
    if hasattr(content, "draft"):
        changes = {"draft": False} | changes
    return Sample(module, replace(content, **changes), replace(profile, sign_fields=True))


def without_fields(sample: Sample) -> bytes:
    return sample._replace(profile=replace(sample.profile, sign_fields=False)).render()


def fields_of(pdf: bytes) -> list[Field]:
    return list(_fields(pdf))


def _fields(pdf: bytes) -> Iterator[Field]:
    with pikepdf.open(BytesIO(pdf)) as document:
        for number, page in enumerate(document.pages):
            for one in page.get("/Annots", []):
                assert (str(one.FT), str(one.Subtype), "/V" in one) == ("/Sig", "/Widget", False)
                left, bottom, right, top = map(float, one.Rect)
                yield Field(str(one["/T"]), number, (left, bottom, right, top))


def words_in(pdf: bytes, page: int, box: tuple[float, float, float, float]) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[page].get_textpage().get_text_bounded(*box)).strip()
    finally:
        document.close()


@pytest.mark.parametrize("name", ["notula-sulit", "undangan", "nota-dinas-sulit", "laporan", "peserta-hadir"])
def test_the_field_fills_the_room_between_office_and_name(name: str) -> None:
    sample = with_fields(name)
    pdf = sample.render()
    fields = fields_of(pdf)
    assert len(fields) == (2 if name == "notula-sulit" else 1)
    for one in fields:
        left, bottom, right, top = one.box
        assert words_in(pdf, one.page, one.box) == ""
        signer = sample.content.signatory
        if one.name == field_name(signer):  # a second one may have fewer lines above
            assert words_in(pdf, one.page, (left, top, right, top + 16)).endswith(",")  # of the post
            assert words_in(pdf, one.page, (left, bottom - 16, right, bottom)) in signer.name


def test_the_papers_bytes_stay_and_nothing_more_is_printed_or_read() -> None:
    sample = with_fields("notula")
    pdf, plain = sample.render(), without_fields(sample)
    assert pdf.startswith(plain)
    assert pdf != plain
    assert page_texts(pdf) == page_texts(plain)
    assert pictures(pdf) == pictures(plain)


def pictures(pdf: bytes) -> list[bytes]:
    document = pypdfium2.PdfDocument(pdf)
    document.init_forms()
    try:
        return [bytes(page.render(scale=0.5, may_draw_forms=True).buffer) for page in document]
    finally:
        document.close()


def test_the_same_paper_has_the_same_bytes_on_another_day() -> None:
    assert with_fields("undangan").render() == with_fields("undangan").render()


def test_a_draft_and_what_is_signed_by_pen_have_none() -> None:
    assert fields_of(with_fields("notula", draft=True).render()) == []
    for name in ("daftar-hadir", "kelengkapan-spj"):
        assert fields_of(with_fields(name).render()) == []


def test_the_form_holds_signature_fields_alone_and_nothing_that_acts() -> None:
    with pikepdf.open(BytesIO(with_fields("notula").render())) as document:
        form = document.Root.AcroForm
        assert sorted(form.keys()) == ["/Fields", "/SigFlags"]
        assert {str(field.FT) for field in form.Fields} == {"/Sig"}
        assert not [key for field in form.Fields for key in ("/A", "/AA", "/V", "/Lock", "/SV") if key in field]
        assert not [key for key in ("/OpenAction", "/AA", "/Names", "/Perms") if key in document.Root]


def test_without_the_extra_the_paper_is_made_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.documents.typesetting.page.can_sign", lambda: False)
    sample = with_fields("laporan")
    assert sample.render() == without_fields(sample)
    assert extras.can_sign()  # it is the page that must ask


def test_signers_of_one_role_have_fields_of_their_own() -> None:
    twice = Signatory("Pimpinan Rapat", name="Sekar Arum")
    pdf = with_fields("notula", signatory=twice, minute_signatory=twice).render()
    assert [one.name for one in fields_of(pdf)] == ["Pimpinan_Rapat", "Pimpinan_Rapat_2"]


@pytest.mark.parametrize(
    ("signer", "name"),
    [
        (Signatory("Notulis"), "Notulis"),
        (Signatory("", "Kepala Badan Koordinasi Wilayah Pemerintahan"), "Kepala_Badan_Koordinasi_Wilayah"),
        (Signatory("", "Plt. Kepala / Çéa"), "Plt_Kepala_Cea"),
        (Signatory("رئيس", "主席"), "Penanda_Tangan"),
        (Signatory(), "Penanda_Tangan"),
    ],
)
def test_a_field_is_called_in_plain_letters(signer: Signatory, name: str) -> None:
    assert field_name(signer) == name
