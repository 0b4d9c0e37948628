"""Matters and 领域: what a page gathers, what is true today, whom to ask where there is nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.column.by_domain import of_domains
from gongkai.column.by_domain import themes as all_themes
from gongkai.column.followed import subjects_of
from gongkai.exports import door
from gongkai.records.types.service import Service
from gongkai.records.vocabulary.documents import Audience, Domain
from gongkai.render import Facts, Site
from gongkai.render.gathering import home, landing, subject, themes
from gongkai.settings import PROJECT

HOUSING = """\
名称: 住房
提示: 电梯
领域: [城市更新, 保障性住房]
服务对象: 个人
问谁: 区住房城市建设委
排序: "1"
"""
TAX = "名称: 税费\n领域: 税收管理\n服务对象: 企业\n问谁: [区民政局, 区住房城市建设委]\n"
CONSULTATION = """\
---
标题: 城市更新征求意见
单位: 区住房城市建设委
发布日期: 2026-11-02
开始日期: 2026-11-02
截止日期: 2026-12-03
领域: 城市更新
摘要: 电梯装在哪里
---
说明。
"""
ENDED = """\
---
标题: 旧办法
发文机关: 区住房城市建设委
成文日期: 2014-01-02
发布日期: 2014-01-05
失效日期: 2020-01-01
是否规范性文件: 否
领域: 保障性住房
---
正文。
"""
#: in force, and readers have nothing of it but its title
WITHHELD = ENDED.replace("旧办法", "报告").replace(
    "失效日期: 2020-01-01", "公开属性: 依申请公开\n不公开理由: 商业秘密"
)
FILES = {
    "content/policies/2014/bao-gao.md": WITHHELD,
    "data/themes/zhufang.yml": HOUSING,
    "data/themes/shuifei.yml": TAX,
    "data/services/dianti.yml": Service.EXAMPLE.replace("望槐街道", "区民政局"),
    "content/consultations/2026/z.md": CONSULTATION,
    "content/policies/2014/jiu.md": ENDED,
}


@pytest.fixture
def site(small_column):
    register = small_column(FILES)
    return Site.of(Facts(register, door.plan(register)), PROJECT / "overrides")


def test_a_theme_gathers_every_type_of_its_domains_what_can_be_done_first(views, site):
    view = views(themes, site)["themes/zhufang/"]
    assert [(each.kind, each.title, each.note) for each in view.actions] == [
        ("提意见", "城市更新", "电梯装在哪里"),
        ("申请", "老旧小区加装电梯补助申请", "15个工作日"),
    ]
    assert [each.record.slug for each in view.policies] == ["jiazhuang-dianti"]
    assert (view.held.in_force, view.held.ended) == (1, 1)
    assert [each.question for each in view.questions] == ["谁可以申请？"]
    assert [each.record.slug for each in view.guides] == ["dianti"]
    assert [words for words, _, _ in view.ways] == ["城市更新", "保障性住房"]
    kinds = [each.kind for each in view.newest]
    assert {"政策文件", "政策解读", "意见征集", "办事指南"} == set(kinds)
    assert [each.rss for each in view.feeds] == ["../../feeds/theme-zhufang.rss.xml"]


def test_a_domain_leads_to_the_whole_lists_and_its_feed_to_it(views, site):
    view = views(themes, site)["domains/renewal/"]
    assert [(words, count) for words, _, count in view.ways] == [("政策文件", "1 件"), ("意见征集", "1 件")]
    assert {feed.page for name, feed in site.facts.made.feeds.items() if name == "domain-renewal"} == {
        "domains/renewal/"
    }


def test_tiles_say_what_is_true_on_the_readers_day_and_whom_to_ask_where_there_is_nothing(views, site):
    tiles = {each.title: each.facts for each in views(themes, site)["themes/"].tiles}
    assert tiles == {
        "住房": [
            (None, "1件政策有效，1项正在征求意见，1项可以申请"),
            (dt.date(2026, 12, 4), "1件政策有效，1项可以申请"),
        ],
        "税费": [(None, "现在没有政策，问区民政局")],
    }


def test_people_and_businesses_are_led_to_their_matters_only(views, site):
    found = views(landing, site)
    assert [each.title for each in found["person/"].tiles] == ["住房"]
    assert [each.title for each in found["company/"].tiles] == ["税费"]
    assert found["person/"].actions and not found["company/"].actions
    # what can be done on any day is no news of today
    assert [each.kind for each in found["person/"].actions] == ["提意见"]
    assert [each.kind for each in found["person/"].standing] == ["申请"]
    doors = {label: link for _, label, link, _ in views(home, site)[""].doors}
    assert (doors["我是个人"], doors["我办企业"]) == ("person/", "company/")


def test_without_matters_the_doors_lead_to_the_lists_as_before(views, small_column):
    policy = "content/policies/2026/p.md"
    text = ENDED.replace("失效日期: 2020-01-01\n", "服务对象: 个人\n")
    register = small_column({policy: text})
    site = Site.of(Facts(register, door.plan(register)), PROJECT / "overrides")
    doors = {label: link for _, label, link, _ in views(home, site)[""].doors}
    assert doors["我是个人"] == f"policies/audience/{Audience.PERSON.slug}/"
    assert "我办企业" not in doors and "person/" not in views(landing, site)


def test_a_record_of_two_domains_stands_once_and_the_newest_first(small_column):
    files = {
        "content/policies/2014/jiu.md": ENDED.replace("领域: 保障性住房", "领域: [保障性住房, 城市更新]")
    }
    found = of_domains(small_column(files), [Domain.HOUSING, Domain.RENEWAL])
    assert [each.slug for each in found] == ["jiazhuang-dianti-jiedu", "jiazhuang-dianti", "jiu"]


def test_what_another_district_made_is_never_among_what_holds_here(small_column):
    other = ENDED.replace("失效日期: 2020-01-01", "制定地区: 北京市大兴区").replace("保障性住房", "城市更新")
    register = small_column({"content/policies/2014/qita.md": other})
    found = subject.held(register, subject.of_domain(register, Domain.RENEWAL))
    assert "qita" in [each.slug for each in found.records]
    assert "qita" not in [each.slug for each in found.policies]


@pytest.mark.parametrize(("audience", "there"), [("个人", False), ("个体工商户", True), (None, True)])
def test_a_matter_of_companies_gathers_nothing_that_is_for_others(small_column, audience, there):
    """A 领域 is wider than a matter: weddings stand under 政务服务 as opening a shop does."""
    guide = Service.EXAMPLE.replace("望槐街道", "区民政局").partition("相关政策")[0] + "领域: [税收管理]\n"
    named = f"服务对象: {audience}\n" if audience else ""
    files = {
        "data/themes/shuifei.yml": TAX,
        "data/services/hunyin.yml": f"{guide}{named}发布日期: 2026-10-08\n",
    }
    register = small_column(files)
    (theme,) = all_themes(register)
    held = subject.held(register, subject.of_theme(register, theme))
    assert [each.slug for each in held.guides] == (["hunyin"] if there else [])
    assert [each.record.slug for each in held.actions] == (["hunyin"] if there else [])
    followed = [each.name for each in subjects_of(register, register.record("hunyin"))]
    assert ("theme-shuifei" in followed) is there
