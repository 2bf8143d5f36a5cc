"""What differs between two versions of minutes, place by place in the words of the paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from desktop.services.frozen_content import paths

_PLACES = {
    "title": "Nama rapat", "held_on": "Tanggal", "starts_at": "Waktu mulai", "ends_at": "Waktu selesai",
    "ended_at": "Waktu berakhir", "zone": "Zona waktu", "place": "Tempat", "number": "Nomor notula",
    "invitation_number": "Nomor undangan", "invitation_date": "Tanggal undangan", "agenda": "Acara",
    "chair": "Ketua", "secretary": "Sekretaris", "minute_taker": "Pencatat", "attendees": "Peserta",
    "participants_in_brief": "Peserta", "opening": "Kata pembukaan", "reviewed": "Tindak lanjut rapat sebelumnya",
    "discussions": "Pembahasan", "decisions": "Kesimpulan", "closing": "Penutup", "follow_ups": "Tindak lanjut",
    "closed_since": "Selesai sejak rapat lalu",
    "signed_on": "Tanggal notula", "signatory": "Penanda tangan", "minute_signatory": "Notulis",
}  # fmt: skip
_UNSAID = frozenset({"proof_code", "revision", "draft", "zone"})
_CODES = frozenset({"kind", "number_kind"})  # words of the program, printed as others
_NO_TEXT = frozenset(
    {"held_on", "starts_at", "ends_at", "ended_at", "started_at", "due", "signed_on", "invitation_date"}
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two versions differ: what stood there and what stands there now, empty where nothing.

    `is_text` tells that it prints letter by letter as it stands here.
    """

    place: str
    before: str
    after: str
    is_text: bool = True


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Difference]:
    """What differs, in the order of the paper; rows that only moved up or down are not told."""
    for name in _PLACES:
        if name in _UNSAID or before.get(name) == after.get(name):
            continue
        old, new = _values(name, before.get(name)), _values(name, after.get(name))
        keys = [text for text, _ in old], [text for text, _ in new]
        for deed, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
            if deed == "equal":
                continue
            gone, come = old[a:b], new[c:d]
            for place in range(max(len(gone), len(come))):
                was = gone[place] if place < len(gone) else ("", True)
                now = come[place] if place < len(come) else ("", True)
                yield Difference(_PLACES[name], was[0], now[0], was[1] and now[1])


def _values(name: str, plain: Any) -> list[tuple[str, bool]]:
    """Every word of a part with whether it prints as it stands."""
    found = []
    for place, value in paths(plain):
        last = next((part for part in reversed(place) if isinstance(part, str)), name)
        if value not in (None, "") and last not in _CODES:
            found.append((str(value), last not in _NO_TEXT))
    return found
