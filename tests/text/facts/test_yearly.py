"""Figures that sentences of annual reports state, in every usual wording; and numbers that are none."""

from __future__ import annotations

import pytest

from gongkai.text.facts.yearly import figures

#: the report of this year
YEAR = 2023

READ = {
    # newly received
    "全年共收到政府信息公开申请59件，均按期答复。": {"本年新收": [59]},
    "2023年，我局受理政府信息公开申请 1,576 件，同比增长6%。": {"本年新收": [1576]},
    "共接收依申请公开１２份，已全部答复。": {"本年新收": [12]},
    "本年度接到公开申请一件，已办结。": {"本年新收": [1]},
    "全年收到公民、法人和其他组织提交的政府信息公开申请二十三件。": {"本年新收": [23]},
    "收到9件政府信息公开申请，全部办结。": {"本年新收": [9]},
    "本机关收到群众提出的4份有效政府信息公开申请。": {"本年新收": [4]},
    "收到2份要求公开政府信息的申请。": {"本年新收": [2]},
    "依申请公开：新收59件，上年结转2件，办理58件。": {"本年新收": [59], "上年结转": [2]},
    "受理政府信息依申请公开31项。": {"本年新收": [31]},
    "共受理依申请政府信息公开事项17例。": {"本年新收": [17]},
    "受理申请公开80条，结转下年度办理3条。": {"本年新收": [80], "结转下年度": [3]},
    "通过网站、信函等渠道共收到依申请公开40件。": {"本年新收": [40]},
    "与2022年相比，2023年收到的政府信息公开申请有38件。": {},
    "2023年收到政府信息公开申请数量为38件，2022年为30件。": {"本年新收": [38]},
    "截至2023年12月31日，共收到政府信息公开申请7次。": {"本年新收": [7]},
    "自2023年1月1日至12月31日，收到政府信息公开申请7件。": {"本年新收": [7]},
    "依申请公开方面，接收到申请书15份。": {"本年新收": [15]},
    # none at all
    "本年度未收到政府信息公开申请。": {"本年新收": [0]},
    "全年没有接到群众提出的依申请公开。": {"本年新收": [0]},
    "2023年我镇无依申请公开事项。": {"本年新收": [0]},
    # carried over
    "新收申请40件，2022年结转至2023年2件，结转到2024年1件，内容都是政府信息公开申请。": {
        "本年新收": [40],
        "上年结转": [2],
        "结转下年度": [1],
    },
    "其中1件为2022年度结转。": {"上年结转": [1]},
    "去年结转的申请3件，都已答复。": {"上年结转": [3]},
    "结转上年申请数量为0，转结下年度继续办理的2件。": {"上年结转": [0], "结转下年度": [2]},
    "尚有5件结转至下一年度继续办理。": {"结转下年度": [5]},
    "转接到明年办理的政府信息公开申请6件。": {"结转下年度": [6]},
    "无上年结转，也无结转下年度的申请。": {"上年结转": [0], "结转下年度": [0]},
    # results
    "答复申请44件：予以公开30件、部分公开4件、不予公开3件、无法提供5件、不予处理1件，其他处理1件。": {
        "予以公开": [30],
        "部分公开": [4],
        "不予公开": [3],
        "无法提供": [5],
        "不予处理": [1],
        "其他处理": [1],
    },
    # disputes
    "因政府信息公开被申请行政复议4件，其中维持3件；被提起行政诉讼2件，均未审结。": {
        "行政复议": [4],
        "行政诉讼": [2],
    },
    "政府信息公开引发行政复议案件2起，行政诉讼案件1起。": {"行政复议": [2], "行政诉讼": [1]},
    "全年引发3件信息公开类行政复议。": {"行政复议": [3]},
    "因政府信息公开引发行政复议、行政诉讼共3件。": {"行政复议和行政诉讼": [3]},
    "因政府信息公开引发的行政复议和行政诉讼各1件。": {"行政复议": [1], "行政诉讼": [1]},
    "没有发生因政府信息公开申请行政复议、提起行政诉讼的情况。": {"行政复议": [0], "行政诉讼": [0]},
    "无因政府信息公开引起的行政复议。": {"行政复议": [0]},
    "未被提起政府信息公开行政诉讼。": {"行政诉讼": [0]},
    "因政府信息公开引发行政复议1件，无行政诉讼。": {"行政复议": [1], "行政诉讼": [0]},
    "信息公开引发行政复议9件（含上年度结转1件）。": {"行政复议": [9]},
    # documents
    "全年制发行政规范性文件3件，现行有效规范性文件共21件。": {
        "制发规范性文件": [3],
        "现行有效规范性文件": [21],
    },
    "制定出台了2件行政规范性文件。": {"制发规范性文件": [2]},
    "目前有14件现行有效的规范性文件。": {"现行有效规范性文件": [14]},
    "全年未制发规章和行政规范性文件。": {"制发规范性文件": [0]},
}
NONE = {
    "applications for other things": "办理占道挖掘申请件77件，受理行政许可申请120件。",
    "questions, letters": "政府信息公开专栏收到咨询55件，信件880件，受理工单21件。",
    "documents made public are not those made": "主动公开规范性文件42件、处罚决定公告16条、行政许可信息3条。",
    "documents repealed or reviewed": "清理规范性文件30件，废止规范性文件4件，发布政策解读4篇。",
    "a part": "其中自然人提交的政府信息公开申请收到30件。",
    "one way in": "通过网络收到政府信息公开申请30件。",
    "half a year": "上半年收到政府信息公开申请20件。",
    "some months": "1-6月收到政府信息公开申请20件。",
    "until a month": "截至2023年6月，收到政府信息公开申请20件。",
    "another year": "2022年收到政府信息公开申请35件。",
    "last year's": "比去年收到的政府信息公开申请35件有所增加。",
    "all the years": "历年累计受理政府信息公开申请80件，2019年以来收到政府信息公开申请300件。",
    "rounded": "收到政府信息公开申请30余件，近百件信息公开申请得到答复，约20件。",
    "all dealt with, new and old": "全年累计处理政府信息公开申请92件，办理并答复信息公开申请36件。",
    "help for others": "协助其他部门办理依申请公开事项6起。",
    "two results together": "办理申请58件，其中予以公开和部分公开37件。",
    "results of something else": "对3条信息不予公开，予以公开率100%。",
    "the outcome of a review": "政府信息公开行政复议维持3件，纠正1件。",
    "reviews of others": "办理行政复议案件120件，推进行政复议信息公开。",
    "instances": "政府信息公开行政诉讼一审2件、二审1件。",
    "a case in two instances": "政府信息公开行政诉讼3件，含二审1件。",
    "without a review first": "政府信息公开未经行政复议直接起诉的有。",
    "none that was lost": "无因政府信息公开行政复议被纠错的案件。",
    "no answer yet": "未收到政府信息公开行政复议决定。",
    "no complaint": "未收到对政府信息公开申请的投诉举报。",
    "a review without disclosure": "本年行政复议12件。",
    "carried over, nobody knows whence": "结转2件。",
    "across a full stop": "全年收到政府信息公开申请。咨询55件。",
}


def read(text: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for each in figures(text, YEAR):
        found.setdefault(each.kind.value, []).append(each.number)
    return found


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_a_figure_is_read_in_every_usual_wording(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_what_is_no_figure_of_the_tables_is_not_read(text):
    assert read(text) == {}


def test_what_is_carried_over_belongs_to_the_year_of_the_report():
    text = "2022年结转至2023年的政府信息公开申请4件。"
    assert [(each.kind.value, each.number) for each in figures(text, 2023)] == [("上年结转", 4)]
    assert [(each.kind.value, each.number) for each in figures(text, 2022)] == [("结转下年度", 4)]
    assert list(figures(text, 2025)) == []


def test_whose_figure_it_is_stands_with_it():
    text = "全区共受理申请公开800件，结转下年度办理39件，区政府本级共受理政府信息公开申请206件。"
    told = [(each.kind.value, each.number, each.scope) for each in figures(text, YEAR)]
    assert told == [
        ("本年新收", 800, "全区"),
        ("本年新收", 206, "区政府本级"),
        ("结转下年度", 39, "全区"),
    ]


def test_a_figure_has_the_clause_it_stands_in():
    (found,) = figures("一是加强培训，全年共收到政府信息公开申请59件，均按期答复。", YEAR)
    assert found.words == "全年共收到政府信息公开申请59件"
