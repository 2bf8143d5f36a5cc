"""Single cells as a directory keeps them: telephone, NIP, post with its Plt., and what is refused."""

from __future__ import annotations

import re

from desktop.base.folding import fold
from desktop.models.words import ACTING, ROLES

_NOT_DIGITS = re.compile(r"\D", re.ASCII)
_NUMBER_AS_FLOAT = re.compile(r"\d+\.0")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_SPREAD_PHONE = re.compile(r"[/;,]| dan | atau ")
_NIK_DIGITS, _NIP_DIGITS = 16, 18
_ACTING = re.compile(rf"({'|'.join(word for word in ACTING if word != 'definitive')})\b\.?\s+", re.IGNORECASE)
_NOTHING = frozenset({"-", "--", "—", "–", "n/a", "na", "tidak ada", "nihil", "kosong", "?"})


def said(cell: str) -> str:
    """The cell without blanks around and doubled within; a dash for "nothing" is nothing."""
    text = " ".join(cell.split())
    return "" if text.lower() in _NOTHING else text


def digits(cell: str) -> str:
    """Only the digits of a cell; a number spreadsheets wrote with a decimal point ends before it."""
    text = cell.strip().lstrip("'")
    return _NOT_DIGITS.sub("", text[:-2] if _NUMBER_AS_FLOAT.fullmatch(text) else text)


def phone(cell: str) -> str | None:
    """A telephone number as one dials it (0812…); None when nobody could reach it."""
    numbers = [one for part in _SPREAD_PHONE.split(cell) if (one := _dialled(digits(part)))]
    return " / ".join(dict.fromkeys(numbers)) or None


def _dialled(number: str) -> str:
    if number.startswith("62") and len(number) >= 10:
        number = f"0{number[2:]}"
    elif number.startswith("8") and 9 <= len(number) <= 13:
        number = f"0{number}"  # a spreadsheet takes the nought in front away
    return number if 5 <= len(number) <= 15 else ""


def is_nik(cell: str) -> bool:
    """Whether a cell holds a NIK, which is kept nowhere."""
    return len(digits(cell)) == _NIK_DIGITS and not re.search(r"[A-Za-z]", cell)


def is_nip(cell: str) -> bool:
    """Whether a cell holds the 18 digits of a NIP."""
    return len(digits(cell)) == _NIP_DIGITS and not re.search(r"[A-Za-z]", cell)


def is_phone(cell: str) -> bool:
    """Whether a cell looks like a telephone number, not like a count."""
    number = digits(cell)
    return not re.search(r"[A-Za-z]", cell) and 9 <= len(number) <= 14 and number.startswith(("0", "62", "8"))


def is_email(cell: str) -> bool:
    """Whether a cell is an address."""
    return bool(_EMAIL.fullmatch(cell.strip()))


def post(cell: str, institution: str) -> tuple[str, str]:
    """The title of a post without its Plt. and without the institution behind it, and how it is held."""
    held, title = "definitive", said(cell)
    if found := _ACTING.match(title):
        held, title = found[1].lower(), title[found.end() :]
    behind = fold(institution)
    words = title.split()
    for cut in range(1, len(words)):
        if behind and fold(" ".join(words[cut:])) == behind:
            return held, " ".join(words[:cut]).rstrip(" ,-–")
    return held, title


def role(cell: str) -> str | None:
    """The role at the table these words mean; None where they mean none."""
    words = fold(cell)
    for code, name in ROLES.items():
        if words in (code, fold(name)) or (words and fold(name) in words):
            return code
    return {"ketua": "pimpinan", "pembicara": "narasumber", "wartawan": "pers", "undangan": "peserta"}.get(words)
