"""Who signs, on every paper that is signed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.documents.content import Signatory
from tests.documents.reading import paper_text
from tests.documents.samples import SAMPLES

SIGNED = {
    sample.module.__name__.rpartition(".")[2]: sample
    for sample in (make() for make in SAMPLES.values())
    if getattr(sample.content, "signatory", None)
}


@pytest.mark.parametrize("paper", SIGNED)
def test_nip_and_nrp_stand_where_the_office_prints_them(paper: str) -> None:
    sample = SIGNED[paper]
    signer = Signatory("", "Kepala Contoh", "Sekar Arum", number_kind="NRP", number="71030599", acting="Plt.")
    content = replace(sample.content, signatory=signer)
    text = paper_text(sample.module.render(content, replace(sample.profile, sign_numbers=True)))
    assert all(part in text for part in ("Plt.KepalaContoh,", "SekarArum", "NRP.71030599"))
    text = paper_text(sample.module.render(content, replace(sample.profile, sign_numbers=False)))
    assert "SekarArum" in text
    assert "71030599" not in text


def test_a_name_may_be_pasted_with_empty_lines_in_it() -> None:
    sample = SIGNED["extract"]
    name = "\ua997\n\nSekar Arum"
    content = replace(sample.content, signatory=Signatory("", "Kepala Contoh", name))
    assert "\ua997SekarArum" in paper_text(sample.module.render(content, sample.profile))
