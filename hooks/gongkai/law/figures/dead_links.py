"""死链: links inside the column that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind, Listing
from gongkai.law.figures.context import Context

RULE = "link-target"
ABOUT = About(
    name="死链",
    order=150,
    kind=Kind.COUNT,
    measure="页",
    among="本栏目公布的各类信息",
    counted="正文里有打不开的站内链接、附件或图片的",
    dated="信息的发布日期",
    note="每次生成网站都逐个核对全部站内链接，有一个打不开就不发布，所以公布出来的网站应当是0。"
    "经豁免的照样计入。指向别的网站的链接不核对。",
    to_date=True,
    listing=Listing.COUNTED,
    other="没有死链",
    fault="有死链",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each public record; a waiver does not mend a link."""
    broken = {problem.path for problem in context.problems if problem.rule == RULE}
    for record in context.register.all:
        yield Case(
            record,
            record.published,
            counted=int(record.source.path in broken),
            units=context.units_of(record),
            note="有打不开的站内链接",
        )
