"""The parts of a JSON file, each of which knows where it stands and reads its values, or tells what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Any, TypeVar

from desktop.base.errors import InvalidInput

LARGEST = 5_000_000
"""Bytes a file may have; a meeting of two hours is a hundredth of it."""

_LONGEST = 100_000  # letters of one text
_LAST_NUMBER = 10_000  # of a point on the agenda

T = TypeVar("T")


def parse(data: bytes) -> Place:
    """The whole of a file."""
    return Place(_object(data), "")


def _object(data: bytes) -> dict[str, Any]:
    if len(data) > LARGEST:
        raise InvalidInput("", "Berkas terlalu besar untuk satu rapat.", "Pilih berkas JSON satu rapat.")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InvalidInput(
            "", f"Berkas bukan teks UTF-8 (bita ke-{error.start + 1}).", "Simpan ulang berkas sebagai UTF-8."
        ) from error
    except json.JSONDecodeError as error:
        raise InvalidInput(
            "", f"Berkas bukan JSON yang benar: baris {error.lineno}, kolom {error.colno}.",
            "Perbaiki tempat itu, lalu impor lagi.",
        ) from error  # fmt: skip
    except RecursionError as error:
        raise InvalidInput("", "Susunan berkas terlalu dalam.", "Pilih berkas JSON satu rapat.") from error
    except ValueError as error:  # a number of thousands of digits
        raise InvalidInput(
            "", "Berkas memuat angka yang terlalu panjang.", "Pilih berkas JSON satu rapat."
        ) from error
    if not isinstance(found, dict):
        raise InvalidInput("", "Berkas harus berisi satu objek JSON.", "Lihat contoh rapat 26 September 2024.")
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the file that knows where it stands."""

    value: dict[str, Any]
    path: str

    def at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name

    def fault(self, name: str, reason: str) -> InvalidInput:
        return InvalidInput(self.at(name), f"{self.at(name)}: {reason}", "Perbaiki isian itu, lalu impor lagi.")

    def part(self, name: str) -> Place:
        found = self.part_or_none(name)
        if found is None:
            raise self.fault(name, "bagian ini wajib ada.")
        return found

    def part_or_none(self, name: str) -> Place | None:
        found = self.value.get(name)
        if found is None:
            return None
        if not isinstance(found, dict):
            raise self.fault(name, "harus berupa objek.")
        return Place(found, self.at(name))

    def each(self, name: str, read: Callable[[Place], T]) -> tuple[T, ...]:
        places = []
        for number, one in enumerate(self._list(name)):
            if not isinstance(one, dict):
                raise self.fault(f"{name}[{number}]", "harus berupa objek.")
            places.append(Place(one, self.at(f"{name}[{number}]")))
        return tuple(read(place) for place in places)

    def texts(self, name: str) -> tuple[str, ...]:
        found = self._list(name)
        for number, one in enumerate(found):
            if not isinstance(one, str) or not one.strip():
                raise self.fault(f"{name}[{number}]", "harus berupa teks yang tidak kosong.")
            self._require_keepable(f"{name}[{number}]", one)
        return tuple(one.strip() for one in found)

    def text(self, name: str) -> str:
        found = self.text_or_none(name)
        if found is None:
            raise self.fault(name, "wajib diisi.")
        return found

    def text_or_none(self, name: str) -> str | None:
        found = self.value.get(name)
        if found is None:
            return None
        if not isinstance(found, str):
            raise self.fault(name, "harus berupa teks, atau null bila tidak diketahui.")
        self._require_keepable(name, found)
        return found.strip() or None

    def day(self, name: str) -> date:
        found = self.day_or_none(name)
        if found is None:
            raise self.fault(name, "tanggal wajib diisi, seperti 2024-09-26.")
        return found

    def day_or_none(self, name: str) -> date | None:
        found = self.text_or_none(name)
        try:
            return None if found is None else date.fromisoformat(found)
        except ValueError as error:
            raise self.fault(name, f"“{found}” bukan tanggal yang ada; tulis seperti 2024-09-26.") from error

    def clock_or_none(self, name: str) -> time | None:
        found = self.text_or_none(name)
        try:
            told = None if found is None else time.fromisoformat(found.replace(".", ":"))
        except ValueError as error:
            raise self.fault(name, f"“{found}” bukan waktu; tulis seperti 09:00.") from error
        if told is not None and told.tzinfo is not None:
            raise self.fault(name, f"“{found}” menyebut zona; tulis waktu setempat seperti 09:00.")
        return told

    def whole_or_none(self, name: str) -> int | None:
        found = self.value.get(name)
        if found is not None and (not isinstance(found, int) or isinstance(found, bool)):
            raise self.fault(name, "harus berupa bilangan bulat.")
        if found is not None and not 0 <= found <= _LAST_NUMBER:
            raise self.fault(name, f"harus antara 0 dan {_LAST_NUMBER}.")
        return found

    def word(self, name: str, allowed: tuple[str, ...]) -> str:
        found = self.text(name)
        if found not in allowed:
            raise self.fault(name, f"“{found}” tidak dikenal; pilih salah satu dari {', '.join(allowed)}.")
        return found

    def _require_keepable(self, name: str, text: str) -> None:
        if len(text) > _LONGEST:
            raise self.fault(name, f"lebih panjang dari {_LONGEST} huruf.")
        if any(char == "\x00" or "\ud800" <= char <= "\udfff" for char in text):
            raise self.fault(name, "mengandung karakter yang tidak dapat disimpan (NUL atau surrogate).")

    def _list(self, name: str) -> list[Any]:
        found = self.value.get(name)
        if found is None:
            return []
        if not isinstance(found, list):
            raise self.fault(name, "harus berupa daftar.")
        return found
