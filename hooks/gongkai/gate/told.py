"""The kept 发布日志 → as readers may have it: that something happened stays, words that had to go do not.

What is withdrawn because a person, a business or the state would be harmed is named as its 地址变更 names it;
of what is closed now only the title is told that its list has; what was erased has no words left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from gongkai.column.happenings import withdrawal
from gongkai.column.register import Event, Register
from gongkai.column.register.happened import ERASED, NOTHING
from gongkai.records.base import ContentRecord
from gongkai.records.types.address import MovedAddress
from gongkai.records.vocabulary.publishing import LogKind

#: gives the record as readers may have it
Leaving = Callable[[ContentRecord, Register], ContentRecord | None]


def told(register: Register, moved: Iterable[MovedAddress], leaving: Leaving) -> tuple[Event, ...]:
    """Every kept entry up to the day; ``moved``: what became of addresses, with those that go with others."""
    past = [event for event in register.happened if event.day <= register.today]
    if not past:
        return ()
    rows = {row.page: row for row in moved if row.withdrawn_on and not row.coming(register.today)}
    closed = dict(_closed(register, leaving))
    return tuple(_seen(event, rows.get(event.address), closed) for event in past)


def _closed(register: Register, leaving: Leaving) -> Iterator[tuple[str, str]]:
    """Address → the title that may be told, of what is closed and what says it again; "" where none may."""
    for record in register.content:
        if record.closed or any(each.closed for each in register.repeated(record)):
            face = leaving(record, register)
            yield record.url, face.name if face else ""


def _seen(event: Event, row: MovedAddress | None, closed: Mapping[str, str]) -> Event:
    if event.erased:
        title = event.address if event.title == NOTHING else event.title
        reason, _, day = event.note.removeprefix(ERASED).partition("，")
        return replace(event, title=title, note=f"这一条的文字已抹去。理由：{reason}（{day}）")
    if row and (row.reason or "").startswith("涉及"):
        note = withdrawal(row) if event.kind is LogKind.WITHDRAWN else ""
        return replace(event, title=row.name(""), note=note)
    if event.address in closed and event.kind is not LogKind.WITHDRAWN:
        return replace(event, title=closed[event.address] or event.address, note="")
    return event
