"""发布日志: what was published, updated, corrected, moved and withdrawn, worked out from the records.

The English version is told of too: a translation is published as its original was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.column.register import Register
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.correction import Correction
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.page import Page
from gongkai.records.vocabulary.publishing import LogKind
from gongkai.records.vocabulary.term import Term


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of the log; a withdrawn page has no record any more."""

    day: dt.date
    kind: Term
    #: what it is about, and its address below the root
    title: str
    address: str
    note: str = ""
    record: ContentRecord | None = None
    #: which of several on one day
    number: int = 0

    @property
    def id(self) -> str:
        """The same for as long as the entry exists, and no other's of its day."""
        return f"{self.kind.slug}/{self.number}/{self.address}"


def events(register: Register) -> list[Event]:
    """Everything that happened up to the day, newest first."""
    told = (*register.all, *register.english)
    found = [event for record in told for event in _of_record(register, record)]
    found += [event for record in register.promising for event in _moves(record, register.today)]
    found += [_withdrawn(register, moved) for moved in register.moved if moved.withdrawn_on]
    past = [event for event in found if event.day <= register.today]
    return sorted(sorted(past, key=lambda each: each.id), key=lambda each: each.day, reverse=True)


def _of_record(register: Register, record: ContentRecord) -> Iterator[Event]:
    if isinstance(record, Correction):
        target = register.record(record.target)
        about = f"更正对象：{target.name}。原因：{record.reason}" if target else record.reason
        yield _event(record, record.published, LogKind.CORRECTED, about)
    elif isinstance(record, Page | EnglishPage):
        # a page's day moves with each change of it
        yield _event(record, record.published, LogKind.UPDATED)
    else:
        yield _event(record, record.published, LogKind.PUBLISHED)
    told = [(update.date, update.note) for update in record.updates]
    if isinstance(record, Dataset):
        told += [(less.announced_on, less.note) for less in record.reductions]
    for number, (day, note) in enumerate(told, 1):
        yield _event(record, day, LogKind.UPDATED, note, number)


def _moves(record: Record, today: dt.date) -> Iterator[Event]:
    """Confirmed dates that were moved, of records with a page of their own or without."""
    named = record.name if isinstance(record, ContentRecord | CatalogueEntry) else record.id
    address = record.place if isinstance(record, CatalogueEntry) else record.url
    page = record if isinstance(record, ContentRecord) else None
    for number, move in enumerate(record.seen("moves", today), 1):
        yield Event(move.announced_on, LogKind.MOVED, named, address, move.note, page, number)


def _event(record: ContentRecord, day: dt.date, kind: LogKind, note: str = "", number: int = 0) -> Event:
    return Event(day, kind, record.name, record.url, note, record, number)


def _withdrawn(register: Register, moved: MovedAddress) -> Event:
    assert moved.withdrawn_on
    title = moved.name(register.published.get(moved.address, ""))
    note = "。".join(filter(None, (f"理由：{moved.reason}", moved.note)))
    return Event(moved.withdrawn_on, LogKind.WITHDRAWN, title, moved.page, note)
