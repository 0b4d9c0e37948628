"""Figures of policies and their interpretations: what counts, what does not, what is not looked at."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.law.figures import Period, Tally
from gongkai.records.vocabulary.quality import Verdict

from .small_records import interpretation, policy, record, units

WAIVER = "规则: {}\n对象: {}\n理由: 只涉及内部分工\n批准人: 区政务公开领导小组办公室\n有效期至: 2027-12-31\n"


def test_a_policy_without_an_interpretation_lowers_the_rate(figures):
    assert figures()["interpretation-rate"].now == Tally(1, 1)
    found = figures(policy())["interpretation-rate"]
    assert found.now == Tally(1, 2)
    assert found.verdict(found.present) is Verdict.MISSED
    assert [case.note for case in found.cases] == ["2026-11-06 公布解读", "没有已经公布的解读"]


@pytest.mark.parametrize("fields", [{"是否规范性文件": "否"}, {"公开属性": "依申请公开"}, {"草稿": "是"}])
def test_policies_that_need_no_interpretation_are_not_looked_at(figures, fields):
    assert figures(policy(**fields))["interpretation-rate"].now == Tally(1, 1)


def test_a_document_like_a_policy_that_is_not_said_to_be_one_lowers_the_rate(figures):
    """A key left out makes no figure better; a waiver that says why takes it out of both numbers."""
    escaped = policy(是否规范性文件="否", 服务对象="[企业]", body="每家企业补助5万元。")
    found = figures(escaped)["interpretation-rate"]
    assert found.now == Tally(1, 2) and "没有认作政策性文件；没有已经公布的解读" in found.cases[1].note
    assert figures(escaped | interpretation())["interpretation-rate"].now == Tally(2, 2)
    waiver = {"data/waivers/dier.yml": WAIVER.format("policy-likeness", "dier")}
    assert figures(escaped | waiver)["interpretation-rate"].now == Tally(1, 1, 1)


def test_a_waived_policy_is_in_neither_number_and_counted_apart(figures):
    waiver = {"data/waivers/dier.yml": WAIVER.format("interpretation-missing", "dier")}
    found = figures(policy() | waiver)
    for name in ("interpretation-rate", "synchrony-rate", "questions-rate", "interpretation-in-time"):
        assert (found[name].now.whole, found[name].now.waived) == (1, 1), name
    ended = waiver | {"data/waivers/dier.yml": waiver["data/waivers/dier.yml"].replace("2027", "2025")}
    assert figures(policy() | ended)["interpretation-rate"].now == Tally(1, 2)


def test_a_waiver_that_an_interpreted_policy_no_longer_needs_changes_nothing(figures):
    waiver = {"data/waivers/dier.yml": WAIVER.format("interpretation-missing", "dier")}
    assert figures(policy() | interpretation() | waiver)["interpretation-rate"].now == Tally(2, 2)


def test_a_policy_of_two_units_is_one_in_all_and_one_in_each(figures):
    issuers = {"发文机关": "[区民政局, 区住房城市建设委, 区民政局]"}
    found = figures(policy(**issuers) | interpretation())["interpretation-rate"]
    assert found.now == Tally(2, 2)
    assert units(found) == {"minzheng-ju": Tally(1, 1), "zhufang-jianshe-wei": Tally(2, 2)}


@pytest.mark.parametrize(("day", "same", "in_time"), [
    ("2026-09-30", 1, 1),
    ("2026-10-08", 0, 1),  # the first working day after the holidays
    ("2026-10-10", 0, 1),  # a Saturday on which offices work: the third
    ("2026-10-12", 0, 0),
])  # fmt: skip
def test_days_are_working_days_with_holidays_and_make_up_days(figures, day, same, in_time):
    files = {"content/interpretations/2026/jiazhuang-dianti-jiedu.md": None,
             "content/policies/2026/jiazhuang-dianti.md": None}  # fmt: skip
    found = figures(files | policy() | interpretation(day=day))
    assert found["synchrony-rate"].now == Tally(same, 1)
    assert found["interpretation-in-time"].now == Tally(in_time, 1)


def test_a_policy_whose_days_are_not_over_is_not_yet_judged(figures):
    fresh = policy(day="2026-11-19")
    assert figures(fresh)["interpretation-in-time"].now == Tally(1, 1)
    assert figures(fresh, dt.date(2026, 11, 24))["interpretation-in-time"].now == Tally(1, 1)
    assert figures(fresh, dt.date(2026, 11, 25))["interpretation-in-time"].now == Tally(1, 2)
    # beyond the announced holidays nothing can be reckoned
    beyond = figures(policy(day="2031-11-19"), dt.date(2031, 12, 30))
    assert beyond["interpretation-in-time"].tally(Period(2031)) == Tally()


def test_a_policy_is_judged_by_the_term_of_its_own_day_as_its_rule_judges_it(figures):
    files = policy() | interpretation(day="2026-10-10")
    two = "依据: [{文件: 某文件}]\n参数: {工作日: 2}\n"
    for start, in_time in (("2026-09-30", 0), ("2026-10-01", 1)):
        own = {"data/rulebook/interpretation-timing.yml": f"{two}生效日期: {start}\n"}
        found = figures(files | own)
        (case,) = [each for each in found["interpretation-in-time"].cases if each.record.slug == "dier"]
        (duty,) = [each for each in found["duties-in-time"].cases if each.label == "解读《办法dier》"]
        assert (case.counted, duty.counted) == (in_time, in_time)


def test_late_with_leave_is_waived(figures):
    late = policy() | interpretation(day="2026-10-12")
    waiver = {"data/waivers/wan.yml": WAIVER.format("interpretation-timing", "dier-jiedu")}
    assert figures(late | waiver)["interpretation-in-time"].now == Tally(1, 1, 1)


def test_questions_and_heads_of_units_are_looked_for_in_all_interpretations(figures):
    second = interpretation(是否第一解读人="是", 解读人="张某", 职务="局长")
    third = {"content/interpretations/2026/dier-wenda.md": record(
        标题="问答", 解读文件="[dier]", 发布日期="2026-10-09", 问答="[{问: 谁？, 答: 老年人。}]"
    )}  # fmt: skip
    found = figures(policy() | second | third)
    assert found["questions-rate"].now == Tally(2, 2)
    assert found["first-interpreter-rate"].now == Tally(1, 2)
    assert found["first-interpreter-rate"].verdict(Period(2026)) is Verdict.NO_TARGET
    assert figures(policy() | second)["questions-rate"].now == Tally(1, 2)


def test_elements_are_headings_with_or_without_numbers(figures):
    wanted = ("背景依据", "目标任务", "主要内容", "涉及范围", "执行标准", "注意事项")
    body = "\n\n".join(
        f"## {place}、{name}\n\n文。" for place, name in zip("一二三四五六", wanted, strict=True)
    )
    found = figures(policy() | interpretation(body=body))["elements-rate"]
    assert found.now == Tally(1, 2)
    official = interpretation(body=body.replace("## ", ""))
    assert figures(policy() | official)["elements-rate"].now == Tally(1, 2)
    assert {case.note for case in found.cases} == {"要素齐全", f"缺{'、'.join(wanted)}"}
    spoken = figures(policy() | interpretation(body=body.replace("## 六、", "")))["elements-rate"]
    assert spoken.now == Tally(0, 2)
    assert units(spoken)["minzheng-ju"] == Tally(0, 1)


def consultation(start):
    return {"content/consultations/2026/zhengqiu.md": record(
        标题="征求意见", 单位="区民政局", 发布日期=start, 开始日期=start,
        截止日期="2026-10-30", 形成的文件="[dier]",
    )}  # fmt: skip


@pytest.mark.parametrize(("start", "counted"), [("2026-08-03", 1), ("2026-09-30", 0), ("2026-10-09", 0)])
def test_a_draft_is_put_before_the_public_before_it_is_made(figures, start, counted):
    found = figures(policy() | consultation(start))["pre-disclosure-rate"]
    assert found.now == Tally(counted, 2)
    assert found.verdict(found.present) is Verdict.NO_BASE


def test_an_interpretation_of_a_line_is_none(figures):
    """One word, an answer of one word; a film explains without a word of text."""
    asked = {"问答": "[{问: 好吗？, 答: 好。}]"}
    film = {"媒体文件": "[{文件: jiedu.mp4, 文字说明: 一段动画}]", "解读形式": "视频"}
    line = policy() | interpretation(body="说明。")
    answer = policy("er", 发文字号="示民发〔2026〕9号") | interpretation("er", body="", **asked)
    moving = policy("san", 发文字号="示民发〔2026〕10号") | interpretation("san", body="", **film)
    for files, counted in ((line, 0), (answer, 0), (moving, 1)):
        found = {case.record.slug: case.counted for case in figures(files)["interpretation-rate"].cases}
        slug = next(iter(files)).rsplit("/", 1)[-1].removesuffix(".md")
        assert found[slug] == counted, slug
