"""What one can do stands at the top with its target, and every telephone number on a page dials."""

from __future__ import annotations

import datetime as dt
import re
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import ValidationError

from gongkai.column.passing import stages
from gongkai.common.telephones import NUMBER
from gongkai.law.example import a_policy
from gongkai.records.column import Column
from gongkai.records.types.contact import Contact
from gongkai.render.facts import Facts
from gongkai.render.frame.telephones import linked, tel
from gongkai.render.frame.ways import Act, Door, about, report_doors
from gongkai.render.records.views import policy_act
from gongkai.render.records.views.phases import phases

from ..small_column import COLUMN

UNSEEN = ("script", "style", "svg", "title", "textarea", "pre", "code")
HEAD = "标题: 规划（草案）征求意见\n单位: 区民政局\n发布日期: 2026-11-02\n开始日期: 2026-11-02\n"
WAYS = """\
方式:
  - {渠道: 邮件, 邮箱: mzj@example.gov.cn}
  - {渠道: 寄信, 地址: 安民大街20号}
  - {渠道: 电话, 号码: 010-00000000, 时间: 全天}
  - {渠道: 网上, 网址: "https://www.example.gov.cn/yijian/", 动作: 网上提意见}
  - {渠道: 当面, 地址: 一层}
"""
PATH = "content/consultations/2026/guihua.md"


def numbers_outside_links(tree) -> list[str]:
    """The numbers in the text of a page that no tap dials."""
    found = []
    for element in tree.find("body").iter():
        if not isinstance(element.tag, str) or element.tag in UNSEEN:
            continue
        inside = [element, *element.iterancestors()]
        dials = any(e.tag == "a" or e.tag in UNSEEN for e in inside)
        after = any(e.tag == "a" or e.tag in UNSEEN for e in element.iterancestors())
        found += NUMBER.findall(element.text or "") if not dials else []
        found += NUMBER.findall(element.tail or "") if not after else []
    return found


def test_every_telephone_number_of_a_site_is_a_link_that_dials(tiny):
    assert {url: found for url, tree in tiny.pages.items() if (found := numbers_outside_links(tree))} == {}
    dialled = {a.get("href") for tree in tiny.pages.values() for a in tree.xpath("//a[@class='tel']")}
    assert dialled and all(re.fullmatch(r"tel:\+86\d{10,11}(,\d+)?", each) for each in dialled)


def test_a_hotline_is_named_where_the_column_has_one_and_nowhere_else(tiny, demo):
    asked, other = (site.pages[""].find(".//main").text_content() for site in (demo, tiny))
    assert "不知道问谁，打 12345" in asked
    assert "不知道问谁" not in other and "12345" not in other
    with pytest.raises(ValidationError, match="市民热线"):
        Column.model_validate({**COLUMN, "市民热线": "一二三四五"})


def test_the_page_of_requests_says_where_at_once_and_every_page_how_to_tell_a_fault(tiny):
    page = tiny.pages["request/"]
    (box,) = page.xpath("//section[@class='act']")
    assert box.findtext("h2") == "交给谁"
    assert [a.get("href") for a in box.iter("a")] == ["mailto:xxgk@example.gov.cn", "tel:+861000000002"]
    assert "示例区安民大街20号，区民政局收" in box.text_content()
    foot = tiny.pages["items/minzheng-ju/2026/jiuzhu/"].xpath("//*[@class='foot']")[0]
    assert "这一页有错" in foot.text_content() and foot.xpath(".//a[starts-with(@href, 'tel:')]")


@pytest.fixture
def box(small_column):
    def of(closes: str, ways: str = WAYS) -> Act | None:
        text = f"---\n{HEAD}截止日期: {closes}\n{ways}---\n草案。\n"
        register = small_column({PATH: text})
        record = register.record("guihua")
        return phases(Facts(register), record)[0].act

    return of


def test_four_ways_are_seen_at_once_what_a_touch_does_before_what_one_writes_to(box):
    made = box("2026-12-03")
    assert made.title == "提意见"
    assert [(each.does, each.href, each.shown) for each in made.doors] == [
        ("发邮件", "mailto:mzj@example.gov.cn", "mzj@example.gov.cn"),
        ("打电话问", "tel:+861000000000", "010-00000000"),
        ("网上提意见", "https://www.example.gov.cn/yijian/", ""),
        ("寄信", None, "安民大街20号"),
    ]
    assert [each.does for each in made.more] == ["当面办"]


def test_nothing_is_offered_once_it_is_over(box):
    assert box("2026-11-21").title == "提意见"
    over = box("2026-11-20")
    assert "不再收意见" in over.lead
    assert [(each.does, each.href) for each in over.doors] == [("打电话问", "tel:+861000000000")]


def test_a_way_that_ends_before_the_others_tells_its_last_day(box):
    def made(last: str) -> tuple[Door, ...]:
        phone = f"{{渠道: 电话, 号码: 010-00000000, 截止日期: {last}}}"
        return box("2026-12-03", f"方式: [{phone}, {{渠道: 寄信, 地址: 安民大街20号}}]\n").doors

    called, _ = made("2026-11-21")
    assert (called.notes[0], called.last) == ("到2026年11月21日（星期六）为止", dt.date(2026, 11, 21))
    assert [each.does for each in made("2026-11-20")] == ["寄信"]


def test_a_text_of_before_is_shown_as_it_stands(box):
    made = box("2026-12-03", "方式: 信函：区民政局养老服务科\n")
    assert made.doors == (Door("信函：区民政局养老服务科", None, ""),)


def test_a_letter_on_a_fault_begins_with_the_page(small_column):
    (called,) = report_doors(Facts(small_column()))
    assert (called.href, called.shown) == ("tel:+861000000000", "010-00000000")
    way = "方式:\n  - {渠道: 邮件, 邮箱: a@example.gov.cn}\n"
    page = f"---\n标题: 找错\n更新日期: 2026-09-01\n{way}---\n写清楚。\n"
    facts = Facts(small_column({"content/pages/report-error.md": page}))
    (door,) = (about(each, f"{facts.register.column.root}policies/2026/x/") for each in report_doors(facts))
    assert door.href.startswith("mailto:a@example.gov.cn?subject=")
    assert door.href.endswith("www.example.gov.cn/zwgk/policies/2026/x/")


@pytest.mark.parametrize(
    ("html", "made"),
    [
        (
            "<p>请打010-12345678。</p>",
            '<p>请打<a class="tel" href="tel:+861012345678">010-12345678</a>。</p>',
        ),
        ('<p><a href="x">010-12345678</a></p>', None),
        ('<a href="x"><b>010-12345678</b></a>', None),
        ("<svg><text>010-12345678</text></svg>", None),
        ('<p title="010-12345678">一</p>', None),
        ("<p>编号 110-12345678-9</p>", None),
        ("<p>X010-12345678</p>", None),
        ("<p>共 12345 件</p>", None),
        ("<p>拨打12345热线</p>", '<p>拨打<a class="tel" href="tel:12345">12345</a>热线</p>'),
    ],
)
def test_numbers_in_running_text(html, made):
    assert linked(html) == (made or html)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("向区房管局或者12345反映", ["12345"]),
        ("业务咨询 12345", ["12345"]),
        ("110 for the police, 119 for fire, 120 for an ambulance", ["110", "119", "120"]),
        ("补贴6000或者12345元", []),
        ("业务咨询 120件", []),
    ],
)
def test_short_numbers_are_told_by_the_words_beside_them(text, numbers):
    assert re.findall(r'href="tel:(\d+)"', linked(text)) == numbers


@pytest.mark.parametrize(
    "html",
    ["传真：010-66000001", "<b>传真</b> <p>010-66000001</p>", "Fax: 010-66000001", "传真号码为 010-66000001"],
)
def test_a_fax_number_is_not_dialled_and_not_broken(html):
    assert linked(html) == html.replace("010-66000001", '<span class="tel">010-66000001</span>')


def test_a_telephone_beside_a_fax_is_dialled():
    assert linked("传真：010-66000001，电话：010-66000002").count("href=") == 1


def test_who_writes_finds_the_address_beside_the_numbers(demo):
    page = demo.pages["contacts/zhengfu-bangongshi/"]
    assert page.xpath("//section[@id='xie']//a/@href") == ["mailto:xxgk@example.gov.cn"]
    assert "邮箱" not in [each.text for each in page.iter("dt")]
    assert demo.pages["units/zhengfu-bangongshi/"].xpath("//a[@href='mailto:xxgk@example.gov.cn']")


def test_a_document_whose_unit_has_no_number_is_asked_about_at_the_column_s(small_column):
    site: Any = SimpleNamespace(facts=Facts(small_column()))
    (policy, *_) = site.facts.register.policies
    assert not site.facts.register.public(Contact)
    called = policy_act._called(site, policy)
    assert (called.does, called.href) == ("打电话问", "tel:+861000000000")
    assert called.notes[-1] == "发文机关还没有公布电话"


@pytest.mark.parametrize("audience", ["person", "company"])
def test_a_door_leads_to_the_feed_of_its_readers(demo, audience):
    found = demo.pages[f"{audience}/"].xpath("//main//p[@class='more no-print']/a/@href")
    assert found == [f"../feeds/audience-{audience}/"]


def test_a_field_that_is_a_number_is_a_link_whole():
    assert tel("12345") == '<a class="tel" href="tel:12345">12345</a>'
    assert tel("<b>010-12345678转2") == (
        '&lt;b&gt;<a class="tel" href="tel:+861012345678,2">010-12345678转2</a>'
    )


@pytest.mark.parametrize(
    ("ends", "offered"), [("2026-11-21", ["网上申报", "当面办", "打电话问"]), ("2026-11-20", ["打电话问"])]
)
def test_what_a_policy_gives_is_applied_for_at_the_top_up_to_the_last_day(small_column, ends, offered):
    fields = f"""
  适用对象: 小微企业
  支持方式: [资金补贴]
  支持内容: 补贴30%
  申报条件: [依法纳税]
  申报方式:
    - {{渠道: 网上, 动作: 网上申报, 网址: "https://www.example.gov.cn/shenbao/"}}
    - {{渠道: 当面, 地址: 安民大街20号一层, 时间: 全天}}
  申报开始: 2026-11-10
  申报截止: {ends}
  咨询方式: [{{渠道: 电话, 号码: 010-00000000}}]"""
    site: Any = SimpleNamespace(facts=Facts(small_column(a_policy("tie", 服务对象="企业", 惠企要素=fields))))
    policy = site.facts.register.record("tie")
    (stage, *_) = stages(site.facts.register, policy)
    made = policy_act.act(site, policy, 0, stage)
    assert [each.does for each in made.doors] == offered
    assert made.doors[-1].href == "tel:+861000000000"


def test_a_guide_out_of_its_weeks_says_when_it_was_taken_and_whom_to_ask(demo):
    page = demo.pages["services/ruxue-dengji/"]
    (box,) = page.xpath("//section[@class='act']")
    assert "这一次的受理已经截止：2026年5月6日至2026年5月31日受理" in box.text_content()
    assert box.xpath(".//a[starts-with(@href, 'tel:')]")


def test_what_a_document_grants_is_asked_at_the_number_it_gives_and_not_at_the_next_issuer_s(demo):
    act = demo.pages["policies/2026/xiaowei-daikuan-tiexi-tongzhi/"].xpath("//section[@class='act']")[0]
    assert "区金融办" in act.text_content() and "区财政局" not in act.text_content()


@pytest.mark.parametrize(
    ("before", "number", "dials"),
    [
        ("市民服务热线", "12345", True),
        ("急救", "120", True),
        ("受理件数", "12345", False),
        ("热线", "12346", False),
    ],
)
def test_a_short_number_alone_in_a_cell_dials_where_its_row_says_who_is_called(before, number, dials):
    row = f"<tr><td>市民服务热线</td></tr><tr><td>{before}</td><td>{number}</td><td>全天</td></tr>"
    assert (f'<a class="tel" href="tel:{number}">' in linked(row)) is dials
