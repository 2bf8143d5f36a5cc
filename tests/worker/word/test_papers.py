"""Papers as Word files hold what their PDF says, and open whole."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from lxml import etree

from desktop.documents.content import OfficeProfile, Signatory
from desktop.documents.letter_content import InvitationContent, LetterHead, Recipient, RecipientGroup
from desktop.documents.nota_dinas_content import Absence, NotaDinasContent
from desktop.exchange.word.marks import MARKS
from desktop.worker.word.papers import COMPOSERS, sample_template, template_marks, word_file
from tests.documents.example import minutes

PROFILE = OfficeProfile(city="Bojonegoro")
SIGNER = Signatory(position="Kepala Bakorwil Bojonegoro", name="Nama Kepala", number_kind="NIP")
INVITATION = InvitationContent(
    "Rakor Banjir", LetterHead("005/1", date(2024, 9, 20), "Segera", "-", "Undangan"), ("Ketua KPU",),
    opening="Mohon hadir.", held_on=date(2024, 9, 26), place="Aula", closing="Terima kasih.", signatory=SIGNER,
    copies=("Gubernur",), recipients=(RecipientGroup("KPU", (Recipient("Ketua KPU Kabupaten Tuban"),)),),
)  # fmt: skip
NOTE = NotaDinasContent(
    "Rakor Banjir", addressees=("Kepala Bakorwil",), sender="Kabid", opening="Dilaporkan.", present=4,
    absent=(Absence("Polres Tuban", "Berhalangan"),), decisions=("Siap.",), signatory=SIGNER,
)  # fmt: skip
CONTENTS: dict[str, Any] = {"minutes": minutes(), "invitation": INVITATION, "nota-dinas": NOTE}


def _all_words(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        trees = [etree.fromstring(archive.read(name)) for name in names]
    return " ".join("".join(tree.itertext()) for tree in trees)


def test_minutes_hold_every_word_and_say_that_they_are_a_working_copy() -> None:
    content = CONTENTS["minutes"]
    words = _all_words(word_file("minutes", content, PROFILE))
    for one in (said.text for point in content.discussions for said in point.statements):
        assert "".join(one.split()) in "".join(words.split())
    for person in content.attendees:
        assert person.name in words
    for row in content.follow_ups:
        assert row.text in words
    assert "SALINAN KERJA" in words


def test_annexes_stand_on_pages_of_their_own_the_matrix_across() -> None:
    document = Document(io.BytesIO(word_file("minutes", CONTENTS["minutes"], replace(PROFILE, paper="F4"))))
    sizes = [(round(one.page_width.mm), round(one.page_height.mm)) for one in document.sections]
    assert sizes == [(215, 330), (215, 330), (330, 215)]


@pytest.mark.parametrize("kind", sorted(COMPOSERS))
def test_every_mark_that_is_named_is_filled(kind: str) -> None:
    paper = COMPOSERS[kind](CONTENTS[kind], PROFILE)
    assert {name for name, _ in MARKS[kind]} == {*paper.marks, *paper.blocks, "status"}


@pytest.mark.parametrize("kind", sorted(COMPOSERS))
def test_the_sample_is_a_template_that_fills_and_leaves_the_fields_of_srikandi(kind: str) -> None:
    template = sample_template(kind, PROFILE)
    assert template_marks(kind, template)["unknown"] == []
    words = _all_words(word_file(kind, CONTENTS[kind], PROFILE, template))
    assert "${nomor_naskah}" in words
    assert "${ttd_pengirim}" in words
    assert "[[judul" not in words
    assert "Nama Kepala" in words or kind == "minutes"


def test_a_template_knows_of_marks_nobody_fills() -> None:
    document = Document()
    document.add_paragraph("[[judul_rapat]] [[salah_tulis]]")
    made = io.BytesIO()
    document.save(made)
    assert template_marks("minutes", made.getvalue()) == {"known": ["judul_rapat"], "unknown": ["salah_tulis"]}


def test_an_invitation_names_nobody_absent_and_a_note_does() -> None:
    assert "Tembusan" in _all_words(word_file("invitation", INVITATION, PROFILE))
    assert "Polres Tuban (berhalangan)" in _all_words(word_file("nota-dinas", NOTE, PROFILE))
