"""Rekap Wilayah of a topic on paper: sizes of areas and province, and the readiness of one of them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from desktop.base.clock import today
from desktop.base.errors import NotFound
from desktop.base.numbers import grouped
from desktop.base.places import safe_file_name
from desktop.documents import region_rollup_content as paper
from desktop.models.queries.checklist import TopicRow
from desktop.models.queries.readiness_rollup import RolledCategory, RolledItem, RolledUp, rollup
from desktop.models.queries.records import fields_of
from desktop.models.queries.size_rollup import SizeSum, WholeSize, whole_sizes
from desktop.models.queries.wholes import Whole, wholes
from desktop.models.store import Store
from desktop.services import rollup_words as words
from desktop.services.readiness_words import event_words

NAME = "Rekap Wilayah"


def region_rollup_content(store: Store, topic: UUID, whole: UUID) -> paper.RegionRollupContent:
    """The roll-up as it stands, of a closed topic as it was closed; `whole` is the region that stands for one.

    Raises NotFound where the topic or the whole is gone.
    """
    values = fields_of(store, "topic", topic).values
    head = TopicRow(topic, values["name"], values["event_label"], values["event_date"])
    day: date = values["closed_on"] or today()
    every = wholes(store)
    found = rollup(store, topic, _whole(every, whole), day)
    return paper.RegionRollupContent(
        title=head.name,
        whole=found.whole.name,
        summary=summary_words(found.regions, len(found.whole.members), found.total),
        sizes=tuple(_size_line(one, day) for one in whole_sizes(store, every)),
        ready=tuple(line for category in found.categories for line in _lines(category, whole, day)),
        event=event_words(head, day),
        as_of=day,
    )


def region_rollup_title(store: Store, topic: UUID, whole: UUID) -> str:
    """What the register of papers calls it."""
    return f"{NAME} {_whole(wholes(store), whole).name}, {fields_of(store, 'topic', topic)['name']}"


def region_rollup_file_name(store: Store, topic: UUID, whole: UUID, *, suffix: str = ".pdf") -> str:
    """A proper name to save it under: the day, what it is, of which whole, the topic."""
    name = _whole(wholes(store), whole).name
    topic_name = fields_of(store, "topic", topic)["name"]
    return safe_file_name(f"{today():%Y-%m-%d}", NAME, name, topic_name, suffix=suffix)


def summary_words(regions: int, members: int, total: RolledUp) -> str:
    """Who takes part, how much they reported, and their score: `8 dari 38 kabupaten/kota ikut serta · …`."""
    score = "–" if total.tally.percent is None else f"{total.tally.percent}%"
    return (
        f"{grouped(regions)} dari {grouped(members)} kabupaten/kota ikut serta · "
        f"{grouped(total.reported)} dari {grouped(total.asked)} dilaporkan · skor {score}"
    )


def _whole(every: list[Whole], region: UUID) -> Whole:
    found = next((one for one in every if one.region_id == region), None)
    if found is None:
        raise NotFound("Wilayah kerja ini sudah tidak ada.", "Pilih wilayah kerja lain.")
    return found


def _size_line(size: WholeSize, day: date) -> paper.SizeLine:
    stations, voters = (_size_cell(one, day) for one in size.sums)
    return paper.SizeLine(size.whole.name, len(size.whole.members), stations, voters)


def _size_cell(size: SizeSum, day: date) -> paper.SizeCell:
    reported = ""
    if size.reported is not None:
        apart = words.difference_words(size)
        reported = "\n".join(filter(None, (words.figure_words(size.reported, day), apart)))
    made_of = words.made_of_words(size) if size.total is not None else ""
    return paper.SizeCell(words.total_words(size), made_of, reported)


def _lines(category: RolledCategory, whole: UUID, day: date) -> list[paper.ReadyLine]:
    told = [one for one in category.items if one.told or one.regions.reported]
    if not told:
        return []
    head = _line(category.name, category.regions, day, is_category=True)
    return [head, *(_item_line(one, whole, day) for one in told)]


def _item_line(one: RolledItem, whole: UUID, day: date) -> paper.ReadyLine:
    line = _line(f"{one.item.code} {one.item.text}", one.regions, day, is_category=False)
    return paper.ReadyLine(
        line.name, False, line.reported, line.amount, line.score, line.days,
        words.told_words(one.told), words.told_from(one.told, day, within=whole),
    )  # fmt: skip


def _line(name: str, regions: RolledUp, day: date, *, is_category: bool) -> paper.ReadyLine:
    percent = regions.tally.percent
    return paper.ReadyLine(
        name, is_category, words.coverage_words(regions), words.amount_of_regions(regions),
        "" if percent is None else f"{percent}%", words.freshness_of_regions(regions, day),
    )  # fmt: skip
