"""Makes `vN.db` and `schema-N.sql` of the latest schema, once, before it is released; older ones stay as they are.

A founded office and a few invented records in the tables people fill, and the statements of the last step. Run
from the project folder with `python -m tests.models.databases.make`.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import get_args

from desktop.base import clock
from desktop.models import backup, drafts, opening, seeds
from desktop.models.journal import writing
from desktop.models.migrations import LATEST, STEPS
from desktop.models.migrations.ddl import Engine
from desktop.models.store import Store
from desktop.models.tables import (
    Addressee,
    AgendaItem,
    Assessment,
    Commitment,
    CommitmentChecklistItem,
    CommitmentRegion,
    Issue,
    Meeting,
    Participant,
    Person,
    Position,
    RegionSituation,
    Statement,
    Tenure,
)
from tests.models.made_up import MEETING, SEAT, insert_meeting

HERE = Path(__file__).parent
_TITLE = (
    f"-- Schema {LATEST} as it was released. Never edited: a change of the schema is a new step and a new file.\n"
)


def main() -> None:
    """Write both files beside this one."""
    write_schema()
    write_office()


def write_schema() -> None:
    """The statements of the last step, for both engines."""
    text = _TITLE
    for engine in get_args(Engine):
        statements: list[str] = []
        STEPS[-1](engine, statements.append)
        text += f"-- engine: {engine}\n" + ";\n".join(statements) + ";\n\n"
    (HERE / f"schema-{LATEST}.sql").write_text(text.rstrip() + "\n", encoding="utf-8")


def write_office() -> None:
    """A database file of the latest schema, in small pages to keep it small."""
    with (
        tempfile.TemporaryDirectory() as place,
        clock.frozen(datetime(2024, 10, 3, 1, tzinfo=UTC)),
    ):
        os.environ["RAKOR_CONFIG"] = str(Path(place, "config"))
        store = opening.open_folder(Path(place, "data"), found=seeds.found_office)
        fill(store)
        target = HERE / f"v{LATEST}.db"
        backup.make(opening.database_file(Path(place, "data")), target)
        target.with_name(f"{target.name}.json").unlink()
        with closing(sqlite3.connect(target)) as small:
            small.executescript("PRAGMA page_size = 1024; VACUUM")
        opening.close(store)


def fill(store: Store) -> None:
    """Two meetings and what came of them."""
    institution = store.one("SELECT id FROM institution ORDER BY seq LIMIT 1")
    region = seeds.fixed_id("region", "35.22")
    assert institution is not None
    with writing(store, "person.create", by="Uji") as write:
        chair = write.insert(
            Person, name="Sri Wahyuni, S.Sos.", identity_kind="nip", identity_number="197001011990032001"
        )
        guest = write.insert(Person, name="Bambang Łukasz", identity_kind="none", phone="0812 0000 0001")
        post = write.insert(Position, institution_id=institution[0], title="Ketua", leads=True, protocol_rank=9)
        write.insert(Tenure, person_id=chair, position_id=post, acting="plt", starts_on=date(2024, 1, 2))
    with writing(store, "meeting.create", by="Uji", reason="Undangan lisan") as write:
        meeting = insert_meeting(write, seats=5, place="Pendopo")
        agenda = write.insert(AgendaItem, meeting_id=meeting, order_no=1, title="Kesiapan tanggul")
        seat = write.insert(
            Participant,
            meeting_id=meeting, order_no=9, position_id=post, present_person_id=guest, arrived_at=time(9, 5),
            **SEAT | {"role": "pimpinan", "state": "diwakili"},
        )  # fmt: skip
        said = [
            write.insert(
                Statement,
                meeting_id=meeting, agenda_item_id=agenda, order_no=n, kind=kind, speaker_id=seat, text=words,
                said_at=datetime(2024, 10, 3, 2, 15, 30, 250_000, UTC),
            )
            for n, (kind, words) in enumerate([("laporan", "Tanggul aman"), ("arahan", "Siapkan pompa")])
        ]  # fmt: skip
    with writing(store, "commitment.create", by="Uji") as write:
        commitment = write.insert(
            Commitment,
            meeting_id=meeting, statement_id=said[1], speaker_id=seat, order_no=1, kind="arahan",
            text="Siapkan pompa di enam titik", due_date=date(2024, 10, 20), due_source="disepakati",
        )  # fmt: skip
        for number, label in enumerate(("BPBD", "Dinas PU")):
            write.insert(Addressee, commitment_id=commitment, order_no=number, label=label, state="belum")
        write.insert(CommitmentRegion, commitment_id=commitment, region_id=region)
        item = seeds.item_id("LOG-01")
        write.insert(CommitmentChecklistItem, commitment_id=commitment, item_id=item)
        write.insert(
            Assessment, item_id=item, region_id=region, meeting_id=meeting, state="sebagian", value=62.5,
            as_of=date(2024, 10, 3),
        )  # fmt: skip
        second = write.insert(Meeting, **MEETING | {"title": "Rapat Lanjutan", "held_on": date(2024, 10, 10)})
        write.insert(Participant, meeting_id=second, order_no=1, label="Undangan", **SEAT)
        topic = seeds.fixed_id("topic", seeds.PILKADA)
        write.insert(
            Issue,
            topic_id=topic, kind="kendala", happened_on=date(2024, 10, 3), happened_at=time(6, 30), region_id=region,
            field="Logistik", text="Tinta belum datang", source="Sekretariat KPU", state="terbuka",
            situation="perhatian",
        )  # fmt: skip
        write.insert(
            RegionSituation, topic_id=topic, region_id=region, day=date(2024, 10, 3), state="perhatian",
        )  # fmt: skip
    drafts.keep(store, f"capture:{second}", {"text": "Yang sedang diketik"})


if __name__ == "__main__":
    main()
