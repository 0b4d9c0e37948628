"""How people ask for pages that nobody writes: by unit, year and what their rows name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai.render.gathering.page_questions import questions_of
from gongkai.search import SearchDocument

PLAIN = SearchDocument("", "题", "", "", "数据集", "区甲局", "2026", "", "2026-01-01")
FEES = "收费性质：行政事业性收费\n收费项目：占道费、垃圾费"


@pytest.mark.parametrize(
    ("url", "text", "wanted"),
    [
        ("budgets/three-public/jia/", "", "甲局请客吃饭接待费"),
        ("budgets/2026/jia/", "", "甲局2026年花了多少钱"),
        ("datasets/shoufei-qingdan/2026/jia/", FEES, "垃圾费多少钱"),
    ],
)
def test_a_page_below_an_address_is_asked_for_by_its_unit_and_its_rows(url, text, wanted):
    found = questions_of(replace(PLAIN, url=url, text=text))
    assert wanted in found
    assert len(found) == len(set(found)) and not any("{" in each or "区甲局" in each for each in found)


def test_the_list_itself_and_other_pages_have_none_of_these():
    others = ("datasets/shoufei-qingdan/", "items/jia/", "units/jia/")
    assert not any(questions_of(replace(PLAIN, url=url)) for url in others)


def test_where_no_unit_is_named_none_is_asked_for():
    assert questions_of(replace(PLAIN, url="datasets/quanze-qingdan/2026/", unit="")) == ()
