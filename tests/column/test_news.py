"""What is told of a record on which day: its publication, then what came of it, up to the day."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.news import news, news_of
from gongkai.law.example import a_policy

from ..small_column import FILES


def test_a_policy_is_told_of_again_when_it_is_changed_and_when_it_ends(small_column):
    ended = a_policy("jiu", 发文字号="示民发〔2020〕9号", 失效日期="2026-11-20")
    register = small_column(ended)
    found = [(each.word, each.day) for each in news(register) if each.record.slug == "jiu"]
    assert found[0] == ("状态", dt.date(2026, 11, 21))
    assert [word for word, _ in found] == ["状态", "政策文件"]


@pytest.mark.parametrize("weight", ["", "    程度: 重要\n"])
def test_that_a_page_was_mended_is_no_publication(small_column, weight):
    path = "content/policies/2026/jiazhuang-dianti.md"
    text = FILES[path].replace("    说明: 更正附件\n", f"    说明: 更正附件\n{weight}")
    register = small_column({path: text})
    found = [(each.word, each.day) for each in news(register) if each.record.slug == "jiazhuang-dianti"]
    assert found == [("政策文件", dt.date(2026, 11, 5))]


def test_a_unit_has_only_its_own_the_newest_first(small_column):
    register = small_column()
    found = news_of(register, register.unit("区民政局"))
    assert {each.record.slug for each in found} == {"jiuzhu", "cw-46"}
    days = [each.day for each in news(register)]
    assert days == sorted(days, reverse=True)
