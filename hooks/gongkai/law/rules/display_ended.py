"""公示期满的须撤下。

看什么：行政处罚的数据集，和有一列用途是“公示截止”的别的数据集。
怎样算错：有的行公示截止的日子已经过了，还在数据里；行政处罚的数据集没有写哪一列是公示截止，只提示。
怎样改：从 CSV 里删去期满的行，在 datapackage.yml 的“数据减少”下加一项，原因写“公示期满”；
没有这一列的，加一列日期，“用途”写“公示截止”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register, TableFile
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE
from gongkai.records.base import Record
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.datasets import DatasetKind, FieldRole

_UNTIL = "  - {名称: 公示截止期, 说明: 公示到哪一天, 类型: 日期, 用途: 公示截止}\n"


def _rows(*days: str, kind: str = "行政许可") -> Files:
    rows = "".join(f"示-{number},区民政局,2026-01-02,{day}\n" for number, day in enumerate(days, 1))
    return {
        f"{FOLDER}datapackage.yml": PACKAGE.replace("类别: 行政许可", f"类别: {kind}") + _UNTIL,
        f"{FOLDER}2026.csv": f"{HEAD.strip()},公示截止期\n{rows}",
    }


def _penalties(package: str) -> Files:
    head = {f"{FOLDER}2026.csv": f"{HEAD}示-1,区民政局,2026-01-02\n"}
    return {**head, f"{FOLDER}datapackage.yml": package}


EXAMPLE = Example(
    good={**CLEAN, **_rows("2026-11-21", "2027-01-01", "")},
    bad=_rows("2026-11-01", "2026-11-20", "2027-01-01"),
    message="2026.csv 有 2 行公示期已满，最早的是第 2 行，到 2026-11-01 为止",
    edges=(
        Edge("有 1 行公示期已满", _rows("2026-11-21"), _rows("2026-11-20")),
        Edge(
            "有 1 行公示期已满",
            _rows("2026-11-30"),
            _rows("2026-11-30"),
            last="2026-11-30",
            first="2026-12-01",
        ),
        Edge(
            "没有写哪一列是公示截止",
            _penalties(PACKAGE),
            _penalties(PACKAGE.replace("类别: 行政许可", "类别: 行政处罚")),
        ),
    ),
)


def scope(register: Register) -> Iterable[Record]:
    return _shown_for_a_time(register)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for dataset in _shown_for_a_time(register):
        if dataset.place_of(FieldRole.SHOWN_UNTIL) is None:
            fix = "加一列日期，“用途”写“公示截止”；各行写上公示到哪一天"
            yield rule.problem(dataset, "字段", "没有写哪一列是公示截止", fix, Level.NOTICE)
        for table in register.tables_of(dataset):
            yield from _ended(register, rule, dataset, table)


def _ended(register: Register, rule: Standard, dataset: Dataset, table: TableFile) -> Iterator[Problem]:
    today = register.today.isoformat()
    over = {day: found for day, found in table.shown_until.items() if day < today}
    if over:
        first = min(over)
        count = sum(number for _, number in over.values())
        line = over[first][0]
        name = table.path.rsplit("/", 1)[-1]
        message = f"{name} 有 {count} 行公示期已满，最早的是第 {line} 行，到 {first} 为止"
        fix = "从 CSV 里删去这些行，在“数据减少”下加一项，原因写“公示期满”"
        yield rule.problem(dataset, "更新日期", message, fix)


def _shown_for_a_time(register: Register) -> list[Dataset]:
    return [
        each
        for each in register.public(Dataset)
        if each.kind is DatasetKind.PENALTIES or each.place_of(FieldRole.SHOWN_UNTIL) is not None
    ]
