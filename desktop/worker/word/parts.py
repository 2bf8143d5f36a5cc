"""What papers for Word share: prose and points, facts, signatures, the matrix of follow-ups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from desktop.documents.action_matrix import NOTHING, row_texts
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.content import OfficeProfile, Signatory
from desktop.documents.typesetting.blocks import Field, letters
from desktop.documents.typesetting.sign_block import place_and_date
from desktop.exchange.word.shapes import Fact, Facts, Grid, Para, Signatures, Signer, Span

DOTS = "." * 42
STEP = 0.75
"""Centimetres of one level of numbering."""
_MATRIX = (
    ("No.", 4.0), ("Rencana Tindak Lanjut", 25.0), ("Penanggung Jawab", 16.0), ("Instansi Terkait/ Wilayah", 14.0),
    ("Batas Waktu", 12.0), ("Indikator", 12.0), ("Status", 10.0), ("Keterangan", 11.0),
)  # fmt: skip
_ALWAYS = 2  # number, text and who must act


def heading(number: int, text: str) -> Para:
    """The heading of a part, in bold behind its number."""
    return Para((Span(text, bold=True),), label=f"{number}.", hang=STEP, before=8, keeps=True)


def centred(text: str, size: float, before: float = 0.0) -> Para:
    """A title in the middle."""
    return Para((Span(text, bold=True),), align="center", size=size, before=before, keeps=True)


def prose(text: str | None, level: int = 1) -> list[Para]:
    """Paragraphs as typed; unknown text leaves lines to write on."""
    indent = STEP * level
    if text is None:
        return [Para((Span(DOTS * 2),), indent=indent, before=3) for _ in range(2)]
    return [
        Para((Span(part),), indent=indent, before=3, align="both") for part in text.splitlines() if part.strip()
    ]


def points(texts: Sequence[str], level: int = 1) -> list[Para]:
    """Points a., b. …; a single one is a paragraph, none leave lines to write on."""
    if not texts:
        return prose(None, level)
    if len(texts) == 1:
        return prose(texts[0], level)
    return [
        Para((Span(text),), label=f"{letters(number)}.", indent=STEP * level, hang=STEP, before=3, align="both")
        for number, text in enumerate(texts, 1)
    ]


def facts(rows: Iterable[Field]) -> Facts:
    """The lines "label : value" of a paper."""
    return Facts(
        tuple(
            Fact(
                one.label,
                None if one.values is None else tuple(one.values),
                level=one.level,
                numbers=one.numbers,
                colon=one.colon,
            )
            for one in rows
        )
    )


def plain(rows: Iterable[Field], label: str) -> str:
    """The value of one of those lines as words; dots where it is unknown."""
    found = next(one for one in rows if one.label == label)
    return DOTS if found.values is None else "\n".join(found.values)


def signatures(signers: Sequence[Signatory], dated: str, profile: OfficeProfile) -> Signatures:
    """The sign block as the office prints it; `dated` is place and date as far as they are known."""
    shown = signers if profile.sign_numbers else [replace(one, number_kind=None) for one in signers]
    return Signatures(dated, tuple(map(_signer, shown)))


def place_and_day(profile: OfficeProfile, day: date | None) -> str:
    """What stands above the signatures."""
    return place_and_date(profile.city, day)


def number_words(one: Signatory) -> str:
    """`NIP. 1970…`, dots where it is unknown, nothing for those who have none."""
    return f"{one.number_kind}. {one.number or DOTS[:30]}" if one.number_kind else ""


def office_lines(one: Signatory) -> list[str]:
    """The office that signs, with its proxies."""
    lines = [f"{one.role},"] if one.role else []
    lines += [f"a.n. {one.on_behalf}"] if one.on_behalf else []
    lines += [one.delegated_by, "u.b."] if one.delegated_by else []
    return [*lines, f"{one.acting} {one.position},".strip()] if one.position else lines


def matrix(rows: Sequence[FollowUpRow], size: float, places: Sequence[int] = range(len(_MATRIX))) -> Grid:
    """The matrix of follow-ups, or some of its columns; one nobody filled is left out."""
    texts = [row_texts(number, row) for number, row in enumerate(rows, 1)]
    kept = [n for n in places if n <= _ALWAYS or any(row[n] for row in texts)]
    return Grid(
        tuple(_MATRIX[n][0] for n in kept),
        tuple(_MATRIX[n][1] for n in kept),
        tuple(tuple(row[n] or NOTHING for n in kept) for row in texts),
        size=min(size - 1.5, 9.5),
    )


def _signer(one: Signatory) -> Signer:
    below = [one.rank, number_words(one)]
    return Signer(tuple(office_lines(one)), one.name or "", tuple(filter(None, below)))
