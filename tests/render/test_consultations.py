"""Pages of the demonstration's consultations and decisions, and what the home page says of them."""

from __future__ import annotations

import pytest

from gongkai.records.vocabulary.participation import ConsultationState, DecisionState, StepState

OPEN = "consultations/2026/laji-fenlei-xize-xiugai/"
ANSWERED = "consultations/2026/tingche-guanli-banfa/"
POLICY = "policies/2026/tingche-sheshi-guanli-banfa/"
DECISION = "decisions/2026/jc2026-03/"


def words(element):
    return " ".join("".join(element.itertext()).split())


def leads(demo, url):
    return {address for tag, address, _ in demo.links(url) if tag == "a"}


def test_home_shows_what_is_open_with_the_days_left_soonest_first(demo):
    (section,) = demo.pages[""].xpath("//section[@aria-labelledby='zhengji']")
    found = [words(each) for each in section.xpath(".//li")]
    assert ["还剩 17 天" in found[0], "还剩 27 天" in found[1], len(found)] == [True, True, 2]
    assert all("2026-12-" in each and "截止" in each for each in found)


def test_home_says_so_when_nothing_is_open(bare):
    (section,) = bare.pages[""].xpath("//section[@aria-labelledby='zhengji']")
    assert "现在没有正在征求意见的事项" in words(section)


def test_an_open_consultation_says_how_to_take_part_and_by_when(demo):
    page = demo.pages[OPEN]
    (banner,) = page.xpath("//section[@aria-label='征集状态']")
    assert "正在征求意见，还剩 17 天" in words(banner) and "2026年12月8日" in words(banner)
    assert len(page.xpath("//section[@id='canyu']//li")) == 3
    assert not page.xpath("//*[@id='fankui']")


def test_an_answered_consultation_shows_numbers_views_reasons_moves_and_what_came_of_it(demo):
    page = demo.pages[ANSWERED]
    answer = words(page.get_element_by_id("fankui"))
    assert all(part in answer for part in ("312 条", "187 条", "125 条", "主要观点", "理由："))
    assert "2026年6月5日改为2026年6月15日" in words(page.get_element_by_id("riqi-biangeng"))
    assert {POLICY, DECISION} <= leads(demo, ANSWERED)


def test_a_decision_lists_its_five_steps_and_leads_on(demo):
    (steps,) = demo.pages[DECISION].xpath("//ol[@class='steps']")
    assert [words(each) for each in steps.xpath("li/h3")] == [
        *("公众参与", "专家论证", "风险评估", "合法性审查", "集体讨论")
    ]
    assert all("已完成" in words(each) and "2026年" in words(each) for each in steps.xpath("li"))
    assert {ANSWERED, POLICY, "meetings/2026/changwuhui-44/", "decisions/year/2026/"} <= leads(demo, DECISION)


def test_a_plan_is_not_shown_as_done(demo):
    (last,) = demo.pages["decisions/2026/jc2026-05/"].xpath("//ol[@class='steps']/li[5]")
    assert "未开始" in words(last) and "计划 2026年11月24日" in words(last)


def test_a_policy_has_its_thread_as_a_numbered_list_with_gaps(demo):
    (stages,) = demo.pages[POLICY].xpath("//section[@id='lailong']/ol")
    found = {words(each.find("h3")): words(each) for each in stages.findall("li")}
    assert list(found) == ["征集", "决策程序", "会议议题", "文件", "解读", "公报", "办事", "评价"]
    assert "2026-05-06" in found["征集"] and "2027-01-01 （预定）施行" in found["文件"]
    gap = demo.pages["policies/2016/xicheng-zhengwu-gongkai-fangan/"].xpath(
        "//section[@id='lailong']/ol/li[1]"
    )
    assert words(gap[0]) == "征集 没有公开征集意见的记录"


def test_a_relation_stands_in_the_history_and_not_in_the_thread(demo):
    page = demo.pages["policies/2026/jiazhuang-dianti-buzhu-banfa/"]
    assert "废止" in words(page.get_element_by_id("yange"))
    assert "废止" not in words(page.get_element_by_id("lailong"))
    assert not demo.pages[POLICY].xpath("//*[@id='yange']")


@pytest.mark.parametrize("terms", [ConsultationState, DecisionState, StepState], ids=lambda t: t.__name__)
def test_every_state_has_a_sign_beside_its_word(project_glyphs, terms):
    assert [term for term in terms if f'"{term.slug}":' not in project_glyphs] == []


@pytest.fixture
def project_glyphs(request):
    return (request.config.rootpath / "overrides/partials/column/parts.html").read_text("utf-8")
