"""The damages of annual reports: a rule for each part of the official form."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.law.rules.annual_report_months import a_year

from .damaged_column import COLUMN, DATASET, OLDER, REPORT, ROWS, Damage, Edit, damage

REPORTS: Mapping[str, Damage] = {
    "annual-report-amounts": damage(Edit(REPORT, "行政事业性收费: [0]", "行政事业性收费: [251000]")),
    "annual-report-applicants": damage(
        Edit(REPORT, "本年新收: [40, 3, 0, 0, 1, 0, 44]", "本年新收: [40, 3, 0, 0, 1, 0, 45]"),
        also="annual-report-balance",
    ),
    "annual-report-balance": damage(
        Edit(REPORT, "结转下年度: [3, 0, 0, 0, 0, 0, 3]", "结转下年度: [4, 0, 0, 0, 0, 0, 4]")
    ),
    "annual-report-carried": damage(
        Edit(REPORT, "本年新收: [40, 3, 0, 0, 1, 0, 44]", "本年新收: [39, 3, 0, 0, 1, 0, 43]"),
        Edit(REPORT, "上年结转: [2, 0, 0, 0, 0, 0, 2]", "上年结转: [3, 0, 0, 0, 0, 0, 3]"),
    ),
    "annual-report-cells": damage(Edit(REPORT, "  行政许可: [0]\n")),
    "annual-report-documents": damage(Edit(REPORT, "规章: [0, 0, 0]", "规章: [2, 1, 2]")),
    "annual-report-due": damage(Edit(REPORT, "发布日期: 2026-01-20", "发布日期: 2026-02-03")),
    "annual-report-litigation": damage(
        Edit(REPORT, "复议后起诉: [1, 0, 0, 1, 2]", "复议后起诉: [1, 0, 0, 1, 3]")
    ),
    "annual-report-items": damage(
        Edit("data/annual-reports/minzheng-ju-2020.yml", "", OLDER["minzheng-ju-2020"]),
        Edit("data/annual-reports/minzheng-ju-2019.yml", "", OLDER["minzheng-ju-2019"]),
    ),
    # the tables are those of the other edition
    "annual-report-layout": damage(Edit(REPORT, "版式: 2021", "版式: 2019"), also="annual-report-cells"),
    "annual-report-months": damage(*(Edit(path, "", text) for path, text in a_year(received=45).items())),
    "annual-report-on-site": damage(Edit(REPORT, "规范性文件: [0, 0, 0]", "规范性文件: [3, 0, 3]")),
    "annual-report-parts": damage(Edit(REPORT, "存在问题: 解读的形式还不够多，今后多用图解。\n")),
    "annual-report-results": damage(Edit(REPORT, f"重复申请: {ROWS}", "重复申请: [1, 0, 0, 0, 0, 0, 1]")),
    "annual-report-rows": damage(
        Edit(f"{DATASET}/datapackage.yml", "字段:", "年报行: 行政许可\n字段:"),
        Edit(
            f"{DATASET}/2025.csv",
            "",
            COLUMN[f"{DATASET}/2026.csv"].replace("示-1,区民政处,2026", "示-0,区民政处,2025"),
        ),
    ),
    "annual-report-text": damage(
        Edit(REPORT, "制度落实，公开及时。", "全年共收到政府信息公开申请45件，均已答复。")
    ),
}
