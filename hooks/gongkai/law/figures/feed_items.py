"""订阅推送: how many pieces of information went out by the column's feeds."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind, Listing
from gongkai.law.figures.context import Context

ABOUT = About(
    name="订阅推送件数",
    order=110,
    kind=Kind.COUNT,
    measure="件",
    among="本栏目公布的各类信息",
    counted="经订阅源（RSS、Atom）送出的",
    dated="信息的发布日期",
    note="每件信息从公布那天起就在“全部信息”和所属种类、单位的订阅源里，所以送出的就是公布的。"
    "这里数的是送出的件数，不是读到的人数：本栏目不记录读者。更新和更正也经订阅源送出，不重复计数。",
    listing=Listing.ELSEWHERE,
    elsewhere=("发布日志", "log/"),
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each record that stands in the feed of everything."""
    for record in context.register.all:
        yield Case(record, record.published, counted=1, units=context.units_of(record))
