"""公开培训学时: how many hours of training in openness were given in a year."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.row_sums import cases_of_rows
from gongkai.records.vocabulary.datasets import DatasetKind

ID = "training-hours"
#: the parameter that names the column
COUNTED = "学时列"
NEEDS = (COUNTED,)
ABOUT = About(
    name="公开培训学时",
    order=147,
    kind=Kind.COUNT,
    measure="学时",
    among="本栏目登记的政务公开培训",
    counted="办了的学时",
    dated="培训的日期",
    note="照类别是“公开培训”的数据集计算：每次培训的学时相加，一名工作人员次次都参加才有这么多。",
    missing="本栏目还没有公布公开培训的数据集，算不出来。",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each unit and month of the tables."""
    yield from cases_of_rows(context, DatasetKind.TRAININGS, context.norms[ID].parameters[COUNTED])
