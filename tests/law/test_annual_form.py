"""The beginning of an older report: it offers every variant, and filled in by any of them it is whole."""

from __future__ import annotations

import pytest

from gongkai.desk import scaffold
from gongkai.law.example import CLEAN

EITHER = {"其他对外管理服务事项", "其他处理"}
PARTS = {"行政检查", "行政确认", "逾期不补正", "逾期不缴费", "其他情形"}
OPTIONAL = {"其他主动公开文件", "政府集中采购"}


def _filled(text: str, without: set[str]) -> str:
    """Every line but these, filled with 0."""
    text = (
        text.replace("#主动公开:", "主动公开:")
        .replace("#申请办理:", "申请办理:")
        .replace("#复议诉讼:", "复议诉讼:")
    )
    lines = []
    for line in text.splitlines():
        key = line.strip().removeprefix("#").partition(":")[0]
        blank = line.startswith("  #") and "~" in line
        lines.append(line.replace("  #", "  ").replace("~", "0") if blank and key not in without else line)
    return "\n".join([*lines, ""])


@pytest.mark.parametrize("without", [EITHER, PARTS, EITHER | OPTIONAL, PARTS | OPTIONAL])
def test_a_report_of_the_first_edition_offers_its_variants(run, build, tmp_path, without):
    made = scaffold.annual_report(tmp_path / "new", build(CLEAN), "区民政局", 2019).read_text("utf-8")
    assert "版式: 2019" in made and "#其他对外管理服务事项: [~, ~, ~]" in made
    assert "分列的才写，写了就不写“其他处理”一行" in made and "原报告有这一行的才写" in made
    text = _filled(made, without).replace("草稿: 是\n", "")
    text = text.replace("#总体情况:\n#  - ", "总体情况: 好。").replace("#存在问题:\n#  - ", "存在问题: 有。")
    text = text.replace("#其他事项:\n#  - ", "其他事项: 没有。").replace(
        "发布日期: 2020-01-31", "发布日期: 2020-01-20"
    )
    path = "data/annual-reports/minzheng-ju-2019.yml"
    assert [each.as_text() for each in run({**CLEAN, path: text}).problems] == []


def test_all_lines_at_once_are_told_apart(run, build, tmp_path):
    made = scaffold.annual_report(tmp_path / "new", build(CLEAN), "区民政局", 2019).read_text("utf-8")
    text = _filled(made, set()).replace("草稿: 是\n", "")
    found = run({**CLEAN, "data/annual-reports/minzheng-ju-2019.yml": text}).problems
    assert sum("分不清哪一行是合计" in each.message for each in found) == 2
