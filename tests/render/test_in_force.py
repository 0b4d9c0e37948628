"""The list of what was in force on a day is the standing of every document on that day."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.render.gathering.in_force import held

START, DAY = dt.date(2019, 12, 1), dt.timedelta(days=1)


def policy(title: str, day: str, **more: str) -> str:
    fields = {
        "标题": title, "发文机关": "区民政局", "成文日期": day, "发布日期": "2019-01-01", "施行日期": day,
        "是否规范性文件": "是", **more,
    }  # fmt: skip
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in fields.items()) + "---\n第一条　甲。\n"


FILES = {
    "content/policies/2020/a.md": policy("甲", "2020-01-10", 失效日期="2020-03-01"),
    "content/policies/2020/b.md": policy("乙", "2020-01-20"),
    "content/policies/2020/c.md": policy("丙", "2020-02-10", 替代="[b]"),
    "content/policies/2020/d.md": policy("丁", "2020-02-20", 废止="[{文件: c, 日期: 2020-04-01}]"),
    "content/policies/2020/e.md": policy("戊", "2020-02-25", 部分废止="[d]", 修改="[a]"),
    "content/policies/2020/f.md": policy("己", "2020-01-15", 废止日期="2020-02-01", 废止依据="某决定"),
    "content/policies/2020/g.md": policy("庚", "2020-01-15", 草稿="是"),
    "content/policies/2020/h.md": policy("辛", "2020-01-15", 是否规范性文件="否"),
    "content/policies/2026/jiazhuang-dianti.md": None,
}


@pytest.mark.parametrize("days", range(0, 180, 5))
def test_it_says_of_every_day_what_the_standing_of_each_document_says(small_column, days):
    register, day = small_column(FILES), START + days * DAY
    rows = {row.policy.title for row in held(register) if row.on(day)}
    normative = [each for each in register.policies if each.normative]
    assert rows == {each.title for each in normative if register.standing_on(each, day).in_force}


def test_those_of_today_stand_first(small_column):
    register = small_column(FILES, dt.date(2020, 3, 1))
    now = [row.on(register.today) for row in held(register)]
    assert now == sorted(now, reverse=True) and any(now) and not all(now)
    assert {row.policy.title for row in held(register)} == set("甲乙丙丁戊己")
