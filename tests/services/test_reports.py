"""The plain lists of the console."""

from __future__ import annotations

from desktop.models.queries.lookup import Lookup
from desktop.models.store import Store
from desktop.services import reports
from desktop.services.commitments import add_commitment
from desktop.services.desk import Desk


def test_a_follow_up_names_its_regions_in_the_offices_order(store: Store) -> None:
    known = Lookup.read(store).regions
    tuban, bojonegoro = known["kabupaten tuban"], known["kabupaten bojonegoro"]
    add_commitment(Desk(store, "Uji"), kind="arahan", text="Siapkan gudang", regions=(tuban, bojonegoro))
    add_commitment(Desk(store, "Uji"), kind="arahan", text="Tanpa wilayah")
    listed = {row["text"]: row["regions"] for row in reports.commitments(store)}
    assert listed == {"Siapkan gudang": ["Kabupaten Bojonegoro", "Kabupaten Tuban"], "Tanpa wilayah": []}
