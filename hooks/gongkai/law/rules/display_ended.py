"""公示须有截止的日子。

看什么：行政处罚的数据集，和有一列用途是“公示截止”的别的数据集；期满的行自动撤下，不在网页、下载和开放数据里。
怎样算错：行政处罚的数据集没有写哪一列是公示截止，只提示；行政处罚的一行没有写截止而已经超过最长月，
截止早于决定日期加最短月，或者晚于决定日期加最长月和宽限天。
怎样改：加一列日期，“用途”写“公示截止”；按处罚的轻重和法律法规写每一行公示到哪一天。
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE
from gongkai.law.shared import row_faults
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.datasets import DatasetKind, FieldRole

_UNTIL = "  - {名称: 公示截止期, 说明: 公示到哪一天, 类型: 日期, 用途: 公示截止}\n"
#: a district that asks for no more columns of penalties
_FEW: Files = {
    "data/rulebook/dataset-columns.yml": "依据: [{文件: 示例区办法}]\n参数: {行政处罚: 公示截止期}\n"
}


def _rows(*spans: str, kind: str = "行政处罚") -> Files:
    """Rows with the day of the decision and the last of display, as 2026-01-02,2026-04-02."""
    rows = "".join(f"示-{number},区民政局,{span}\n" for number, span in enumerate(spans, 1))
    return {
        f"{FOLDER}datapackage.yml": PACKAGE.replace("类别: 其他数据", f"类别: {kind}") + _UNTIL,
        f"{FOLDER}2026.csv": f"{HEAD.strip()},公示截止期\n{rows}",
    }


def _permits(span: str) -> Files:
    return _rows(span, kind="行政许可")


def _without(kind: str) -> Files:
    package = PACKAGE.replace("类别: 其他数据", f"类别: {kind}")
    return {f"{FOLDER}2026.csv": f"{HEAD}示-1,区民政局,2026-01-02\n", f"{FOLDER}datapackage.yml": package}


_OPEN = _rows("2026-01-02,")
EXAMPLE = Example(
    # one that has ended is withdrawn by itself
    good={**CLEAN, **_FEW, **_rows("2026-01-02,2026-04-02", "2026-11-02,2029-11-02")},
    bad=_rows("2026-01-02,2026-04-02", "2026-11-02,2026-12-01", "2026-11-03,2026-12-01"),
    message="2026.csv 有 2 行公示截止早于决定以后 3 个月，最早的是第 3 行",
    edges=(
        Edge("早于决定以后 3 个月", _rows("2026-08-31,2026-11-30"), _rows("2026-08-31,2026-11-29")),
        # three years and thirty days after the decision
        Edge("晚于决定以后 36 个月", _rows("2026-01-02,2029-02-01"), _rows("2026-01-02,2029-02-02")),
        Edge("没有写公示截止", _OPEN, _OPEN, last="2029-02-01", first="2029-02-02"),
        # others than penalties have no limits
        Edge("早于决定以后", _permits("2026-11-02,2026-11-21"), _rows("2026-11-02,2026-11-21")),
        Edge("没有写哪一列是公示截止", _without("行政许可"), _without("行政处罚")),
    ),
)
FIX = "按处罚的轻重写明公示到哪一天，在最短和最长的月数之间"
PARAMETERS = {"最短月": as_count, "最长月": as_count, "宽限天": as_count}


@dataclass(frozen=True)
class _Limits:
    """The first and the last day up to which a penalty may be shown."""

    shortest: int
    longest: int
    grace: int

    @classmethod
    def of(cls, rule: Standard) -> _Limits:
        return cls(rule.number("最短月"), rule.number("最长月"), rule.number("宽限天"))

    def fault(self, day: str, until: str, today: dt.date) -> str:
        """What is wrong with one span; nothing where it fits."""
        decided = dt.date.fromisoformat(day)
        last = _after(decided, self.longest) + dt.timedelta(days=self.grace)
        if not until:
            return f"没有写公示截止，决定已经超过 {self.longest} 个月" if today > last else ""
        ends = dt.date.fromisoformat(until)
        if ends < _after(decided, self.shortest):
            return f"公示截止早于决定以后 {self.shortest} 个月"
        return f"公示截止晚于决定以后 {self.longest} 个月" if ends > last else ""


def scope(register: Register) -> Iterable[Record]:
    return _shown_for_a_time(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for dataset in _shown_for_a_time(register):
        if dataset.place_of(FieldRole.SHOWN_UNTIL) is None:
            fix = "加一列日期，“用途”写“公示截止”；各行写上公示到哪一天"
            yield rule.problem(dataset, "字段", "没有写哪一列是公示截止", fix, Level.NOTICE)
        elif dataset.kind is DatasetKind.PENALTIES:
            fault = partial(_Limits.of(rule).fault, today=register.today)
            for table in register.tables_of(dataset):
                for message in row_faults.told(table, table.displays, fault):
                    yield rule.problem(dataset, "更新日期", message, FIX)


def _after(day: dt.date, months: int) -> dt.date:
    """So many months later; the last of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _shown_for_a_time(register: Register) -> list[Dataset]:
    return [
        each
        for each in register.public(Dataset)
        if each.kind is DatasetKind.PENALTIES or each.place_of(FieldRole.SHOWN_UNTIL) is not None
    ]
