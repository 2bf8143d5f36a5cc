"""Who signed a returned PDF, when, and whether anything changed since; real signatures of keys thrown away."""

from __future__ import annotations

import hashlib
import random
import socket
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

pytest.importorskip("pyhanko")

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from desktop.base.errors import FileProblem
from desktop.exchange.signatures.reading import read_signatures
from desktop.exchange.signatures.shapes import FoundSignature, State, from_plain, to_plain
from tests.documents.test_sign_fields import with_fields, without_fields
from tests.exchange.attached import made
from tests.exchange.signatures.signing import Key, key, signed

STAMP = datetime(2024, 10, 1, 3, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def paper() -> bytes:
    """Our own final minutes, with two empty fields."""
    return with_fields("notula").render()


@pytest.fixture(scope="module")
def returned(paper: bytes) -> bytes:
    return signed(paper)


def issued() -> Key:
    """A key whose certificate somebody else issued."""
    return key("Ratih Purwasih", issuer="Penerbit Contoh CA")


def one_of(pdf: bytes) -> FoundSignature:
    (found,) = read_signatures(pdf).signatures
    return found


def test_a_paper_signed_in_our_field_tells_who_when_and_that_nothing_changed(returned: bytes) -> None:
    before = datetime.now(UTC)
    report = read_signatures(returned)
    (found,) = report.signatures
    assert (found.field, found.state, found.since) == ("Pimpinan_Rapat", State.WHOLE, ())
    assert (found.signer, found.organisation, found.serial) == ("Sekar Arum, S.Sos.", "Bakorwil Contoh", "abc123")
    assert (found.self_made, found.in_force, found.is_stamped, found.weak) == (True, True, False, "")
    assert found.signed_at is not None
    assert abs((before - found.signed_at).total_seconds()) < 120
    assert report.empty == ("Notulis",)
    assert from_plain(to_plain(report)) == report


def test_the_issuer_is_named_where_there_is_one(paper: bytes) -> None:
    found = one_of(signed(paper, by=issued()))
    assert (found.signer, found.issuer, found.self_made) == ("Ratih Purwasih", "Penerbit Contoh CA", False)


def test_a_second_signature_is_told_as_an_addition_to_the_first(returned: bytes) -> None:
    first, second = read_signatures(signed(returned, "Notulis", issued())).signatures
    assert (first.signer, first.state) == ("Sekar Arum, S.Sos.", State.EXTENDED)
    assert first.since == ("tanda tangan di bidang Notulis",)
    assert (second.signer, second.state) == ("Ratih Purwasih", State.WHOLE)


def test_a_byte_changed_in_the_paper_or_in_the_signature_is_told(paper: bytes, returned: bytes) -> None:
    for place in (len(paper) // 2, returned.index(b"/Contents <", len(paper)) + 300):
        changed = bytearray(returned)
        changed[place] = ord("1") if changed[place] != ord("1") else ord("2")
        assert one_of(bytes(changed)).state in (State.BROKEN, State.UNREADABLE)


def test_a_page_changed_after_signing_is_named(returned: bytes) -> None:
    found = one_of(overlaid(returned, 1))
    assert (found.state, found.since) == (State.ALTERED, ("isi halaman 2",))


def test_bytes_behind_the_file_are_told_but_an_empty_line_is_no_change(returned: bytes) -> None:
    assert one_of(returned + b"\r\n").state == State.WHOLE
    found = one_of(returned + b"% sisipan")
    assert (found.state, found.since) == (State.ALTERED, ("9 bita ditambahkan di belakang berkas",))


def test_a_signature_outside_our_fields_is_read_too(paper: bytes) -> None:
    report = read_signatures(signed(paper, "Signature1"))
    assert [one.field for one in report.signatures] == ["Signature1"]
    assert report.empty == ("Notulis", "Pimpinan_Rapat")


def test_a_time_stamp_is_preferred_to_the_signers_clock(paper: bytes) -> None:
    found = one_of(signed(paper, stamped=STAMP))
    assert (found.signed_at, found.is_stamped, found.state) == (STAMP, True, State.WHOLE)


def test_a_certificate_past_its_days_and_a_weak_digest_are_told(paper: bytes) -> None:
    found = one_of(signed(paper, by=key(days=30), md_algorithm="sha1"))
    assert (found.in_force, found.weak, found.state) == (False, "sha1", State.WHOLE)


def only_signed(pdf: bytes, since: bytes) -> bool | None:
    found = {one.sha256: one.only_signed for one in read_signatures(pdf).beginnings}
    return found[hashlib.sha256(since).hexdigest()]


@pytest.mark.parametrize("with_form", [True, False], ids=["with fields", "without fields"])
def test_an_earlier_state_tells_whether_only_signatures_came_after_it(paper: bytes, with_form: bool) -> None:
    ours = paper if with_form else without_fields(with_fields("notula"))
    once = signed(ours)
    assert only_signed(once, ours)
    assert only_signed(signed(once, "Notulis", issued()), ours)
    assert only_signed(signed(ours, certify=True), ours)
    assert only_signed(overlaid(once), ours) is False
    assert only_signed(signed(overlaid(ours)), ours) is False


def test_words_put_over_a_page_before_signing_are_no_signature(paper: bytes) -> None:
    ours = without_fields(with_fields("notula"))
    for change in (with_note, with_other_content):
        assert only_signed(signed(change(ours)), ours) is False


def with_note(pdf: bytes) -> bytes:
    """The file with an annotation that is no field, appended."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    note = {"/Type": "/Annot", "/Subtype": "/Square", "/Rect": [0, 0, 600, 800], "/F": 4}
    page, _ = writer.find_page_for_modification(0)
    writer.register_annotation(page, writer.add_object(as_pdf(note)))
    return written(writer)


def with_other_content(pdf: bytes) -> bytes:
    """The file with what is drawn on its first page replaced under the same number."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    content = writer.root["/Pages"]["/Kids"][0].raw_get("/Contents")
    writer.objects[(content.generation, content.idnum)] = StreamObject(stream_data=b"0 0 600 800 re f")
    return written(writer)


def as_pdf(value: object) -> object:
    """A value as pyHanko writes it."""
    if isinstance(value, dict):
        return generic.DictionaryObject({generic.pdf_name(key): as_pdf(one) for key, one in value.items()})
    if isinstance(value, list):
        return generic.ArrayObject(map(as_pdf, value))
    return generic.pdf_name(value) if isinstance(value, str) else generic.NumberObject(value)


def written(writer: IncrementalPdfFileWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def overlaid(pdf: bytes, page: int = 0) -> bytes:
    """The file with a black box over one of its pages, appended."""
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    box = writer.add_object(StreamObject(stream_data=b"0 0 600 800 re f"))
    writer.add_stream_to_page(page, box)
    return written(writer)


def test_a_foreign_name_is_shown_without_what_nobody_sees(paper: bytes) -> None:
    assert one_of(signed(paper, by=key("Sekar\n\u202eArum\x00\tx"))).signer == "Sekar Arum x"


def test_a_paper_without_signatures_says_so(paper: bytes) -> None:
    report = read_signatures(paper)
    assert (report.signatures, report.beginnings, report.is_loose) == ((), (), False)


def test_signature_data_outside_any_field_are_mentioned(paper: bytes) -> None:
    assert read_signatures(paper + b"% /ByteRange [0 100 200 300]\n").is_loose


def locked(pdf: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=pikepdf.Encryption(user="rahasia", owner="rahasia"))
    return out.getvalue()


def test_files_that_are_none_or_locked_are_refused_by_name(paper: bytes) -> None:
    for broken in (b"", b"bukan PDF", b"\x00" * 5_000):
        with pytest.raises(FileProblem, match="bukan PDF, atau kosong"):
            read_signatures(broken)
    for broken in (b"%PDF-1.7\n", paper[:300], made.PDF):
        with pytest.raises(FileProblem, match="susunan berkasnya rusak"):
            read_signatures(broken)
    with pytest.raises(FileProblem, match="kata sandi"):
        read_signatures(locked(paper))


def test_damage_of_any_kind_never_passes_for_whole_and_never_breaks_the_reading(returned: bytes) -> None:
    damage_and_read(returned, 25, random.Random(4))


@pytest.mark.fault
@pytest.mark.timeout(1200)
def test_damage_of_any_kind_never_passes_for_whole_many_times(returned: bytes) -> None:
    damage_and_read(returned, 1_000, random.Random())


def damage_and_read(returned: bytes, times: int, chance: random.Random) -> None:
    covered = returned.rindex(b"startxref")
    for _ in range(times):
        damaged = bytearray(returned)
        for _ in range(chance.choice((1, 1, 8, 60))):
            damaged[chance.randrange(covered)] = chance.randrange(256)
        if chance.random() < 0.2:
            del damaged[chance.randrange(len(damaged)) :]
        if damaged == returned:
            continue
        try:
            report = read_signatures(bytes(damaged))
        except FileProblem:
            continue
        for one in report.signatures:
            assert one.state not in (State.WHOLE, State.EXTENDED) or same_but_padding(damaged, returned)


def same_but_padding(damaged: bytearray, returned: bytes) -> bool:
    """Whether only the value of the signature was touched, where it does not matter: zeros that fill it up."""
    start = returned.index(b"/Contents <", returned.index(b"/ByteRange"))
    end = returned.index(b">", start)
    return damaged[:start] == returned[:start] and damaged[end:] == returned[end:]


def test_nothing_is_asked_of_the_net(returned: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    for name in ("socket", "create_connection", "socketpair", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    assert one_of(returned).state == State.WHOLE
