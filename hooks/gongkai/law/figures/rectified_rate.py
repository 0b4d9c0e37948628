"""整改完成率: of the problems that audit and inspection found and whose term has come, how many are cured."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.law.figures.case import About, Case, Kind
from gongkai.law.figures.context import Context
from gongkai.law.figures.row_sums import cases_of_rows
from gongkai.records.vocabulary.datasets import EACH_ROW, DatasetKind

ID = "rectified-rate"
#: the parameter that names the column
COUNTED = "整改列"
NEEDS = (COUNTED,)
ABOUT = About(
    name="整改完成率",
    order=149,
    kind=Kind.SHARE,
    measure="个",
    among="审计和督查发现的、整改期限已经到了的问题",
    counted="已经整改的",
    dated="整改期限",
    note="照类别是“问题整改”的数据集计算，按责任单位计。期限还没有到的不在分母里，提前整改的到期才计入。",
    missing="本栏目还没有公布问题整改的数据集，算不出来。",
    other="过了期限没有整改",
)


def cases(context: Context) -> Iterator[Case]:
    """A case for each unit and month of the tables, by the day on which the cure is due."""
    yield from cases_of_rows(context, DatasetKind.CURED, context.norms[ID].parameters[COUNTED], EACH_ROW)
