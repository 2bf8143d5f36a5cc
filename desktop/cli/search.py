"""`search`: everything the office knows that has the words, the best first."""

from __future__ import annotations

import argparse

from desktop.cli.commands import OpenWindow
from desktop.cli.office import opened
from desktop.cli.speech import letters, print_json

_SHOWN = 50


def run(options: argparse.Namespace, _: OpenWindow) -> int:
    """Print the first hits: what it is, its day, of what, and the words that were found."""
    from desktop.base.dates import medium_date
    from desktop.models.queries.search import Search
    from desktop.models.queries.search_hits import search_hits

    with opened(options, "search") as store:
        search = Search(store, letters(" ".join(options.words)))
        hits = search_hits(search, _SHOWN + 1)
    shown = [(hit, hit.text_for(search.wanted).text) for hit in hits[:_SHOWN]]
    if options.json:
        print_json(
            [
                {
                    "id": hit.id, "table": hit.table, "kind": hit.words, "day": hit.day, "title": hit.title,
                    "snippet": text,
                }
                for hit, text in shown
            ]
        )  # fmt: skip
        return 0
    for hit, text in shown:
        day = medium_date(hit.day) if hit.day else ""
        print(" · ".join(part for part in (hit.words, day, " ".join(hit.title.split()), text) if part))
    if not hits:
        print("Tidak ditemukan.")
    elif len(hits) > _SHOWN:
        print(f"Hanya {_SHOWN} yang pertama ditampilkan; tambah kata untuk mempersempit.")
    return 0
