"""Units, catalogue entries, reviews, attachments, sections: whatever is named must be there."""

from __future__ import annotations

import pytest

from gongkai.law.example import (
    CLEAN,
    a_meeting,
    a_page,
    a_policy,
    a_unit,
    an_entry,
    an_interpretation,
    an_item,
)
from gongkai.law.shared import names

from .conftest import only


def told(outcome):
    return [(p.rule, p.path, p.at) for p in outcome.problems]


@pytest.mark.parametrize(
    ("files", "at"),
    [
        (an_item(单位="区民政居"), ("单位",)),
        (a_policy(发文机关="[区民政局, 区民政居]"), ("发文机关", 1)),
        (an_interpretation(解读单位="[区民政居]"), ("解读单位", 0)),
        (a_page(责任单位="[区民政居]"), ("责任单位", 0)),
        (a_meeting(主办单位="[区民政居]"), ("主办单位", 0)),
        (
            a_meeting(议题="[{标题: 甲, 承办单位: 区民政居, 是否公开: 否, 不公开理由: 内部}]"),
            ("议题", 0, "承办单位", 0),
        ),
    ],
)
def test_every_unit_named_is_known_and_the_nearest_offered(run, files, at):
    problem = only(run({**CLEAN, **files}), "unit-reference")
    assert problem.at == at
    assert "是不是“区民政局”" in problem.fix


def test_an_office_with_its_place_and_a_sign_too_many_is_not_taken_for_the_government(run):
    units = a_unit("zhengfu", 名称="北京市示例区人民政府", 类别="政府", 曾用名=None)
    problem = only(run({**CLEAN, **units, **a_policy(发文机关="北京市示例区民政管理局")}), "unit-reference")
    assert problem.fix.startswith("是不是“区民政局”")


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("示例区人民政服", "是不是“示例区人民政府”"),
        ("青云镇人民正府", "是不是“青云镇人民政府”"),
        ("清溪县人民政府", "是不是“示例区人民政府”"),
    ],
)
def test_a_body_of_another_level_is_not_offered(run, written, offered):
    units = {
        **a_unit("zhengfu", 名称="示例区人民政府", 类别="政府", 曾用名=None),
        **a_unit("zhen", 名称="清溪镇人民政府", 类别="镇", 曾用名=None),
        **a_unit("qingyun", 名称="青云镇人民政府", 类别="镇", 曾用名=None),
    }
    problem = only(run({**CLEAN, **units, **a_policy(发文机关=f"[{written}]")}), "unit-reference")
    assert offered in problem.fix
    assert written.startswith("青") or "镇" not in problem.fix


def test_a_unit_of_a_county_is_known_behind_the_name_of_the_county(build):
    register = build({**CLEAN, **a_unit("minzheng", 名称="县民政局", 曾用名=None)})
    register.column = register.column.model_copy(update={"portal": "湖南省清溪县人民政府"})
    assert names._without_place(register, "清溪县民政局") == "县民政局"
    assert names._without_place(register, "湖南省清溪县民政局") == "县民政局"


def test_every_unit_of_the_catalogue_is_known(run):
    files = an_entry(公开主体="[区民政局, 区民政居]")
    problem = only(run({**CLEAN, **files}), "catalogue-reference")
    assert (problem.at, problem.row) == (("公开主体", 1), 0)


def test_a_unit_merged_away_publishes_no_more(run):
    merged = a_unit(
        "jiu-ban", 名称="区旧改办", 曾用名=None, 状态="撤并", 承接单位="区民政局", 撤并日期="2026-11-04"
    )
    assert told(run({**CLEAN, **merged, **an_item(单位="区旧改办", 发布日期="2026-11-03")})) == []
    problem = only(
        run({**CLEAN, **merged, **an_item(单位="区旧改办", 发布日期="2026-11-04")}), "unit-reference"
    )
    assert "撤并" in problem.message and "区民政局" in problem.fix


def test_a_document_made_before_the_merger_keeps_its_issuer(run):
    merged = a_unit(
        "jiu-ban", 名称="区旧改办", 曾用名=None, 状态="撤并", 承接单位="区民政局", 撤并日期="2026-11-04"
    )
    assert told(run({**CLEAN, **merged, **a_policy(发文机关="区旧改办")})) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"状态": "撤并", "承接单位": "区无此局"}, "在 data/units/ 里没有"),
        ({"状态": "撤并", "承接单位": "区旧改办"}, "成了环"),
        ({"承接单位": "区民政局"}, "状态却不是“撤并”"),
    ],
)
def test_successors(run, fields, said):
    files = {**CLEAN, **a_unit("jiu-ban", 名称="区旧改办", 曾用名=None, **fields)}
    assert said in only(run(files), "unit-reference").message


@pytest.mark.parametrize(
    ("key", "at"), [("名称", ("名称",)), ("简称", ("简称", 0)), ("曾用名", ("曾用名", 0))]
)
def test_a_name_two_units_claim(run, key, at):
    fields = {"名称": "区旧改办", "曾用名": None, key: "区民政处"}
    problem = only(run({**CLEAN, **a_unit("xin-ban", **fields)}), "unit-reference")
    assert (problem.path, problem.at) == ("data/units/xin-ban.yml", at)
    assert "data/units/minzheng-ju.yml" in problem.message


def test_references_to_a_faulty_unit_are_not_reported_too(run):
    assert told(run({**CLEAN, **a_unit(类别="部委")}, faulty=True)) == []


def test_references_to_a_faulty_entry_are_not_reported_too(run):
    assert told(run({**CLEAN, **an_entry(公开时限="及时")}, faulty=True)) == []


def test_an_unknown_entry_is_told_with_the_nearest(run):
    problem = only(run({**CLEAN, **a_policy(公开事项="[SL-01, SL-02]")}), "catalogue-reference")
    assert (problem.at, "是不是“SL-01”" in problem.fix) == (("公开事项", 1), True)


def test_a_number_used_twice_in_two_files(run):
    files = {**CLEAN, **an_entry("yiliao-ju", 一级事项="医疗救助")}
    problem = only(run(files), "catalogue-reference")
    assert (problem.path, problem.row) == ("data/catalogue/yiliao-ju.yml", 0)
    assert "data/catalogue/minzheng-ju.yml" in problem.message


@pytest.mark.parametrize(
    ("files", "level", "said"),
    [
        (a_policy(审核=None), "警告", "缺少初审、复审、终审、保密审查日期"),
        (an_interpretation(审核="{初审: 甲, 复审: 乙, 终审: 丙}"), "警告", "缺少保密审查日期"),
        (an_item(审核="{初审: 甲}"), "提示", "缺少复审"),
        (an_item(审核=None), "提示", "有 1 条信息没有写“审核”"),
        (a_policy(审核="{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-11-06}"), "警告", "晚于发布日期"),
    ],
)
def test_reviews(run, files, level, said):
    problem = only(run({**CLEAN, **files}), "review-recorded")
    assert (problem.level.value, said in problem.message) == (level, True)


def test_a_secrecy_review_on_the_day_itself_is_in_time(run):
    files = a_policy(审核="{初审: 甲, 复审: 乙, 终审: 丙, 保密审查日期: 2026-11-05}")
    assert told(run({**CLEAN, **files})) == []


def test_many_items_without_review_are_one_notice(run):
    files = {**CLEAN, **an_item(审核=None), **an_item("b", 审核=None)}
    assert "有 2 条" in only(run(files), "review-recorded").message


def test_media_must_be_there(run):
    files = an_interpretation(媒体文件="[{文件: files/2026/tu.png, 文字说明: 图}]")
    assert only(run({**CLEAN, **files}), "attachments-present").at == ("媒体文件", 0, "文件")


def test_an_empty_column_is_one_notice_a_section(run):
    outcome = run({**a_unit(), **a_page()})
    assert [(p.rule, p.level.value, p.path) for p in outcome.problems] == [
        ("empty-column", "提示", f"content/{name}")
        for name in ("interpretations", "items", "meetings", "policies")
    ]


def test_a_section_with_drafts_only_is_empty_and_one_with_a_faulty_file_is_not_reported(run):
    drafts = run(
        {**{k: v for k, v in CLEAN.items() if "catalogue" not in k}, **an_item(草稿="是", 公开事项=None)}
    )
    assert only(drafts, "empty-column").path == "content/items"
    assert told(run({**CLEAN, **an_item(草稿=None, 发布日期="昨天")}, faulty=True)) == []


def test_an_item_that_names_no_entry_of_the_catalogue_is_told(run):
    outside = an_item("lingwai", 公开事项=None)
    problem = only(run({**CLEAN, **outside}), "catalogue-reference")
    assert (problem.level.value, problem.at) == ("提示", ("标题",)) and "哪一个公开事项" in problem.message


def test_what_names_a_lost_record_is_not_offered_itself(run):
    path = "content/corrections/2026/jiuzhu-er.md"
    text = (
        "---\n标题: 更正人次\n更正对象: items/minzheng-ju/2026/jiuzhu-er\n更正日期: 2026-11-06\n"
        "原文: 救助 102 人次。\n更正后: 救助 120 人次。\n原因: 颠倒\n---\n"
    )
    offered = only(run({**CLEAN, path: text}), "record-reference").fix
    assert "jiuzhu-er”" not in offered and "是不是“items/minzheng-ju/2026/jiuzhu”" in offered
