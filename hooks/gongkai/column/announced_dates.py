"""The committed register of dates → days that readers were told before, and what is to be entered now.

``data/dates/<section>.txt`` is the committed register, a line for each date a record
was published with: ``id key date``. Lines are only ever added; those of one field
stand in the order in which its dates were announced.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from gongkai.column import ledger
from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.records.fields.confirmed import confirmed_keys, fixed_keys, told_dates
from gongkai.records.fields.values import as_date

FOLDER = Path("data/dates")
_HOW = "合并冲突的留下两边的行，删去标记；别的从版本库恢复这一行"
_BACK = "从上一个版本恢复 data/dates/ 里的这一行；改期的，在那条内容里写“日期变更”"

#: (a record's lasting id, key of its field) → the dates announced, the newest last
Announced = dict[tuple[str, str], tuple[dt.date, ...]]


def current(register: Register) -> Announced:
    """Every date readers are told on the day, with those it was moved from; days that never move."""
    found: Announced = {}
    for record in register.promising:
        for key in confirmed_keys(type(record)):
            if days := told_dates(record, key):
                found[record.lasting_id, key] = days
    for record in (*register.all, *register.english):
        for key, attribute in fixed_keys(type(record)).items():
            if day := getattr(record, attribute):
                found[record.lasting_id, key] = (day,)
    return found


def read(root: Path) -> tuple[Announced, list[Problem]]:
    """The dates registered as announced before, and what is wrong with the register."""
    problems: list[Problem] = []
    found: dict[tuple[str, str], list[dt.date]] = defaultdict(list)
    for line in ledger.lines(root, FOLDER, problems):
        try:
            record, key, day = line.text.split()
            date = as_date(day)
        except ValueError:
            problems.append(line.wrong(f"“{line.text[:60]}”不是“标识 字段 日期”", _HOW))
            continue
        if date in found[record, key]:
            problems.append(line.twice(f"“{line.text}”"))
        else:
            found[record, key].append(date)
    return {field: tuple(days) for field, days in found.items()}, problems


def write(root: Path, dates: Announced) -> int:
    """Add dates to the register, one file a section; gives how many were new."""
    known, _ = read(root)
    new = {field: [day for day in days if day not in known.get(field, ())] for field, days in dates.items()}
    sections: dict[str, list[str]] = defaultdict(list)
    for record, key in sorted({*known, *dates}):
        days = (*known.get((record, key), ()), *new.get((record, key), ()))
        sections[record.split("/", 1)[0]] += [f"{record} {key} {day}" for day in days]
    ledger.write(root, FOLDER, sections)
    return sum(map(len, new.values()))


def forgotten(before: Register, now: Register) -> Iterator[Problem]:
    """The dates an earlier revision had registered, and this one has not."""
    for (record, key), days in before.announced.items():
        for day in days:
            if day not in now.announced.get((record, key), ()):
                path = f"{FOLDER}/{record.split('/', 1)[0]}.txt"
                what = f"“{record} {key} {day}”这一行被删掉了：登记过的只增不减"
                yield ledger.gone(path, what, _BACK)
