"""The feed of effects: each on the day from which it holds, never before."""

from __future__ import annotations

import datetime as dt

import feedparser
import pytest

from gongkai.column.effects import effects
from gongkai.exports import effect_log
from gongkai.exports.feeds import plan, write

DAY = dt.date(2022, 5, 1)


def policy(title: str, day: str, body: str, more: str = "") -> str:
    return (
        f"---\n标题: {title}\n发文机关: 区民政局\n成文日期: {day}\n发布日期: {day}\n是否规范性文件: 否\n"
        f"{more}---\n{body}\n"
    )


FILES = {
    "content/policies/2020/jiu.md": policy("旧办法", "2020-03-01", "第一条　甲。\n\n第二条　乙。"),
    "content/policies/2022/gai.md": policy(
        "修改决定",
        "2022-04-01",
        "《旧办法》第二条修改为：“第二条　丙。”",
        "发文字号: 示民发〔2022〕4号\n施行日期: 2022-05-01\n修改: [{文件: 旧办法}]\n",
    ),
}


@pytest.mark.parametrize(("day", "count"), [(DAY - dt.timedelta(days=1), 0), (DAY, 1)])
def test_an_effect_is_told_on_its_day(small_column, day, count) -> None:
    register = small_column(FILES, day)
    assert len(effect_log.events(register)) == count
    assert ("effects" in {feed.name for feed in plan(register)}) is bool(count)


def test_an_entry_says_what_was_done_to_which_article(small_column) -> None:
    register = small_column(FILES, DAY)
    (feed,) = (each for each in plan(register) if each.name == "effects")
    read = feedparser.parse(write(feed, register, lambda record: "")[feed.atom])
    (entry,) = read.entries
    assert entry.title == "修改：《旧办法》第二条"
    assert entry.link == "https://www.example.gov.cn/zwgk/policies/2020/jiu/#tiao-2"
    assert entry.summary == "《修改决定》（示民发〔2022〕4号）：自2022年5月1日起改第二条，已写入文本。"
    assert entry.published == "2022-05-01T00:00:00+08:00"


def test_two_documents_change_one_article_on_one_day(small_column) -> None:
    """The second, which stands before the first by its address, leaves the first its id."""
    second = {
        "content/policies/2021/gai.md": policy(
            "补充决定",
            "2022-04-20",
            "《旧办法》第二条修改为：“第二条　丁。”",
            "发文字号: 示民发〔2022〕7号\n施行日期: 2022-05-01\n修改: [{文件: 旧办法}]\n",
        )
    }
    (alone,) = effect_log.events(small_column(FILES, DAY))
    register = small_column({**FILES, **second}, DAY)
    both = effect_log.events(register)
    assert {each.note[:6] for each in both} == {"《修改决定》", "《补充决定》"}
    assert len({each.id for each in both}) == 2
    assert len({each.id for each in effects(register)}) == 2
    assert next(each.id for each in both if "修改决定" in each.note) == alone.id
