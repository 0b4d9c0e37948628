"""The tables of an annual report against the year's months, datasets that count the same, and last year."""

from __future__ import annotations

import pytest

from gongkai.law.example import CLEAN, a_unit
from gongkai.law.rules.annual_report_items import EXAMPLE as ITEMS
from gongkai.law.rules.annual_report_months import a_year
from gongkai.law.rules.annual_report_rows import FOLDER, PACKAGE
from gongkai.law.shared.annual_tables import a_report, an_old_report

GOVERNMENT = a_unit("qu-zhengfu", 名称="示例区人民政府", 曾用名=None, 类别="政府")
ROW = "[0, 0, 0, 0, 0, 0, %d]"


def told(run, files, rule: str) -> list[str]:
    return [each.message for each in run({**CLEAN, **files}).problems if each.rule == rule]


def months(run, files) -> list[str]:
    return told(run, files, "annual-report-months")


def test_every_line_of_the_year_is_compared(run):
    assert months(run, {**a_report(), **a_year()}) == []
    report = a_report(
        本年新收=ROW % 40,
        上年结转=ROW % 5,
        予以公开=ROW % 41,
        执法案卷=ROW % 1,
        逾期不补正=ROW % 1,
        结转下年度=ROW % 2,
    )
    assert sorted(months(run, {**report, **a_year()})) == [
        "一月的上月结转是 2，表三写的是 5（data/requests/2025.yml）",
        "十二月算出的结转是 3，表三写的是 2（data/requests/2025.yml）",
        "各月的“不予公开”相加是 0，表三写的是 1（data/requests/2025.yml）",
        "各月的“予以公开”相加是 43，表三写的是 41（data/requests/2025.yml）",
        "各月的“其他处理”相加是 0，表三写的是 1（data/requests/2025.yml）",
        "各月的“本年新收”相加是 44，表三写的是 40（data/requests/2025.yml）",
    ]


def test_an_older_report_is_compared_by_its_own_lines(run):
    report = an_old_report(其他处理=ROW % 2)
    assert months(run, {**report, **a_year(year=2019)}) == [
        "各月的“其他处理”相加是 0，表三写的是 2（data/requests/2019.yml）"
    ]


SILENT = {
    "a month is missing": (a_report(), a_year(45, last=11)),
    "another year": (a_report(), a_year(45, year=2024)),
    "another unit": (a_report(), {**GOVERNMENT, **a_year(45, 单位="示例区人民政府")}),
    "the months are in the report of another unit": (
        a_report(),
        {**GOVERNMENT, **a_year(45, 年报单位="示例区人民政府")},
    ),
    "a draft": (a_report(), {path: f"草稿: 是\n{text}" for path, text in a_year(45).items()}),
}


@pytest.mark.parametrize(("report", "stats"), SILENT.values(), ids=SILENT.keys())
def test_what_is_not_the_same_is_not_compared(run, report, stats):
    assert months(run, {**report, **stats}) == []


def test_the_months_of_an_office_are_those_of_its_governments_report(run):
    report = a_report("qu-zhengfu-2025", 单位="示例区人民政府")
    stats = a_year(45, 年报单位="示例区人民政府")
    assert len(months(run, {**GOVERNMENT, **report, **stats})) == 2


def _rows(units: dict[str, int], package: str = PACKAGE, year: int = 2025) -> dict[str, str]:
    lines = [f"示-{unit}{n},{unit}" for unit, count in units.items() for n in range(count)]
    text = "\n".join(["许可编号,许可机关", *lines, ""])
    return {f"{FOLDER}datapackage.yml": package, f"{FOLDER}{year}.csv": text}


def rows(run, files) -> list[str]:
    return told(run, files, "annual-report-rows")


TWO_UNITS = {**a_unit("linye-ju", 名称="区林业局", 曾用名=None), **_rows({"区民政处": 2, "区林业局": 5})}


def test_a_dataset_that_says_so_counts_the_decisions_of_each_unit(run):
    files = TWO_UNITS
    assert rows(run, {**files, **a_report(行政许可="[2]")}) == []
    assert rows(run, {**files, **a_report(行政许可="[7]")}) == [
        "表二“行政许可”的处理决定数量写的是 7，数据集《行政许可信息》2025 年有 2 行"
    ]


def test_the_governments_report_counts_the_decisions_of_all(run):
    files = TWO_UNITS
    whole = a_report("qu-zhengfu-2025", 单位="示例区人民政府", 行政许可="[7]")
    assert rows(run, {**files, **GOVERNMENT, **whole}) == []
    whole = a_report("qu-zhengfu-2025", 单位="示例区人民政府", 行政许可="[2]")
    assert "2025 年有 7 行" in rows(run, {**files, **GOVERNMENT, **whole})[0]


def test_in_the_first_edition_decisions_are_the_last_number_of_the_line(run):
    files = {**_rows({"区民政局": 3}, year=2019), **an_old_report(行政许可="[40, -3, 4]")}
    assert rows(run, files) == ["表二“行政许可”的处理决定数量写的是 4，数据集《行政许可信息》2019 年有 3 行"]


APART = {
    "it does not say so": _rows({"区民政局": 3}, PACKAGE.replace("年报行: 行政许可\n", "")),
    "it is another line": _rows({"区民政局": 3}, PACKAGE.replace("年报行: 行政许可", "年报行: 行政处罚")),
    "another year": _rows({"区民政局": 3}, year=2024),
    "no row of this unit": {**a_unit("linye-ju", 名称="区林业局", 曾用名=None), **_rows({"区林业局": 3})},
    "it is a draft": _rows({"区民政局": 3}, "草稿: 是\n" + PACKAGE),
}


@pytest.mark.parametrize("dataset", APART.values(), ids=APART.keys())
def test_a_dataset_that_is_something_else_is_not_compared(run, dataset):
    report = a_report(行政许可="[2]", 行政处罚="[3]")
    assert rows(run, {**report, **dataset}) == []


def test_items_of_two_years_fit_also_those_that_are_divided(run):
    divided = {"其他对外管理服务事项": None, "行政检查": "[9, 1, 4]", "行政确认": "[0, 0, 0]"}
    before = an_old_report(行政事业性收费="[6, 2]", **divided)
    (after,) = (text for path, text in ITEMS.good.items() if "2020" in path)
    after = after.replace("其他对外管理服务事项: [0, 0, 0]", "行政检查: [9, 0, 5]\n  行政确认: [0, 0, 0]")
    after = after.replace("行政许可: [37, 1, 9]", "行政许可: [0, 1, 9]")
    found = told(run, {**before, "data/annual-reports/minzheng-ju-2020.yml": after}, "annual-report-items")
    assert sorted(each.partition("：")[0] for each in found) == ["表二“行政事业性收费”", "表二“行政检查”"]
