"""Files to attach are taken in by the child: what they are, what they are called, and a photo made small."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desktop.base.errors import InvalidInput
from desktop.worker.attached import taken_from
from desktop.worker.client import WorkerClient
from tests.exchange.attached import made


def test_the_child_takes_files_photos_and_copied_pictures_and_refuses_programs(tmp_path: Path) -> None:
    scan, program = tmp_path / "hadir.pdf", tmp_path / "foto.jpg"
    scan.write_bytes(made.PDF)
    program.write_bytes(made.PROGRAM)
    with WorkerClient() as worker:
        taken = taken_from(worker.ask("take-file", scan))
        assert (taken.name, taken.media_type, taken.content) == ("hadir.pdf", "application/pdf", made.PDF)
        pasted = taken_from(worker.ask("take-picture", made.png(2000, 1000), "Tempelan"))
        assert (pasted.name, Image.open(BytesIO(pasted.content)).size) == ("Tempelan.jpg", (1600, 800))
        assert Image.open(BytesIO(worker.run("shrink", pasted.content, 96))).size == (96, 48)
        with pytest.raises(InvalidInput, match="program") as refused:
            worker.run("take-file", program)
    assert refused.value.field == "file"
