"""数据集须按更新周期更新。

看什么：已经公开的数据集的“更新周期”和“更新日期”。
怎样算错：更新日期晚于今天；离更新日期已过一个周期，还没有更新（提示），再过“宽限日”仍没有更新（警告）。
“有变动时”更新的，每年至少核对一次。
怎样改：把新的数据加进当年的 CSV，核对后改“更新日期”；没有新数据也要核对并改日期。
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.duties.dataset import last_day, of_dataset
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example
from gongkai.law.rules.dataset_rows import FOLDER, HEAD, PACKAGE
from gongkai.records.base import Record
from gongkai.records.fields.values import as_count
from gongkai.records.types.dataset import Dataset
from gongkai.records.types.standard import DAY, Standard


def _updated(day: str) -> dict[str, str]:
    return {f"{FOLDER}datapackage.yml": PACKAGE.replace("2026-11-16", day)}


EXAMPLE = Example(
    good={
        **CLEAN,
        f"{FOLDER}datapackage.yml": PACKAGE,
        f"{FOLDER}2026.csv": f"{HEAD}示-1,区民政局,2026-10-02\n",
    },
    bad=_updated("2026-09-16"),
    message="应在 2026-10-17 前更新",
    edges=(
        Edge("应在 2026-12-17 前更新", last="2026-12-17", first="2026-12-18"),
        Edge("应在 2026-12-17 前更新", last="2026-12-27", first="2026-12-28", level=Level.WARNING),
        Edge("晚于今天", _updated("2026-11-21"), _updated("2026-11-22")),
    ),
)
PARAMETERS = {"宽限日": as_count}


def scope(register: Register) -> Iterable[Record]:
    return register.public(Dataset)


def turns(register: Register, rule: Standard) -> Iterable[dt.date]:
    grace = dt.timedelta(days=rule.number("宽限日"))
    for dataset in register.everything(Dataset):
        late = last_day(dataset) + DAY
        yield from (late, late + grace)


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    terms = Terms.of_rule(register, rule)
    grace = dt.timedelta(days=rule.number("宽限日"))
    for dataset in register.public(Dataset):
        duty = of_dataset(terms, dataset)
        if dataset.updated_on > register.today:
            message = f"更新日期 {dataset.updated_on} 晚于今天 {register.today}"
            yield rule.problem(dataset, "更新日期", message, "写实际更新、核对的日期")
        elif duty.late:
            level = Level.WARNING if duty.is_past(register.today - grace) else Level.NOTICE
            message = f"更新周期是“{dataset.cycle}”，应在 {duty.due} 前更新，现在还没有"
            yield rule.problem(dataset, "更新日期", message, "加进新的数据，核对后改“更新日期”", level)
