"""首次接听率: of the calls made to try the numbers, how many were taken the first time."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.row_sums import cases_of_rows
from gongkai.records.vocabulary.datasets import DatasetKind

ID = "first-answer-rate"
#: the parameters that name the columns
WHOLE, COUNTED = "拨打列", "首次接通列"
NEEDS = (WHOLE, COUNTED)
ABOUT = About(
    name="首次接听率",
    order=151,
    kind=Kind.SHARE,
    measure="次",
    among="核验时拨打的对外电话，每拨一次算一次",
    counted="第一次就接通了的",
    dated="拨打的日期",
    note="照类别是“电话核验”的数据集计算，按电话所属的单位计。",
    missing="本栏目还没有公布电话核验的数据集，算不出来。",
    other="没有一次接通",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each unit and month of the tables."""
    norm = context.norms[ID]
    yield from cases_of_rows(context, DatasetKind.CALLS, norm.parameters[COUNTED], norm.parameters[WHOLE])
