"""数据集须有数据，单位和筛选项对得上。

看什么：data/datasets/ 里的每一个数据集和它的 CSV 文件。
怎样算错：没有一行数据；用途是“单位”的一列里有 data/units/ 没有的单位；
筛选的一列有太多不同的值（多于“最多筛选值”），读者没法从中选。
怎样改：把当年的数据放进 2026.csv 这样的文件；单位写名称、简称或曾用名；值太多的一列去掉“筛选”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.column.register import Register, TableFile
from gongkai.common.problems import Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.shared.names import unit_reference
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.datasets import FieldRole

FOLDER = "data/datasets/xuke/"
PACKAGE = """\
标题: 行政许可信息
类别: 其他数据
单位: [区民政局]
依据: [行政许可“双公示”制度]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
字段:
  - {名称: 许可编号, 说明: 许可决定文书号, 用途: 编号, 必填: 是}
  - {名称: 许可机关, 说明: 作出决定的单位, 用途: 单位, 必填: 是}
  - {名称: 许可决定日期, 说明: 作出决定的日期, 类型: 日期, 用途: 时间, 必填: 是}
"""
HEAD = "许可编号,许可机关,许可决定日期\n"


def _many(count: int) -> Files:
    """A column that readers narrow the rows by, with so many values."""
    facet = "  - {名称: 事项, 说明: 许可的事项, 用途: 筛选}\n"
    rows = "".join(f"示-{n},区民政局,2026-11-02,事项{n}\n" for n in range(count))
    return {
        f"{FOLDER}datapackage.yml": PACKAGE + facet,
        f"{FOLDER}2026.csv": f"{HEAD.strip()},事项\n{rows}",
    }


EXAMPLE = Example(
    good={
        **CLEAN,
        f"{FOLDER}datapackage.yml": PACKAGE,
        f"{FOLDER}2026.csv": f"{HEAD}示-1,区民政处,2026-11-02\n",
    },
    bad={f"{FOLDER}2026.csv": HEAD},
    message="数据集已经公开，却没有一行数据",
    edges=(Edge("有 301 个不同的值，多于 300 个", _many(300), _many(301)),),
)
PARAMETERS = {"最多筛选值": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.everything(Dataset)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for dataset in register.everything(Dataset):
        files = register.tables_of(dataset)
        if dataset.is_public(register.today) and not any(_has_rows(register, file) for file in files):
            fix = "把数据放进同一文件夹的 2026.csv 这样的文件，一年一个；还没有数据的先写 草稿: 是"
            yield rule.problem(dataset, "字段", "数据集已经公开，却没有一行数据", fix)
        yield from _too_many(rule, dataset, files)
        for file in files:
            yield from _units(register, rule, dataset, file)


def _has_rows(register: Register, file: TableFile) -> bool:
    """True for a file readers get rows of; what a faulty one holds is not known yet."""
    return bool(file.faulty or (file.count and file.year <= register.today.year))


def _too_many(rule: Standard, dataset: Dataset, files: tuple[TableFile, ...]) -> Iterator[Problem]:
    limit = rule.number("最多筛选值")
    for place in dataset.facets:
        field = dataset.columns[place]
        count = len({value for file in files for value in file.facets[field.name]})
        if count > limit:
            message = f"“{field.name}”有 {count} 个不同的值，多于 {limit} 个，没法用来筛选"
            yield rule.problem(
                dataset, ("字段", place, "用途"), message, "去掉这一列的“用途”，或合并写法不同的值"
            )


def _units(register: Register, rule: Standard, dataset: Dataset, file: TableFile) -> Iterator[Problem]:
    place = dataset.place_of(FieldRole.UNIT)
    if place is None:
        return
    for name, line in file.facets[dataset.columns[place].name].items():
        for told in unit_reference(register, rule, dataset, "字段", name) if name else ():
            yield replace(told, path=file.path).located(line, 1)
