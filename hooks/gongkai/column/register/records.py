"""Records and a day → every record of a column, and those the public may see."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from gongkai.records.base import ContentRecord, Record
from gongkai.records.fields.confirmed import confirmed_keys
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.interpretation import Interpretation
from gongkai.records.types.item import Item
from gongkai.records.types.meeting import Meeting
from gongkai.records.types.page import Page
from gongkai.records.types.policy import Policy
from gongkai.records.types.translation import Translation
from gongkai.records.types.unit import Unit
from gongkai.records.types.waiver import Waiver

R = TypeVar("R", bound=Record)
C = TypeVar("C", bound=ContentRecord)


class Records:
    """Records by type, on the day ``today``."""

    def __init__(self, records: Iterable[Record], today: dt.date) -> None:
        self.today = today
        self._by_type: dict[type[Record], list[Record]] = defaultdict(list)
        for record in records:
            self._by_type[type(record)].append(record)
        #: what the public may see of a type, sorted once
        self._shown: dict[type[ContentRecord], tuple[ContentRecord, ...]] = {}

    def everything(self, record_type: type[R]) -> list[R]:
        """All records of a type in file order, drafts and future ones too."""
        return self._by_type.get(record_type, [])  # type: ignore[return-value]

    @property
    def records(self) -> Iterator[Record]:
        """All records there are, type by type."""
        return (record for kind in self._by_type.values() for record in kind)

    def public(self, record_type: type[C]) -> list[C]:
        """What readers may see on the day, newest first."""
        found = self._shown.get(record_type)
        if found is None:
            seen = [record for record in self.everything(record_type) if record.is_public(self.today)]
            found = tuple(sorted(sorted(seen, key=_place), key=lambda r: r.published, reverse=True))
            self._shown[record_type] = found
        return list(found)  # type: ignore[arg-type]

    @cached_property
    def units(self) -> list[Unit]:
        return sorted(self.everything(Unit), key=lambda u: (int(u.order or 9999), u.kind.slug, u.slug))

    @cached_property
    def catalogue(self) -> list[CatalogueEntry]:
        return self.everything(CatalogueEntry)

    @cached_property
    def policies(self) -> list[Policy]:
        return self.public(Policy)

    @cached_property
    def interpretations(self) -> list[Interpretation]:
        return self.public(Interpretation)

    @cached_property
    def meetings(self) -> list[Meeting]:
        return self.public(Meeting)

    @cached_property
    def items(self) -> list[Item]:
        return self.public(Item)

    @cached_property
    def pages(self) -> list[Page]:
        return self.public(Page)

    @cached_property
    def waivers(self) -> list[Waiver]:
        return self.everything(Waiver)

    @cached_property
    def moved(self) -> list[MovedAddress]:
        return self.everything(MovedAddress)

    @cached_property
    def content(self) -> list[ContentRecord]:
        """Every content record, drafts and future ones too, in file order."""
        found = [r for rows in self._by_type.values() for r in rows if isinstance(r, ContentRecord)]
        return sorted(found, key=lambda r: r.source.path)

    @cached_property
    def every(self) -> list[Record]:
        """Every record of every type, drafts and future ones too, in file order."""
        found = [record for rows in self._by_type.values() for record in rows]
        return sorted(found, key=lambda r: (r.source.path, r.source.row or 0))

    def at_path(self, path: str) -> list[Record]:
        """The records that one file holds."""
        return [record for record in self.every if record.source.path == path]

    @cached_property
    def promising(self) -> list[Record]:
        """Every public record of a type with days that readers count on, in file order."""
        kinds = [kind for kind in self._by_type if confirmed_keys(kind)]
        found = [r for kind in kinds for r in self._by_type[kind] if r.is_public(self.today)]
        return sorted(found, key=lambda r: (r.source.path, r.source.row or 0))

    @cached_property
    def all(self) -> list[ContentRecord]:
        """Every public content record in Chinese, newest first."""
        return [record for record in self._public if record.LANGUAGE == ContentRecord.LANGUAGE]

    @cached_property
    def english(self) -> list[ContentRecord]:
        """Every public record of the English version, newest first."""
        return [record for record in self._public if record.LANGUAGE == "en"]

    @cached_property
    def translations(self) -> list[Translation]:
        return self.public(Translation)

    @cached_property
    def english_pages(self) -> list[EnglishPage]:
        """The hand-written English pages in the order of the English navigation."""
        return sorted(self.public(EnglishPage), key=lambda page: (int(page.order or 9999), page.slug))

    @cached_property
    def _public(self) -> list[ContentRecord]:
        seen = [record for record in self.content if record.is_public(self.today)]
        return sorted(sorted(seen, key=lambda r: r.id), key=lambda r: r.published, reverse=True)


def _place(record: ContentRecord) -> tuple[str, int]:
    """Files by name, rows in the order they are written."""
    row = record.source.row
    return (record.id, 0) if row is None else (record.id.rsplit("/", 1)[0], row)
