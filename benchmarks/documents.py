"""Papers: our minutes beside typst, WeasyPrint and plain Platypus, and how attendance sheets grow.

The content is new in every round, so that nobody is served from what was set before. All use the same font files.
"""

from __future__ import annotations

import json
import pickle
import random
from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from io import BytesIO
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from benchmarks import names
from benchmarks.harness import Cost, Row, allowance, cpu, paired, row_of, run
from desktop.base.dates import long_date, medium_date
from desktop.documents import attendance_sheet, minutes
from desktop.documents.action_matrix import row_texts
from desktop.documents.action_matrix_content import FollowUpRow
from desktop.documents.attendance_content import AttendanceSheetContent, SheetGroup, SheetRow
from desktop.documents.content import LetterheadLine, OfficeProfile, Signatory
from desktop.documents.minutes_content import AgendaPoint, Attendee, Discussion, MinutesContent, Statement

Content = TypeVar("Content")

PAGES_12 = {"statements": 24, "people": 60, "rows": 24}
PAGES_75 = {"statements": 200, "people": 420, "rows": 420}
_DAY = date(2024, 3, 14)
_HEAD = (
    "No.", "Rencana Tindak Lanjut", "Penanggung Jawab", "Instansi Terkait/Wilayah", "Batas Waktu", "Indikator",
    "Status", "Keterangan",
)  # fmt: skip
_WORDS = """
    seluruh instansi menyampaikan perkembangan persiapan di wilayah masing-masing dan memastikan kebutuhan personel
    sarana serta anggaran telah tersedia sesuai jadwal tahapan yang disepakati bersama kabupaten/kota kecamatan
    desa petugas gudang distribusi pengawasan koordinasi laporan mingguan posko kendala cuaca jaringan
"""


def content(seed: int, *, statements: int, people: int, rows: int) -> MinutesContent:
    """Minutes with invented names and words, different for each seed."""
    chance = random.Random(seed)
    said = [
        Statement("laporan", _sentences(chance, 55), names.person(chance), "Kepala Bagian", _institution(chance))
        for _ in range(statements)
    ]
    topics = tuple(
        Discussion(_sentence(chance, 5), tuple(said[start : start + 3])) for start in range(0, statements, 3)
    )
    return MinutesContent(
        title=f"Rapat Koordinasi {_sentence(chance, 8)}",
        held_on=_DAY,
        starts_at=time(9, 0),
        place="Ruang Rapat Utama",
        agenda=tuple(AgendaPoint(topic.topic) for topic in topics[:8]),
        attendees=tuple(
            Attendee(names.person(chance), "Kepala Seksi", _institution(chance), note=_sentence(chance, 2))
            for _ in range(people)
        ),
        opening=_sentences(chance, 60),
        discussions=topics,
        decisions=tuple(_sentences(chance, 25) for _ in range(4)),
        closing=_sentences(chance, 20),
        follow_ups=tuple(_follow_up(chance) for _ in range(rows)),
        signatory=Signatory("Pimpinan Rapat", "Kepala Bidang", names.person(chance)),
    )


def profile() -> OfficeProfile:
    """An invented office with a drawn mark."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(picture).ellipse((10, 10, 290, 290), fill=(20, 90, 60), outline=(210, 170, 40), width=12)
    file = BytesIO()
    picture.save(file, "PNG")
    lines = ("PEMERINTAH PROVINSI CONTOH", "BADAN KOORDINASI WILAYAH CONTOH", "Jalan Contoh Nomor 1")
    letterhead = tuple(LetterheadLine(text, level) for level, text in enumerate(lines, 1))  # type: ignore[arg-type]
    return OfficeProfile(letterhead=letterhead, logo=file.getvalue(), city="Bojonegoro")


def plain(made: MinutesContent, office: OfficeProfile) -> dict[str, Any]:
    """The same content as the peers take it: texts in lists."""
    agenda = "; ".join(point.title for point in made.agenda or ())
    facts = [
        ("Sidang/Rapat", made.title), ("Hari/Tanggal", long_date(_DAY)), ("Waktu", "09.00 WIB s.d. selesai"),
        ("Tempat", made.place or ""), ("Acara", agenda), ("Kata Pembukaan", made.opening or ""),
        ("Kesimpulan", " ".join(made.decisions)), ("Penutup", made.closing or ""),
    ]  # fmt: skip
    topics = [
        {
            "topic": topic.topic,
            "statements": [
                {
                    "speaker": s.speaker,
                    "position": f"{s.position}, {s.institution}",
                    "kind": "Laporan",
                    "text": s.text,
                }
                for s in topic.statements
            ],
        }
        for topic in made.discussions
    ]
    people = [
        (f"{number}.", person.name, f"{person.position}, {person.institution}", person.note)
        for number, person in enumerate(made.attendees, 1)
    ]
    return {
        "letterhead": [line.text for line in office.letterhead],
        "facts": facts,
        "topics": topics,
        "date": medium_date(_DAY),
        "signer": made.signatory.name,
        "people": people,
        "head": _HEAD,
        "rows": [row_texts(number, row) for number, row in enumerate(made.follow_ups, 1)],
    }


def rows() -> Iterator[Row]:
    """Performance bars 9 to 12."""
    from benchmarks.peers import attendance_typst, minutes_platypus, minutes_typst, minutes_weasyprint

    yield _minutes("papers: 12 pages / typst", minutes_typst.render, PAGES_12, 0.45, 11)
    yield _minutes("papers: 12 pages / WeasyPrint", minutes_weasyprint.render, PAGES_12, 1 / 25, 3)
    yield _minutes("papers: 12 pages / plain Platypus", minutes_platypus.render, PAGES_12, 0.30, 11)
    yield _minutes("papers: 75 pages / typst", minutes_typst.render, PAGES_75, 0.33, 5)
    yield _minutes("papers: 75 pages / WeasyPrint", minutes_weasyprint.render, PAGES_75, 1 / 30, 3)
    yield _first_paper(rounds=11)
    yield paired(
        "papers: attendance of 10,000 rows / of 1,000 rows",
        _fresh(lambda seed: sheet(seed, 10_000), _print_sheet),
        _fresh(lambda seed: sheet(seed + 1_000_000, 1_000), _print_sheet),
        bar=10.5,
        rounds=5,
    )
    yield paired(
        "papers: attendance of 10,000 rows / typst",
        _fresh(lambda seed: sheet(seed, 10_000), _print_sheet),
        _fresh(lambda seed: plain_sheet(sheet(seed + 1_000_000, 10_000)), attendance_typst.render),
        bar=1 / 8,
        rounds=3,
    )
    with TemporaryDirectory(prefix="rakor-papers-") as folder:
        printed = _printed(Path(folder), "attendance_sheet", sheet(1, 10_000), OfficeProfile())
    yield allowance("papers: peak of attendance of 10,000 rows / 70 MiB", printed["peak"], 70, "MiB")


def _first_paper(rounds: int) -> Row:
    """Twelve pages in a process that has just begun, its beginning and imports included."""
    office, pairs = profile(), []
    with TemporaryDirectory(prefix="rakor-papers-") as folder:
        for seed in range(rounds + 1):
            made = content(seed, **PAGES_12)
            theirs = Path(folder) / "values.json"
            theirs.write_text(json.dumps([plain(made, office), list(office.logo or b"")]))
            sides = {
                "ours": lambda made=made: _printed(Path(folder), "minutes", made, office),
                "typst": lambda theirs=theirs: run("first_paper", "typst", str(theirs)),
            }
            found = {side: sides[side]()["cpu"] for side in (sides if seed % 2 else reversed(sides))}
            pairs.append((found["ours"], found["typst"]))
    return row_of("papers: first 12 pages of a fresh process / typst", pairs[1:], bar=0.75)


def _printed(folder: Path, paper: str, *arguments: Any) -> dict[str, Any]:
    """What a fresh process spent on a paper; it gets the content as the worker does."""
    request = folder / "request"
    request.write_bytes(pickle.dumps(arguments, protocol=pickle.HIGHEST_PROTOCOL))
    return run("first_paper", paper, str(request))


def sheet(seed: int, rows: int) -> AttendanceSheetContent:
    """An attendance sheet with so many invented guests, different for each seed."""
    chance = random.Random(seed)
    guests = tuple(SheetRow(names.person(chance), "Kepala Seksi", _institution(chance)) for _ in range(rows))
    return AttendanceSheetContent("Rapat", _DAY, groups=(SheetGroup("", guests),))


def plain_sheet(made: AttendanceSheetContent) -> list[tuple[str, ...]]:
    """The same guests as the peer takes them, with the same dots to sign on."""
    rows = []
    for number, guest in enumerate((guest for group in made.groups for guest in group.rows), 1):
        dots = f"{number}. {'.' * 12}"
        place = f"{guest.position}\n{guest.institution}"
        rows.append((f"{number}.", guest.name, place, *((dots, "") if number % 2 else ("", dots))))
    return rows


def _print_sheet(made: AttendanceSheetContent) -> bytes:
    return attendance_sheet.render(made, OfficeProfile())


def _minutes(
    name: str, peer: Callable[[dict[str, Any], bytes], bytes], size: dict[str, int], bar: float, rounds: int
) -> Row:
    office = profile()
    ours = _fresh(lambda seed: content(seed, **size), lambda made: minutes.render(made, office))
    theirs = _fresh(
        lambda seed: plain(content(seed + 1_000_000, **size), office),
        lambda values: peer(values, office.logo or b""),
    )
    return paired(name, ours, theirs, bar=bar, rounds=rounds)


def _fresh(make: Callable[[int], Content], print_it: Callable[[Content], bytes]) -> Cost:
    """What printing costs, of new content each time; the content is made before the clock starts."""
    seeds = count()

    def cost() -> float:
        made = make(next(seeds))
        return cpu(lambda: print_it(made))()

    return cost


def _sentence(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(_WORDS.split(), k=words)).capitalize()


def _sentences(chance: random.Random, words: int) -> str:
    return ". ".join(_sentence(chance, chance.randint(9, 16)) for _ in range(max(words // 12, 1))) + "."


def _institution(chance: random.Random) -> str:
    return f"Dinas {chance.choice(_WORDS.split()).capitalize()} {chance.choice(_WORDS.split()).capitalize()}"


def _follow_up(chance: random.Random) -> FollowUpRow:
    return FollowUpRow(
        _sentences(chance, 14),
        (_institution(chance), _institution(chance)),
        (_institution(chance),),
        _DAY + timedelta(days=chance.randint(1, 60)),
        "disepakati dalam rapat",
        _sentence(chance, 4),
        "Dalam proses",
        _sentence(chance, 2),
    )
