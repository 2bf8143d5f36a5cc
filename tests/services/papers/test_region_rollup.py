"""Rekap Wilayah on paper: the same sums and reports as on screen, each with source and age, and nothing called late."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desktop.base.clock import frozen
from desktop.documents.region_rollup import render
from desktop.models.seeds import PILKADA, fixed_id, item_id
from desktop.models.store import Store
from desktop.services.desk import Desk
from desktop.services.papers.profile import paper_profile
from desktop.services.papers.region_rollup import (
    region_rollup_content,
    region_rollup_file_name,
    region_rollup_title,
)
from desktop.services.readiness import assess
from tests.documents.reading import page_texts

TOPIC, JATIM, TUBAN = fixed_id("topic", PILKADA), fixed_id("region", "35"), fixed_id("region", "35.23")


def test_the_paper_tells_both_figures_with_source_and_age(sqlite_store: Store) -> None:
    desk = Desk(sqlite_store, "Uji")
    with frozen(datetime(2024, 10, 19, 2, tzinfo=UTC)):
        day = date(2024, 10, 4)
        assess(desk, item_id("LOG-03"), TUBAN, state="sebagian", value=1200, measure="jumlah", as_of=day)
        assess(
            desk, item_id("LOG-03"), JATIM, state="sebagian", value=96, measure="persen", source="SILOG", as_of=day
        )
        assess(desk, item_id("GOV-01"), TUBAN, state="belum_siap", as_of=day)  # late inside the office
        content = region_rollup_content(sqlite_store, TOPIC, JATIM)
        assert (
            region_rollup_title(sqlite_store, TOPIC, JATIM)
            == "Rekap Wilayah Provinsi Jawa Timur, Pilkada Serentak 2024"
        )
        name = region_rollup_file_name(sqlite_store, TOPIC, JATIM)
        assert name == "2024-10-19_Rekap-Wilayah_Provinsi-Jawa-Timur_Pilkada-Serentak-2024.pdf"
        pages = page_texts(render(content, paper_profile(sqlite_store)))
    text = " ".join(" ".join(pages).split())
    for words in (
        "5 DPT, 2 DPS, 1 coklit (sementara)", "60.751 DPT (suarasurabaya;", "belum dapat dibandingkan",
        "1.200 dari 26.554", "96%", "SILOG, 4 Oktober 2024 (15 hari lalu)", "belum ada angka",
        "8 dari 38 kabupaten/kota ikut serta · 2 dari 753 dilaporkan",
    ):  # fmt: skip
        assert words in text, words
    assert "terlambat" not in text.casefold()
    assert "lewat batas" not in text.casefold()
