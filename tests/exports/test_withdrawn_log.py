"""What was withdrawn is told on its day to those who follow the column, the unit, and the kind of record."""

from __future__ import annotations

import datetime as dt

import feedparser
import pytest

from gongkai import gate
from gongkai.exports import withdrawn_log
from gongkai.exports.feeds import plan, write
from gongkai.gate import addresses

DAY = dt.date(2026, 11, 20)
BEFORE = DAY - dt.timedelta(days=1)
POLICY = "policies/2026/jiazhuang-dianti/"
HELP = "items/minzheng-ju/2026/jiuzhu/"


def row(address: str, more: str = "") -> dict[str, str]:
    reason = "" if "理由" in more else "  理由: 内容有误\n"
    return {"data/addresses/moved.yml": f"- 地址: {address}\n  撤下日期: {DAY}\n{reason}{more}"}


def released(register):
    return gate.released(register, moved=addresses.moved(register))


def told(register) -> dict[str, list[str]]:
    """Name of a feed → what it tells as withdrawn."""
    feeds = {
        feed.name: [f"{e.title}：{e.note}" for e in feed.events if e.kind == "撤下"]
        for feed in plan(register)
    }
    del feeds["log"]
    return {name: found for name, found in feeds.items() if found}


@pytest.mark.parametrize(("day", "count"), [(BEFORE, 0), (DAY, 1)])
def test_on_the_day_itself_and_not_before(small_column, day, count):
    register = released(small_column(row(POLICY), day))
    assert len([*withdrawn_log.withdrawn(register)]) == count


def test_all_the_kind_the_unit_and_its_own_feed(small_column):
    found = told(released(small_column(row(POLICY, "  说明: 另行公布\n"), DAY)))
    words = [f"{POLICY}：理由：内容有误。另行公布。"]
    assert found == dict.fromkeys(("all", "policies", "unit-zhufang-jianshe-wei", "life-withdrawn"), words)


def test_without_its_file_a_policy_is_its_units_by_the_row_an_item_by_its_address(small_column):
    named = row(POLICY, "  单位: 区民政局\n")
    gone = {
        "content/policies/2026/jiazhuang-dianti.md": None,
        "content/interpretations/2026/jiazhuang-dianti-jiedu.md": None,
    }
    assert "unit-minzheng-ju" in told(released(small_column({**named, **gone}, DAY)))
    item = {**row(HELP), "content/items/minzheng-ju/2026/jiuzhu.md": None}
    assert "unit-minzheng-ju" in told(released(small_column(item, DAY)))


def test_a_title_that_had_to_go_is_in_no_feed(small_column):
    found = told(released(small_column(row(HELP, "  理由: 涉及个人隐私\n"), DAY)))
    assert found["all"] == [f"{HELP}：理由：涉及个人隐私。"]


def test_what_goes_with_another_is_not_told_beside_it(small_column):
    """Its interpretation goes with a policy, and has an answer."""
    register = small_column(row(POLICY), DAY)
    published = {POLICY: "补助办法", "interpretations/2026/jiazhuang-dianti-jiedu/": "问答"}
    object.__setattr__(register, "published", published)
    (entry, kind, units) = next(iter(withdrawn_log.withdrawn(released(register))))
    assert (entry.title, kind, [unit.slug for unit in units]) == (
        "补助办法",
        "policy",
        ["zhufang-jianshe-wei"],
    )
    assert len([*withdrawn_log.withdrawn(released(register))]) == 1


def test_readers_of_feeds_read_it(small_column):
    register = released(small_column(row(HELP), DAY))
    (feed,) = (each for each in plan(register) if each.name == "unit-minzheng-ju")
    read = feedparser.parse(write(feed, register, lambda record: "")[feed.atom])
    entry = next(each for each in read.entries if each.title.startswith("撤下"))
    assert entry.link == f"https://www.example.gov.cn/zwgk/{HELP}"
    assert entry.published == "2026-11-20T00:00:00+08:00"
