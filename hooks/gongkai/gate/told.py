"""The kept 发布日志 → as readers may have it: that something happened stays, words that had to go do not.

What is withdrawn because a person, a business or the state would be harmed is named as its 地址变更 names it;
of what is closed now only the title is told that its list has; what was erased has no words left.
What was told as withdrawn before anybody knew what to call it has the 标题 that its 地址变更 has now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from gongkai.column.happenings import withdrawal
from gongkai.column.register import Event, Register
from gongkai.column.register.happened import ERASED, NOTHING
from gongkai.column.told_before import led_to
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
    rows = {**register.gone, **rows}
    closed, to = dict(_closed(register, leaving)), led_to(register)
    found = []
    for event in past:
        place = to.get(event.address, event.address)
        found.append(_seen(event, rows.get(event.address, rows.get(place)), closed.get(place)))
    return tuple(found)


def _closed(register: Register, leaving: Leaving) -> Iterator[tuple[str, str]]:
    """Address → the title that may be told, of what is closed and what says it again; "" where none may."""
    for record in register.content:
        if record.closed or any(each.closed for each in register.repeated(record)):
            face = leaving(record, register)
            yield record.url, face.name if face else ""


def _seen(event: Event, row: MovedAddress | None, closed: str | None) -> Event:
    """An entry by what became of its page: ``row``, and the title that may be told where it is ``closed``."""
    title, note = event.title, event.note
    if row and (row.reason or "").startswith("涉及"):
        title = row.name("") if row.page == event.address else event.address
        note = withdrawal(row) if event.kind is LogKind.WITHDRAWN else ""
    elif row and event.kind is LogKind.WITHDRAWN and (event.address, title) == (row.page, row.address):
        title = row.name("")
    elif closed is not None and event.kind is not LogKind.WITHDRAWN:
        title, note = closed or event.address, ""
    if event.erased:
        reason, _, day = event.note.removeprefix(ERASED).partition("，")
        title = event.address if title == NOTHING else title
        note = f"这一条的文字已抹去。理由：{reason}（{day}）"
    return event if (title, note) == (event.title, event.note) else replace(event, title=title, note=note)
