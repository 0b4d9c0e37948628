"""Annual reports: cells as issued, what every rule says of a wrong one, and the report of 2020."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from gongkai.law.example import CLEAN
from gongkai.law.shared.annual_tables import LAST_YEAR, a_report
from gongkai.records.types.annual_report import AnnualReport, as_cells

PROJECT = Path(__file__).parents[2]
REPORT = "data/annual-reports/qu-zhengfu-2020.yml"
GOVERNMENT = {"data/units/qu-zhengfu.yml": "名称: 区人民政府\n简称: [北京市西城区人民政府]\n类别: 政府\n"}


def said(outcome, rule: str) -> list[str]:
    return [problem.message for problem in outcome.problems if problem.rule == rule]


def test_cells_are_read_as_issued():
    assert as_cells(["0", "", "-118", "+33", "44899.2477"]) == (0, None, -118, 33, 44899.2477)


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
        ({"版式": "2019"}, "annual-report-cells", "2019 年版式的“申请办理”没有“逾期不补正”一行"),
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


def test_its_waiver_lets_it_pass_and_keeps_the_faults_for_readers(run):
    waiver = "data/waivers/niandu-baogao-2020-goujiguanxi.yml"
    files = {path: (PROJECT / path).read_text("utf-8") for path in (REPORT, waiver)}
    outcome = run({**CLEAN, **GOVERNMENT, **files})
    assert outcome.problems == ()
    assert [problem.rule for problem in outcome.waived] == ["annual-report-balance"] * 4
