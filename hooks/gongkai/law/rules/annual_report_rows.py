"""年报处理决定数量须与数据集相符。

看什么：写了“年报行”的数据集，和各单位同一年度报告表二的那一行；本级政府的报告看全部的行。
怎样算错：一年的 CSV 里这个单位的行数，与表二“处理决定数量”不同。
没有写“年报行”的数据集不看；CSV 里没有这个单位的行、文件有错的也不看。
怎样改：对照台账改正填错的一处；数据集只是一部分决定的，删去它的“年报行”。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gongkai.column.register import Register, TableFile
from gongkai.common.problems import Problem
from gongkai.common.title_marks import in_marks
from gongkai.law.example import CLEAN, Example, Files
from gongkai.law.shared.annual_tables import a_report, cell, reports
from gongkai.records.base import Record
from gongkai.records.types.annual_report import AnnualReport
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.units import UnitKind

FOLDER = "data/datasets/xuke/"
PACKAGE = """\
标题: 行政许可信息
类别: 其他数据
单位: [区民政局]
依据: [行政许可“双公示”制度]
更新周期: 每月
发布日期: 2026-01-12
更新日期: 2026-11-16
年报行: 行政许可
字段:
  - {名称: 许可编号, 说明: 许可决定文书号, 用途: 编号, 必填: 是}
  - {名称: 许可机关, 说明: 作出决定的单位, 用途: 单位, 必填: 是}
"""


def _rows(count: int) -> Files:
    text = "许可编号,许可机关\n" + "".join(f"示-{n},区民政处\n" for n in range(count))
    return {f"{FOLDER}datapackage.yml": PACKAGE, f"{FOLDER}2025.csv": text}


EXAMPLE = Example(
    good={**CLEAN, **a_report(行政许可="[2]"), **_rows(2)},
    bad=_rows(3),
    message="“行政许可”的处理决定数量写的是 2，数据集《行政许可信息》2025 年有 3 行",
)


class _Counted(NamedTuple):
    """A report, a line of it, and the dataset that counts the same in some rows."""

    report: AnnualReport
    dataset: Dataset
    key: str
    rows: int


def scope(register: Register) -> Iterable[Record]:
    return register.everything(AnnualReport)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for report, dataset, key, rows in _same(register):
        said = cell(report.active, key, len(report.active.line(key)) - 1)
        if said is not None and said != rows:
            message = (
                f"表二“{key}”的处理决定数量写的是 {said}，"
                f"数据集{in_marks(dataset.title)}{report.year} 年有 {rows} 行"
            )
            fix = "对照台账，改正填错的一处；数据集只是一部分决定的，删去它的“年报行”"
            yield rule.problem(report, ("主动公开", key), message, fix)


def _same(register: Register) -> Iterator[_Counted]:
    told = [each for each in register.everything(Dataset) if each.report_line and not each.held_back]
    for report in reports(register):
        for dataset in told:
            key = f"{dataset.report_line}"
            for file in register.tables_of(dataset):
                rows = _rows_of(register, file, report) if file.year == report.year else 0
                if rows and not file.faulty and report.active.line(key):
                    yield _Counted(report, dataset, key, rows)


def _rows_of(register: Register, file: TableFile, report: AnnualReport) -> int:
    """The rows of the report's unit; of all units for the government, or where no column names one."""
    unit = register.unit(report.unit)
    if unit is None:
        return 0
    if unit.kind.meant is UnitKind.GOVERNMENT:
        return file.count
    return sum(count for name, count in file.by_unit.items() if register.unit(name) is unit)
