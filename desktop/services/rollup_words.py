"""How sums and reports for a whole are put into words: what they are made of, how old, how far they are apart.

The same words stand on screen, in the workbook and on paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from desktop.base.dates import medium_date
from desktop.base.numbers import grouped, plain
from desktop.models.queries.readiness_items import ItemRow
from desktop.models.queries.readiness_rollup import RolledUp
from desktop.models.queries.region_figures import Figure
from desktop.models.queries.size_rollup import SizeSum
from desktop.models.words import TO_CONFIRM
from desktop.services.readiness_words import PROVISIONAL, amount_words

NO_FIGURE = "belum ada angka"
NOTHING_TOLD = "belum ada"


def age_words(day: date, today: date) -> str:
    """How long ago a day is: `hari ini`, `kemarin`, `15 hari lalu`."""
    days = (today - day).days
    return {0: "hari ini", 1: "kemarin"}.get(days, f"{grouped(days)} hari lalu" if days > 0 else medium_date(day))


def total_words(size: SizeSum) -> str:
    """What the regions add up to: `13.277`; `belum ada angka` where nothing is known, which is no zero."""
    return NO_FIGURE if size.total is None else grouped(size.total)


def made_of_words(size: SizeSum) -> str:
    """What a sum is made of: `8 dari 8 wilayah; 5 DPT, 2 DPS, 1 coklit (sementara)`."""
    words = f"{grouped(size.known)} dari {grouped(size.members)} wilayah"
    if size.bases:
        words += "; " + ", ".join(f"{grouped(count)} {basis}" for basis, count in size.bases)
    return f"{words} ({PROVISIONAL})" if size.is_provisional else words


def missing_words(size: SizeSum) -> str:
    """Who has no figure: `30 wilayah belum ada angka`; nothing where all have."""
    return f"{grouped(len(size.missing))} wilayah {NO_FIGURE}" if size.missing else ""


def days_words(size: SizeSum, today: date) -> str:
    """How old the figures of a sum are: `yang terlama 20 September 2024 (13 hari lalu); 7 tanpa tanggal`."""
    said = []
    if size.oldest is not None:
        said.append(f"yang terlama {medium_date(size.oldest)} ({age_words(size.oldest, today)})")
    if size.undated:
        said.append(
            "tanggal tidak disebut" if size.undated == size.known else f"{grouped(size.undated)} tanpa tanggal"
        )
    return "; ".join(said)


def figure_words(figure: Figure | None, today: date) -> str:
    """A figure with its kind, source and age: `60.751 DPT (suarasurabaya; 20 September 2024, 13 hari lalu)`."""
    if figure is None:
        return NOTHING_TOLD
    day = figure.as_of
    when = "tanggal tidak disebut" if day is None else f"{medium_date(day)}, {age_words(day, today)}"
    return f"{grouped(figure.value)} {figure.basis} ({figure.source}; {when})"


def difference_words(size: SizeSum) -> str:
    """How far the report for the whole and the sum are apart; a difference is told, it is no error."""
    apart = size.difference
    if apart is not None:
        if apart == 0:
            return "sama dengan jumlah wilayahnya"
        more = "lebih banyak" if apart > 0 else "lebih sedikit"
        return f"{grouped(abs(apart))} {more} daripada jumlah wilayahnya"
    if size.reported is None or size.total is None:
        return ""
    return "belum dapat dibandingkan"


def coverage_words(regions: RolledUp) -> str:
    """How many regions reported of those asked: `6 dari 8`; nothing where none is asked."""
    return f"{grouped(regions.reported)} dari {grouped(regions.asked)}" if regions.asked else ""


def amount_of_regions(regions: RolledUp) -> str:
    """The things the regions have of what they need: `12.400 dari 26.554 (sementara)`; "" where not counted."""
    if regions.amount is None:
        return ""
    if regions.need is None:
        return plain(regions.amount)
    notes = [PROVISIONAL] if regions.provisional else []
    if regions.unsized:
        notes.append(f"kebutuhan {grouped(regions.unsized)} wilayah belum diketahui")
    words = f"{plain(regions.amount)} dari {plain(regions.need)}"
    return f"{words} ({'; '.join(notes)})" if notes else words


def freshness_of_regions(regions: RolledUp, today: date) -> str:
    """How old the reports are: `4 Okt 2024, 3 perlu dikonfirmasi`; nothing without a report."""
    if regions.newest is None or regions.oldest is None:
        return ""
    said = [age_words(regions.newest, today)]
    if regions.oldest != regions.newest:
        said = [f"{age_words(regions.newest, today)} s.d. {age_words(regions.oldest, today)}"]
    if regions.to_confirm:
        said.append(f"{grouped(regions.to_confirm)} {TO_CONFIRM.lower()}")
    return ", ".join(said)


def told_words(told: Sequence[ItemRow]) -> str:
    """What was reported for the whole in few words: `96%`, `Siap`; that of the province names it."""
    if not told:
        return ""
    return amount_words(told[0]) or told[0].state_words


def told_from(told: Sequence[ItemRow], today: date, *, within: UUID | None = None) -> str:
    """Of what, by whom and when: `Provinsi Jawa Timur, SILOG, 4 Oktober 2024 (15 hari lalu)`.

    `within` is a region that need not be named.
    """
    if not told:
        return ""
    one = told[0]
    when = ""
    if one.as_of is not None:
        old = f", {TO_CONFIRM.lower()}" if one.needs_confirmation(today) else ""
        when = f"{medium_date(one.as_of)} ({age_words(one.as_of, today)}{old})"
    region = "" if one.region_id == within else one.region
    return ", ".join(filter(None, (region, one.institution, one.source, when)))


def told_in_full(told: Sequence[ItemRow], today: date) -> list[str]:
    """Everything that was reported for wholes, a line each, for a tip."""
    return [f"{told_words([one])} – {told_from([one], today)}" for one in told]
