"""公开培训率: of those who should have come to trainings in openness, how many came."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.row_sums import cases_of_rows
from gongkai.records.vocabulary.datasets import DatasetKind

ID = "training-rate"
#: the parameters that name the columns
WHOLE, COUNTED = "应到列", "实到列"
NEEDS = (WHOLE, COUNTED)
ABOUT = About(
    name="公开培训率",
    order=146,
    kind=Kind.SHARE,
    measure="人次",
    among="应当参加政务公开培训的工作人员，每次培训各算一次",
    counted="参加了的",
    dated="培训的日期",
    note="照类别是“公开培训”的数据集计算，按主办单位计。",
    missing="本栏目还没有公布公开培训的数据集，算不出来。",
    other="没有参加",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each unit and month of the tables."""
    norm = context.norms[ID]
    yield from cases_of_rows(context, DatasetKind.TRAININGS, norm.parameters[COUNTED], norm.parameters[WHOLE])
