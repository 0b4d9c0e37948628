"""What comes next of meetings and events stands above their list, true on every day it is read."""

from __future__ import annotations

import datetime as dt

import lxml.html
import pytest

from gongkai.column.register import Register
from gongkai.exports import door
from gongkai.law.applied import Applied
from gongkai.render import Facts, Site
from gongkai.render.lists.pages import planned
from gongkai.settings import PROJECT

MEETING = (
    "---\n会议名称: {name}\n日期: {day}\n预告日期: 2026-11-18\n"
    "议题: [{{标题: 甲, 承办单位: 区民政局}}]\n---\n会议安排。\n"
)
TWO = {
    f"content/meetings/2026/{name}.md": MEETING.format(name=name, day=day)
    for name, day in (("hou", "2026-11-30"), ("tong", "2026-11-24"))
}


def lead(register: Register) -> list[tuple[str | None, str]]:
    """(from which day, words) above the list of meetings."""
    site = Site.of(Facts(register, door.plan(register), Applied()), PROJECT / "overrides")
    page = next(each for each in planned(site) if each.url == "meetings/").make()
    [place] = lxml.html.fromstring(page.content).xpath("//p[@class='lead']/span[@data-by-day]")
    later = [(each.get("data-from"), each.text_content()) for each in place.xpath("template")]
    now = [place.text or "", *(each.text_content() for each in place if each.tag != "template")]
    return [(None, "".join(now)), *later]


@pytest.mark.parametrize(
    ("files", "today", "told"),
    [
        # the first of two on one day; the day itself is not over
        (TWO, dt.date(2026, 11, 24), [(None, "第 46 次"), ("2026-11-25", "hou"), ("2026-12-01", "没有预告")]),
        (TWO, dt.date(2026, 11, 25), [(None, "hou"), ("2026-12-01", "没有预告")]),
        ({}, dt.date(2026, 11, 24), [(None, "第 46 次"), ("2026-11-25", "没有预告")]),
    ],
)
def test_the_next_one_is_told_until_its_day_is_over(files, today, told, small_column):
    found = lead(small_column(files, today))
    assert [day for day, _ in found] == [day for day, _ in told]
    assert all(words in said for (_, said), (_, words) in zip(found, told, strict=True)), found
