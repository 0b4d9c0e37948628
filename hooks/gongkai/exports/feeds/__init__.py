"""Register → RSS, Atom and JSON Feed: the whole column, each type, unit, 主题, 领域 and 服务对象."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from gongkai.column.register import Register
from gongkai.exports.feeds.plan import LIMIT, plan
from gongkai.exports.feeds.writer import Writer
from gongkai.exports.made import Feed
from gongkai.records.base import ContentRecord

__all__ = ["LIMIT", "Writer", "plan", "write", "write_all"]


def write(feed: Feed, register: Register, full_text: Callable[[ContentRecord], str]) -> dict[str, bytes]:
    """One feed in every format: path below the site → bytes. ``full_text`` gives a record's HTML."""
    return Writer(register, full_text).write(feed)


def write_all(
    feeds: Iterable[Feed], register: Register, stage: Path, full_text: Callable[[ContentRecord], str]
) -> int:
    """Write these feeds below ``stage``; gives the number of files."""
    writer = Writer(register, full_text)
    written = 0
    for feed in feeds:
        for path, content in writer.write(feed).items():
            target = stage / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            written += 1
    return written
