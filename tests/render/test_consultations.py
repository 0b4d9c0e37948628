"""Pages of the demonstration's consultations and decisions, and what the home page says of them."""

from __future__ import annotations

import pytest

from gongkai.column.register.standing import told_once
from gongkai.common.telephones import dialled
from gongkai.records.types.consultation import Consultation
from gongkai.records.types.decision import Decision
from gongkai.records.vocabulary.participation import ConsultationState, DecisionState, StepState
from gongkai.render.gathering import home

STAGES = ["征集", "决策程序", "会议议题", "文件", "解读", "公报", "办事", "评价"]
NONE_OPEN = "今天没有正在征求意见"


@pytest.fixture
def consultations(recorded):
    return recorded.public(Consultation)


@pytest.fixture
def decisions(recorded):
    return recorded.public(Decision)


def cn(day):
    return f"{day.year}年{day.month}月{day.day}日"


def words(element):
    return " ".join("".join(element.itertext()).split())


def leads(demo, url):
    return {address for tag, address, _ in demo.links(url) if tag == "a"}


def still_open(consultations, today):
    found = [each for each in consultations if each.state_on(today) is ConsultationState.OPEN]
    return sorted(found, key=lambda each: (each.closes_on, each.id))


def test_home_shows_what_is_open_with_its_last_day_soonest_first(demo, recorded, consultations):
    (section,) = demo.pages[""].xpath("//section[@aria-labelledby='jintian']")
    found = [each for each in section.xpath(".//li") if "提意见" in words(each)]
    wanted = still_open(consultations, recorded.today)[: home.ACTIONS]
    for row, record in zip(found, wanted, strict=True):
        last = record.closes_on
        assert f"到{last.month}月{last.day}日" in words(row)
        assert {row.get("data-until"), *row.xpath(".//@data-left")} == {last.isoformat()}


def test_home_says_so_when_nothing_is_open(bare):
    (section,) = bare.pages[""].xpath("//section[@aria-labelledby='jintian']")
    assert NONE_OPEN in words(section)


def test_an_open_consultation_says_how_to_take_part_and_by_when(demo, recorded, consultations):
    for record in still_open(consultations, recorded.today):
        page = demo.pages[record.url]
        (banner,) = page.xpath("//section[@aria-labelledby='zhuangtai']")
        assert banner.xpath("h2/*/@data-left") == [record.closes_on.isoformat()]
        assert words(banner.find("h2")).startswith(f"到{cn(record.closes_on)}")
        assert f"{cn(record.answer_by)}以前公布" in words(banner)
        (box,) = page.xpath("//section[@class='act'][not(ancestor::template)]")
        for way in record.channels:
            assert (way.number or way.email or way.address) in words(box)
        assert {f"tel:{dialled(way.number)}" for way in record.channels if way.number} <= {
            each.get("href") for each in box.iter("a")
        }
        assert not page.xpath("//*[@id='fankui']")


def test_an_answered_consultation_shows_numbers_views_reasons_moves_and_what_came_of_it(
    demo, recorded, consultations
):
    answered = [each for each in consultations if each.feedback_on(recorded.today)]
    assert answered
    for record in answered:
        page, feedback = demo.pages[record.url], record.feedback
        answer = words(page.get_element_by_id("fankui"))
        for said in (
            f"意见总数{feedback.total} 条",
            f"采纳{feedback.taken} 条",
            f"未采纳{feedback.total - feedback.taken} 条",
        ):
            assert said in answer
        assert [view for view in feedback.views if view not in answer] == []
        assert [each for each in feedback.refusals if f"理由：{each.reason}" not in answer] == []
        for move in record.seen("moves", recorded.today):
            told = words(page.get_element_by_id("riqi-biangeng"))
            assert f"{cn(move.old)}改为{cn(move.new)}" in told
        named = [*map(recorded.policy, record.documents), *map(recorded.record, record.decisions)]
        assert {each.url for each in named if each.is_public(recorded.today)} <= leads(demo, record.url)


def test_a_decision_lists_its_five_steps_and_leads_on(demo, recorded, decisions):
    assert decisions
    for record in decisions:
        (steps,) = demo.pages[record.url].xpath("//ol[@class='steps']")
        told = steps.xpath("li")
        assert [words(each) for each in steps.xpath("li/h3")] == [name for name, _ in record.steps.named]
        for said, (_, step) in zip(map(words, told), record.steps.named, strict=True):
            state = step.state_on(recorded.today)
            assert state.value in said
            # a plan is not shown as done
            planned = state in {StepState.PENDING, StepState.ONGOING}
            if step.date:
                assert (f"计划 {cn(step.date)}" if planned else f" {cn(step.date)}") in said
                assert planned == ("计划 " + cn(step.date) in said)
        named = [recorded.record(name) for _, step in record.steps.named for name in step.records]
        named += map(recorded.policy, record.documents)
        wanted = {each.url for each in named if each and each.is_public(recorded.today)}
        assert wanted | {f"decisions/year/{record.year}/"} <= leads(demo, record.url)


def silenced(part: str) -> list[str]:
    """The stages of which a part of the line says that there is nothing."""
    plain = part.removeprefix("没有").removesuffix("的记录")
    return (plain if plain != part else part.partition("：")[0]).split("、") if part else []


def test_a_policy_has_its_thread_as_a_numbered_list_with_gaps(demo, recorded, consultations, decisions):
    for policy in recorded.policies:
        (stages,) = demo.pages[policy.url].xpath("//section[@id='lailong']/ol")
        found = {words(each.find("h3")): words(each) for each in stages.findall("li")}
        assert list(found) == [name for name in STAGES if name in found], policy.id
        told = words(stages.getnext()) if set(found) != set(STAGES) else ""
        silent = [name for part in told.split("。") for name in silenced(part)]
        assert sorted([*found, *silent]) == sorted(STAGES), policy.id
        asked = [each for each in consultations if policy in map(recorded.policy, each.documents)]
        assert [each for each in asked if cn(each.opens_on) not in found["征集"]] == []
        if policy.effective_on and policy.effective_on > recorded.today:
            assert f"{cn(policy.effective_on)} （预定）施行" in found["文件"]


def test_a_relation_stands_in_the_history_and_not_in_the_thread(demo, recorded):
    for policy in recorded.policies:
        page = demo.pages[policy.url]
        history = page.xpath("//*[@id='yange']")
        for link in told_once(recorded.relations(policy)):
            said = f"{link.verb}{'：' if link.acts else '，见'}"
            assert said in words(history[0]), policy.id
            assert said not in words(page.get_element_by_id("lailong")), policy.id


@pytest.mark.parametrize("terms", [ConsultationState, DecisionState, StepState], ids=lambda t: t.__name__)
def test_every_state_has_a_sign_beside_its_word(project_glyphs, terms):
    assert [term for term in terms if f'"{term.slug}":' not in project_glyphs] == []


@pytest.fixture
def project_glyphs(request):
    return (request.config.rootpath / "overrides/partials/column/parts.html").read_text("utf-8")
