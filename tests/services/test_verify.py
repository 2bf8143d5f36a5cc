"""A paper is known again by its code or its file, and what was changed in it is named."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from desktop.base.clock import frozen
from desktop.base.errors import InvalidInput
from desktop.documents import minutes
from desktop.exchange.attached import Taken
from desktop.exchange.signatures.shapes import Beginning, FoundSignature, SignatureReport, State
from desktop.models.queries.issued import issued_of
from desktop.models.queries.minutes_versions import current_version
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.issued import note_issued
from desktop.services.meetings import create_meeting, delete_meeting, update_meeting
from desktop.services.minutes_life import keep_paper, make_ready, revise, sign
from desktop.services.office import update_profile
from desktop.services.papers.catalogue import printed_profile
from desktop.services.papers.minutes import minutes_content
from desktop.services.papers.profile import paper_profile
from desktop.services.signatures import returned_line
from desktop.services.verify import Finding, verify_code, verify_file


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with frozen(datetime(2024, 9, 27, 8, 0, tzinfo=ZoneInfo("Asia/Jakarta"))):
        yield


@pytest.fixture
def desk(store: Store) -> Desk:
    made = Desk(store, "Uji")
    update_profile(made, proof=True)
    return made


@pytest.fixture
def meeting(example: UUID) -> UUID:
    return example


def printed(desk: Desk, meeting: UUID) -> bytes:
    return minutes.render(minutes_content(desk.store, meeting), paper_profile(desk.store, meeting))


def frozen_paper(desk: Desk, meeting: UUID) -> bytes:
    profile = printed_profile(desk.store, "minutes", meeting)
    return minutes.render(minutes_content(desk.store, meeting), profile)


def ready(desk: Desk, meeting: UUID) -> tuple[str, bytes]:
    version, _ = make_ready(desk, meeting)
    pdf = printed(desk, meeting)
    keep_paper(desk, version, pdf)
    found = current_version(desk.store, meeting)
    assert found is not None
    return found.code, pdf


def revised(desk: Desk, meeting: UUID) -> tuple[str, bytes]:
    sign(desk, meeting, how="basah", signed_on=date(2024, 10, 1))
    revise(desk, meeting, "Tempat keliru")
    update_meeting(desk, meeting, place="Pendopo Malowopati")
    return ready(desk, meeting)


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_the_code_of_the_standing_version_is_the_same(desk: Desk, meeting: UUID) -> None:
    code, _ = ready(desk, meeting)
    found = verify_code(desk.store, code.lower().replace("-", " "))
    assert found.finding == Finding.SAME
    assert found.meeting == meeting
    assert "bukan tanda tangan elektronik" in found.told


def test_the_code_of_an_older_version_says_which_one_stands_and_what_changed(desk: Desk, meeting: UUID) -> None:
    old, _ = ready(desk, meeting)
    new, _ = revised(desk, meeting)
    found = verify_code(desk.store, old)
    assert found.finding == Finding.OLDER
    assert "yang berlaku Perbaikan ke-1" in found.told
    assert [(one.place, one.after) for one in found.changes] == [("Tempat", "Pendopo Malowopati")]
    assert verify_code(desk.store, new).finding == Finding.SAME


def test_a_code_nobody_knows(desk: Desk) -> None:
    assert verify_code(desk.store, "0000-0000-0000").finding == Finding.UNKNOWN
    with pytest.raises(InvalidInput, match="bukan kode verifikasi"):
        verify_code(desk.store, "halo")


def test_the_file_itself_is_known(desk: Desk, meeting: UUID) -> None:
    _, old = ready(desk, meeting)
    assert verify_file(desk.store, old).finding == Finding.SAME
    _, new = revised(desk, meeting)
    assert verify_file(desk.store, new).finding == Finding.SAME
    assert verify_file(desk.store, old).finding == Finding.OLDER


def test_a_file_with_signature_fields_is_known_though_the_profile_changed_since(desk: Desk, meeting: UUID) -> None:
    pytest.importorskip("pyhanko")
    update_profile(desk, sign_fields=True)
    version, _ = make_ready(desk, meeting)
    pdf = frozen_paper(desk, meeting)
    assert b"/FT /Sig" in pdf
    keep_paper(desk, version, pdf)
    update_profile(desk, sign_fields=False)
    assert frozen_paper(desk, meeting) == pdf
    assert verify_file(desk.store, pdf).finding == Finding.SAME


def beginning(pdf: bytes, only_signed: bool | None) -> list[Beginning]:
    return [Beginning("0" * 64, None), Beginning(hashlib.sha256(pdf).hexdigest(), only_signed)]


def test_a_file_that_was_only_signed_since_is_the_version_it_began_as(desk: Desk, meeting: UUID) -> None:
    _, pdf = ready(desk, meeting)
    found = verify_file(desk.store, pdf + b"signature", texts(pdf), beginning(pdf, True))
    assert found.finding == Finding.SAME
    assert "yang sejak dibuat hanya ditandatangani elektronik: notula" in found.told
    assert "belum tercatat ditandatangani" in found.told
    revised(desk, meeting)
    assert verify_file(desk.store, pdf + b"signature", (), beginning(pdf, True)).finding == Finding.OLDER


def test_a_signed_file_that_comes_back_is_compared_with_what_was_frozen(desk: Desk, meeting: UUID) -> None:
    _, pdf = ready(desk, meeting)
    other, _ = create_meeting(desk, title="Rakor Lain", held_on=date(2024, 10, 3))
    signed = (FoundSignature("Notulis", State.WHOLE),)

    def told(found: SignatureReport, of: UUID = meeting) -> str:
        line = returned_line(desk.store, of, pdf + b"signature", found)
        return line.words if line else ""

    ours = tuple(beginning(pdf, True))
    assert told(SignatureReport(signed, beginnings=ours)) == "Naskahnya sama dengan yang dibekukan."
    assert told(SignatureReport(signed, beginnings=ours), other).startswith("Ini surat dari rapat lain.")
    assert "diubah" in told(SignatureReport(signed, beginnings=tuple(beginning(pdf, False))))
    assert told(SignatureReport(signed)).startswith("Tidak dapat dipastikan")
    assert told(SignatureReport(beginnings=ours)) == ""


@pytest.mark.parametrize(("only_signed", "words"), [(False, "diubah, bukan hanya"), (None, "tidak dapat dinilai")])
def test_a_file_that_began_as_ours_and_got_more_is_changed(
    desk: Desk, meeting: UUID, only_signed: bool | None, words: str
) -> None:
    _, pdf = ready(desk, meeting)
    found = verify_file(desk.store, pdf + b"more", texts(pdf), beginning(pdf, only_signed))
    assert found.finding == Finding.CHANGED
    assert words in found.told
    assert "notula" in found.told


def test_a_signed_letter_is_known_by_the_register(desk: Desk, meeting: UUID) -> None:
    note_issued(desk, "invitation", "Surat Undangan", "simpan", b"%PDF letter", meeting=meeting)
    found = verify_file(desk.store, b"%PDF letter, signed", (), beginning(b"%PDF letter", True))
    assert found.finding == Finding.SAME
    assert "hanya ditandatangani elektronik, berawal dari Surat Undangan" in found.told


def test_a_changed_file_with_our_code_names_what_it_lacks(desk: Desk, meeting: UUID) -> None:
    ready(desk, meeting)
    content = minutes_content(desk.store, meeting)
    forged = minutes.render(
        type(content)(**{name: getattr(content, name) for name in content.__slots__} | {"place": "Gedung Lain"}),
        paper_profile(desk.store, meeting),
    )
    found = verify_file(desk.store, forged, texts(forged))
    assert found.finding == Finding.CHANGED
    assert [(one.place, one.before) for one in found.changes] == [("Tempat", content.place)]


def test_a_reprint_with_all_its_words_lacks_nothing(desk: Desk, meeting: UUID) -> None:
    _, pdf = ready(desk, meeting)
    found = verify_file(desk.store, pdf + b"\n% pindai", texts(pdf))
    assert (found.finding, found.changes) == (Finding.CHANGED, ())


def test_a_foreign_file_is_unknown(desk: Desk) -> None:
    assert verify_file(desk.store, b"%PDF-1.4", ["Surat lain"]).finding == Finding.UNKNOWN


def test_a_draft_that_left_the_program_is_known_as_a_draft(desk: Desk, meeting: UUID) -> None:
    pdf = printed(desk, meeting)
    note_issued(desk, "minutes", "Notula", "simpan", pdf, meeting=meeting, file_name="Notula.pdf", pages=5)
    found = verify_file(desk.store, pdf)
    assert found.finding == Finding.DRAFT
    assert "27 September 2024 oleh Uji" in found.told


def test_the_register_keeps_version_code_and_hash_and_outlives_the_meeting(desk: Desk, meeting: UUID) -> None:
    code, pdf = ready(desk, meeting)
    note_issued(desk, "minutes", "Notula", "cetak", pdf, meeting=meeting)
    (one,) = issued_of(desk.store, meeting)
    assert (one.code, one.order_no, one.way, one.is_draft, len(one.sha256)) == (code, 0, "cetak", False, 64)


def test_a_deleted_meeting_leaves_its_papers_in_the_register(desk: Desk, meeting: UUID) -> None:
    pdf = printed(desk, meeting)
    note_issued(desk, "minutes", "Notula", "cetak", pdf, meeting=meeting)
    delete_meeting(desk, meeting)
    assert verify_file(desk.store, pdf).finding == Finding.DRAFT


def test_the_signed_file_is_known_as_the_record(desk: Desk, meeting: UUID) -> None:
    _, pdf = ready(desk, meeting)
    returned = pdf + b"\n% ditandatangani elektronik\n"
    sign(
        desk, meeting, how="elektronik", signed_on=date(2024, 10, 1),
        file=Taken("Notula.pdf", "application/pdf", returned),
    )  # fmt: skip
    found = verify_file(desk.store, returned, texts(pdf))
    assert found.finding == Finding.SAME
    assert "arsip yang ditandatangani" in found.told
    assert "ditandatangani 1 Oktober 2024" in found.told
    revise(desk, meeting, "Tempat keliru")
    ready(desk, meeting)
    assert verify_file(desk.store, returned, texts(pdf)).finding == Finding.OLDER
