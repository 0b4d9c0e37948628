"""待办 of a unit: each thing in one list alone; what a new year asks only at its turn."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.common.paper.markdown import as_markdown
from gongkai.desk import monthly, todo
from gongkai.law.duties import Duty, DutyState

TODAY = dt.date(2026, 11, 21)
DAY = dt.timedelta(days=1)
FILES = {
    "data/norms/district.yml": """\
- 编号: QJ-02
  名称: 领导分工
  依据: [{文件: 示例区政务公开工作安排}]
  核对: {条款: 条文}
  承担: {类别: 部门}
  频次: 持续
  证据: {类型: 单位资料, 要素: [领导]}
- 编号: QJ-07
  名称: 部门年度报告
  依据: [{文件: 示例区政务公开工作安排}]
  核对: {条款: 条文}
  承担: {类别: 部门}
  频次: 每年
  期限: {截止: 次年01-31}
  证据: {类型: 年度报告}
""",
    "data/projects/2026.yml": """\
- 编号: 1
  事项: 新增普惠托位
  类别: 民生实事
  目标: 新增 200 个
  单位: [区民政局]
  发布日期: 2026-02-01
""",
}


def _text(small_column, duties=(), today=TODAY) -> str:
    register = small_column(FILES).on(today)
    unit = register.unit("区民政局")
    made = [
        Duty(title, kind, title, unit, (unit,), due, state, "某办法第一条", unit.url)
        for title, kind, due, state in duties
    ]
    return as_markdown(todo.Todo(monthly.Column(register, made, (), STANDARDS)).paper(unit))


def _section(text: str, number: str) -> str:
    return text.split(f"## {number}、", 1)[1].split("\n## ", 1)[0]


STANDARDS: dict = {}


@pytest.fixture(autouse=True)
def held(standards):
    STANDARDS.update(standards)


def test_each_stands_in_one_list(small_column):
    text = _text(
        small_column,
        [
            ("逾期的", "catalogue", TODAY - DAY, DutyState.OVERDUE),
            ("快到的", "catalogue", TODAY + 30 * DAY, DutyState.DUE_SOON),
            ("还早的", "catalogue", TODAY + 31 * DAY, DutyState.DUE_LATER),
            ("复核的", "page-review", TODAY + 90 * DAY, DutyState.DUE_LATER),
            ("还早的复核", "page-review", TODAY + 91 * DAY, DutyState.DUE_LATER),
            ("要失效的", "policy-expiry", TODAY + 10 * DAY, DutyState.DUE_SOON),
        ],
    )
    where = {"逾期的": "一", "领导分工": "二", "快到的": "三", "要失效的": "四", "复核的": "五"}
    for words, number in where.items():
        assert words in _section(text, number)
        assert text.count(f"| {words} ") == 1
    assert "还早的" in _section(text, "六") and "还早的复核" not in text


@pytest.mark.parametrize(
    ("day", "asked"),
    [("2026-10-31", False), ("2026-11-01", True), ("2027-03-31", True), ("2027-04-01", False)],
)
def test_a_new_year_asks_from_november_to_march(small_column, day, asked):
    turn = _section(_text(small_column, today=dt.date.fromisoformat(day)), "六")
    assert ("2027年民生实事等事项（2026年由本单位承担 1 项" in turn) == asked
    assert ("| 部门年度报告（2026年） | 2027-01-31 |" in turn) == (day < "2027-01-31" and asked)
    assert ("“新增普惠托位”还没有公布过进展" in turn) == asked
    assert turning_of(day) == (2027 if asked else None)


def turning_of(day: str) -> int | None:
    return todo.turning(dt.date.fromisoformat(day))


def test_the_first_list_does_not_deny_what_the_second_has(small_column):
    register = small_column(FILES).on(dt.date(2027, 3, 1))
    text = as_markdown(
        todo.Todo(monthly.Column(register, (), (), STANDARDS)).paper(register.unit("区民政局"))
    )
    over = text.count("| 逾期 |")
    assert over and f"其中逾期 {over} 项" in text
    assert f"从来没有公开过的，有 {over} 项逾期" in _section(text, "一")
