"""Cari: both engines find the same, in the same order, and exactly what has the words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.base.folding import fold
from desktop.base.periods import whole_year
from desktop.base.search_words import Wanted, wanted
from desktop.models import opening, seeds
from desktop.models.identity import office_of
from desktop.models.journal import writing
from desktop.models.queries.search import LINES_READ, MOST_COUNTED, Search
from desktop.models.queries.search_hits import hits_at, search_hits
from desktop.models.store import Store, connect_postgresql
from desktop.models.tables import Commitment, Institution, Issue, Meeting, Person, Position, Statement, Tenure
from tests.models.made_up import MEETING, insert_meeting
from tests.postgres import Server

SAID = (
    "Mu’awanah menyiapkan 12.000 kotak suara di Kota Łódź",
    "NEAR(pompa tanggul) AND OR NOT kotak*",
    "surat ke kpu.tuban@contoh.go.id 'kutip' \"ganda\" : & | ! \\ <->",
    "李小龍 अमृता ชัยชนะ 𞤀𞤣𞤤𞤢𞤥 𐓀𐓘𐓻 ½ ﷺ é e\u0301 Straße İstanbul",
    "x" * 100 + " akhir",
)


def say(store: Store, texts: list[str], **values: object) -> UUID:
    """A meeting at which these words were said."""
    with writing(store, "uji.catat", by="Uji") as write:
        meeting = insert_meeting(write, **values)
        rows = [(meeting, order, "laporan", text) for order, text in enumerate(texts)]
        write.insert_rows(Statement, ("meeting_id", "order_no", "kind", "text"), rows)
    return meeting


def texts_found(store: Store, typed: str, **where: object) -> list[str]:
    """The texts of what was said that are found, in order."""
    search = Search(store, typed, **where)  # type: ignore[arg-type]
    hits = hits_at(store, [*search.hits(), *search.further()])
    return [hit.text for hit in hits if hit.table == "statement"]


@pytest.fixture(scope="module")
def both(
    founded_folder: Path, postgres_server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, Store]]:
    """The same meeting on both engines."""
    folder = tmp_path_factory.mktemp("cari")
    with pytest.MonkeyPatch.context() as patch, postgres_server.copy() as url:
        patch.setenv("RAKOR_CONFIG", str(folder / "config"))
        shutil.copytree(founded_folder, folder / "data")
        lite, server = opening.open_folder(folder / "data"), connect_postgresql(url)
        server.office = office_of(server)
        for store in (lite, server):
            say(store, list(SAID))
        yield lite, server
        server.close()
        opening.close(lite)


LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
WRITTEN = st.lists(
    st.one_of(
        st.text(LETTERS, min_size=1, max_size=12),
        st.sampled_from(("pompa", "Mu'awanah", "Łódź", "12.000", "a@b.id", '"', "-", "AND", "*", "(", "x" * 90)),
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and what somebody types who has seen it or another."""
    text = draw(WRITTEN)
    words = draw(st.sampled_from((text, *SAID))).split() or ["pompa"]
    pieces = []
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(words) - 1))
        some = " ".join(words[at : at + draw(st.integers(1, 2))])
        some = some[: draw(st.integers(1, len(some)))]
        pieces.append(draw(st.sampled_from((f"{some}", f"{some}", f'"{some}"', f'-"{some}', f"-{some}"))))
    return text, " ".join(pieces)


def answers(text: str, meant: Wanted) -> bool:
    """The rule itself, word by word."""
    cut = [word[:64] for word in fold(text).split()]
    return (
        all(any(word.startswith(one) for word in cut) for one in meant.beginnings)
        and all(one in cut for one in meant.whole)
        and not any(one in cut for one in meant.without)
        and meant.answered_by(" ".join(cut))
    )


@settings(max_examples=25, deadline=None)
@given(asked())
def test_both_engines_find_what_has_the_words_and_order_it_alike(
    both: tuple[Store, Store], case: tuple[str, str]
) -> None:
    say_and_ask(both, case)


@pytest.mark.fault
@pytest.mark.timeout(1200)
@settings(max_examples=300, deadline=None)
@given(asked())
def test_both_engines_find_alike_whatever_is_asked(both: tuple[Store, Store], case: tuple[str, str]) -> None:
    say_and_ask(both, case)


def say_and_ask(both: tuple[Store, Store], case: tuple[str, str]) -> None:
    """One more text on both engines, and one question to all that was said there so far."""
    text, typed = case
    for store in both:
        say(store, [text], title="Rapat")
    lite, server = ([(one.source.table, one.record) for one in Search(store, typed).hits()] for store in both)
    assert lite == server
    assert Search(both[0], typed).counts() == Search(both[1], typed).counts()
    meant = wanted(typed)
    every = {one for (one,) in both[0].rows("SELECT text FROM statement")}
    assert set(texts_found(both[0], typed)) == {one for one in every if meant and answers(one, meant)}


def test_of_very_many_hits_the_rest_follows_the_newest_first(store: Store) -> None:
    say(store, ["siapkan gladak lama"], held_on=date(2020, 1, 2))
    say(store, [f"Gladak nomor {number}" for number in range(LINES_READ + 30)])
    search = Search(store, "glad")
    first, rest = search.hits(), search.further()
    assert len(first) == LINES_READ
    assert [place.line for place in rest] == sorted((place.line for place in rest), reverse=True)
    assert len({*first, *rest}) == LINES_READ + 31
    assert Search(store, "nomor").counts()["statement"] == LINES_READ + 30 < MOST_COUNTED


def test_things_called_so_come_first_and_whole_words_before_beginnings(store: Store) -> None:
    with writing(store, "uji.catat", by="Uji") as write:
        at = write.insert(Institution, name="Dinas Pengairan", kind="lainnya", level="lainnya", protocol_rank=1)
        one = write.insert(Person, name="Banyu Wulandari", identity_kind="none")
        post = write.insert(Position, institution_id=at, title="Kepala", leads=True, protocol_rank=1)
        write.insert(Tenure, person_id=one, position_id=post, acting="definitive")
    say(store, ["Banyuwangi mengirim pompa", "Laporan tentang air banyu", "Banyu surut"], title="Rapat Banyu")
    tables = [(hit.table, hit.text) for hit in search_hits(Search(store, "banyu"))]
    assert [table for table, _ in tables[:2]] == ["person", "meeting"]
    assert [text for _, text in tables[2:]] == [
        "Banyu surut",
        "Laporan tentang air banyu",
        "Banyuwangi mengirim pompa",
    ]
    assert [hit.title for hit in search_hits(Search(store, "kepala pengairan"))] == ["Banyu Wulandari"]


def test_kinds_topic_and_period_narrow_the_hits_and_the_counts_stay(store: Store) -> None:
    topic = seeds.fixed_id("topic", seeds.PILKADA)
    say(store, ["pompa lama"], held_on=date(2020, 1, 2))
    meeting = say(store, ["pompa baru"], held_on=date(2024, 10, 3), topic_id=topic)
    with writing(store, "uji.catat", by="Uji") as write:
        write.insert(Commitment, meeting_id=meeting, order_no=1, kind="arahan", text="pompa dikirim")
        write.insert(
            Issue, topic_id=topic, kind="kendala", happened_on=date(2020, 5, 1), text="pompa macet",
            state="terbuka", situation="perhatian",
        )  # fmt: skip
    (number,) = store.one(f"SELECT seq FROM topic WHERE id = {store.mark}", (topic,)) or (0,)

    def found(**where: object) -> set[str]:
        return {hit.text for hit in search_hits(Search(store, "pompa", **where)) if "pompa" in hit.text}  # type: ignore[arg-type]

    assert found(topic=number) >= {"pompa baru", "pompa dikirim", "pompa macet"}
    assert "pompa lama" not in found(topic=number)
    assert found(period=whole_year(date(2024, 1, 1))) == {"pompa baru", "pompa dikirim"}
    assert found(groups=frozenset({"statement"})) == {"pompa baru", "pompa lama"}
    counts = Search(store, "pompa", frozenset({"issue"}), period=whole_year(date(2024, 1, 1))).counts()
    assert {group: count for group, count in counts.items() if count} == {"statement": 1, "commitment": 1}


def test_a_hit_tells_what_it_is_and_where_it_leads(store: Store) -> None:
    meeting = say(store, ["Tanggul retak dekat pasar"])
    (hit,) = search_hits(Search(store, "tanggul retak"))
    assert (hit.kind, hit.title, hit.day) == ("laporan", MEETING["title"], MEETING["held_on"])
    assert hit.leads == {"meeting": meeting}


def test_nothing_of_what_was_deleted_is_found(store: Store) -> None:
    say(store, ["tanggul retak"])
    hit = search_hits(Search(store, "tanggul"))[0]
    with writing(store, "uji.hapus", by="Uji") as write:
        write.delete(Statement, hit.id)
        write.update(Meeting, hit.leads["meeting"], title="Rapat Lain")
    assert texts_found(store, "tanggul") == []
    assert [one.title for one in search_hits(Search(store, "lain rapat"))][:1] == ["Rapat Lain"]
