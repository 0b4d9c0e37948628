"""One entry of the 发布日志 → an entry of its feed."""

from __future__ import annotations

import datetime as dt

from feedgen.entry import FeedEntry
from feedgen.ext.dc import DcEntryExtension

from gongkai.common.printable import one_line
from gongkai.common.said_days import cn_date, said
from gongkai.exports.feeds.links import web_address
from gongkai.exports.made import LogEntry
from gongkai.records.column import Column

_BEIJING = dt.timezone(dt.timedelta(hours=8))


def log_entry(event: LogEntry, column: Column) -> FeedEntry:
    """What happened on which day to which page; pages of the log move on, so the id names no page."""
    address = web_address(column.root + (event.address if event.there else "log/"))
    day = dt.datetime(event.day.year, event.day.month, event.day.day, tzinfo=_BEIJING)
    words = event.note or f"{cn_date(event.day)}{event.kind}。"
    mark = "【示例】" if event.example or (event.record and event.record.example) else ""
    made = FeedEntry()
    made.register_extension("dc", DcEntryExtension, atom=False, rss=True)
    made.guid(f"tag:{column.domain},{event.day}:{event.id}", permalink=False)
    made.title(one_line(f"{event.kind}：{event.title}"))
    made.link(href=address, rel="alternate", type="text/html")
    made.published(day)
    made.updated(day)
    made.author([{"name": one_line(column.organiser)}])
    made.dc.dc_creator([one_line(column.organiser)])
    made.category([{"term": event.kind.value}])
    made.summary(mark + one_line(said(words)))
    return made
