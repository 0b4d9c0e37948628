"""Point in time, whatever happens to a text: it changes on days of effect only, and into known words."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.column.amendments import amendments
from gongkai.column.register import Register
from gongkai.column.versions import Version, version_on, versions
from gongkai.records.base import Source
from gongkai.records.column import Column
from gongkai.records.types.policy import Policy
from gongkai.text.amend import Act

COLUMN = Column.model_validate(
    {
        "门户名称": "示例区", "栏目网址": "https://www.example.gov.cn/", "网站域名": "www.example.gov.cn",
        "网站标识码": "1100000000", "主办单位": "办公室", "联系方式": "无",
    }
)  # fmt: skip
FIRST, TODAY, DAY = dt.date(2020, 3, 1), dt.date(2026, 11, 21), dt.timedelta(days=1)
NUMERALS = "一二三四五六七八九"
BASE = "\n\n".join(f"第{each}条　原文{each}，费用为{at}0元。" for at, each in enumerate(NUMERALS[:6], 1))


def a_policy(slug: str, day: dt.date, body: str, **more: Any) -> Policy:
    fields = {
        "标题": f"办法{slug}", "发文机关": "区民政局", "成文日期": str(day), "发布日期": str(FIRST),
        "施行日期": str(day), "是否规范性文件": "是", **more,
    }  # fmt: skip
    made = Policy.model_validate(fields)
    key = f"policies/{day.year}/{slug}"
    placed = made.placed(Source(f"content/{key}.md", key, body=body))
    assert isinstance(placed, Policy)
    return placed


def day_after(days: int) -> dt.date:
    return FIRST + days * DAY


articles = st.sampled_from([f"第{each}条" for each in NUMERALS[:8]])
words = st.text("甲乙丙丁，；。费用元3", min_size=2, max_size=8)
signs = st.text("甲乙丙丁", min_size=2, max_size=4)
operations = st.one_of(
    st.fixed_dictionaries({"改": articles, "新文": words}),
    st.fixed_dictionaries({"增": articles.map(lambda each: f"{each}之一"), "新文": words}),
    st.fixed_dictionaries({"删": articles}),
    st.fixed_dictionaries({"删": articles, "理由": st.just("废止")}),
    st.fixed_dictionaries({"换": st.just("全文"), "原词": st.sampled_from("费元原"), "新词": signs}),
    st.fixed_dictionaries({"停": articles}),
)
relations = st.fixed_dictionaries(
    {"文件": st.just("jiu"), "操作": st.lists(operations, min_size=1, max_size=4)},
    optional={"日期": st.integers(-3, 40).map(lambda each: str(day_after(each)))},
)
acts = st.one_of(
    st.fixed_dictionaries({"修改": relations.map(lambda each: [each])}),
    st.fixed_dictionaries({"部分废止": relations.map(lambda each: [each])}),
    st.fixed_dictionaries({"废止": st.just(["jiu"])}),
    st.fixed_dictionaries({"替代": st.just(["jiu"])}),
)
later = st.lists(st.tuples(st.integers(-2, 40), acts), max_size=5)


def columns(found: list[tuple[int, dict[str, Any]]], ends: int | None) -> tuple[Register, Policy]:
    more = {} if ends is None else {"失效日期": str(day_after(ends))}
    old = a_policy("jiu", FIRST, BASE, **more)
    by = [a_policy(f"xin{at}", day_after(day), "正文。", **act) for at, (day, act) in enumerate(found)]
    register = Register([old, *by], TODAY, COLUMN)
    return register, old


def told(version: Version) -> str:
    return "/".join(node.own_words for node in version.text.governing.walk() if node.own_words)


@given(later, st.none() | st.integers(1, 45))
def test_a_text_changes_on_days_of_effect_only(found, ends):
    register, old = columns(found, ends)
    every = versions(register, old)
    effects = {each.day for each in amendments(register, old)}
    before = version_on(every, FIRST - 30 * DAY)
    for at in range(-30, 60):
        now = version_on(every, day_after(at))
        assert now is before or day_after(at) in effects
        before = now


@given(later, st.none() | st.integers(1, 45))
def test_before_the_first_day_of_effect_it_is_the_original(found, ends):
    register, old = columns(found, ends)
    every = versions(register, old)
    first = min((each.day for each in amendments(register, old)), default=TODAY)
    version = version_on(every, first - DAY)
    assert (version.body, told(version)) == (BASE, told(every[0]))


@given(later)
def test_every_article_is_out_of_the_original_or_of_an_operation(found):
    register, old = columns(found, None)
    known = {each.words.removeprefix(each.label).strip() for each in old.document.articles}
    replaced = []
    for amendment in amendments(register, old):
        known |= {each.text for each in amendment.operations}
        replaced += [each for each in amendment.operations if each.act is Act.WORDS]
    for version in versions(register, old):
        for node in version.text.articles:
            text = node.words.removeprefix(node.label).strip()
            whole = text in known or text == "〔已废止〕"
            assert whole or any(each.new in text for each in replaced), text


@given(later, st.none() | st.integers(1, 45))
def test_intervals_follow_one_another_to_the_end_of_the_policy(found, ends):
    register, old = columns(found, ends)
    every = versions(register, old)
    assert [each.ends for each in every] == [*(each.begins for each in every[1:]), register.ended_on(old)]
    assert all(each.ends is None or each.begins < each.ends for each in every[1:])


@given(later, st.none() | st.integers(1, 45), st.integers(-5, 50))
def test_what_is_in_force_on_a_day_is_told_by_two_days(found, ends, at):
    """The list of what was in force compares two days; the standing of each policy says the same."""
    register, _ = columns(found, ends)
    day = day_after(at)
    for policy in register.policies:
        end = register.ended_on(policy)
        by_days = policy.in_force_from <= day and (end is None or day < end)
        assert register.standing_on(policy, day).in_force == by_days


def test_an_amendment_after_the_end_never_took_effect():
    change = {"修改": [{"文件": "jiu", "操作": [{"改": "第一条", "新文": "新。"}]}]}
    register, old = columns([(10, change), (30, change)], 20)
    assert [each.begins for each in versions(register, old)] == [FIRST, day_after(10)]
    assert version_on(versions(register, old), day_after(40)).begins == day_after(10)


def test_a_text_enacted_again_is_another_with_versions_of_its_own():
    register, old = columns([(10, {"替代": ["jiu"]}), (20, {"修改": [{"文件": "xin0"}]})], None)
    new = register.policy("xin0")
    assert [each.ends for each in versions(register, old)] == [day_after(10)]
    assert [each.begins for each in versions(register, new)] == [day_after(10), day_after(20)]


@pytest.mark.parametrize(
    ("written", "count"), [({}, 1), ({"操作": [{"换": "第一条", "原词": "原", "新词": "今"}]}, 0)]
)
def test_words_inside_an_article_wait_for_an_editor(written, count):
    body = "《办法jiu》第一条中的“原文”修改为“今文”。"
    old = a_policy("jiu", FIRST, BASE)
    by = a_policy("xin", day_after(10), body, 修改=[{"文件": "jiu", **written}])
    version = versions(Register([old, by], TODAY, COLUMN), old)[1]
    assert sum(not each.applied for each in version.remarks) == count
    assert ("今文" in version.body) is (count == 0)


def test_a_suspension_changes_no_word_and_lasts_to_its_last_day():
    stop = {"文件": "jiu", "操作": [{"停": "第二条、第三条", "止": str(day_after(20))}]}
    register, old = columns([(10, {"修改": [stop]})], None)
    assert len(versions(register, old)) == 1
    (each,) = amendments(register, old)[0].suspensions
    assert [at.words for at in each.at] == ["第二条", "第三条"]
    assert [each.holds_on(day_after(at)) for at in (9, 10, 20, 21)] == [False, True, True, False]


def test_what_a_closed_document_says_is_not_known():
    change = {"文件": "jiu", "操作": [{"改": "第一条", "新文": "秘密的新文。"}]}
    old = a_policy("jiu", FIRST, BASE)
    by = a_policy("xin", day_after(10), "正文。", 修改=[change], 公开属性="不予公开", 不公开理由="无")
    version = versions(Register([old, by], TODAY, COLUMN), old)[1]
    assert (version.by[0].operations, version.by[0].known, "秘密" in version.body) == ((), False, False)
