"""数据集须有规定的列。

看什么：行政许可、行政处罚、双随机检查、抽查事项清单、责任清单、主动公开统计、公开培训、电话核验、问题整改的数据集写明的各列；别的数据集只看有没有不得公布的列。
怎样算错：缺规定的列；有只往上报、不公布的列（身份证号、证件号码等，警告）；
部分多于全部，如实到人数多于应到人数、主动公开件数多于制发件数（警告）。
怎样改：从业务系统导出时带上这些列，没有内容的格子留空；只往上报的列删去再放进来；数写反、写错的改正；
本区的表头和这里不一样的，在 data/rulebook/dataset-columns.yml 里改写参数。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.example import CLEAN, Edge, Example, Files
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE
from gongkai.records.base import Record
from gongkai.records.fields.values import as_text
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.datasets import DatasetKind

#: names of one column that mean the same
Column = tuple[str, ...]
_ASKED = (
    DatasetKind.PERMITS,
    DatasetKind.PENALTIES,
    DatasetKind.INSPECTIONS,
    DatasetKind.MATTERS,
    DatasetKind.RESPONSIBILITIES,
    DatasetKind.DISCLOSED,
    DatasetKind.TRAININGS,
    DatasetKind.CALLS,
    DatasetKind.CURED,
)
_INNER, _PARTS = "不得公布", "不多于"


def as_columns(text: str) -> str:
    """A parameter that names at least one column; ValueError, in Chinese, else."""
    return as_text(text)


def as_parts(text: str) -> str:
    """A parameter of pairs like 实到人数≤应到人数; ValueError, in Chinese, else."""
    for pair in as_text(text).split():
        part, _, whole = pair.partition("≤")
        if not (part and whole):
            raise ValueError(f"“{pair}”不是“部分≤全部”的写法")
    return text


def _trained(came: int, wanted: int = 10) -> Files:
    """A training to which so many should have come, and so many came."""
    told = "".join(f"  - {{名称: {name}, 说明: {name}, 类型: 整数}}\n" for name in ("应到人数", "实到人数"))
    rest = "".join(
        f"  - {{名称: {name}, 说明: {name}}}\n" for name in ("培训日期", "主题", "对象", "学时", "主办单位")
    )
    row = f"示-1,区民政局,2026-11-02,{wanted},{came},,,,,"
    return {
        f"{FOLDER}datapackage.yml": PACKAGE.replace("类别: 其他数据", "类别: 公开培训") + told + rest,
        f"{FOLDER}2026.csv": f"{HEAD.strip()},应到人数,实到人数,培训日期,主题,对象,学时,主办单位\n{row}\n",
    }


def _matters(*names: str) -> Files:
    """A list of what is checked at random, with these columns beside the three of every example."""
    more = "".join(f"  - {{名称: {name}, 说明: {name}}}\n" for name in names)
    package = PACKAGE.replace("类别: 其他数据", "类别: 抽查事项清单").replace("许可机关", "检查机关") + more
    row = ",".join("甲" for _ in names)
    head = ",".join((HEAD.strip().replace("许可机关", "检查机关"), *names))
    return {
        f"{FOLDER}datapackage.yml": package,
        f"{FOLDER}2026.csv": f"{head}\n示-1,区民政局,2026-11-02,{row}\n",
    }


_WHOLE = ("抽查类别", "抽查事项", "检查对象", "检查方式", "检查依据")
EXAMPLE = Example(
    good={**CLEAN, **_matters(*_WHOLE)},
    bad=_matters(*_WHOLE[:3]),
    message="“抽查事项清单”的数据集缺 2 列：检查方式、检查依据",
    edges=(
        Edge("缺 1 列：抽查类别", _matters("事项类别", *_WHOLE[1:]), _matters(*_WHOLE[1:])),
        Edge("这几列不得公布：证件号码", _matters(*_WHOLE), _matters(*_WHOLE, "证件号码")),
        Edge("“实到人数”是 11，多于“应到人数”的 10", _trained(10), _trained(11)),
    ),
)
PARAMETERS = {**dict.fromkeys((*(kind.value for kind in _ASKED), _INNER), as_columns), _PARTS: as_parts}


def scope(register: Register) -> Iterable[Record]:
    return register.public(Dataset)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    inner = {name for column in _columns(rule.parameters, _INNER) for name in column}
    for dataset in register.public(Dataset):
        names = [each.name for each in dataset.columns]
        if dataset.kind in _ASKED and (missing := _missing(rule.parameters, dataset.kind, names)):
            message = f"“{dataset.kind}”的数据集缺 {len(missing)} 列：{'、'.join(missing)}"
            yield rule.problem(dataset, "字段", message, "导出时带上这些列，没有内容的格子留空")
        if closed := [name for name in names if name in inner]:
            message = f"这几列不得公布：{'、'.join(closed)}"
            yield rule.problem(dataset, "字段", message, "从 CSV 和“字段”里删去这几列", Level.WARNING)
        for message in _too_many(register, rule, dataset):
            yield rule.problem(dataset, "更新日期", message, "核对原始记录，改正写错的数", Level.WARNING)


def _too_many(register: Register, rule: Standard, dataset: Dataset) -> Iterator[str]:
    """Of one day and one unit a part that is more than the whole."""
    pairs = [pair.split("≤") for pair in rule.parameters[_PARTS].split()]
    for table in register.tables_of(dataset):
        for (day, unit), sums in sorted(table.sums.items()):
            for part, whole in pairs:
                if part in sums and whole in sums and sums[part] > sums[whole]:
                    told = f"{table.year}.csv 里 {day} {unit}的“{part}”是 {sums[part]}"
                    yield f"{told}，多于“{whole}”的 {sums[whole]}"


def _missing(parameters: Mapping[str, str], kind: DatasetKind, names: list[str]) -> list[str]:
    """Of each column that is not there the first of its names."""
    return [column[0] for column in _columns(parameters, kind.value) if not set(column) & set(names)]


def _columns(parameters: Mapping[str, str], name: str) -> list[Column]:
    return [tuple(column.split("/")) for column in parameters[name].split()]
