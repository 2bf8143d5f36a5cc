"""Regions by the words of a sheet."""

from __future__ import annotations

import pytest

from desktop.services.region_names import RegionNames

NAMES = RegionNames(
    [
        (1, "Kabupaten Mojokerto"), (2, "Kota Mojokerto"), (3, "Kabupaten Tuban"), (4, "Provinsi Jawa Timur"),
        (5, "Wilayah Kerja Bakorwil Bojonegoro"),
    ],
    [(3, "35.23")],
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Tuban", [3]),
        ("KAB. TUBAN", [3]),
        ("kabupaten  tuban", [3]),
        ("35.23", [3]),
        ("Kota Tuban", []),
        ("Mojokerto", [1, 2]),
        ("Kab Mojokerto", [1]),
        ("Kota Mojokerto", [2]),
        ("Prov. Jawa Timur", [4]),
        ("Jawa Timur", [4]),
        ("Wilker", [5]),
        ("Wilayah Kerja", [5]),
        ("Wilker Bakorwil Bojonegoro", [5]),
        ("Sleman", []),
        ("", []),
    ],
)
def test_a_region_is_found_however_it_is_written(words: str, meant: list[int]) -> None:
    assert NAMES.meant(words) == meant
