"""The minutes as a Word file: a working copy, never the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from desktop.base.dates import long_date, medium_date
from desktop.documents.content import OfficeProfile
from desktop.documents.discussion import KIND_LABELS
from desktop.documents.minutes_content import (
    CLOSED_SINCE,
    Attendee,
    Discussion,
    MinutesContent,
    ReviewedRow,
    Statement,
)
from desktop.documents.minutes_facts import joined, opening_fields
from desktop.documents.typesetting.blocks import letters
from desktop.exchange.word.shapes import Block, Grid, Para, Part, Span, WordPaper
from desktop.worker.word.parts import (
    DOTS,
    STEP,
    centred,
    facts,
    heading,
    matrix,
    number_words,
    place_and_day,
    plain,
    points,
    prose,
    signatures,
)

WORKING_COPY = "SALINAN KERJA"


def minutes_paper(content: MinutesContent, profile: OfficeProfile) -> WordPaper:
    """All parts in the order of the official form, and the same parts for the marks of a template."""
    status = f"KONSEP – {WORKING_COPY}" if content.draft else WORKING_COPY
    return WordPaper(
        title=f"{profile.title.capitalize()} {content.title}",
        parts=tuple(_parts(content, profile)),
        marks=_marks(content, profile, status),
        blocks=_blocks(content, profile),
        status=status,
    )


def _blocks(content: MinutesContent, profile: OfficeProfile) -> dict[str, tuple[Block, ...]]:
    fields = opening_fields(content, profile.names_until)
    by_label = {one.label: one for one in fields}
    signers = [content.signatory]
    if profile.sign_columns == 2:
        signers.insert(0, content.minute_signatory)
    dated, size = place_and_day(profile, content.signed_on), profile.font_size
    return {
        "data_rapat": (facts(fields),),
        "acara": tuple(_listed(by_label["Acara"].values)),
        "peserta": tuple(_listed(by_label["Peserta Sidang/Rapat"].values)),
        "pembukaan": tuple(prose(content.opening, 0)),
        "tindak_lanjut_sebelumnya": tuple(_reviewed(content.reviewed, profile)),
        "selesai_sejak_rapat_lalu": tuple(_reviewed(content.closed_since, profile)),
        "pembahasan": tuple(_discussions(content, profile, 0)),
        "kesimpulan": tuple(points(content.decisions, 0)),
        "penutup": tuple(prose(content.closing, 0)),
        "matriks_tindak_lanjut": (matrix(content.follow_ups, size),) if content.follow_ups else (),
        "daftar_hadir": (_attendance(content.attendees, profile),) if content.attendees else (),
        "tanda_tangan": (signatures(signers, dated, profile),),
    }


def _marks(content: MinutesContent, profile: OfficeProfile, status: str) -> dict[str, str]:
    fields = opening_fields(content, profile.names_until)
    chair, taker = content.signatory, content.minute_signatory
    return {
        "judul_naskah": profile.title,
        "judul_rapat": plain(fields, "Sidang/Rapat"),
        "hari_tanggal": plain(fields, "Hari/Tanggal"),
        "tanggal": medium_date(content.held_on) if content.held_on else DOTS,
        "surat_undangan": plain(fields, "Surat Undangan"),
        "waktu": plain(fields, "Waktu Sidang/Rapat"),
        "tempat": plain(fields, "Tempat"),
        "ketua": plain(fields, "Ketua"),
        "sekretaris": plain(fields, "Sekretaris"),
        "pencatat": plain(fields, "Pencatat"),
        "nomor_notula": content.number or DOTS,
        "tempat_tanggal_notula": place_and_day(profile, content.signed_on),
        "perbaikan": f"(Perbaikan ke-{content.revision})" if content.revision else "",
        "nama_pimpinan": chair.name or DOTS,
        "jabatan_pimpinan": chair.position or DOTS,
        "pangkat_pimpinan": chair.rank,
        "nip_pimpinan": number_words(chair),
        "nama_notulis": taker.name or DOTS,
        "pangkat_notulis": taker.rank,
        "nip_notulis": number_words(taker),
        "kantor": next((line.text for line in profile.letterhead if line.level == 2), ""),
        "kota": profile.city,
        "status": status,
    }


def _parts(content: MinutesContent, profile: OfficeProfile) -> Iterator[Part]:
    size, blocks = profile.font_size, _blocks(content, profile)
    first: list[Block] = [centred(profile.title, size + 3)]
    if content.number:
        first.append(Para((Span(f"Nomor: {content.number}"),), align="center"))
    if content.revision:
        first.append(Para((Span(f"(Perbaikan ke-{content.revision})"),), align="center"))
    first += [Para(()), *blocks["data_rapat"], heading(1, "Kata Pembukaan"), *prose(content.opening)]
    first += [heading(2, "Pembahasan"), *_discussions(content, profile, 1)]
    first += [heading(3, profile.decisions_label), *points(content.decisions)]
    closing = [replace(one, keeps=True) for one in prose(content.closing)]  # on the page of the signatures
    first += [heading(4, "Penutup"), *closing, *blocks["tanda_tangan"]]
    yield Part(tuple(first))
    number = 0
    if content.attendees:
        number += 1
        yield Part((*_annex_head(number, "DAFTAR HADIR", content, profile), *blocks["daftar_hadir"]))
    if content.follow_ups:
        number += 1
        head = _annex_head(number, "MATRIKS TINDAK LANJUT", content, profile)
        yield Part((*head, *blocks["matriks_tindak_lanjut"]), landscape=True)
    if content.closed_since:
        number += 1
        yield Part((*_annex_head(number, CLOSED_SINCE, content, profile), *blocks["selesai_sejak_rapat_lalu"]))


def _annex_head(number: int, title: str, content: MinutesContent, profile: OfficeProfile) -> list[Block]:
    lines = [f"Lampiran {'I' * number}: {profile.title.capitalize()} {content.title}"]
    if content.held_on:
        lines.append(long_date(content.held_on))
    size = profile.font_size
    return [*(Para((Span(line),), size=size - 1) for line in lines), centred(title, size + 1, before=12), Para(())]


def _listed(values: object) -> list[Para]:
    if values is None:
        return [Para((Span(DOTS),))]
    texts = [str(one) for one in values]  # type: ignore[attr-defined]
    if len(texts) < 2:
        return [Para((Span(one),)) for one in texts]
    return [Para((Span(one),), label=f"{number}.", hang=0.75) for number, one in enumerate(texts, 1)]


def _discussions(content: MinutesContent, profile: OfficeProfile, level: int) -> Iterator[Block]:
    """Level 0 is the part of a template, where what was reviewed has a mark of its own."""
    shown = content.points if level else content.discussions
    if not shown:
        yield from prose(None, level)
    for number, one in enumerate(shown, 1):
        head, *said = _discussion(number, one, level)
        rows = content.reviewed if level and one.is_review else ()
        yield replace(head, keeps=head.keeps or bool(rows))
        yield from _reviewed(rows, profile)
        yield from said


def _discussion(number: int, one: Discussion, level: int) -> Iterator[Para]:
    spoken = [statement for statement in one.statements if statement.text.strip()]
    topic = (Span(one.topic.strip() or "–", bold=True),)
    yield Para(topic, label=f"{letters(number)}.", indent=STEP * level, hang=STEP, before=5, keeps=bool(spoken))
    indent = STEP * (level + 1)
    for _, group in groupby(spoken, key=_voice):
        statements = list(group)
        yield Para(_speaker(statements[0]), indent=indent, before=4, keeps=True)
        for place, said in enumerate(statements, 1):
            label = f"{place})" if len(statements) > 1 else ""
            kind = () if said.on_behalf_of else (Span(f"{KIND_LABELS[said.kind]}: ", italic=True),)
            text = said.text.strip("\n")
            yield Para(
                (*kind, Span(text)), label=label, indent=indent, hang=0.7 if label else 0, before=2, align="both"
            )


def _speaker(one: Statement) -> tuple[Span, ...]:
    """Who speaks; words read out for somebody else belong to that somebody."""
    name = one.speaker or DOTS
    if one.on_behalf_of:
        place = f" ({one.position})" if one.position else ""
        words = f", disampaikan oleh {name}{place}"
        return (Span(f"{KIND_LABELS[one.kind]} {one.on_behalf_of}", bold=True), Span(words))
    place = joined(one.position, one.institution)
    return (Span(name, bold=True), Span(f", {place}" if place else ""))


def _voice(one: Statement) -> tuple[str | None, str, str, str]:
    behalf = f"{one.on_behalf_of}|{one.kind}" if one.on_behalf_of else ""
    return one.speaker, one.position, one.institution, behalf


def _reviewed(rows: tuple[ReviewedRow, ...], profile: OfficeProfile) -> Iterator[Grid]:
    if not rows:
        return
    noted = any(row.note for row in rows)
    titles = ("No.", "Tindak Lanjut", "Instansi", "Status", "Keterangan")
    count = len(titles) if noted else len(titles) - 1
    cells = [(f"{n}.", row.text, row.institution, row.status, row.note)[:count] for n, row in enumerate(rows, 1)]
    yield Grid(titles[:count], (6.0, 32.0, 22.0, 18.0, 22.0)[:count], tuple(cells), size=profile.font_size - 1)


def _attendance(attendees: tuple[Attendee, ...], profile: OfficeProfile) -> Grid:
    rows = []
    for number, person in enumerate(attendees, 1):
        place = "\n".join(filter(None, (person.position, person.institution)))
        stands_for = f"Mewakili {person.represents}" if person.represents else ""
        remark = "\n".join(filter(None, (stands_for, person.note)))
        rows.append((f"{number}.", person.name, place, remark))
    titles = ("No.", "Nama", "Jabatan/Instansi", "Mewakili/Keterangan")
    return Grid(titles, (6.0, 29.0, 40.0, 25.0), tuple(rows), size=profile.font_size - 1)
