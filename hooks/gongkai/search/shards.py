"""Documents → those that share an index: one for a young column, whole years later on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.search.documents import SearchDocument

#: how many documents of closed years share a shard, and from how many documents on they may be more
CLOSED, MANY, CLOSED_OF_MANY = 15_000, 100_000, 30_000
#: how many of the year under way: an edit makes one shard anew
PART = 1800


@dataclass(frozen=True, slots=True)
class Shard:
    """``name`` is the folder: ``all``, ``2026``, ``2026-07`` or ``2019-2021``; documents newest first."""

    name: str
    documents: tuple[SearchDocument, ...]


def shards(
    documents: Sequence[SearchDocument], running: int, closed: int | None = None, part: int = PART
) -> list[Shard]:
    """All in one up to ``running``; beyond, the year under way by itself and older ones up to ``closed``.

    Newest first; pages without a date belong to the year under way, which is in parts of whole months. A
    closed year that outgrows the size by itself stays whole. Merging starts from the oldest year, so that a
    new document leaves closed years alone.
    """
    ordered = sorted(sorted(documents, key=lambda d: d.url), key=lambda d: d.date, reverse=True)
    if len(ordered) <= running:
        return [Shard("all", tuple(ordered))] if ordered else []
    most = closed or (CLOSED if len(ordered) < MANY else CLOSED_OF_MANY)
    newest = max(d.shard_year for d in ordered)
    years: dict[str, list[SearchDocument]] = defaultdict(list)
    for document in ordered:
        years[document.shard_year or newest].append(document)
    groups: list[list[str]] = []
    for year in sorted(years):
        size = sum(len(years[y]) for y in groups[-1]) if groups else 0
        if groups and year != newest and size + len(years[year]) <= most:
            groups[-1].append(year)
        else:
            groups.append([year])
    return [*_parts(newest, years[newest], part), *(_shard(group, years) for group in reversed(groups[:-1]))]


def _parts(year: str, documents: list[SearchDocument], most: int) -> list[Shard]:
    """A year in parts, each named after its first month: its name stays when a later month is added."""
    if len(documents) <= most:
        return [Shard(year or "undated", tuple(documents))]
    months: dict[str, list[SearchDocument]] = defaultdict(list)
    last = max(each.date[:7] for each in documents)
    for document in documents:
        months[document.date[:7] or last].append(document)
    parts: list[list[SearchDocument]] = []
    for month in sorted(months):
        if not parts or len(parts[-1]) + len(months[month]) > most:
            parts.append([])
        parts[-1] = months[month] + parts[-1]
    return [
        Shard(min(each.date[:7] for each in found if each.date), tuple(found)) for found in reversed(parts)
    ]


def _shard(group: list[str], years: dict[str, list[SearchDocument]]) -> Shard:
    name = group[0] if len(group) == 1 else f"{group[0]}-{group[-1]}"
    return Shard(name or "undated", tuple(d for year in reversed(group) for d in years[year]))
