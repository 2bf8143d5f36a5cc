"""One key for the many ways an institution is written: KPU Kab. Tuban, Komisi Pemilihan Umum Kabupaten Tuban."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

from desktop.base.folding import fold

T = TypeVar("T")

_WORDS = {
    "kab": "kabupaten", "kabup": "kabupaten", "prov": "provinsi", "propinsi": "provinsi", "prop": "provinsi",
    "jatim": "jawa timur", "kec": "kecamatan", "pemkab": "pemerintah kabupaten", "pemkot": "pemerintah kota",
    "pemprov": "pemerintah provinsi", "pemda": "pemerintah", "kesbangpol": "bakesbangpol", "satpolpp": "satpol pp",
    "dukcapil": "dispendukcapil", "disdukcapil": "dispendukcapil", "kominfo": "diskominfo",
}  # fmt: skip
_PHRASES = (
    ("pemerintah daerah", "pemerintah"),
    ("badan kesatuan bangsa dan politik", "bakesbangpol"),
    ("komisi pemilihan umum", "kpu"),
    ("badan pengawas pemilihan umum", "bawaslu"),
    ("badan pengawas pemilu", "bawaslu"),
    ("kepolisian resor kota", "polres kota"),
    ("kepolisian resor", "polres"),
    ("kepolisian resort", "polres"),
    ("kepolisian daerah", "polda"),
    ("komando distrik militer", "kodim"),
    ("komando resor militer", "korem"),
    ("satuan polisi pamong praja", "satpol pp"),
    ("badan penanggulangan bencana daerah", "bpbd"),
    ("dinas kependudukan dan pencatatan sipil", "dispendukcapil"),
    ("dinas komunikasi dan informatika", "diskominfo"),
    ("dinas perhubungan", "dishub"),
    ("dinas kesehatan", "dinkes"),
    ("dinas pemberdayaan masyarakat dan desa", "dpmd"),
    ("kejaksaan negeri", "kejari"),
    ("badan koordinasi wilayah pemerintahan dan pembangunan", "bakorwil"),
    ("badan koordinasi wilayah", "bakorwil"),
)
_PLACES = frozenset({"kabupaten", "kota", "provinsi"})
_ALIKE = 0.9
_KINDS = (
    ("bakorwil", "bakorwil"), ("kpu", "kpu"), ("bawaslu", "bawaslu"), ("pol(res|da|sek|restabes|resta)", "polri"),
    ("ko(dim|rem|ramil)|kodam|lan(al|ud)", "tni"), ("kej(ari|ati|aksaan)", "kejaksaan"),
    ("pt|pln|cv|perum|bank|pdam|perumda", "usaha"),
    ("kemenag|bps|bpn|imigrasi|lapas|kpp|kementerian|kantor", "vertikal"),
    ("pemerintah|kecamatan", "pemerintah"),
    ("dinas|badan|satpol|bakesbangpol|bpbd|bappeda|inspektorat|sekretariat|dis[a-z]+|din[a-z]+|dpmd|rsud|biro|bagian",
     "perangkat_daerah"),
)  # fmt: skip


@lru_cache(maxsize=16_384)
def institution_key(words: str) -> str:
    """The words as one writes them in full and in short, brought to one form."""
    folded = " ".join(_WORDS.get(word, word) for word in fold(words).split())
    for long, short in _PHRASES:
        folded = folded.replace(long, short)
    return folded


def with_region(institution: str, region: str) -> str:
    """The institution with the region of another column, unless it names it already."""
    place = institution_key(region)
    if not place or not institution:
        return institution
    named = institution_key(institution)
    last = place.split()[-1]
    if last in named.split():
        return institution
    return f"{institution} {region.strip()}"


def guessed_kind(words: str) -> str:
    """The kind of institution its words speak of; "lainnya" where they say nothing."""
    tokens = institution_key(words).split()
    for pattern, kind in _KINDS:
        if tokens and re.fullmatch(pattern, tokens[0]):
            return kind
    return "lainnya"


def guessed_level(words: str) -> str:
    """Whose institution it is, by the places it names."""
    tokens = set(institution_key(words).split())
    if "provinsi" in tokens or tokens >= {"jawa", "timur"} or tokens & {"polda", "kodam", "kejati"}:
        return "provinsi"
    if tokens & {"kecamatan", "polsek", "koramil"}:
        return "kecamatan"
    if tokens & {"kabupaten", "kota", "polres", "kodim", "kejari"}:
        return "kabupaten"
    return "lainnya"


class InstitutionIndex:
    """Institutions by their words: in full, in short, and without "Kabupaten" where that is plain."""

    def __init__(self, named: Iterable[tuple[str, T]] = ()) -> None:
        self._exact: dict[str, object] = {}
        self._loose: dict[str, set[object]] = defaultdict(set)
        self._by_word: dict[str, set[str]] = defaultdict(set)
        for words, one in named:
            self.add(words, one)

    def add(self, words: str, one: object) -> None:
        """Know one more; of two with the same words the first counts."""
        key = institution_key(words)
        if not key:
            return
        self._exact.setdefault(key, one)
        self._loose[_loose(key)].add(self._exact[key])
        for word in key.split():
            self._by_word[word].add(key)

    def find(self, words: str) -> object | None:
        """The institution these words name beyond doubt."""
        key = institution_key(words)
        if (found := self._exact.get(key)) is not None:
            return found
        if not key or set(key.split()) & _PLACES:
            # "Kota Mojokerto" is never the kabupaten; only what names no kind of place may be read loosely.
            loose = self._loose.get(key, set())
        else:
            loose = self._loose.get(_loose(key), set())
        return next(iter(loose)) if len(loose) == 1 else None

    def alike(self, words: str) -> list[object]:
        """The institutions a slip of the pen away, closest first."""
        key = institution_key(words)
        near = {other for word in key.split() if word not in _PLACES for other in self._by_word.get(word, ())}
        scored = []
        for other in near:
            if _named_places(other) == _named_places(key) and abs(len(other) - len(key)) <= 6:
                ratio = SequenceMatcher(None, key, other, autojunk=False).ratio()
                if ratio >= _ALIKE:
                    scored.append((-ratio, other))
        return list(dict.fromkeys(self._exact[other] for _, other in sorted(scored)[:5]))


def _loose(key: str) -> str:
    return " ".join(word for word in key.split() if word not in _PLACES)


def _named_places(key: str) -> tuple[frozenset[str], str]:
    """What two institutions must share to be a slip apart: the kind of place and the place itself."""
    words = key.split()
    return frozenset(words) & _PLACES, words[-1]
