"""主动公开比率: of the documents that units made, how many were made public of their own accord."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.row_sums import cases_of_rows
from gongkai.records.vocabulary.datasets import DatasetKind

ID = "disclosure-rate"
#: the parameters that name the columns
WHOLE, COUNTED = "总数列", "计入列"
NEEDS = (WHOLE, COUNTED)
ABOUT = About(
    name="主动公开比率",
    order=145,
    kind=Kind.SHARE,
    measure="件",
    among="各单位登记的制发文件",
    counted="确定为主动公开的",
    dated="登记的月份",
    note="照类别是“主动公开统计”的数据集计算。不予公开的只有件数，没有标题；没有登记的单位不在分母里，"
    "哪些单位没有登记，看“应公开事项”。",
    missing="本栏目还没有公布主动公开统计的数据集，算不出来。",
    other="依申请公开或者不予公开",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each unit and month of the tables."""
    norm = context.norms[ID]
    yield from cases_of_rows(context, DatasetKind.DISCLOSED, norm.parameters[COUNTED], norm.parameters[WHOLE])
