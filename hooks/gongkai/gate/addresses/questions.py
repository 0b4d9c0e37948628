"""Records → the addresses of the answers in them: they stay as long as the questions keep their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.asked import asked
from gongkai.column.register import Register
from gongkai.common.printable import one_line
from gongkai.records.base import ContentRecord
from gongkai.records.types.address import MovedAddress


def of_answers(register: Register, seen: Iterable[ContentRecord]) -> dict[str, str]:
    """The page of every answer readers have, known by its question."""
    return {each.url: one_line(each.question) for record in seen for each in asked(record, register.today)}


def of_record(register: Register, record: ContentRecord) -> Iterator[str]:
    """The registered addresses of a record's answers, those readers do not have yet or no more, too."""
    days = (max(register.today, record.published), *record.change_days)
    found = {each.url for day in days for each in asked(record, day)}
    yield from sorted(found & register.published.keys())


def moved_with(register: Register, row: MovedAddress) -> Iterator[tuple[str, str]]:
    """(old, new) addresses of the answers of a record whose address changed."""
    record = register.record(row.to.removesuffix("/")) if row.to else None
    if record and record.url == row.to and row.address.endswith("/"):
        before = asked(record, register.today, row.address.removesuffix("/"))
        pairs = zip(before, asked(record, register.today), strict=True)
        yield from ((old.url, new.url) for old, new in pairs if old.url != new.url)
