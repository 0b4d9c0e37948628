"""Documents → those that share an index: one for a young column, whole years later on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.search.documents import SearchDocument


@dataclass(frozen=True, slots=True)
class Shard:
    """``name`` is the folder: ``all``, ``2026`` or ``2019-2021``; documents newest first."""

    name: str
    documents: tuple[SearchDocument, ...]


def shards(documents: Sequence[SearchDocument], size: int) -> list[Shard]:
    """All in one up to ``size``; beyond, years merged while they fit, newest first.

    A year that outgrows ``size`` by itself stays whole. Merging starts from the oldest
    year, so that a new document leaves the shards of closed years as they are.
    """
    ordered = sorted(sorted(documents, key=lambda d: d.url), key=lambda d: d.date, reverse=True)
    if len(ordered) <= size:
        return [Shard("all", tuple(ordered))] if ordered else []
    years: dict[str, list[SearchDocument]] = defaultdict(list)
    for document in ordered:
        years[document.shard_year].append(document)
    groups: list[list[str]] = []
    for year in sorted(years):
        if groups and sum(len(years[y]) for y in groups[-1]) + len(years[year]) <= size:
            groups[-1].append(year)
        else:
            groups.append([year])
    return [_shard(group, years) for group in reversed(groups)]


def _shard(group: list[str], years: dict[str, list[SearchDocument]]) -> Shard:
    name = group[0] if len(group) == 1 else f"{group[0]}-{group[-1]}"
    return Shard(name, tuple(d for year in reversed(group) for d in years[year]))
