"""Polling stations by class as they are copied from Excel: what each row says, and what would become of it.

The columns are kecamatan, kurang rawan, rawan, sangat rawan, found by their headings or, without any, by their
order; a column kabupaten/kota says of which region a row is, else it is the one in hand. What Bawaslu or the
police call "aman" is kurang rawan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.base.errors import InvalidInput
from desktop.base.folding import fold
from desktop.base.numbers import grouped, parse_integer
from desktop.exchange.sheets import Header, Row, Sheet, Table, body, find_header
from desktop.models.personnel_need import Classes
from desktop.models.queries.security_picture import district_key
from desktop.models.security import RegionPicture, SecurityPicture
from desktop.services.imports.cells import said
from desktop.services.region_names import RegionNames
from desktop.services.security_picture import MOST, Told, bare_district

NEW, CHANGED, SAME, WRONG = "baru", "berubah", "tetap", "salah"
VERDICTS = {NEW: "Baru", CHANGED: "Berubah", SAME: "Tetap", WRONG: "Salah"}
"""What a row is beside what counts now: the first of its place, another number, the same, or none at all."""

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "high": ("sangat rawan", "sr"),
    "low": ("kurang rawan", "tidak rawan", "aman", "kr"),
    "medium": ("rawan", "r"),
    "region": ("kabupaten kota", "kab kota", "kabupaten", "wilayah", "kota"),
    "district": ("nama kecamatan", "kecamatan", "kec"),
}  # "sangat rawan" before "rawan", which it ends with
_NAMES = {"low": "kurang rawan", "medium": "rawan", "high": "sangat rawan"}
_BY_ORDER = ("district", "low", "medium", "high")


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row with its verdict; `number` is its place in what was copied, `told` what would be kept of it."""

    number: int
    place: str
    counts: tuple[str, str, str]
    verdict: str
    reason: str = ""
    told: Told | None = None


def judge(table: Table, picture: SecurityPicture, region: UUID | None) -> list[PastedRow]:
    """The rows of a copied block, of `region` where they name none; raises InvalidInput where it is no list."""
    sheet = table.first
    header = find_header(sheet, {word for words in _COLUMNS.values() for word in words} | {"no", "nomor"})
    columns = _by_heading(header) if header.row else _by_order(sheet)
    if not columns.keys() & _NAMES.keys():
        raise InvalidInput(
            "columns", "Kolomnya tidak dikenal.",
            "Salin beserta judulnya: kecamatan, kurang rawan, rawan, sangat rawan.",
        )  # fmt: skip
    read = [_read(row, columns, picture, region) for row in body(sheet, header)]
    return list(_without_doubles(read))


def to_report(rows: Sequence[PastedRow]) -> list[Told]:
    """What would be kept of these rows."""
    return [row.told for row in rows if row.told is not None]


def counted(rows: Sequence[PastedRow]) -> dict[str, int]:
    """How many rows of each verdict."""
    found = Counter(row.verdict for row in rows)
    return {verdict: found[verdict] for verdict in VERDICTS}


def _by_heading(header: Header) -> dict[str, list[int]]:
    """The columns of each field; several that mean the same class are added up."""
    found: dict[str, list[int]] = {}
    for column in header.columns:
        title = fold(column.title)
        field = next((key for key in _COLUMNS if _means(title, key)), None)
        if field is not None:
            found.setdefault(field, []).append(column.index)
    return found


def _means(title: str, field: str) -> bool:
    """Whether a heading names a field; a class also at the end of it ("TPS Kurang Rawan")."""
    ends = field in _NAMES
    return any(title == word or (ends and title.endswith(f" {word}")) for word in _COLUMNS[field])


def _by_order(sheet: Sheet) -> dict[str, list[int]]:
    """Of a block without headings the name comes first, then the three classes; a number of the row may lead."""
    widths = Counter(len(row.cells) for row in sheet.rows)
    width = widths.most_common(1)[0][0] if widths else 0
    start = width - len(_BY_ORDER)
    return {field: [start + place] for place, field in enumerate(_BY_ORDER)} if start in (0, 1) else {}


def _read(row: Row, columns: dict[str, list[int]], picture: SecurityPicture, in_hand: UUID | None) -> PastedRow:
    def cell(field: str) -> str:
        return said(next((row.cell(index) for index in columns.get(field, ()) if row.cell(index)), ""))

    counts = tuple(" + ".join(filter(None, (said(row.cell(at)) for at in columns.get(one, ())))) for one in _NAMES)
    shown: tuple[str, str, str] = (counts[0], counts[1], counts[2])
    name, district = cell("region"), bare_district(cell("district"))
    region = _region(picture, name) if name else next((one for one in picture.regions if one.id == in_hand), None)
    place = ", ".join(filter(None, (district, region.name if region else name)))

    def wrong(reason: str) -> PastedRow:
        return PastedRow(row.number, place or "–", shown, WRONG, reason)

    if region is None:
        return wrong(f"Wilayah “{name}” tidak ikut serta dalam topik." if name else "Wilayahnya belum dipilih.")
    if "district" in columns and not district and not name:
        return wrong("Nama kecamatannya kosong.")
    try:
        classes = Classes(*(_count(row, columns.get(one, []), what) for one, what in _NAMES.items()))
    except InvalidInput as fault:
        return wrong(str(fault))
    if classes == Classes():
        return wrong("Angkanya kosong.")
    return _compared(row.number, place, shown, region, Told(region.id, classes, district or None))


def _count(row: Row, places: list[int], what: str) -> int | None:
    numbers = []
    for text in filter(None, (said(row.cell(at)) for at in places)):
        number = parse_integer(text)
        if not 0 <= number <= MOST:
            raise InvalidInput("number", f"“{text}” ({what}) harus angka nol atau lebih.")
        numbers.append(number)
    return sum(numbers) if numbers else None


def _region(picture: SecurityPicture, name: str) -> RegionPicture | None:
    """The only kabupaten or kota called so, or whose Polres is."""
    names = RegionNames((place, one.name) for place, one in enumerate(picture.regions))
    meant = names.meant(fold(name).removeprefix("polres "))
    return picture.regions[meant[0]] if len(meant) == 1 else None


def _compared(
    number: int, place: str, shown: tuple[str, str, str], region: RegionPicture, told: Told
) -> PastedRow:
    before = region.own
    if told.district is not None:
        known = (one for one in region.districts if district_key(one.name) == district_key(told.district))
        before = next((one.stations for one in known), None)
    if before is None:
        return PastedRow(number, place, shown, NEW, "", told)
    if before.classes == told.classes:
        return PastedRow(number, place, shown, SAME, "Angkanya sama; posisi datanya diperbarui.", told)
    was = " / ".join("–" if one is None else grouped(one) for one in before.classes.by_risk.values())
    return PastedRow(number, place, shown, CHANGED, f"Sebelumnya {was}", told)


def _without_doubles(rows: Sequence[PastedRow]) -> Iterator[PastedRow]:
    """A place told of twice is wrong the second time: nobody knows which is meant."""
    seen: dict[tuple[UUID, str], int] = {}
    for row in rows:
        if row.told is None:
            yield row
            continue
        first = seen.setdefault((row.told.region_id, district_key(row.told.district)), row.number)
        if first == row.number:
            yield row
        else:
            reason = f"Sudah disebut di baris {grouped(first)}."
            yield PastedRow(row.number, row.place, row.counts, WRONG, reason)
