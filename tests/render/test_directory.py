"""A street is found: units in their order under their kinds, numbers and address before their news."""

from __future__ import annotations

from gongkai.column.news import news_of
from gongkai.common.said_days import usual
from gongkai.render.gathering.unit_pages import _once
from gongkai.render.listing import listings
from gongkai.render.lists.slices import slices

STREET = "名称: {0}街道办事处\n简称: [{0}街道]\n类别: 街道\n排序: {1}\n"
CONTACT = """\
单位: {0}
核验日期: 2026-{1}
电话: [{{用途: 业务咨询, 号码: 010-00000000, 服务时间: 全天}}]
"""
MOVED = """\
---
名称: 议事厅
类型: 公开议事厅
日期: 2026-11-27
主办单位: 望槐街道
预告日期: 2026-11-02
日期变更:
  - {字段: 日期, 原日期: 2026-11-26, 新日期: 2026-11-27, 原因: 场地, 公布日期: 2026-11-10}
---
商量。
"""
FILES = {
    "data/units/wanghuai.yml": STREET.format("望槐", 20),
    "data/units/jinyu.yml": STREET.format("金榆", 30),
    "data/contacts/wanghuai.yml": CONTACT.format("望槐街道", "08-01"),
    "data/contacts/jinyu.yml": CONTACT.format("金榆街道", "11-02"),
    "content/events/2026/yishi.md": MOVED,
}


def test_numbers_stand_in_the_order_of_units_on_one_page_whenever_they_were_tried(small_column):
    many = {f"data/units/jie-{n}.yml": STREET.format(f"第{n}", 100 + n) for n in range(25)}
    numbers = {f"data/contacts/jie-{n}.yml": CONTACT.format(f"第{n}街道", "09-01") for n in range(25)}
    register = small_column(FILES | many | numbers)
    (listing,) = [each for each in listings(register) if each.section == "contacts"]
    whole = next(iter(slices(listing)))
    first = [each.name.removesuffix("对外电话") for each in whole.records[:3]]
    assert first == ["望槐街道", "金榆街道", "第0街道"]
    assert list(whole.cut.numbers) == [1]


def test_what_was_told_of_an_event_again_and_again_is_one_row_of_its_unit(small_column):
    register = small_column(FILES)
    told = news_of(register, register.unit("望槐街道"))
    events = [each for each in told if each.record.TYPE == "event"]
    assert [each.word for each in events] == ["改期", "活动"]
    assert [each.word for each in _once(told) if each.record.TYPE == "event"] == ["改期"]


def test_a_unit_says_where_it_is_before_what_it_published(tiny):
    page = tiny.pages["units/minzheng-ju/"]
    number = page.xpath("//h1/following::a[starts-with(@href, 'tel:')]")[0]
    assert "最近公布" in [each.text_content() for each in number.xpath("following::h2")]
    assert number.xpath("preceding::h2[ancestor::main]") == []


def test_kinds_of_units_are_a_tap_away(tiny):
    for url in ("units/", "contacts/"):
        page = tiny.pages[url]
        led = [a.get("href")[1:] for a in page.xpath("//*[contains(@class, 'jumps')]/a")]
        headings = [each.get("id") for each in page.iter("h2") if (each.get("id") or "").startswith("lei-")]
        assert led == headings or not (led or headings[1:])


def test_hours_that_most_have_are_said_once_above_them(demo):
    words = "工作日 9时至12时、13时30分至17时30分"
    page = demo.pages["contacts/"].find(".//main")
    assert page.text_content().count(words) == 1
    before = page.xpath(".//*[@data-rows]")[0].xpath("preceding::p[contains(., '没有另写时间')]")
    assert words in before[0].text_content()
    other = [each for each in page.xpath(".//*[@data-row]") if "，全天" in each.text_content()]
    assert other


def test_what_no_two_have_in_common_is_not_said_for_all():
    assert usual(["全天", "工作日", "全天", ""]) == "全天"
    assert usual(["全天", "工作日"]) == usual([""]) == usual([]) == ""
