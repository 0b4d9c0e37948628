"""Numbers, dates, status and relations of documents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.common.document_numbers import corrected, is_right
from gongkai.common.problems import Level
from gongkai.law.example import CLEAN, a_meeting, a_policy, an_interpretation, an_item
from gongkai.law.shared.cycles import cycles


def old(slug, year, **fields):
    """A policy of an earlier year that needs no interpretation."""
    written = {
        "发文字号": f"示民发〔{year}〕5号",
        "成文日期": f"{year}-05-06",
        "发布日期": f"{year}-05-08",
        "施行日期": f"{year}-06-01",
        "是否规范性文件": "否",
        "审核": f"{{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: {year}-05-06}}",
        **fields,
    }
    return {p.replace("2026/", f"{year}/"): text for p, text in a_policy(slug, **written).items()}


def of_keys(outcome):
    """Without the notice that these short texts do not say what they amend."""
    return [p for p in outcome.problems if p.rule != "amendment-applied"]


def told(outcome):
    return [(p.rule, p.path, p.at) for p in of_keys(outcome)]


def only(outcome, rule):
    found = [p for p in outcome.problems if p.rule == rule]
    assert len(found) == len(of_keys(outcome)) == 1, [p.as_text() for p in outcome.problems]
    return found[0]


@pytest.mark.parametrize(
    "number",
    [
        "示政发[2026]9号", "示政发﹝2026﹞9号", "示政发(2026)9号", "示政发（2026）9号", "示政发【2026】9号",
        "示政发〔２０２６〕９号", "示政发〔2026〕第9号", "示政发〔2026〕09号",
        "示政发 〔2026〕 9 号", "示政发〔2026〕9",
    ],
)  # fmt: skip
def test_the_right_form_is_offered(run, number):
    problem = only(run({**CLEAN, **a_policy(发文字号=f"'{number}'")}), "document-number-form")
    assert problem.at == ("发文字号",)
    assert problem.fix == "改为 示政发〔2026〕9号"


@pytest.mark.parametrize(
    "number",
    ["无", "2026-9", "示政发〔26〕9号", "示政发〔2026〕0号", "ZF〔2026〕9号", "示政发2026年第9号"],
)
def test_what_cannot_be_told_is_warned_of_and_no_number_is_made_up(run, number):
    problem = only(run({**CLEAN, **a_policy(发文字号=f"'{number}'")}), "document-number-form")
    assert problem.level is Level.WARNING
    assert "改为" not in problem.fix


@given(st.text("示政发第号年〔〕[]()﹝﹞0123456789２６ ", min_size=1, max_size=20))
def test_what_is_offered_is_always_in_the_right_form(text):
    offered = corrected(text)
    assert offered is None or (is_right(offered) and corrected(offered) == offered)


def test_a_number_used_twice_names_both_places_in_drafts_too(run):
    files = {**CLEAN, **a_policy("dier", 是否规范性文件="否", 草稿="是", 发文字号="'示民发[2026]21号'")}
    found = [p for p in run(files).problems if p.rule == "document-number-unique"]
    assert [p.at for p in found] == [("发文字号",)]
    assert all(f"content/policies/2026/{slug}.md" in found[0].message for slug in ("dier", "yanglao"))


@pytest.mark.parametrize(("issuer", "twice"), [("区财政局", False), ("区民政局", True)])
def test_a_number_without_an_office_is_the_offices_own(run, issuer, twice):
    files = a_policy("dier", 发文字号="2026年第3号通告", 发文机关=issuer, 是否规范性文件="否")
    found = run({**CLEAN, **a_policy(发文字号="通告2026年第3号"), **files}).problems
    assert ("document-number-unique" in [p.rule for p in found]) is twice


def test_each_number_of_a_joint_document_counts(run):
    files = a_policy("dier", 发文字号="示财〔2026〕8号、示民发〔2026〕21号", 是否规范性文件="否")
    found = run({**CLEAN, **files}).problems
    assert "document-number-unique" in [p.rule for p in found]


def test_an_index_number_used_twice(run):
    files = a_policy("dier", 索引号="SL-2026-yanglao", 发文字号="示民发〔2026〕22号", 是否规范性文件="否")
    assert only(run({**CLEAN, **files}), "document-number-unique").at == ("索引号",)


@pytest.mark.parametrize(
    ("files", "at"),
    [
        (a_policy(成文日期="2026-11-06"), ("成文日期",)),
        (a_policy(失效日期="2026-11-30"), ("失效日期",)),
        (an_interpretation(发布日期="2026-11-04"), ("发布日期",)),
        (a_meeting(预告日期="2026-11-04"), ("预告日期",)),
        (an_item(形成日期="2026-11-05"), ("形成日期",)),
        (an_item(更新说明="[{日期: 2026-11-03, 说明: 补充}]"), ("更新说明", 0, "日期")),
        (an_item(更新说明="[{日期: 2026-12-03, 说明: 明天的事}]"), ("更新说明", 0, "日期")),
        (a_policy(解读拟公布日期="2026-11-04"), ("解读拟公布日期",)),
    ],
)
def test_dates_out_of_order(run, files, at):
    assert only(run({**CLEAN, **files}), "date-order").at == at


def test_days_that_fall_together_are_in_order(run):
    same = "2026-11-05"
    files = {
        **a_policy(成文日期=same, 施行日期=same, 失效日期="2031-11-05"),
        **an_interpretation(发布日期=same),
    }
    assert told(run({**CLEAN, **files})) == []


def test_a_normative_document_past_its_day_is_not_valid(run):
    files = old("jiu", "2020", 失效日期="2025-06-01", 状态="有效")
    problem = only(run({**CLEAN, **files}), "policy-status")
    assert "“失效”" in problem.message and problem.at == ("状态",)


@pytest.mark.parametrize(
    ("acting", "written"),
    [("废止", "废止"), ("替代", "废止"), ("修改", "已修改"), ("部分废止", "部分废止"), ("配套", "有效")],
)
def test_the_status_follows_from_what_others_do(run, acting, written):
    later = old("xin", "2024", **{acting: "[jiu]"})
    assert told(run({**CLEAN, **old("jiu", "2020", 状态=written), **later})) == []
    wrong = old("jiu", "2020", 状态="尚未施行")
    assert only(run({**CLEAN, **wrong, **later}), "policy-status").path == "content/policies/2020/jiu.md"


def test_a_status_without_cause_says_what_to_write(run):
    assert "废止依据" in only(run({**CLEAN, **old("jiu", "2020", 状态="废止")}), "policy-status").fix


def test_the_status_is_not_asked_while_the_file_that_changes_it_is_faulty(run):
    broken = old("xin", "2024", 废止="[jiu]", 成文日期="不知道")
    assert told(run({**CLEAN, **old("jiu", "2020", 状态="废止"), **broken}, faulty=True)) == []


def test_a_document_about_to_expire_is_a_notice(run):
    review = "{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-10-20}"
    soon = a_policy(施行日期="2026-11-05", 失效日期="2027-02-19", 审核=review)
    problem = only(run({**CLEAN, **soon}), "policy-status")
    assert (problem.level.value, problem.at) == ("提示", ("失效日期",))
    later = a_policy(施行日期="2026-11-05", 失效日期="2027-02-20", 审核=review)
    assert told(run({**CLEAN, **later})) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"废止": "[xin]"}, "就是自己"),
        ({"废止": "[jiu, 示民发〔2020〕5号]"}, "写了两遍"),
        ({"废止": "[wu]"}, "找不到"),
        ({"修改": "[yanglao]"}, "晚于本文件"),
        ({"废止日期": "2025-01-01"}, "没有“废止依据”"),
        ({"废止依据": "某文件"}, "没有“废止日期”"),
        ({"配套": "[caogao]"}, "还是草稿"),
    ],
)
def test_wrong_relations(run, fields, said):
    draft = a_policy("caogao", 发文字号=None, 草稿="是")
    outcome = run({**CLEAN, **old("jiu", "2020"), **draft, **old("xin", "2024", **fields)})
    said = {"就是自己": "本文件自己"}.get(said, said)
    assert said in only(outcome, "policy-relations").message


def test_a_circle_is_told_once_with_everyone_in_it(run):
    ring = {
        **old("jia", "2020", 发文字号=None, 废止="[yi]"),
        **old("yi", "2020", 发文字号=None, 替代="[bing]"),
        **old("bing", "2020", 发文字号=None, 修改="[jia]"),
    }
    problem = only(run({**CLEAN, **ring}), "policy-relations")
    assert "成了环" in problem.message
    assert all(f"content/policies/2020/{slug}.md" in problem.message for slug in ("jia", "yi", "bing"))


def test_cycles_of_a_long_chain_need_no_recursion():
    chain = {str(n): [str(n + 1)] for n in range(50_000)}
    assert cycles(chain) == []
    assert len(cycles({**chain, "50000": ["0"]})[0]) == 50_001


def test_two_circles_are_both_found():
    assert cycles({"a": ["b"], "b": ["a"], "c": ["a", "d"], "d": ["c"]}) == [("a", "b"), ("c", "d")]
