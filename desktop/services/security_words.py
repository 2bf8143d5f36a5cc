"""How the gambaran pengamanan is put into words, the same on screen, in the workbook and on paper.

Words stay neutral: what nobody told is not yet told, and what is planned is compared with a pattern, not judged.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop.base.numbers import grouped
from desktop.models.personnel_need import Pattern, Span
from desktop.models.queries.region_figures import Figure
from desktop.models.security import PlanReport, RegionPicture, RolledUp
from desktop.models.words import FORCES, STATION_RISKS
from desktop.services.readiness_words import PROVISIONAL

NOTHING_TOLD = "Belum ada laporan"
NO_PLAN = "Belum ada rencana"
NO_NEED = "Kebutuhan belum dapat dihitung"
UNKNOWN = "–"
RULE = (
    "Kebutuhan dihitung menurut pola untuk TPS yang sudah diklasifikasikan: tiap kelas dihitung sendiri dan "
    "dibulatkan ke atas, linmas mengikuti jumlah TPS."
)
HANDLING = "Klasifikasi Terbatas: hanya untuk pejabat dan petugas yang berkepentingan."
"""What stands below the heading of all that leaves the program."""


def count(value: int | None) -> str:
    """A number, an en dash where nobody told one."""
    return UNKNOWN if value is None else grouped(value)


def figure_kind(figure: Figure | None) -> str:
    """What kind of figure it is: `DPT`; `DPS (sementara)`."""
    if figure is None:
        return ""
    return f"{figure.basis} ({PROVISIONAL})" if figure.is_provisional else figure.basis


def unclassified(region: RegionPicture) -> str:
    """The difference between a region's polling stations and those with a class, in words."""
    if region.classes is None:
        return NOTHING_TOLD
    if region.stations is None:
        return "Jumlah TPS wilayah belum diketahui"
    return difference(region.unclassified or 0)


def difference(left: int) -> str:
    """So many polling stations without a class; below zero more have one than there are."""
    if left > 0:
        return f"{grouped(left)} TPS belum diklasifikasikan"
    return f"{grouped(-left)} TPS lebih banyak daripada data TPS" if left else "Semua TPS diklasifikasikan"


def coverage(region: RegionPicture) -> str:
    """Of how many kecamatan something is known: `dari 27 dari 28 kecamatan`, the second only where it was told."""
    told = grouped(region.districts_told)
    if region.district_count is None:
        return f"dari {told} kecamatan"
    return f"dari {told} dari {grouped(region.district_count.value)} kecamatan"


def so_many_regions(count: int) -> str:
    """So many regions: `8 wilayah`."""
    return f"{grouped(count)} wilayah"


def area_coverage(known: int, regions: int) -> str:
    """Of how many regions a sum is: `5 dari 8 wilayah`."""
    return f"{grouped(known)} dari {so_many_regions(regions)}"


def rolled_up_difference(found: RolledUp) -> str:
    """The difference over several regions, counted where both numbers are known."""
    if found.classes is None:
        return NOTHING_TOLD
    if not found.compared:
        return "Jumlah TPS belum diketahui"
    parts = [difference(found.unclassified)] if found.unclassified or not found.beyond else []
    words = "; ".join([*parts, *([difference(-found.beyond)] if found.beyond else [])])
    return f"{words} ({area_coverage(found.compared, found.regions)})"


def span(found: Span | None) -> str:
    """A range of people: `424`, `424 s.d. 530`; an en dash where it is unknown."""
    if found is None:
        return UNKNOWN
    if found.least == found.most:
        return grouped(found.least)
    return f"{grouped(found.least)} s.d. {grouped(found.most)}"


def gap(planned: int | None, needed: Span | None) -> str:
    """What is planned against what is needed: `kurang 12 s.d. 40 personel`, `cukup`."""
    if planned is None:
        return NO_PLAN
    if needed is None:
        return NO_NEED
    lacking = needed.short_of(planned)
    if not lacking.most:
        return "Cukup"
    if not lacking.least:
        return f"Cukup untuk batas bawah, kurang {grouped(lacking.most)} personel untuk batas atas"
    return f"Kurang {span(lacking)} personel"


def short_in(lacking: int, compared: int) -> str:
    """In how many of the regions that can be compared fewer are planned than needed at least."""
    if not compared:
        return "Belum dapat dibandingkan"
    if not lacking:
        return f"Tidak ada yang kurang ({so_many_regions(compared)})"
    return f"Kurang di {area_coverage(lacking, compared)}"


def pattern(risk: str, found: Pattern) -> str:
    """A pattern in words: `Kurang rawan: 2 Polri, 8–10 TPS, 16–20 linmas`."""
    stations = _dash(found.stations_from, found.stations_to)
    linmas = _dash(found.linmas_from, found.linmas_to)
    return f"{STATION_RISKS[risk]}: {grouped(found.police)} Polri, {stations} TPS, {linmas} linmas"


def _dash(least: int, most: int) -> str:
    return grouped(least) if least == most else f"{grouped(least)}–{grouped(most)}"


def patterns(found: Mapping[str, Pattern]) -> list[str]:
    """The patterns of a topic, in the order of the classes; those without one are left out."""
    return [pattern(risk, found[risk]) for risk in STATION_RISKS if risk in found]


def pattern_sources(found: Mapping[str, Pattern]) -> str:
    """Where the patterns come from, each source once."""
    return "; ".join(dict.fromkeys(one.source for one in found.values() if one.source))


def part(plan: PlanReport) -> str:
    """Whom a number told of a whole is about: `Polri (Polda)`, `Linmas`; what is of no force, by its own words."""
    if not plan.district:
        return FORCES[plan.force]
    return plan.district if plan.force == "lainnya" else f"{FORCES[plan.force]} ({plan.district})"
