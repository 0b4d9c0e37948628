"""放假安排须已录入。

看什么：已公布内容的发布日期所在的年份（按工作日计时限时要用）。
怎样算错：那一年的放假调休安排既不在所用的工作日历里，也没有写在本规则的“参数”里，
工作日数不出来。
怎样改：国务院办公厅公布安排后，在 data/rulebook/working-days.yml 的“参数”里写上
“2027年放假”“2027年上班”两行日期，或更新工作日历。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Problem
from gongkai.common.workdays import YEAR_KEY, announced_years, read_tables
from gongkai.law.example import CLEAN, Edge, Example, Files, an_item
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.standard import Standard


def _item(day: str) -> Files:
    return an_item("yuandan", 形成日期=None, 发布日期=day)


EXAMPLE = Example(
    good=CLEAN,
    bad=an_item("yuandan", 形成日期="2027-01-04", 发布日期="2027-01-05"),
    message="2027 年的放假安排还没有录入",
    today="2027-01-06",
    edges=(Edge("年的放假安排还没有录入", _item("2026-12-31"), _item("2027-01-01")),),
)


def scope(register: Register) -> Iterable[Record]:
    return register.all


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    yield from _unreadable(rule)
    known = announced_years() | {int(m["year"]) for m in map(YEAR_KEY.fullmatch, rule.parameters) if m}
    first: dict[int, ContentRecord] = {}
    for record in register.content:
        if record.is_public(register.today) and record.published.year > max(announced_years()):
            first.setdefault(record.published.year, record)
    for year in sorted(set(first) - known):
        message = f"{year} 年的放假安排还没有录入，按工作日计的时限算不出来"
        fix = f"在 data/rulebook/{rule.slug}.yml 的“参数”里写上“{year}年放假”和“{year}年上班”"
        yield rule.problem(first[year], _date_key(first[year]), message, fix)


def _unreadable(rule: Standard) -> Iterator[Problem]:
    for key, text in rule.parameters.items():
        if not YEAR_KEY.fullmatch(key):
            fix = "参数只写“2027年放假”“2027年上班”这样的键"
            yield rule.problem(rule, ("参数", key), f"认不出参数“{key}”", fix)
            continue
        try:
            read_tables({key: text})
        except ValueError as error:
            yield rule.problem(rule, ("参数", key), str(error), "每个日期写成 2027-01-01，用空格分开")


def _date_key(record: ContentRecord) -> str:
    return {"meeting": "日期", "page": "更新日期"}.get(record.TYPE, "发布日期")
