"""The nota dinas as a Word file; like its paper it stays in the office."""

from __future__ import annotations

from desktop.base.dates import medium_date
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import OfficeProfile
from desktop.documents.letter_parts import known, when_and_where
from desktop.documents.minutes_facts import official_words, who_came
from desktop.documents.nota_dinas_content import Absence, NotaDinasContent
from desktop.documents.typesetting.blocks import Field
from desktop.exchange.word.shapes import Block, Grid, Para, Part, Span, WordPaper
from desktop.worker.word.letters import letter_blocks, letter_marks
from desktop.worker.word.parts import STEP, centred, facts, heading, matrix, points, prose

_SHORT = (0, 1, 2, 4)  # of the matrix's columns: number, text, who, by when


def nota_dinas_paper(content: NotaDinasContent, profile: OfficeProfile) -> WordPaper:
    """The note as it is printed, and the same parts for the marks of a template."""
    blocks: dict[str, tuple[Block, ...]] = {
        **letter_blocks(content.signatory, (), content.copies, profile),
        "kepala_nota": (facts(_head(content)),),
        "pembuka": tuple(prose(content.opening, 0)),
        "dasar": tuple(points(content.basis or (), 0)),
        "data_rapat": (facts(_held(content)),),
        "isi": tuple(prose(content.body, 0)),
        "kehadiran": tuple(_attendance(content, 0)),
        "kesimpulan": tuple(points(content.decisions, 0)),
        "tindak_lanjut": tuple(_follow_ups(content.follow_ups, profile)),
        "saran": tuple(points(content.suggestion, 0)),
        "penutup": tuple(prose(content.closing, 0)),
    }
    marks = {
        **letter_marks(content.head, content.signatory, profile),
        "judul_rapat": content.title,
        "kepada": "\n".join(content.addressees or ()),
        "dari": content.sender or "",
    }
    return WordPaper(
        title=f"{content.heading.capitalize()} {content.title}",
        parts=(Part(tuple(_body(content, profile, blocks))),),
        marks=marks,
        blocks=blocks,
        status="KONSEP" if content.draft else "",
    )


def _body(content: NotaDinasContent, profile: OfficeProfile, blocks: dict[str, tuple[Block, ...]]) -> list[Block]:
    made: list[Block] = [centred(content.heading, profile.font_size + 3), Para(()), *blocks["kepala_nota"]]
    made += [Para(()), *blocks["pembuka"]]
    number = 0

    def part(name: str) -> Para:
        nonlocal number
        number += 1
        return heading(number, name)

    if content.basis is None or content.basis:
        made += [part("Dasar"), *points(content.basis or ())]
    made += [part("Pelaksanaan"), *blocks["data_rapat"], *prose(content.body)]
    if attendance := _attendance(content, 1):
        made += [part("Kehadiran"), *attendance]
    made.append(part("Hasil"))
    if content.decisions or not content.follow_ups:
        made += [_label("Kesimpulan"), *points(content.decisions)]
    if content.follow_ups:
        made += [_label("Tindak lanjut"), *blocks["tindak_lanjut"]]
    if content.suggestion:
        made += [part("Saran"), *points(content.suggestion)]
    return [*made, *blocks["penutup"], *blocks["tanda_tangan"], *blocks["tembusan"]]


def _head(content: NotaDinasContent) -> list[Field]:
    head, addressees = content.head, content.addressees
    return [
        Field("Kepada Yth.", addressees, numbers=len(addressees or ()) > 1),
        Field("Dari", known(content.sender)),
        Field("Tanggal", [medium_date(head.dated_on)] if head.dated_on else None),
        Field("Nomor", known(head.number)),
        Field("Sifat", known(head.urgency)),
        Field("Lampiran", known(head.enclosure)),
        Field("Hal", known(head.subject)),
    ]


def _held(content: NotaDinasContent) -> list[Field]:
    rows = [*when_and_where(content), Field("Pimpinan rapat", official_words(content.chair))]
    return [Field(one.label, one.values, level=1) for one in rows]


def _attendance(content: NotaDinasContent, level: int) -> list[Para]:
    """Who came in numbers, who did not by office: told here and in no other paper."""
    came = who_came(content.present, content.groups, content.deputies)
    made = prose(f"Hadir {came}.", level) if came else []
    if content.absent:
        made += prose("Tidak hadir:", level)
        made += [Para((Span(_absence(one)),), label="–", indent=STEP * level, hang=0.5) for one in content.absent]
    if content.open:
        made += prose(f"Kehadiran {content.open} undangan belum dicatat.", level)
    return made


def _absence(one: Absence) -> str:
    state = one.state.lower()
    return f"{one.office} ({state}: {one.reason})" if one.reason else f"{one.office} ({state})"


def _follow_ups(rows: tuple[FollowUpRow, ...], profile: OfficeProfile) -> list[Grid]:
    return [matrix(rows, profile.font_size, _SHORT)] if rows else []


def _label(text: str) -> Para:
    return Para((Span(text, italic=True),), indent=STEP, before=4, keeps=True)
