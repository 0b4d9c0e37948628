"""Answers to concerns and press conferences: one list, and the questions asked on the page."""

from __future__ import annotations

import datetime as dt

from gongkai.exports import record_rows
from gongkai.records.types.meeting import Meeting

MEETING = """\
---
会议名称: 停车新闻发布会
类型: 新闻发布会
日期: 2026-11-30
预告日期: 2026-11-20
答问:
  - 提问: 媒体记者
    问: 收费涨不涨？
    答问单位: 区民政局
    答: 不涨。
---
会议安排。
"""


def titles(demo, url):
    return [a.text_content() for a in demo.pages[url].xpath("//*[@class='entry__title']/a")]


def test_both_stand_in_one_list_newest_first(demo, recorded):
    both = titles(demo, "concerns/")
    press, answers = titles(demo, "concerns/kind/press/"), titles(demo, "concerns/kind/response/")
    assert sorted(both) == sorted(press + answers) == sorted(each.name for each in recorded.concerns)
    assert press and answers
    assert (demo.folder / "concerns/list.csv").read_text("utf-8-sig").startswith("类型,标题")
    assert (demo.folder / "feeds/concerns.atom.xml").is_file()


def test_a_press_conference_says_who_asked_and_who_answered(demo, recorded):
    told = [each for each in recorded.press_conferences if each.seen("answers", recorded.today)]
    assert told
    for meeting in told:
        (section,) = demo.pages[meeting.url].xpath("//section[@id='dawen']")
        assert len(section.xpath(".//summary")) == len(meeting.answers)
        units = dict.fromkeys(recorded.unit(each.unit).name for each in meeting.answers if each.unit)
        said = section.xpath(".//p[@class='facts']")[0].text_content()
        assert said == "答问单位：" + "、".join(units)


def test_answers_written_ahead_are_not_told_before_the_day(small_column):
    register = small_column({"content/meetings/2026/fabuhui.md": MEETING})
    (meeting,) = register.press_conferences
    assert isinstance(meeting, Meeting) and meeting.answers
    assert record_rows.row(meeting, register)["答问"] == []
    assert meeting.seen("answers", dt.date(2026, 11, 30)) == meeting.answers
