"""Tables pasted from Word, Excel or a page: every row known by its words, whatever became of merged cells."""

from __future__ import annotations

import pytest

from gongkai.column.validate import validate
from gongkai.desk import scaffold
from gongkai.desk.pasted_report import read
from gongkai.law.shared.annual_tables import a_report, an_old_report
from gongkai.load import load
from gongkai.records.fields.annual_layout import NEW, OLD
from gongkai.records.types.annual_report import AnnualReport
from gongkai.render.records.annual_grids import grids

NEW_TABLES = """\
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件（含区政府办公室文件）\t5\t1\t25
其他主动公开文件\t3\t0\t9
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t64\t\t
第二十条第（六）项
行政处罚\t1,472\t1,472\t1,472
行政强制\t0\t\t
第二十条第（八）项
行政事业性收费\t103.3879万元\t\t
\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计
\t\t\t\t商业
企业\t科研
机构\t社会公益组织\t法律服务机构\t其他\t
一、本年新收政府信息公开申请数量\t\t\t52\t4\t0\t2\t1\t0\t59
二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t\t\t2
三、本年度办理结果\t（一）予以公开\t\t25\t4\t0\t2\t0\t0\t31
\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t5\t0\t0\t0\t1\t0\t6
\t（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0
\t\t2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t1
\t（六）其他处理\t3.其他\t0\t0\t0\t0\t0\t0\t3
三、本年度办理结果\t（七）总计\t（七）总计\t50\t5\t0\t2\t1\t0\t58
四、结转下年度继续办理\t3\t0\t0\t0\t0\t0\t3
结果维持\t结果纠正\t其他结果
2\t0\t0\t0\t2\t0\t0\t0\t1\t1\t1\t0\t0\t0\t1
"""


def test_the_newer_edition_as_it_comes_out_of_a_word_processor():
    pasted = read(NEW_TABLES, NEW)
    assert pasted.unread == []
    assert pasted.lines == {
        "规章": ("0", "0", "0"),
        "规范性文件": ("5", "1", "25"),
        "其他主动公开文件": ("3", "0", "9"),
        "行政许可": ("64",),
        "行政处罚": ("1472",),
        "行政强制": ("0",),
        "行政事业性收费": ("103.3879",),
        "本年新收": ("52", "4", "0", "2", "1", "0", "59"),
        "上年结转": ("~", "~", "~", "~", "~", "~", "2"),
        "予以公开": ("25", "4", "0", "2", "0", "0", "31"),
        "部分公开": ("5", "0", "0", "0", "1", "0", "6"),
        "国家秘密": ("0", "0", "0", "0", "0", "0", "0"),
        "禁止公开": ("0", "0", "0", "0", "0", "0", "1"),
        "其他情形": ("0", "0", "0", "0", "0", "0", "3"),
        "总计": ("50", "5", "0", "2", "1", "0", "58"),
        "结转下年度": ("3", "0", "0", "0", "0", "0", "3"),
        "行政复议": ("2", "0", "0", "0", "2"),
        "未经复议直接起诉": ("0", "0", "0", "1", "1"),
        "复议后起诉": ("1", "0", "0", "0", "1"),
    }


def test_the_older_edition_between_bars():
    text = """\
| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |
|---|---|---|---|
| 行政许可 | 276 | --118 | 24577 |
| 其他对外管理服务事项 | 5 | +3 | 9 |
| 行政事业性收费 | 41 | ＋20 | |
| 政府集中采购 | 2012 | 160.5964万元 | |
| 三、本年度办理结果 | （六）其他处理 | （六）其他处理 | 59 | 13 | 0 | 0 | 0 | 0 | 72 |
"""
    pasted = read(text, OLD)
    assert pasted.unread == []
    assert pasted.lines == {
        "行政许可": ("276", "-118", "24577"),
        "其他对外管理服务事项": ("5", "+3", "9"),
        "行政事业性收费": ("41", "+20"),
        "政府集中采购": ("2012", "160.5964"),
        "其他处理": ("59", "13", "0", "0", "0", "0", "72"),
    }


@pytest.mark.parametrize(
    "row",
    [
        "行政许可\t5\t6",
        "行政检查\t1\t2\t3",
        "行政许可\t/\t0",
        "1\t2\t3",
        "一、本年新收政府信息公开申请数量\t1\t2",
        "（一）予以公开\t\t\t5\t\t\t\t\t\t",
    ],
)
def test_a_row_that_does_not_fit_is_told_and_not_guessed(row):
    pasted = read(row, NEW)
    assert (pasted.lines, pasted.unread) == ({}, [" | ".join(row.split())])


@pytest.mark.parametrize("text", ["", "一、总体情况", "收到申请59件，结转3件。", "a | b", "|---|---|"])
def test_what_is_no_table_is_nothing(text):
    pasted = read(text, NEW)
    assert (pasted.lines, pasted.unread) == ({}, [])


@pytest.mark.parametrize(("files", "layout"), [(a_report(), NEW), (an_old_report(), OLD)])
def test_our_own_tables_are_read_back(small_column, files, layout):
    (report,) = small_column(files).everything(AnnualReport)
    rows = [[cell.text for cell in row] for grid in grids(report) for row in grid.rows]
    pasted = read("\n".join("\t".join(row) for row in rows), layout)
    assert pasted.unread == []
    tables = (report.active, report.requests, report.disputes)
    issued = {key: table.line(key) for table in tables for key in table.written()}
    assert {key: tuple(map(float, cells)) for key, cells in pasted.lines.items()} == issued


def test_a_new_report_has_the_lines_that_were_read(small_column, tmp_path):
    pasted = read(NEW_TABLES, NEW)
    path = scaffold.annual_report(tmp_path, small_column(), "区民政局", 2025, pasted.lines)
    loaded = load(tmp_path)
    validated = validate(loaded.documents)
    assert [p.as_text() for p in (*loaded.problems, *validated.problems)] == []
    (report,) = (r for r in validated.records if isinstance(r, AnnualReport) and r.year == 2025)
    assert report.active.documents == (5, 1, 25) and report.active.fees == (103.3879,)
    assert report.requests.carried_in == (None, None, None, None, None, None, 2)
    assert report.disputes.suits == (0, 0, 0, 1, 1)
    assert "  #重复申请: [~" in path.read_text("utf-8")
