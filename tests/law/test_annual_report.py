"""Annual reports: cells as issued, what every rule says of a wrong one, and the report of 2020."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from gongkai.law.example import CLEAN
from gongkai.law.shared.annual_tables import LAST_YEAR, a_report, an_old_report
from gongkai.records.fields.annual_cells import as_cells
from gongkai.records.fields.annual_layout import NEW, request_lines
from gongkai.records.types.annual_report import AnnualReport

PROJECT = Path(__file__).parents[2]
REPORT = "data/annual-reports/qu-zhengfu-2020.yml"
GOVERNMENT = {"data/units/qu-zhengfu.yml": "名称: 区人民政府\n简称: [北京市西城区人民政府]\n类别: 政府\n"}


def said(outcome, rule: str) -> list[str]:
    return [problem.message for problem in outcome.problems if problem.rule == rule]


def test_cells_are_read_as_issued():
    assert as_cells(["0", "+33", "-118", "", "44899.2477"]) == (0, 33, -118, None, 44899.2477)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("--253", "改为 -253"),
        ("——253", "改为 -253"),
        ("－118", "改为 -118"),
        ("103.3879万元", "改为 103.3879"),
        ("251000元", "改为 25.1（表里以万元为单位）"),
        ("0.3亿元", "改为 3000（表里以万元为单位）"),
        ("12件", "改为 12"),
        ("1,576", "改为 1576"),
        ("１５", "改为 15"),
        ("/", "没有填的格写 ~"),
        ("1,57", "没有填的格写 ~"),
        ("1.23456万元", "没有填的格写 ~"),
    ],
)
def test_a_cell_written_otherwise_is_told_with_the_number_that_is_meant(written, meant):
    with pytest.raises(PydanticCustomError) as caught:
        as_cells(["0", written])
    assert caught.value.context["fix"].endswith(meant), caught.value.context


def test_a_sign_stands_only_at_the_change_of_a_year():
    assert as_cells(["276", "+22", "5"]) == (276, 22, 5)
    with pytest.raises(PydanticCustomError) as caught:
        as_cells(["+22", "276", "5"])
    assert "第 1 格“+22”带正号" in caught.value.message()
    assert "没有填错的写 22" in caught.value.context["fix"]


@pytest.mark.parametrize("wrong", ["三", "1,576", "１", "1.23456", "=1+1", "1e3"])
def test_a_cell_that_is_no_number_is_refused(wrong):
    fields = {"标题": "年报", "单位": "区民政局", "年度": "2025", "版式": "2021", "发布日期": "2026-01-20"}
    with pytest.raises(ValidationError) as caught:
        AnnualReport.model_validate({**fields, "申请办理": {"本年新收": ["1", wrong]}})
    assert f"“{wrong}”不是数" in str(caught.value)


def test_a_report_that_adds_up_has_no_problem(run):
    assert run({**CLEAN, **LAST_YEAR, **a_report()}).problems == ()


@pytest.mark.parametrize(
    ("lines", "rule", "message"),
    [
        ({"上年结转": "[2, 0, 1, 0, 0, 0, 3]"}, "annual-report-balance", "“科研机构”一列：一加二 0+1=1"),
        ({"总计": "[38, 3, 0, 0, 1, 0, 42]"}, "annual-report-results", "相加为 39，（七）总计写的是 38"),
        ({"结转下年度": "[3, 0, 0, 0, 0, 0, 4]"}, "annual-report-applicants", "3+0+0+0+0+0=3，总计写的是 4"),
        ({"行政复议": "[1, 0, 0, 1, 3]"}, "annual-report-litigation", "“行政复议”：1+0+0+1=2，总计写的是 3"),
        ({"行政许可": "[~]"}, "annual-report-cells", "“行政许可”的“本年处理决定数量”一格空着"),
        ({"行政处罚": "[-1]"}, "annual-report-cells", "是负数 -1"),
        ({"行政处罚": "[1.5]"}, "annual-report-cells", "写的是 1.5，件数没有小数"),
        ({"行政处罚": "[1, 2]"}, "annual-report-cells", "“行政处罚”有 2 个数，应为 1 个"),
        ({"重复申请": None}, "annual-report-cells", "“申请办理”缺少“重复申请”一行"),
        ({"版式": "2019"}, "annual-report-cells", "“行政处罚”有 1 个数，应为 3 个"),
        ({"规章": "[2, 1, 2]"}, "annual-report-documents", "得 1，本年写的是 2"),
        (
            {"上年结转": "[1, 0, 0, 0, 0, 0, 1]"},
            "annual-report-carried",
            "写的是 1，2024 年报告的结转下年度是 2",
        ),
        (
            {"规范性文件": "[1, 0, 1]"},
            "annual-report-on-site",
            "写的是 1 件，本栏目里 2025 年末现行有效的有 0 件",
        ),
    ],
)
def test_each_rule_names_the_line_the_column_and_both_sides(run, lines, rule, message):
    found = said(run({**CLEAN, **LAST_YEAR, **a_report(**lines)}), rule)
    assert any(message in each for each in found), found


def test_blank_cells_are_told_once_a_line(run):
    told = said(run({**CLEAN, **a_report(重复申请="[~, 0, ~, 0, 0, 0, 0]")}), "annual-report-cells")
    assert told == ["“重复申请”的 2 格空着：“自然人”“科研机构”，空着不等于 0"]


def test_a_table_filled_only_in_its_totals_is_told_once(run):
    blank = dict.fromkeys((line.key for line in request_lines(NEW)), "[~, ~, ~, ~, ~, ~, 0]")
    told = said(run({**CLEAN, **a_report(**blank)}), "annual-report-cells")
    assert told == ["“申请办理”有 25 行共 150 格空着：“本年新收”“上年结转”“予以公开”等，空着不等于 0"]


def test_a_table_that_is_not_there_is_told_once(run):
    (path,) = a_report()
    text = a_report()[path].partition("复议诉讼:")[0]
    told = said(run({**CLEAN, path: text}), "annual-report-cells")
    assert told == ["“复议诉讼”缺少 3 行：“行政复议”“未经复议直接起诉”“复议后起诉”（2021 年版式）"]


SPLIT = {"其他对外管理服务事项": None, "行政检查": "[4, -1, 9]", "行政确认": "[0, 0, 0]"}
DIVIDED = {
    "其他处理": None,
    **dict.fromkeys(("逾期不补正", "逾期不缴费", "其他情形"), "[0, 0, 0, 0, 0, 0, 0]"),
}
OTHERS = {
    "as the form has it": {},
    "divided into two lines": SPLIT,
    "without purchases": {"政府集中采购": None},
    "with another line of documents": {"其他主动公开文件": "[3, 3, 9]"},
    "divided at the end of table three": DIVIDED,
    "all at once": {**SPLIT, **DIVIDED, "政府集中采购": None, "其他主动公开文件": "[3, 3, 9]"},
}


@pytest.mark.parametrize("lines", OTHERS.values(), ids=OTHERS.keys())
def test_every_variant_of_the_first_edition_is_a_whole_report(run, lines):
    assert run({**CLEAN, **an_old_report(**lines)}).problems == ()


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            {"行政检查": "[4, -1, 9]"},
            "“主动公开”既写了“其他对外管理服务事项”一行，又写了分列的“行政检查”，分不清哪一行是合计",
        ),
        ({**SPLIT, "行政确认": None}, "“主动公开”缺少“行政确认”一行（2019 年版式）"),
        (
            {"逾期不补正": "[0, 0, 0, 0, 0, 0, 0]"},
            "“申请办理”既写了“其他处理”一行，又写了分列的“逾期不补正”，分不清哪一行是合计",
        ),
        ({**DIVIDED, "其他情形": None}, "“申请办理”缺少“其他情形”一行（2019 年版式）"),
        ({"其他对外管理服务事项": None}, "“主动公开”缺少“其他对外管理服务事项”一行（2019 年版式）"),
        ({"政府集中采购": "[1]"}, "“政府集中采购”有 1 个数，应为 2 个"),
    ],
)
def test_a_variant_that_is_mixed_or_half_is_refused(run, lines, message):
    assert said(run({**CLEAN, **an_old_report(**lines)}), "annual-report-cells") == [message]


def test_the_new_edition_has_no_such_lines(run):
    told = said(run({**CLEAN, **a_report(其他对外管理服务事项="[0, 0, 0]")}), "annual-report-cells")
    assert told == ["2021 年版式的“主动公开”没有“其他对外管理服务事项”一行"]
    assert run({**CLEAN, **a_report(其他主动公开文件="[1, 0, 4]")}).problems == ()


def test_a_draft_is_left_in_peace(run):
    files = a_report(本年新收=None, 总计="[1, 0, 0, 0, 0, 0, 9]")
    ((path, text),) = files.items()
    assert run({**CLEAN, path: f"草稿: 是\n{text}"}).problems == ()


def test_the_count_on_site_is_that_of_the_last_day_of_the_year(run):
    policy = {
        path: text.replace("2026-11", "2025-03").replace("2026-12-01", "2025-04-01")
        for path, text in CLEAN.items()
        if path.startswith(("content/policies", "content/interpretations"))
    }
    files = {**CLEAN, **policy, **a_report(规范性文件="[1, 0, 1]")}
    assert said(run(files), "annual-report-on-site") == []
    assert said(run({**files, **a_report()}), "annual-report-on-site") != []


def test_the_report_of_2020_breaks_the_balance_in_three_columns_and_in_sum(run):
    files = {**CLEAN, **GOVERNMENT, REPORT: (PROJECT / REPORT).read_text("utf-8")}
    outcome = run(files)
    found = said(outcome, "annual-report-balance")
    assert [message.split("”")[0] for message in found] == [
        "表三“自然人",
        "表三“商业企业",
        "表三“法律服务机构",
        "表三“总计",
    ]
    assert "一加二 1576+45=1621，三（七）加四 1566+2782=4348" in found[-1]
    assert found[-1].endswith("四应为 55")
    assert {problem.rule for problem in outcome.problems} == {"annual-report-balance"}


def test_its_waiver_excuses_only_the_figures_it_names(run):
    waiver = "data/waivers/niandu-baogao-2020-goujiguanxi.yml"
    files = {path: (PROJECT / path).read_text("utf-8") for path in (REPORT, waiver)}
    planted = files[REPORT].replace("上年结转: [43, 2, 0, 0, 0, 0, 45]", "上年结转: [43, 2, 0, 0, 0, 1, 46]")
    outcome = run({**CLEAN, **GOVERNMENT, **files, REPORT: planted})
    told = [message.partition("，")[0] for message in said(outcome, "annual-report-balance")]
    assert told == ["表三“其他”一列：一加二 0+1=1", "表三“总计”一列：一加二 1576+46=1622"]
    assert len(outcome.waived) == 3


def test_its_waiver_lets_it_pass_and_keeps_the_faults_for_readers(run):
    waiver = "data/waivers/niandu-baogao-2020-goujiguanxi.yml"
    files = {path: (PROJECT / path).read_text("utf-8") for path in (REPORT, waiver)}
    outcome = run({**CLEAN, **GOVERNMENT, **files})
    assert outcome.problems == ()
    assert [problem.rule for problem in outcome.waived] == ["annual-report-balance"] * 4
