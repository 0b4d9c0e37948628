"""数据集公布过的行不得减少。

看什么：数据集各年的行数，和 data/addresses/datasets.txt 里登记的行数。
怎样算错：一年的行数比登记的少，又没有一项“数据减少”说明；“数据减少”的现行数不比原行数少，
公布日期还没有到。整年的文件没有了，由“已公布的网址须一直有效”来查。
怎样改：误删的从版本库恢复；确实要删的（如重复、涉及个人隐私），在 datapackage.yml 的“数据减少”下加一项：
年份、原行数、现行数、原因、公布日期。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register, TableFile
from gongkai.common.problems import Problem
from gongkai.gate.addresses import files
from gongkai.law.example import CLEAN, REGISTERED, Edge, Example, Files
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE
from gongkai.records.base import Record
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import Floor, Standard

_BEFORE = """\
datasets/xuke/ 行政许可信息
datasets/xuke/xuke-2026.csv 行政许可信息2026年，%s行
datasets/xuke/xuke-2026.parquet 行政许可信息2026年，%s行
datasets/xuke/xuke.parquet 行政许可信息全部
"""


def _reduced(old: int, new: int, day: str = "2026-11-21", before: int = 2) -> Files:
    """So many rows were published, and the package says how they became fewer."""
    less = f"{{年份: 2026, 原行数: {old}, 现行数: {new}, 原因: 重复, 公布日期: {day}}}"
    return {
        f"{FOLDER}datapackage.yml": f"{PACKAGE}数据减少: [{less}]\n",
        "data/addresses/datasets.txt": _BEFORE % (before, before),
    }


EXAMPLE = Example(
    good={
        **CLEAN,
        **REGISTERED,
        f"{FOLDER}datapackage.yml": PACKAGE,
        f"{FOLDER}2026.csv": f"{HEAD}示-1,区民政局,2026-10-02\n",
        "data/addresses/datasets.txt": _BEFORE % (1, 1),
    },
    bad={"data/addresses/datasets.txt": _BEFORE % (2, 2)},
    message="2026年公布过 2 行，现在只有 1 行，没有写数据减少和原因",
    edges=(
        Edge("由 2 行减为 2 行，没有减少", _reduced(2, 1), _reduced(2, 2)),
        Edge("公布日期 2026-11-22 还没有到", _reduced(2, 1), _reduced(2, 1, "2026-11-22")),
        Edge("2026年公布过 2 行", _reduced(2, 1), _reduced(1, 0)),
        Edge("2026年公布过 3 行", _reduced(3, 1, before=3), _reduced(3, 2, before=3)),
    ),
)

FLOOR = Floor.ABSOLUTE


def scope(register: Register) -> Iterable[Record]:
    return register.public(Dataset)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    for dataset in register.public(Dataset):
        for place, less in enumerate(dataset.reductions):
            if less.new >= less.old:
                message = f"“数据减少”写由 {less.old} 行减为 {less.new} 行，没有减少"
                yield rule.problem(dataset, ("数据减少", place, "现行数"), message, "照减少前后的行数写")
            if less.announced_on > register.today:
                message = f"公布日期 {less.announced_on} 还没有到，写上就会提前公开"
                yield rule.problem(dataset, ("数据减少", place, "公布日期"), message, "到公布那一天再写")
        for table in files.years(register, dataset):
            if not table.faulty:
                yield from _year(register, rule, dataset, table)


def _year(register: Register, rule: Standard, dataset: Dataset, table: TableFile) -> Iterator[Problem]:
    address, _ = files.of_year(dataset, table.year)
    before = files.rows_in(register.published.get(address, ""))
    reasons = (less for less in dataset.reductions if less.year == str(table.year))
    if table.count < before and not any(less.old >= before and less.new <= table.count for less in reasons):
        message = f"{table.year}年公布过 {before} 行，现在只有 {table.count} 行，没有写数据减少和原因"
        fix = (
            f"误删的从版本库恢复 {table.path}；确实要删的，在“数据减少”下加一项："
            f"年份 {table.year}、原行数 {before}、现行数 {table.count}、原因、公布日期"
        )
        yield rule.problem(dataset, "更新日期", message, fix)
