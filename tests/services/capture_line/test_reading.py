"""The grammar of the capture line, line by line, and whatever the order of its tokens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import opening
from desktop.models.store import Store
from desktop.services.attendance import add_guest, invite, mark
from desktop.services.capture_line import FOLLOW_UP, Decisions, Reading, Scene, read_line, scene_of
from desktop.services.desk import Desk
from desktop.services.directory import save_institution, save_person, save_position
from desktop.services.meetings import create_meeting
from desktop.services.tenures import save_tenure

MONDAY, EVENT = date(2026, 11, 23), date(2026, 12, 9)


@pytest.fixture(scope="module")
def office(founded_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An office with a meeting on a Monday, a regency outside the area and a few people with posts."""
    import shutil

    folder = tmp_path_factory.mktemp("baris") / "data"
    shutil.copytree(founded_folder, folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAKOR_CONFIG", str(folder.parent / "config"))
        store = opening.open_folder(folder)
        yield store
        opening.close(store)


@pytest.fixture(scope="module")
def scene(office: Store) -> Scene:
    return make_scene(office)


def named(store: Store, table: str, name: str) -> UUID:
    (row,) = store.rows(f'SELECT id FROM "{table}" WHERE name = {store.mark}', (name,))
    return row[0] if isinstance(row[0], UUID) else UUID(bytes=row[0])


def make_scene(store: Store) -> Scene:
    desk = Desk(store, "Uji")
    topic, _ = make_topic(desk)
    blitar = named(store, "region", "Kabupaten Blitar")
    ngawi = named(store, "region", "Kabupaten Ngawi")
    kpu, _ = save_institution(
        desk, name="KPU Kabupaten Blitar", kind="kpu", level="kabupaten", leader_title="Ketua", regions=[blitar]
    )
    polres, _ = save_institution(
        desk, name="Polres Ngawi", kind="polri", level="kabupaten", leader_title="Kapolres", regions=[ngawi]
    )
    tuban = named(store, "institution", "Pemerintah Kabupaten Tuban")
    lamongan = named(store, "institution", "Pemerintah Kabupaten Lamongan")
    for institution in (tuban, lamongan):
        save_position(desk, institution_id=institution, title="Sekretaris Daerah")
    chief, _ = save_position(desk, institution_id=polres, title="Kabag Ops")
    save_position(desk, institution_id=named(store, "institution", "Polres Tuban"), title="Kabag Ops")
    budi, _ = save_person(desk, name="Budi Santoso, S.H.")
    save_tenure(desk, person_id=budi, position_id=chief, acting="definitive")
    meeting, _ = create_meeting(desk, title="Rakor", held_on=MONDAY, topic_id=topic)
    invite(desk, meeting, [{"position_id": chief, "institution_id": polres, "person_id": budi}])
    head = head_of(store, "Bakorwil Bojonegoro")
    invite(
        desk,
        meeting,
        [{"position_id": head, "institution_id": named(store, "institution", "Bakorwil Bojonegoro")}],
    )
    add_guest(desk, meeting, name="Sri Wahyuni", title="Relawan", institution="PMI")
    seats = {row[0]: row[1] for row in store.rows("SELECT order_no, id FROM participant ORDER BY order_no")}
    ids = [one if isinstance(one, UUID) else UUID(bytes=one) for one in seats.values()]
    mark(desk, ids[:1], "hadir")
    mark(desk, ids[1:2], "diwakili", present_name="Yudi Prasetyo")
    assert kpu
    return scene_of(store, meeting)


def make_topic(desk: Desk) -> tuple[UUID, Any]:
    from desktop.models.journal import writing
    from desktop.models.tables import Topic

    with writing(desk.store, "topic.add", by="Uji") as write:
        topic = write.insert(Topic, name="Banjir", event_label="Hari H", event_date=EVENT, state="open")
        return topic, write.finish()


def head_of(store: Store, institution: str) -> UUID:
    (row,) = store.rows(
        "SELECT p.id FROM position p JOIN institution i ON i.id = p.institution_id "
        f"WHERE i.name = {store.mark} AND p.leads = {store.mark}",
        (institution, True),
    )
    return row[0] if isinstance(row[0], UUID) else UUID(bytes=row[0])


def said(reading: Reading) -> dict[str, Any]:
    """What a line was understood as, in words."""
    return {
        "text": reading.text,
        "to": [
            one.meaning.label for one in reading.tokens if one.meaning and one.kind in ("office", "institution")
        ],
        "due": reading.due_date and reading.due_date.isoformat(),
        "follow_up": reading.is_follow_up,
    }


FOLLOW_UPS = [
    ("Kirim data DPTb final #kpu kab blitar !jumat", "Kirim data DPTb final", ["KPU Kabupaten Blitar"], "2026-11-27"),
    ("Kirim data DPTb final #kpu bli !jumat", "Kirim data DPTb final", ["KPU Kabupaten Blitar"], "2026-11-27"),
    (
        "!H-7 gudang logistik siap +tuban @sekda",
        "gudang logistik siap",
        ["Sekretaris Daerah, Pemerintah Kabupaten Tuban"],
        "2026-12-02",
    ),
    (
        "Polres @kabagops #polres ngawi !25 tambah personel *1",
        "Polres tambah personel",
        ["Kabag Ops, Polres Ngawi", "Polres Ngawi"],
        "2026-11-25",
    ),
    ("Siapkan pompa @budi !25/11", "Siapkan pompa", ["Kabag Ops, Polres Ngawi"], "2026-11-25"),
    ("Siapkan pompa !25 nov", "Siapkan pompa", [], "2026-11-25"),
    ("Siapkan pompa !25/11/2026.", "Siapkan pompa.", [], "2026-11-25"),
    ("Siapkan pompa !25/11/26", "Siapkan pompa", [], "2026-11-25"),
    ("Siapkan pompa !jum'at", "Siapkan pompa", [], "2026-11-27"),
    ("Siapkan pompa !Jum’at", "Siapkan pompa", [], "2026-11-27"),
    ("Siapkan pompa !senin", "Siapkan pompa", [], "2026-11-30"),
    ("Siapkan pompa !besok", "Siapkan pompa", [], "2026-11-24"),
    ("Siapkan pompa !lusa", "Siapkan pompa", [], "2026-11-25"),
    ("Siapkan pompa !hari ini", "Siapkan pompa", [], "2026-11-23"),
    ("Siapkan pompa !minggu depan", "Siapkan pompa", [], "2026-11-30"),
    ("Siapkan pompa !minggu", "Siapkan pompa", [], "2026-11-29"),
    ("Siapkan pompa !akhir bulan", "Siapkan pompa", [], "2026-11-30"),
    ("Siapkan pompa !+7", "Siapkan pompa", [], "2026-11-30"),
    ("Siapkan pompa !h+3", "Siapkan pompa", [], "2026-12-12"),
    ("Siapkan pompa !H", "Siapkan pompa", [], "2026-12-09"),
    ("Siapkan pompa !23", "Siapkan pompa", [], "2026-12-23"),
    ("Siapkan pompa !23/11", "Siapkan pompa", [], "2027-11-23"),
    ("Siapkan pompa !31", "Siapkan pompa", [], "2026-12-31"),
    ("Siapkan pompa !29/2", "Siapkan pompa", [], "2028-02-29"),
    ("Siapkan pompa !25, segera", "Siapkan pompa, segera", [], "2026-11-25"),
    ("!25 Siapkan pompa", "Siapkan pompa", [], "2026-11-25"),
    ("Siapkan pompa !25 !26", "Siapkan pompa !26", [], "2026-11-25"),
    ("Siapkan \"!26 pompa\" !25", "Siapkan \"!26 pompa\"", [], "2026-11-25"),
    ("Siapkan #dinas antah !25", "Siapkan #dinas antah", [], "2026-11-25"),
    ("Siapkan #kpu !25", "Siapkan #kpu", [], "2026-11-25"),
    ("Siapkan #polres mojokerto !25", "Siapkan", ["Polres Mojokerto"], "2026-11-25"),
    ("Siapkan #polres +tuban !25", "Siapkan", ["Polres Tuban"], "2026-11-25"),
    ("Siapkan #kpu se-wilker #bawaslu kabupaten/kota !25", "Siapkan", ["KPU kabupaten/kota", "Bawaslu kabupaten/kota"], "2026-11-25"),
    ("Siapkan #kpu jatim, #polda jatim: !25", "Siapkan,:", ["KPU Provinsi Jawa Timur", "Polda Jawa Timur"], "2026-11-25"),
]  # fmt: skip
NOTES = [
    "Awas! jangan terlambat",
    "Awas!! Segera!",
    'Rapat lanjutan "25 nov" di Madiun',
    "Anggaran naik !1.000 per orang",
    "Tulis ke budi@kantor.go.id!25 ya",
    "Tulis ke humas@kantor.go.id",
    "Perbaiki jalan !31/11",
    "Nomor telepon +62 812 000 000",
    "Butir *4 dan **tebal**",
    'Kutip "terbuka !25 #kpu tuban',
    "Catatan: tanggul aman",
    "Pukul 09:30: mulai",
    "Hadir!besok semua",
]


@pytest.mark.parametrize(("line", "text", "to", "due"), FOLLOW_UPS)
def test_a_follow_up_is_read_as_written(scene: Scene, line: str, text: str, to: list[str], due: str) -> None:
    assert said(read_line(line, scene)) == {"text": text, "to": to, "due": due, "follow_up": True}


@pytest.mark.parametrize("line", NOTES)
def test_what_is_no_token_stays_a_note_as_typed(scene: Scene, line: str) -> None:
    assert said(read_line(line, scene)) == {"text": line, "to": [], "due": None, "follow_up": False}


def test_a_date_that_does_not_exist_warns_and_stays(scene: Scene) -> None:
    found = read_line("Perbaiki jalan !31/11 #dpu", scene)
    assert found.text == "Perbaiki jalan !31/11 #dpu"
    assert "31 November tidak ada" in found.warnings[0]


def test_a_second_date_stays_with_a_warning(scene: Scene) -> None:
    assert "Batas waktu kedua" in read_line("Siapkan pompa !25 !26", scene).warnings[0]


def test_a_date_far_away_is_pointed_out(scene: Scene) -> None:
    assert "lebih dari setahun" in read_line("Siapkan pompa !29/2", scene).warnings[0]


def test_without_an_event_date_h_stays_text_with_a_warning(scene: Scene) -> None:
    from dataclasses import replace

    found = read_line("Gudang siap !H-7", replace(scene, event=None))
    assert (found.text, found.is_follow_up) == ("Gudang siap !H-7", False)
    assert "Hari H" in found.warnings[0]


def test_a_date_from_the_event_follows_the_stages(scene: Scene) -> None:
    assert read_line("Siap !H-7", scene).due_source == "jadwal"
    assert read_line("Siap !jumat", scene).due_source == "disepakati"


def test_several_hits_give_a_list_never_a_guess(scene: Scene) -> None:
    token = read_line("Siapkan #kpu !25", scene).ambiguous
    assert token is not None
    assert "KPU Kabupaten Tuban" in {one.label for one in token.candidates}


def test_a_choice_among_several_holds(scene: Scene) -> None:
    token = read_line("Siapkan #kpu !25", scene).ambiguous
    assert token is not None
    wanted = next(one for one in token.candidates if one.label == "KPU Kabupaten Tuban")
    found = read_line("Siapkan #kpu !25", scene, decisions=Decisions(chosen={token.key: wanted.id}))
    assert found.ambiguous is None
    assert [one.institution_id for one in found.to] == [wanted.id]


def test_a_rejected_token_is_text(scene: Scene) -> None:
    found = read_line("Siapkan pompa !25", scene, decisions=Decisions(rejected=frozenset({"due:25"})))
    assert (found.text, found.is_follow_up) == ("Siapkan pompa !25", False)


def test_an_institution_brings_its_region(scene: Scene, office: Store) -> None:
    found = read_line("Kirim data #kpu kab blitar !jumat", scene)
    assert found.regions == found.implied_regions == (named(office, "region", "Kabupaten Blitar"),)


def test_a_region_that_is_named_stands_alone(scene: Scene, office: Store) -> None:
    found = read_line("Kirim data #kpu kab blitar +tuban !jumat", scene)
    assert (found.regions, found.implied_regions) == ((named(office, "region", "Kabupaten Tuban"),), ())


def test_a_post_and_its_institution_are_one_addressee(scene: Scene) -> None:
    (one,) = read_line("Polres @kabagops #polres ngawi !25 tambah personel", scene).to
    assert one.position_id is not None


def test_a_group_is_each_of_its_members(scene: Scene) -> None:
    found = read_line("Siapkan #kpu se-wilker !25", scene)
    assert len(found.to) == 8
    assert {one.via for one in found.to} == {"KPU kabupaten/kota"}


def test_a_group_in_one_region_is_that_member_alone(scene: Scene, office: Store) -> None:
    (one,) = read_line("Siapkan #polres +tuban !25", scene).to
    assert (one.institution_id, one.via) == (named(office, "institution", "Polres Tuban"), None)


def test_a_mention_in_a_note_is_written_out(scene: Scene) -> None:
    found = read_line("Rapat dengan #kpu kab tuban besok pagi", scene)
    assert (found.text, found.is_follow_up) == ("Rapat dengan KPU Kabupaten Tuban besok pagi", False)


def test_a_line_is_a_follow_up_by_its_kind_too(scene: Scene) -> None:
    found = read_line("Siapkan pompa #kpu kab tuban", scene, kind=FOLLOW_UP)
    assert (found.text, found.due_date, len(found.to)) == ("Siapkan pompa", None, 1)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("sri: Tanggul aman", "Tanggul aman"),
        ("sri wahyuni:  Tanggul aman", "Tanggul aman"),
        ("pmi: Tanggul aman", "Tanggul aman"),
        ("relawan pmi: Tanggul: aman", "Tanggul: aman"),
    ],
)
def test_a_name_before_a_colon_speaks(scene: Scene, line: str, text: str) -> None:
    found = read_line(line, scene)
    assert (found.text, found.tokens[0].meaning and found.tokens[0].meaning.label) == (text, "Sri Wahyuni")
    assert found.speaker is not None


@pytest.mark.parametrize(
    "line",
    [
        "yudi: a.n. kepala Jaga tanggul",
        "yudi a.n. kepala: Jaga tanggul",
        "yudi: an kepala bakorwil: Jaga tanggul",
        "Yudi : A.N. Kepala, Jaga tanggul",
    ],
)
def test_on_whose_behalf_follows_the_speaker(scene: Scene, office: Store, line: str) -> None:
    found = read_line(line, scene)
    assert (found.text, found.on_behalf_of) == ("Jaga tanggul", head_of(office, "Bakorwil Bojonegoro"))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("yudi a.n. entah siapa: Jaga tanggul", "a.n. entah siapa: Jaga tanggul"),
        ("yudi: a.n. entah siapa: Jaga tanggul", "a.n. entah siapa: Jaga tanggul"),
        ('yudi: a.n. "kepala" Jaga tanggul', 'a.n. "kepala" Jaga tanggul'),
    ],
)
def test_a_behalf_nobody_knows_stays_in_the_text(scene: Scene, line: str, text: str) -> None:
    found = read_line(line, scene)
    assert (found.text, found.on_behalf_of, found.speaker is not None) == (text, None, True)


@pytest.mark.parametrize(
    "line", ["yudi: a.n. kepala bakorwil: Jaga tanggul", "yudi a.n. kepala bakorwil: Jaga tanggul"]
)
def test_a_behalf_that_was_turned_down_is_text(scene: Scene, line: str) -> None:
    found = read_line(line, scene, decisions=Decisions(rejected=frozenset({"behalf:kepala bakorwil"})))
    assert (found.text, found.on_behalf_of) == ("a.n. kepala bakorwil: Jaga tanggul", None)
    assert found.speaker is not None


def test_several_lines_keep_their_breaks(scene: Scene) -> None:
    assert read_line("Siapkan:\npompa !25\nperahu", scene).text == "Siapkan:\npompa\nperahu"


TOKENS = ("@budi", "#kpu kab blitar", "+tuban", "!25/11", "*1", '"!26 #polres"', "#dinas antah", "!31/11")


@pytest.mark.parametrize("pair", [*permutations(TOKENS, 2)], ids=" ".join)
def test_every_pair_in_every_order_means_the_same(scene: Scene, pair: tuple[str, ...]) -> None:
    means_the_same(scene, pair, ("Siapkan", "pompa"))


@given(st.permutations(TOKENS).flatmap(lambda all_: st.integers(2, 6).map(lambda n: tuple(all_[:n]))),
       st.lists(st.sampled_from(["Siapkan", "pompa,", "di", "gudang."]), min_size=1, max_size=7))  # fmt: skip
def test_any_order_means_the_same(scene: Scene, tokens: tuple[str, ...], words: list[str]) -> None:
    means_the_same(scene, tokens, words)


def means_the_same(scene: Scene, tokens: tuple[str, ...], words: list[str] | tuple[str, ...]) -> None:
    """The tokens woven into the words in this order and in the opposite one."""
    pieces = [*words]
    for place, token in enumerate(tokens):
        pieces.insert((place * 2 + 1) % (len(pieces) + 1), token)
    one = read_line(" ".join(pieces), scene)
    other = read_line(" ".join([*reversed(tokens), *words]), scene)
    assert meaning(one) == meaning(other)
    stays = [token for token in tokens if token[0] == '"' or token in ("#dinas antah", "!31/11")]
    if not one.is_follow_up:
        return
    left = one.text
    for token in stays:
        assert token in left
        left = left.replace(token, "", 1)
    assert left.split() == list(words)


def meaning(found: Reading) -> tuple[Any, ...]:
    return (frozenset(found.to), frozenset(found.regions), found.due_date, found.priority, found.is_follow_up)


PIECES = [
    *'ab 1@#+!*"“”.,:/-H\n\t', "\u200d", "\u200f", "\u00a0", "\u2028", "🌸", "é", "İ", "²",
    "kpu", "tuban", "25", "jumat", "minggu", "akhir bulan", "29/2/2023", "a.n.", "yudi", "kepala", "bakorwil",
]  # fmt: skip


@given(
    st.sampled_from(["", "yudi:", "yudi a.n. kepala:", "sri a.n. ", "yudi: a.n. kepala"]),
    st.lists(st.sampled_from(PIECES), max_size=30),
)
def test_nothing_typed_is_ever_lost(scene: Scene, opening: str, pieces: list[str]) -> None:
    line = opening + "".join(pieces)
    found = read_line(line, scene, kind=FOLLOW_UP)
    covered = [one for one in found.tokens if one.state == "resolved" or one.kind in ("speaker", "behalf")]
    rest = "".join(
        letter for place, letter in enumerate(line) if not any(one.start <= place < one.end for one in covered)
    )
    assert "".join(rest.split()) == "".join(found.text.split())
    for one in covered:
        if one.kind in ("speaker", "behalf"):
            within = line[one.start : one.end].strip().rstrip(":,")
            told = " ".join(other.typed for other in covered if other.kind in ("speaker", "behalf"))
            assert set(within.split()) - {"a.n.", "an", ":"} <= set(told.split())
    assert all(left.end <= right.start for left, right in zip(found.tokens, found.tokens[1:], strict=False)
               if right.kind != "behalf")  # fmt: skip
