"""The dates the column has announced: what was told once is remembered when the file is changed.

``data/dates/<section>.txt`` is the committed register, a line for each date a record
was published with: ``id key date``. Lines are only ever added; those of one field
stand in the order in which its dates were announced.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from pathlib import Path

from gongkai.addresses import registered_lines
from gongkai.problems import EnvironmentProblem
from gongkai.records.confirmed import confirmed_keys, told_dates
from gongkai.records.types import as_date
from gongkai.register import Register

FOLDER = Path("data/dates")

#: (a record's lasting id, key of its field) → the dates announced, the newest last
Announced = dict[tuple[str, str], tuple[dt.date, ...]]


def current(register: Register) -> Announced:
    """Every date that readers are told on the day, with those it was moved from."""
    found: Announced = {}
    for record in register.promising:
        for key in confirmed_keys(type(record)):
            if days := told_dates(record, key):
                found[record.lasting_id, key] = days
    return found


def read(root: Path) -> Announced:
    """The dates registered as announced before; a line that is none is an EnvironmentProblem."""
    found: dict[tuple[str, str], list[dt.date]] = defaultdict(list)
    for place, line in registered_lines(root / FOLDER):
        record, key, day = _parts(place, line)
        found[record, key].append(day)
    return {field: tuple(days) for field, days in found.items()}


def _parts(place: str, line: str) -> tuple[str, str, dt.date]:
    try:
        record, key, day = line.split()
        return record, key, as_date(day)
    except ValueError:
        fix = "合并冲突的留下两边的行，删去标记；别的从版本库恢复"
        raise EnvironmentProblem(f"{place} 不是“标识 字段 日期”：{fix}") from None


def write(root: Path, dates: Announced) -> int:
    """Add dates to the register, one file a section; gives how many were new."""
    known = read(root)
    new = {field: [day for day in days if day not in known.get(field, ())] for field, days in dates.items()}
    sections: dict[str, list[str]] = defaultdict(list)
    for record, key in sorted({*known, *dates}):
        days = (*known.get((record, key), ()), *new.get((record, key), ()))
        sections[record.split("/", 1)[0]] += [f"{record} {key} {day}" for day in days]
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for section, lines in sections.items():
        (folder / f"{section}.txt").write_text("\n".join(lines) + "\n", "utf-8")
    return sum(map(len, new.values()))
