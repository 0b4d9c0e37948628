"""交审: what has become wrong since the last look is shown first; who wrote it is not who reviewed it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from gongkai.desk.web.app import Desk

from . import papers
from .conftest import TODAY, Clerk, git

#: Git, again and again
pytestmark = pytest.mark.slow
REVIEWS = {"初审": "甲", "复审": "乙", "终审": "丙", "保密审查日期": "2026-11-19"}
UNIT = "data/units/minzheng-ju.yml"
#: the policy is public on the day after
LATER = "2026-11-23"


@pytest.fixture
def column(column):
    text = (column / UNIT).read_text("utf-8").replace("[区民政处]", "[区民政处, 北京市示例区民政局]")
    (column / UNIT).write_text(text, "utf-8")
    git(column, "commit", "--quiet", "--all", "-m", "单位")
    return column


def new(page: str) -> str:
    """What stands under the head of what is new."""
    return page.partition('id="new"')[2].partition("</section>")[0]


def test_what_became_wrong_since_the_last_look_is_told_before_anything_is_sent(options, column):
    day = [TODAY]
    clerk = Clerk(Desk(replace(options, day=lambda: day[0])), "张某")
    at = clerk.work(papers.policy(), papers.interpretation())
    clerk.post(f"{at}questions", **{**papers.ANSWERS, "发布日期": LATER})
    assert "不到 40 个" in clerk.page(at), "it is held to what will be asked on its day"
    assert not new(clerk.page(f"{at}hand-in"))
    day[0] = dt.date(2033, 1, 4)
    assert "已满 5 年" in new(clerk.page(f"{at}hand-in"))
    assert not new(clerk.page(f"{at}hand-in")), "it was shown"
    day[0] = TODAY
    for name in ("张某", "　张 某"):
        own = clerk.post(f"{at}hand-in", **{**REVIEWS, "复审": name})
        assert own.status_code == 422 and "复审写的是您自己" in own.text
    twice = clerk.post(f"{at}hand-in", **{**REVIEWS, "终审": "甲"})
    assert "“初审”和“终审”写的是同一个人" in twice.text and twice.status_code == 200
    assert "“初审”和“终审”" in clerk.post(f"{at}hand-in", **{**REVIEWS, "终审": " 甲"}).text, "and again"
    late = clerk.post(f"{at}hand-in", **{**REVIEWS, "保密审查日期": "2026-11-25"})
    assert f"晚于发布日期 {LATER}" in new(late.text)
    (column / UNIT).write_text("名称: 区养老局\n类别: 部门\n", "utf-8")
    git(column, "commit", "--quiet", "--all", "-m", "改名")
    answer = clerk.post(f"{at}hand-in", **REVIEWS)
    assert answer.status_code == 200 and "民政局”" in new(answer.text)
    assert "还没有交审" in clerk.page("/")
