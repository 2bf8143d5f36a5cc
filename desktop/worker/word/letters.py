"""The invitation as a Word file: for the office's own template, which SRIKANDI takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.base.dates import clock_text, long_date, medium_date, time_span
from desktop.documents.content import OfficeProfile, Signatory
from desktop.documents.letter_content import InvitationContent, LetterHead, RecipientGroup
from desktop.documents.preparation_content import RundownLine
from desktop.exchange.word.shapes import Block, Fact, Facts, Grid, Para, Part, Span, WordPaper
from desktop.worker.word.parts import DOTS, centred, number_words, place_and_day, prose, signatures


def invitation_paper(content: InvitationContent, profile: OfficeProfile) -> WordPaper:
    """The letter with its annexes, and the same parts for the marks of a template."""
    blocks: dict[str, tuple[Block, ...]] = {
        **letter_blocks(content.signatory, content.note, content.copies, profile),
        "kepada": tuple(addressed(content.addressees, content.addressed_at)),
        "pembuka": tuple(prose(content.opening, 0)),
        "data_rapat": (_facts(content),),
        "isi": tuple(prose(content.body, 0)),
        "penutup": tuple(prose(content.closing, 0)),
        "daftar_undangan": tuple(_recipients(content.recipients, profile)),
        "susunan_acara": tuple(_programme(content.programme, profile)),
    }
    return WordPaper(
        title=content.head.subject or f"Undangan {content.title}",
        parts=tuple(_parts(content, profile, blocks)),
        marks={
            **letter_marks(content.head, content.signatory, profile),
            "judul_rapat": content.title,
            "hari_tanggal": long_date(content.held_on) if content.held_on else DOTS,
            "waktu": _clock(content) or DOTS,
            "tempat": content.place if content.place is not None else DOTS,
        },
        blocks=blocks,
    )


def letter_marks(head: LetterHead, signatory: Signatory, profile: OfficeProfile) -> dict[str, str]:
    """The marks every letter has."""
    return {
        "nomor_surat": _known(head.number),
        "tanggal_surat": medium_date(head.dated_on) if head.dated_on else DOTS,
        "tempat_tanggal": place_and_day(profile, head.dated_on),
        "sifat": _known(head.urgency),
        "lampiran": _known(head.enclosure),
        "hal": _known(head.subject),
        "nama_penanda_tangan": signatory.name or DOTS,
        "jabatan_penanda_tangan": signatory.position or DOTS,
        "pangkat_penanda_tangan": signatory.rank,
        "nip_penanda_tangan": number_words(signatory),
        "kota": profile.city,
    }


def letter_blocks(
    signatory: Signatory, note: Sequence[str], copies: Sequence[str], profile: OfficeProfile
) -> dict[str, tuple[Block, ...]]:
    """The blocks every letter has."""
    return {
        "tanda_tangan": (signatures([signatory], "", profile),),
        "catatan": tuple(below("Catatan", note)),
        "tembusan": tuple(below("Tembusan", copies)),
    }


def letter_head(head: LetterHead, profile: OfficeProfile) -> list[Block]:
    """Place and date at the right, Nomor, Sifat, Lampiran and Hal below."""
    rows = (("Nomor", head.number), ("Sifat", head.urgency), ("Lampiran", head.enclosure), ("Hal", head.subject))
    facts = Facts(tuple(Fact(label, None if value is None else (value,)) for label, value in rows))
    dated = place_and_day(profile, head.dated_on) or DOTS
    return [Para((Span(dated),), align="right"), facts]


def addressed(addressees: Sequence[str] | None, at: str) -> Iterator[Para]:
    """Kepada, Yth. and the addressees; below them where they are."""
    yield Para((Span("Kepada"),), before=10)
    if not addressees:
        yield Para((Span(DOTS),), label="Yth.", hang=1.0)
    for number, one in enumerate(addressees or (), 1):
        counted = f"{number}. " if addressees and len(addressees) > 1 else ""
        if number == 1:
            yield Para((Span(counted + one),), label="Yth.", hang=1.0)
        else:
            yield Para((Span(counted + one),), indent=1.0)
    if at:
        yield Para((Span("di"),))
        yield Para((Span(at),), indent=1.0)
    yield Para(())


def below(label: str, texts: Sequence[str]) -> Iterator[Para]:
    """Catatan or Tembusan below the signature."""
    if texts:
        yield Para((Span(f"{label}:"),), before=12, keeps=True)
    for number, text in enumerate(texts, 1):
        mark = f"{number}." if len(texts) > 1 else ""
        yield Para((Span(text),), label=mark, hang=0.6 if mark else 0)


def _parts(
    content: InvitationContent, profile: OfficeProfile, blocks: dict[str, tuple[Block, ...]]
) -> Iterator[Part]:
    letter: list[Block] = letter_head(content.head, profile)
    for name in ("kepada", "pembuka", "data_rapat", "isi", "penutup", "tanda_tangan", "catatan", "tembusan"):
        letter += blocks[name]
    yield Part(tuple(letter))
    for title, name in (("DAFTAR UNDANGAN", "daftar_undangan"), (content.programme_heading, "susunan_acara")):
        if blocks[name]:
            number = Para((Span(f"Lampiran Surat Undangan Nomor {_known(content.head.number)}"),))
            yield Part((number, centred(title, profile.font_size + 1, before=12), Para(()), *blocks[name]))


def _facts(content: InvitationContent) -> Facts:
    day, clock = content.held_on, _clock(content)
    rows = (
        ("Hari/Tanggal", long_date(day) if day else None), ("Pukul", clock), ("Tempat", content.place),
        ("Acara", content.title),
    )  # fmt: skip
    return Facts(tuple(Fact(label, None if value is None else (value,), level=1) for label, value in rows))


def _clock(content: InvitationContent) -> str | None:
    return time_span(content.starts_at, content.ends_at, content.zone, content.held_on)


def _recipients(groups: Sequence[RecipientGroup], profile: OfficeProfile) -> Iterator[Block]:
    named = any(one.name for group in groups for one in group.rows)
    titles, shares = ("No.", "Jabatan/Instansi", "Nama"), (7.0, 53.0, 40.0)
    count, number = 3 if named else 2, 0
    for group in groups:
        if not group.rows:
            continue
        if group.heading:
            yield Para((Span(group.heading, bold=True),), before=8, keeps=True)
        rows = []
        for one in group.rows:
            number += 1
            rows.append((f"{number}.", one.office, one.name)[:count])
        yield Grid(titles[:count], shares[:count], tuple(rows), size=profile.font_size - 0.5)


def _programme(lines: Sequence[RundownLine], profile: OfficeProfile) -> Iterator[Grid]:
    if not lines:
        return
    rows = []
    for number, one in enumerate(lines, 1):
        times = [clock_text(at, None) for at in (one.starts_at, one.ends_at) if at]
        rows.append((f"{number}.", "–".join(times) if one.starts_at else "", one.title, one.officer, one.note))
    titles, shares = ("No.", "Waktu", "Acara", "Petugas", "Keterangan"), (7.0, 20.0, 44.0, 26.0, 20.0)
    kept = [place for place in range(len(titles)) if place in (0, 2) or any(row[place] for row in rows)]
    cells = tuple(tuple(row[place] for place in kept) for row in rows)
    yield Grid(tuple(titles[n] for n in kept), tuple(shares[n] for n in kept), cells, size=profile.font_size - 0.5)


def _known(text: str | None) -> str:
    return DOTS if text is None else text
