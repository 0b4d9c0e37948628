"""发布日志: what was published, updated, corrected, moved and withdrawn, worked out from the records.

The English version is told of too: a translation is published as its original was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.csv_text import Value, table
from gongkai.exports.made import LogEntry
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.correction import Correction
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.page import Page
from gongkai.records.vocabulary.publishing import LogKind

_HEAD = ("日期", "种类", "标题", "说明", "类型", "示例", "网址")


def as_table(entries: Iterable[LogEntry], root: str) -> bytes:
    """The log as CSV; ``root`` is the column's address."""
    return table(_HEAD, (_row(each, root) for each in entries))


def _row(entry: LogEntry, root: str) -> tuple[Value, ...]:
    kind = entry.record.LABEL if entry.record else None
    example = bool(entry.record and entry.record.example)
    return entry.day, entry.kind, entry.title, entry.note, kind, example, root + entry.address


def events(register: Register) -> list[LogEntry]:
    """Everything that happened up to the day, newest first."""
    told = (*register.all, *register.english)
    found = [event for record in told for event in _of_record(register, record)]
    found += [event for record in register.promising for event in _moves(record, register.today)]
    found += [_withdrawn(register, moved) for moved in register.moved if moved.withdrawn_on]
    past = [event for event in found if event.day <= register.today]
    return sorted(sorted(past, key=lambda each: each.id), key=lambda each: each.day, reverse=True)


def _of_record(register: Register, record: ContentRecord) -> Iterator[LogEntry]:
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


def _moves(record: Record, today: dt.date) -> Iterator[LogEntry]:
    """Confirmed dates that were moved, of records with a page of their own or without."""
    named = record.name if isinstance(record, ContentRecord | CatalogueEntry) else record.id
    address = record.place if isinstance(record, CatalogueEntry) else record.url
    page = record if isinstance(record, ContentRecord) else None
    for number, move in enumerate(record.seen("moves", today), 1):
        yield LogEntry(move.announced_on, LogKind.MOVED, named, address, move.note, page, number)


def _event(record: ContentRecord, day: dt.date, kind: LogKind, note: str = "", number: int = 0) -> LogEntry:
    return LogEntry(day, kind, record.name, record.url, note, record, number)


def _withdrawn(register: Register, moved: MovedAddress) -> LogEntry:
    assert moved.withdrawn_on
    title = moved.name(register.published.get(moved.address, ""))
    note = "。".join(filter(None, (f"理由：{moved.reason}", moved.note)))
    return LogEntry(moved.withdrawn_on, LogKind.WITHDRAWN, title, moved.page, note)
