"""A list, or the part of it under one choice, cut into pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gongkai.records.base import ContentRecord
from gongkai.render.listing import PAGE_SIZE, Listing
from gongkai.render.lists.by_age import ByAge
from gongkai.render.lists.paging import Cut, InOrder


@dataclass(frozen=True)
class Slice:
    """A listing, or the part of it under one choice: its label, facet and slug."""

    listing: Listing
    url: str
    records: list[ContentRecord]
    label: str | None = None
    facet: str | None = None
    feed: str | None = None
    slug: str | None = None

    @property
    def title(self) -> str:
        return f"{self.listing.label}：{self.label}" if self.label else self.listing.label

    @property
    def cut(self) -> Cut:
        """Its pages."""
        kind = ByAge if self.listing.by_age else InOrder
        size = max(len(self.records), 1) if self.listing.directory else PAGE_SIZE
        return kind(self.url, len(self.records), size)

    @cached_property
    def counts(self) -> dict[str, Counter[str]]:
        """Facet → how many of these fall under each of its choices: once for all pages."""
        found: dict[str, Counter[str]] = {}
        for record in self.records:
            for name, slugs in self.listing.choices.get(record.id, {}).items():
                found.setdefault(name, Counter()).update(slugs)
        return found


def slices(listing: Listing) -> Iterator[Slice]:
    """The whole listing first, then one slice for each choice."""
    yield Slice(listing, f"{listing.section}/", listing.records, feed=listing.section)
    for facet in listing.facets:
        for slug, label, records in facet.values:
            url = f"{listing.section}/{facet.plan.name}/{slug}/"
            feed = f"{facet.plan.feed}-{slug}" if facet.plan.feed else None
            yield Slice(listing, url, records, label, facet.plan.name, feed, slug)
