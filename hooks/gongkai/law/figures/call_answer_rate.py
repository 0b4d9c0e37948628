"""电话答复率: of the calls made to try the numbers, how many got their answer."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.row_sums import cases_of_rows
from gongkai.records.vocabulary.datasets import DatasetKind

ID = "call-answer-rate"
#: the parameters that name the columns
WHOLE, COUNTED = "拨打列", "答复列"
NEEDS = (WHOLE, COUNTED)
ABOUT = About(
    name="电话答复率",
    order=152,
    kind=Kind.SHARE,
    measure="次",
    among="核验时拨打的对外电话，每拨一次算一次",
    counted="问的事得到答复的",
    dated="拨打的日期",
    note="照类别是“电话核验”的数据集计算，按电话所属的单位计。",
    missing="本栏目还没有公布电话核验的数据集，算不出来。",
    other="没有接通，或者没有得到答复",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each unit and month of the tables."""
    norm = context.norms[ID]
    yield from cases_of_rows(context, DatasetKind.CALLS, norm.parameters[COUNTED], norm.parameters[WHOLE])
