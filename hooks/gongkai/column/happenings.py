"""Records → what the 发布日志 has to tell of them: published, updated, corrected, moved, withdrawn, ended.

The English version is told of too: a translation is published as its original was. How these agree with
what was told before is a matter of ``told_before``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.column import ended_log
from gongkai.column.register import Event, Register
from gongkai.column.register.happened import BAR, NOTHING
from gongkai.common.printable import one_line
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.address import MovedAddress
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.correction import Correction
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.english_page import EnglishPage
from gongkai.records.types.page import Page
from gongkai.records.types.policy import Policy
from gongkai.records.vocabulary.publishing import LogKind


def happenings(register: Register, records: Iterable[ContentRecord] | None = None) -> list[Event]:
    """Everything that happened up to the day; with ``records``, of these and of what has no page only."""
    told = [*register.all, *register.english] if records is None else [*records]
    pages = {record.url: record for record in told}
    found = [event for record in told for event in _of_record(register, record)]
    for record in register.promising:
        if not isinstance(record, ContentRecord) or record.url in pages:
            found += _moves(record, register.today)
    found += [_withdrawn(register, moved) for moved in register.moved if moved.withdrawn_on]
    found += [_named(event) for unit in register.units for event in ended_log.of_unit(unit, label_of(unit))]
    for event, page in ended_log.readdressed(register, pages):
        found.append(_named(replace(event, label=label_of(page))))
    return [event for event in found if event.day <= register.today]


def label_of(record: Record) -> str:
    """What kind of record it is; an example is marked as one."""
    return f"{record.LABEL}（示例）" if getattr(record, "example", False) else record.LABEL


def place_of(record: Record) -> str:
    """Where readers find it."""
    return record.place if isinstance(record, CatalogueEntry) else record.url


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
    if isinstance(record, Policy):
        yield from map(_named, ended_log.repealed(register, record, label_of(record)))
    told = [(update.date, update.note) for update in record.updates]
    if isinstance(record, Dataset):
        told += [(less.announced_on, less.note) for less in record.reductions]
    for number, (day, note) in enumerate(told, 1):
        yield _event(record, day, LogKind.UPDATED, note, number)


def _moves(record: Record, today: dt.date) -> Iterator[Event]:
    """Confirmed dates that were moved, of records with a page of their own or without."""
    for number, move in enumerate(record.seen("moves", today), 1):
        yield _event(record, move.announced_on, LogKind.MOVED, move.note, number)


def _event(record: Record, day: dt.date, kind: LogKind, note: str = "", number: int = 0) -> Event:
    named = record.name if isinstance(record, ContentRecord | CatalogueEntry) else record.id
    return Event(day, kind, number, place_of(record), label_of(record), _title(named), one_line(note))


def _withdrawn(register: Register, moved: MovedAddress) -> Event:
    assert moved.withdrawn_on
    title = moved.name(register.published.get(moved.address, ""))
    return Event(
        moved.withdrawn_on, LogKind.WITHDRAWN, 0, moved.page, NOTHING, _title(title), withdrawal(moved)
    )


def withdrawal(moved: MovedAddress) -> str:
    """Why an address was withdrawn, as readers are told."""
    return one_line("。".join(filter(None, (f"理由：{moved.reason}", moved.note))))


def _named(event: Event) -> Event:
    return replace(event, title=_title(event.title))


def _title(name: str) -> str:
    """A title on one line, in which nothing looks like the beginning of a note."""
    return " ".join("|" if word == BAR.strip() else word for word in one_line(name).split(" "))
