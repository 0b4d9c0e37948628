"""发布日志: what was published, updated, corrected, moved and withdrawn.

What is kept of it (``data/log/``) stands as it was told; what the records have to tell and is not kept yet
stands with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from gongkai.column import told_before
from gongkai.column.happenings import happenings
from gongkai.column.register import Event, Register
from gongkai.column.register.happened import NOTHING
from gongkai.common.csv_text import Value, table
from gongkai.exports.made import LogEntry
from gongkai.records.base import ContentRecord

_HEAD = ("日期", "种类", "标题", "说明", "类型", "示例", "网址")
_EXAMPLE = "（示例）"


def as_table(entries: Iterable[LogEntry], root: str) -> bytes:
    """The log as CSV; ``root`` is the column's address."""
    return table(_HEAD, (_row(each, root) for each in entries))


def _row(entry: LogEntry, root: str) -> tuple[Value, ...]:
    label = entry.label or None
    return entry.day, entry.kind, entry.title, entry.note, label, entry.example, root + entry.address


def unkept(register: Register) -> list[Event]:
    """What happened up to the day and is not kept yet; of the released Register, what readers may know."""
    return told_before.compare(register, happenings(register)).new


def events(register: Register) -> list[LogEntry]:
    """Everything that was told up to the day, newest first."""
    pages = {record.url: record for record in (*register.all, *register.english)}
    to = told_before.led_to(register)
    # a row of the catalogue leaves no page behind
    rows = {entry.place for entry in register.catalogue}
    found = [
        _entry(event, pages.get(to.get(event.address, event.address)), rows)
        for event in (*told_before.past(register), *unkept(register))
    ]
    return sorted(sorted(found, key=lambda each: each.id), key=lambda each: each.day, reverse=True)


def _entry(event: Event, page: ContentRecord | None, rows: Set[str]) -> LogEntry:
    label, example, _ = event.label.partition(_EXAMPLE)
    return LogEntry(
        event.day,
        event.kind,
        event.title,
        event.address,
        event.note,
        page,
        event.number,
        label="" if label == NOTHING else label,
        example=bool(example),
        there="#" not in event.address or event.address in rows,
    )
