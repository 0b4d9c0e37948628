"""留言须答复。

看什么：类别是网民留言的数据集，和有一列用途是“答复”的别的数据集。
怎样算错：收到以后超过“天数”还没有写答复的日期；答复的日期早于收到，或者还没有到；
网民留言的数据集没有写哪一列是答复，只提示。
怎样改：答复以后写上日期；没有答复的催办，不公开的留言也要答复本人。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
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

_ANSWERED = "  - {名称: 答复日期, 说明: 哪一天答复的，没有答复的留空, 类型: 日期, 用途: 答复}\n"


def _rows(*spans: str) -> Files:
    """Messages with the day on which they came and were answered, as 2026-08-02,2026-08-09."""
    rows = "".join(f"示-{number},区民政局,{span}\n" for number, span in enumerate(spans, 1))
    return {
        f"{FOLDER}datapackage.yml": PACKAGE.replace("类别: 其他数据", "类别: 网民留言") + _ANSWERED,
        f"{FOLDER}2026.csv": f"{HEAD.strip()},答复日期\n{rows}",
    }


def _without(kind: str) -> Files:
    package = PACKAGE.replace("类别: 其他数据", f"类别: {kind}")
    return {f"{FOLDER}2026.csv": f"{HEAD}示-1,区民政局,2026-11-02\n", f"{FOLDER}datapackage.yml": package}


EXAMPLE = Example(
    good={**CLEAN, **_rows("2026-03-02,2026-03-09", "2026-11-02,")},
    bad=_rows("2026-03-02,2026-03-09", "2026-08-01,", "2026-08-02,"),
    message="2026.csv 有 2 行超过 90 天没有答复，最早的是第 3 行",
    edges=(
        Edge("超过 90 天没有答复", _rows("2026-08-23,"), _rows("2026-08-22,")),
        Edge("答复早于收到", _rows("2026-08-02,2026-08-02"), _rows("2026-08-02,2026-08-01")),
        Edge("答复的日子还没有到", _rows("2026-11-02,2026-11-21"), _rows("2026-11-02,2026-11-22")),
        Edge("没有写哪一列是答复", _without("行政许可"), _without("网民留言")),
    ),
)
PARAMETERS = {"天数": as_count}


def scope(register: Register) -> Iterable[Record]:
    return _to_answer(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for dataset in _to_answer(register):
        if dataset.place_of(FieldRole.ANSWERED) is None:
            fix = "加一列日期，“用途”写“答复”；没有答复的留空"
            yield rule.problem(dataset, "字段", "没有写哪一列是答复", fix, Level.NOTICE)
        fault = partial(_fault, today=register.today, days=rule.number("天数"))
        for table in register.tables_of(dataset):
            for message in row_faults.told(table, table.answers, fault):
                yield rule.problem(dataset, "更新日期", message, "答复以后写上日期；日期写错的改正")


def _fault(day: str, answered: str, today: dt.date, days: int) -> str:
    if not answered:
        late = today > dt.date.fromisoformat(day) + dt.timedelta(days=days)
        return f"超过 {days} 天没有答复" if late else ""
    if answered < day:
        return "答复早于收到"
    return "答复的日子还没有到" if answered > today.isoformat() else ""


def _to_answer(register: Register) -> list[Dataset]:
    return [
        each
        for each in register.public(Dataset)
        if each.kind is DatasetKind.MESSAGES or each.place_of(FieldRole.ANSWERED) is not None
    ]
