"""The text of an annual report against its tables: who is told what, and when nothing is said."""

from __future__ import annotations

import pytest

from gongkai.common.problems import Level
from gongkai.law.example import CLEAN, a_unit
from gongkai.law.shared.annual_tables import a_report, an_old_report

RULE = "annual-report-text"
GOVERNMENT = a_unit("qu-zhengfu", 名称="示例区人民政府", 曾用名=None, 类别="政府")


def told(run, files) -> list[tuple[str, str]]:
    found = run({**CLEAN, **files}).problems
    assert {each.rule for each in found} <= {RULE}, [each.as_text() for each in found]
    return [(each.level.value, each.message) for each in found]


#: the tables say: new 44, carried in 2, out 3, granted 43, reviews 2, suits 4, documents made 0, in force 0
AGREES = {
    "every figure": "收到政府信息公开申请44件，上年结转2件，予以公开43件，结转下年度3件，"
    "行政复议2件，行政诉讼4件。",
    "new and carried over together": "共受理政府信息公开申请46件，含上年结转2件。",
    "two scopes, one of them ours": "全区受理政府信息公开申请800件，本级受理政府信息公开申请44件。",
    "two scopes, none of them ours": "全区受理政府信息公开申请800件，区政府本级受理政府信息公开申请206件。",
    "said twice, once of a part": "收到政府信息公开申请44件，受理政府信息公开申请40件。",
    "both kinds of disputes": "因政府信息公开引发行政复议、行政诉讼6件。",
    "one kind, by the name of both": "因政府信息公开引发行政复议和行政诉讼4件。",
    "documents made public": "主动公开规范性文件42件。",
    "all that was dealt with": "累计处理政府信息公开申请92件。",
    "nothing": "制度落实，公开及时。",
}


@pytest.mark.parametrize("text", AGREES.values(), ids=AGREES.keys())
def test_a_text_that_may_agree_is_left_in_peace(run, text):
    assert told(run, a_report(总体情况=f'["{text}"]')) == []


WARNED = {
    "收到政府信息公开申请95件。": "文字写的是 95（“收到政府信息公开申请95件”），表三“本年新收”的总计是 44",
    "未收到政府信息公开申请。": "文字写的是 0（“未收到政府信息公开申请”），表三“本年新收”的总计是 44",
    "新收46件，都是政府信息公开申请。": "文字写的是 46（“新收46件”），表三“本年新收”的总计是 44",
    "上年结转申请3件。": "文字写的是 3（“上年结转申请3件”），表三“上年结转”的总计是 2",
    "结转下年度2件。": "文字写的是 2（“结转下年度2件”），表三“结转下年度”的总计是 3",
    "因信息公开行政复议5件。": "文字写的是 5（“因信息公开行政复议5件”），表四行政复议的总计是 2",
}
NOTED = {
    "申请的结果：予以公开40件。": "表三“予以公开”的总计是 43",
    "申请的结果：不予公开1件。": "表三“不予公开”各行的总计是 0",
    "因政府信息公开引发行政复议和行政诉讼9件。": "表四行政复议和行政诉讼的总计是 6",
    "制发行政规范性文件5件。": "表二“规范性文件”一行是 0",
    "现行有效规范性文件5件。": "表二“规范性文件”一行是 0",
    "全区受理政府信息公开申请800件。": "表三“本年新收”的总计是 44",
}


@pytest.mark.parametrize(("text", "message"), WARNED.items())
def test_the_same_figure_written_twice_and_differently_is_a_warning(run, text, message):
    assert told(run, a_report(总体情况=f'["{text}"]')) == [(Level.WARNING.value, message)]


@pytest.mark.parametrize(("text", "message"), NOTED.items())
def test_other_figures_and_other_scopes_are_only_noted(run, text, message):
    ((level, said),) = told(run, a_report(总体情况=f'["{text}"]'))
    assert level == Level.NOTICE.value
    assert message in said


def test_the_whole_district_is_the_governments_own_scope(run):
    text = '["全区受理政府信息公开申请45件。"]'
    report = a_report("qu-zhengfu-2025", 单位="示例区人民政府", 总体情况=text)
    assert [level for level, _ in told(run, {**GOVERNMENT, **report})] == [Level.WARNING.value]


def test_every_text_is_looked_at_and_a_figure_is_told_once(run):
    said = "全年收到政府信息公开申请95件。"
    report = a_report(总体情况=f'["公开及时。", "{said}"]', 存在问题=f'["{said}"]')
    found = run({**CLEAN, **report}).problems
    assert [each.at for each in found] == [("总体情况", 1)]
    report = a_report(其他事项=f'["没有收费。{said}"]')
    assert [each.at for each in run({**CLEAN, **report}).problems] == [("其他事项", 0)]


def test_a_summary_is_a_text_too(run):
    ((path, text),) = a_report().items()
    summary = "摘要: 新收政府信息公开申请59件。\n"
    found = run({**CLEAN, path: text + summary}).problems
    assert [(each.rule, each.at) for each in found] == [(RULE, ("摘要",))]


def test_tables_of_the_first_edition_are_compared_too(run):
    lines = {"规范性文件": "[2, 3, 9]", "其他处理": "[0, 0, 0, 0, 0, 0, 0]"}
    agrees = "收到政府信息公开申请44件，制发规范性文件3件，申请的其他处理0件，现行有效规范性文件30件。"
    assert told(run, an_old_report(总体情况=f'["{agrees}"]', **lines)) == []
    differs = "收到政府信息公开申请45件，制发规范性文件4件，申请的其他处理1件。"
    found = told(run, an_old_report(总体情况=f'["{differs}"]', **lines))
    assert sorted(level for level, _ in found) == ["提示", "提示", "警告"]


def test_what_the_table_leaves_empty_is_not_compared(run):
    report = a_report(总体情况='["结转下年度9件。"]', 结转下年度="[3, 0, 0, 0, 0, 0, ~]")
    assert RULE not in {each.rule for each in run({**CLEAN, **report}).problems}
