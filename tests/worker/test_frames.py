from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base import errors
from desktop.base.errors import AppError, DamagedFile, InvalidInput
from desktop.documents.content import LetterheadLine, OfficeProfile
from desktop.worker.frames import (
    BrokenFrameError,
    error_from_json,
    error_to_json,
    packed,
    read_frame,
    write_frame,
)


def frame(header, body=b""):
    stream = BytesIO()
    write_frame(stream, header, body)
    return stream.getvalue()


@given(st.dictionaries(st.text(), st.integers() | st.text()), st.binary())
def test_what_is_sent_arrives(header, body):
    stream = BytesIO(frame(header, body) * 2)
    assert read_frame(stream) == (header, body)
    assert read_frame(stream) == (header, body)
    assert read_frame(stream) is None


@dataclass(frozen=True, slots=True)
class Measured:
    """Half of it is worked out."""

    given: int
    found: int = field(init=False, default=7)


def test_a_request_is_unpacked_as_it_was() -> None:
    profile = OfficeProfile(letterhead=(LetterheadLine("PEMERINTAH PROVINSI", level=1),), logo=b"PNG")
    request = ("minutes", profile, (None, [1, {"a": Path("b")}]), {"progress": 2}, Measured(3))
    assert pickle.loads(packed(request)) == request


@given(st.integers(1, 40))
def test_a_cut_off_frame_is_broken(length):
    whole = frame({"kind": "done", "id": 1}, b"x" * 20)
    with pytest.raises(BrokenFrameError):
        read_frame(BytesIO(whole[:length]))


@given(st.binary(min_size=1))
def test_garbage_is_broken_and_never_read_as_a_length(garbage):
    with pytest.raises(BrokenFrameError):
        read_frame(BytesIO(b"\0" + garbage))


@pytest.mark.parametrize("header", [b"[]", b"{", b"\xff", b"7"])
def test_a_header_that_is_no_header_is_broken(header):
    sound = frame({}, b"")
    with pytest.raises(BrokenFrameError):
        read_frame(BytesIO(sound[:4] + len(header).to_bytes(4) + bytes(8) + header))


def test_every_known_fault_survives_the_way():
    for kind in [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, AppError)]:
        error = kind.__new__(kind)
        vars(error).update(message="Apa.", advice="Lalu.")
        again = error_from_json(error_to_json(error))
        assert type(again) is kind
        assert str(again) == "Apa. Lalu."


def test_a_fault_this_side_does_not_know_arrives_as_its_nearest_relative():
    class OddFile(DamagedFile):
        pass

    assert type(error_from_json(error_to_json(OddFile("Apa.")))) is DamagedFile


def test_a_mangled_fault_is_still_a_fault():
    assert type(error_from_json({})) is AppError
    assert type(error_from_json({"kinds": ["annotations", "InvalidInput"], "texts": {}})) is InvalidInput
