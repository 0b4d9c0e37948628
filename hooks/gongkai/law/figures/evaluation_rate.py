"""政策评价率: of the units that make policies, how many evaluated one of theirs in a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from gongkai.law.duties.makers import makers
from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.shared.evaluated import evaluated
from gongkai.records.types.evaluation import Evaluation

ABOUT = About(
    name="政策评价率",
    order=65,
    kind=Kind.SHARE,
    measure="个单位",
    among="年末（当年到今天）有现行有效的规范性文件、政策性文件的单位，本级政府除外",
    counted="这一年公布过政策评价的",
    dated="评价的发布日期；没有评价的，算在年末，当年算在今天",
    note="评的是一项工作而不是政策的不算。第一件评价公布以前的年份不算。",
    missing="本栏目还没有公布过政策评价，算不出来。",
    other="没有评价",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each unit and year, from that of the first evaluation on."""
    register = context.register
    known = [each.published_on.year for each in register.public(Evaluation) if each.documents]
    for year in range(min(known), context.today.year + 1) if known else ():
        day = min(dt.date(year, 12, 31), context.today)
        done = evaluated(register, year, day)
        for unit in makers(register, day):
            found = done.get(unit.id, [])
            yield Case(
                unit,
                found[-1].published_on if found else day,
                counted=int(bool(found)),
                units=(unit,),
                label=f"{year}年",
                note=found[-1].title if found else "没有公布政策评价",
            )
