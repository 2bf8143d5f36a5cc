"""The code on a paper is found again however it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.proof_code import code_of, read_code


@given(st.text(), st.integers())
def test_every_code_reads_back(words: str, number: int) -> None:
    code = code_of(words.encode("utf-8", "replace").decode("utf-8"), number)
    for typed in (
        code,
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        f"RAKOR:{code}",
        f" {code}\n",
    ):
        assert read_code(typed) == code
    assert read_code(code.replace("0", "o").replace("1", "l")) == code


@pytest.mark.parametrize("typed", ["", "ABCD-EFGH", "ABCD-EFGH-JKMN-P", "ABCD-EFGH-JKU!", "Ⅷ" * 12])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    assert read_code(typed) is None
