"""On screen, in Excel and on paper a filter gives the same rows in the same order: on random offices, for any filter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop.base.folding import fold
from desktop.documents import follow_up_list
from desktop.exchange.workbook import SheetHead, packed
from desktop.exchange.workbook.writing import workbook_of
from desktop.models import seeds
from desktop.models.journal import ChangeSet, writing
from desktop.models.queries.children import live_children
from desktop.models.queries.commitment_filter import (
    LATE,
    NO_DUE_DATE,
    NO_INSTITUTION,
    NO_REGION,
    NOBODY,
    STATES,
    CommitmentFilter,
)
from desktop.models.queries.lookup import Lookup
from desktop.models.queries.register import COMMITMENT_LIST, commitment_list
from desktop.models.queries.register_groups import GROUPINGS
from desktop.models.tables import Addressee, Commitment
from desktop.models.words import COMMITMENT_KINDS, COMMITMENT_STATES, DUE_SOURCES
from desktop.services.commitments import UNDER_COMMITMENT, To, insert_commitment
from desktop.services.papers.follow_up_list import follow_up_list_content
from desktop.services.papers.profile import paper_profile
from desktop.services.removal import delete_with_children
from desktop.ui.commitments.grouped import is_heading
from desktop.ui.commitments.page import CommitmentsPage
from desktop.ui.session import Session
from tests.documents.reading import page_texts

TODAY = date(2024, 12, 2)
CODE = re.compile(r"XQ\d{3}")
TOPIC = seeds.fixed_id("topic", seeds.PILKADA)
INSTITUTIONS = ("KPU Kabupaten Tuban", "Polres Tuban", "KPU Provinsi Jawa Timur")
REGIONS = ("Kabupaten Tuban", "Kabupaten Gresik")

some = st.sampled_from
days = st.integers(-20, 20).map(lambda offset: TODAY + timedelta(days=offset))
follow_ups = st.fixed_dictionaries(
    {
        "kind": some(list(COMMITMENT_KINDS)),
        "topic_id": some([TOPIC, None]),
        "due": st.one_of(st.none(), st.tuples(days, some(list(DUE_SOURCES)))),
        "to": st.lists(st.tuples(some(INSTITUTIONS), some(list(COMMITMENT_STATES))), max_size=3),
        "regions": st.sets(some(REGIONS)),
        "related": st.sets(some(INSTITUTIONS), max_size=1),
        "escalated": st.booleans(),
    }
)
offices = st.lists(follow_ups, min_size=3, max_size=9)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "text": some(["XQ00", "XQ003", "nihil"]), "state": some(STATES), "kind": some(list(COMMITMENT_KINDS)),
    "institution": some(INSTITUTIONS), "part": some(["terbuka", "selesai"]), "related": some(INSTITUTIONS),
    "region": some(REGIONS), "topic": st.just(TOPIC), "due_from": days, "due_until": days,
    "held_from": days, "held_until": days,
    "due_source": some([*DUE_SOURCES, NO_DUE_DATE]), "silent": st.booleans(), "unreported": st.booleans(),
    "escalated": st.booleans(), "survived": st.booleans(), "evidence": some([None, True, False]),
    "standing": some([*COMMITMENT_STATES, LATE]), "without": some([NOBODY, NO_INSTITUTION, NO_REGION]),
}  # fmt: skip
filters = st.sets(some(list(FIELDS)), max_size=2).flatmap(
    lambda names: st.fixed_dictionaries({name: FIELDS[name] for name in sorted(names)})
)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> CommitmentsPage:
    made = CommitmentsPage(session)
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.show()
    return made


@given(offices, filters, some(["", *GROUPINGS]), some(list(COMMITMENT_LIST.orders)), st.booleans(), st.booleans())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_filter_gives_the_same_rows_on_screen_in_excel_and_on_paper(
    page: CommitmentsPage,
    session: Session,
    office: list[dict[str, Any]],
    chosen: dict[str, Any],
    group: str,
    order: str,
    descending: bool,
    internal: bool,
) -> None:
    known = Lookup.read(session.store)
    names = known.institutions | known.regions
    session.run(lambda: refounded(session, office, names))
    ids = {key: names[fold(word)] for key, word in chosen.items() if key in ("institution", "related", "region")}
    asked = CommitmentFilter(**(chosen | ids))

    page.list.order, page.list.descending = order, descending
    page.list.set_group(group)
    page.open(filter=asked)

    shown = on_screen(page)
    assert in_excel(page) == shown
    assert on_paper(session, asked, order=order, descending=descending, group=group, internal=internal) == shown
    assert len(set(shown)) == commitment_list(session.store, asked, today=TODAY).count()
    chip = page.bar.states.findChildren(type(page.bar.more), asked.state or "semua")[0]
    assert chip.text().split()[-1] == str(len(set(shown)))


def refounded(session: Session, office: Sequence[dict[str, Any]], names: dict[str, UUID]) -> ChangeSet:
    """Instead of the follow-ups there were, these."""
    store = session.store
    with writing(store, "commitment.add", by="Uji") as write:
        for (one,) in store.rows("SELECT id FROM commitment WHERE NOT deleted"):
            delete_with_children(write, Commitment, UUID(bytes=one), UNDER_COMMITMENT)
        for number, values in enumerate(office):
            due, to = values["due"] or (None, None), dict(values["to"])
            made = insert_commitment(
                write, kind=values["kind"], text=f"XQ{number:03d}", topic_id=values["topic_id"], due_date=due[0],
                due_source=due[1], to=[To(institution_id=names[fold(word)]) for word in to],
                regions=[names[fold(word)] for word in values["regions"]],
                related=[names[fold(word)] for word in values["related"]],
                escalated_on=TODAY if values["escalated"] else None,
            )  # fmt: skip
            parts = live_children(store, Addressee, "commitment_id", made)
            for part, state in zip(parts, to.values(), strict=True):
                write.update(Addressee, part, state=state)
        return write.finish()


def on_screen(page: CommitmentsPage) -> list[str]:
    model = page.table.rows
    model.finish()
    rows = [row for row in range(model.rowCount()) if not is_heading(model.seq_at(row))]
    return [str(model.index(row, 0).data()) for row in rows]


def in_excel(page: CommitmentsPage) -> list[str]:
    source = page.list.file_source()
    head = SheetHead("Daftar", "Daftar", tuple(source.columns), tuple(page.filter_words()))
    book = CalamineWorkbook.from_filelike(BytesIO(workbook_of(head, [packed(piece) for piece in source.pieces()])))
    cells = [str(row[0]) for row in book.get_sheet_by_index(0).to_python() if row]
    return [cell for cell in cells if CODE.fullmatch(cell)]


def on_paper(session: Session, asked: CommitmentFilter, **shown: Any) -> list[str]:
    content = follow_up_list_content(session.store, asked, **shown)
    pdf = follow_up_list.render(content, paper_profile(session.store))
    found = CODE.findall(" ".join(page_texts(pdf)))
    told = [code for line in content.scope for code in CODE.findall(line)]  # a text that was searched for
    return found[len(told) :]
