"""The child reads signatures of files from outside and names what cannot be read; it goes on afterwards."""

from __future__ import annotations

import pytest

pytest.importorskip("pyhanko")

from desktop.base.errors import FileProblem
from desktop.exchange.signatures.shapes import State
from desktop.worker.client import WorkerClient
from desktop.worker.signatures import report_from
from tests.documents.test_sign_fields import with_fields
from tests.exchange.signatures.signing import signed


def test_the_child_reads_signatures_and_survives_files_that_are_none() -> None:
    pdf = signed(with_fields("undangan").render(), "Kepala_Bidang_Contoh")
    with WorkerClient() as worker:
        for broken in (b"", pdf[:400]):
            with pytest.raises(FileProblem):
                worker.ask("signatures", broken)
        (one,) = report_from(worker.ask("signatures", pdf)).signatures
    assert (one.signer, one.state) == ("Sekar Arum, S.Sos.", State.WHOLE)
