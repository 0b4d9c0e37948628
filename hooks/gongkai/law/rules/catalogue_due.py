"""公开事项须按时限公开。

看什么：公开目录里主动公开的每一项，按“公开时限”和“首次公开期限”算出的最近一次期限，
和写了这一项编号的已公布内容。
怎样算错：期限已过，还没有公布这一期的内容；写明了首次公开期限、到期还一条也没有。
没有期限而一条内容也没有的（空白）只提示。每一项只报最近的一期，“适用自”以前的不追究。
怎样改：公布这一期的内容，“公开事项”写上编号；按期公开而看不出是哪一期的写上“所属期”；
不该由本栏目公开的，改“公开方式”，或经批准写豁免。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.column.register import Register
from gongkai.common.problems import Level, Problem
from gongkai.law.duties.catalogue import NEEDS, entry_state, of_entry
from gongkai.law.duties.duty import Duty, DutyState
from gongkai.law.duties.terms import Terms
from gongkai.law.example import CLEAN, Edge, Example, Files, an_entry, an_item
from gongkai.records.base import ContentRecord, Record
from gongkai.records.types.catalogue import CatalogueEntry
from gongkai.records.types.standard import Standard
from gongkai.records.vocabulary.documents import Disclosure

_QUARTERLY = an_entry(公开时限="每季度")
_FIRST = {**an_entry(首次公开期限="2026-12-01"), **dict.fromkeys([*an_item(), *an_item("jiu")], "")}


def _late(month: str) -> Files:
    """The newest month that there is."""
    return {**an_item(所属期=month), **an_item("jiu", 所属期="2026-07")}


def _loose(day: str) -> Files:
    return an_item(所属期=None, 形成日期=None, 发布日期=day)


def _held(**fields: str) -> Files:
    """Nothing for October, and an entry with days of its own."""
    return {**an_entry(公开时限="每月", **fields), **an_item(所属期="2026-09")}


def _ended(day: str) -> Files:
    return _held(失效日期=day, 失效依据="某件决定")


def _yearly(day: str) -> Files:
    """To be published every year by a day, and never was."""
    return {**_FIRST, **an_entry(公开时限=f"每年{day}前")}


EXAMPLE = Example(
    good={
        **CLEAN,
        **an_entry(公开时限="每月"),
        **an_item(所属期="2026-10"),
        **an_item("jiu", 所属期="2026-09"),
    },
    bad={**an_item(所属期="2026-09"), **an_item("jiu", 所属期="2026-08")},
    message="2026-10 的内容应在 2026-11-15 前公开",
    edges=(
        Edge("2026-11 的内容应在 2026-12-15 前公开", last="2026-12-15", first="2026-12-16"),
        # September is the first month that is asked for
        Edge("2026-09 的内容应在 2026-10-15 前公开", last="2026-10-15", first="2026-10-16"),
        Edge("应在 2027-01-30 前公开", _QUARTERLY, _QUARTERLY, last="2027-01-30", first="2027-01-31"),
        Edge("首次内容应在 2026-12-01 前公开", _FIRST, _FIRST, last="2026-12-01", first="2026-12-02"),
        Edge("，另有 1 期也没有公开", _late("2026-09"), _late("2026-08")),
        # what comes late is there on its day
        Edge(
            "的内容应在",
            an_item(所属期="2026-10", 发布日期="2026-11-21"),
            an_item(所属期="2026-10", 发布日期="2026-11-22"),
        ),
        # without 所属期 it counts for a month that it is not older than
        Edge("2026-10 的内容应在", _loose("2026-10-01"), _loose("2026-09-30")),
        # an entry asks for the months that begin from its own day on, and for nothing after its last one
        Edge("2026-10 的内容", _held(生效日期="2026-10-02"), _held(生效日期="2026-10-01")),
        Edge("2026-10 的内容", _ended("2026-11-20"), _ended("2026-11-21")),
        # the first year that is asked for
        Edge("2026年 的内容应在", _yearly("08-31"), _yearly("09-01")),
    ),
)
PARAMETERS = NEEDS


def scope(register: Register) -> Iterable[Record]:
    return (
        entry
        for entry in register.catalogue
        if entry.manner is Disclosure.ACTIVE and entry.holds_on(register.today)
    )


def check(register: Register, rule: Standard) -> Iterator[Problem]:
    terms = Terms.of_rule(register, rule)
    named = _named_by_broken(register)
    for entry in scope(register):
        if isinstance(entry, CatalogueEntry) and named is not None and entry.number not in named:
            yield from _entry(rule, entry, list(of_entry(terms, entry)))


def _entry(rule: Standard, entry: CatalogueEntry, owed: list[Duty]) -> Iterator[Problem]:
    if entry_state(owed) is DutyState.OVERDUE:
        yield _overdue(rule, entry, [each for each in owed if each.state is DutyState.OVERDUE])
    elif entry_state(owed) is DutyState.BLANK:
        message = f"“{entry.name}”还没有公开过内容"
        yield rule.problem(entry, "编号", message, _fix(entry), Level.NOTICE)


def _named_by_broken(register: Register) -> set[str] | None:
    """The entries that faulty files name: they will be mended. None when a file cannot be read at all."""
    faulty = [each for each in register.broken if issubclass(each.record_type, ContentRecord)]
    if not all(each.data for each in faulty):
        return None
    written = [each.data.get("公开事项", []) for each in faulty]
    numbers = [number for value in written for number in (value if isinstance(value, list) else [value])]
    return {number for number in numbers if isinstance(number, str)}


def _overdue(rule: Standard, entry: CatalogueEntry, late: list[Duty]) -> Problem:
    newest = late[-1]
    more = f"，另有 {len(late) - 1} 期也没有公开" if len(late) > 1 else ""
    what = f"{newest.period} 的内容" if newest.period else "首次内容"
    message = f"“{entry.name}”{what}应在 {newest.due} 前公开，现在还没有{more}"
    return rule.problem(entry, "公开时限" if newest.period else "首次公开期限", message, _fix(entry))


def _fix(entry: CatalogueEntry) -> str:
    return f"公布后在那条内容里写上 公开事项: {entry.number}；确实没有可公开的，经批准写豁免"
