"""The page of the report of 2020 equals the report as issued, cell by cell; years together."""

from __future__ import annotations

from collections import Counter

import lxml.etree
import lxml.html
import pytest

from gongkai.law.shared.annual_tables import an_old_report
from gongkai.records.types.annual_report import AnnualReport
from gongkai.render.charts.bars import Series, bars
from gongkai.render.records.annual_grids import grids
from gongkai.render.records.annual_reading import reading
from gongkai.render.records.grids import Grid

from .as_issued import DISPUTES, REQUESTS, URL, expected


def _places(grid: Grid) -> list[tuple[int, int]]:
    """Every place of the grid, as often as a cell reaches it."""
    return [
        (x, y)
        for row in grid.rows
        for cell in row
        for x in range(cell.x, cell.x + cell.across)
        for y in range(cell.y, cell.y + cell.down)
    ]


def _refused(report: AnnualReport) -> int:
    """（三）不予公开, all its grounds together."""
    asked = report.requests
    grounds = (asked.secret, asked.forbidden, asked.stability, asked.third_party)
    more = (asked.internal, asked.process, asked.case_files, asked.lookups)
    return sum(int(line[-1] or 0) for line in (*grounds, *more))


def test_the_page_has_every_cell_as_issued_under_its_headings(demo):
    page = demo.pages[URL]
    tables = page.xpath("//table[contains(@class, 'form-table')]")
    for table, wanted in zip(tables, expected(), strict=True):
        ids = {each.get("id"): each for each in table.xpath(".//th")}
        found = []
        for cell in table.xpath(".//td[@headers]"):
            headings = [ids[name] for name in cell.get("headers").split()]
            beside = [h.text_content() for h in headings if h.get("scope").startswith("row")]
            above = [h.text_content() for h in headings if h.get("scope").startswith("col")]
            found.append((beside[-1] if beside else "", above[-1], cell.text_content()))
        assert found == wanted


def test_lines_of_a_group_are_told_with_their_group(demo):
    page = demo.pages[URL]
    (table,) = page.xpath("//table[caption/@id='biao-3']")
    cell = next(c for c in table.xpath(".//td[@headers]") if c.text_content() == "962")
    told = [table.xpath(f".//th[@id='{name}']")[0].text_content() for name in cell.get("headers").split()]
    assert told == [
        "申请人情况",
        "总计",
        "三、本年度办理结果",
        "（四）无法提供",
        "1.本机关不掌握相关政府信息",
    ]


def test_every_form_is_named_and_can_be_reached_to_scroll(demo):
    for region in demo.pages[URL].xpath("//div[table[contains(@class, 'form-table')]]"):
        assert (region.get("role"), region.get("tabindex")) == ("region", "0")
        assert region.xpath(f"table/caption[@id='{region.get('aria-labelledby')}']")


def test_rows_have_no_holes_and_no_overlaps(report):
    for grid in grids(report):
        assert sorted(_places(grid)) == [(x, y) for x in range(grid.width) for y in range(len(grid.rows))]


def test_a_reader_gets_the_sums_the_grounds_that_were_given_and_a_sentence(report):
    read = reading(report)
    assert read
    assert [(row.label, row.total) for row in read.rows] == [
        ("新收申请", 1576), ("上年结转", 45), ("办结", 1566), ("予以公开", 350), ("部分公开", 25),
        ("不予公开", 93), ("无法提供", 972), ("不予处理", 54), ("其他处理", 72), ("结转下年", 2782),
    ]  # fmt: skip
    refused, none, untreated = read.reasons
    assert (refused.total, refused.unused, refused.chief) == (93, 1, "其他法律行政法规禁止公开")
    assert [row.total for row in refused.rows] == [44, 28, 8, 6, 3, 2, 2]
    assert (none.total, none.unused, untreated.total, untreated.unused) == (972, 0, 54, 2)
    assert "不予公开 93 件，主要因为其他法律行政法规禁止公开。" in read.sentence
    assert "行政复议 69 件，行政诉讼 61 件。" in read.sentence


def test_the_whole_table_without_merged_cells_has_every_number_the_sum_first(report):
    read = reading(report)
    assert read
    found = [(row.label, [str(each) for each in row.numbers]) for row in read.flat if row.numbers]
    wanted = [(label.split("（区")[0], cells.split()) for label, cells in map(_parted, REQUESTS.splitlines())]
    assert found == [(label, [cells[-1], *cells[:-1]]) for label, cells in wanted]
    assert [row.label for row in read.flat if not row.numbers] == [
        "（三）不予公开",
        "（四）无法提供",
        "（五）不予处理",
    ]
    assert [str(number) for row in read.disputes for number in row.numbers] == [
        "69", *DISPUTES[:4], "31", *DISPUTES[5:9], "30", *DISPUTES[10:14],
    ]  # fmt: skip


def _parted(line: str) -> tuple[str, str]:
    label, cells = line.split("|")
    return label, cells


VARIANTS = {
    "as the form has it": ({}, "其他对外管理服务事项", ["（六）其他处理"]),
    "divided": (
        {
            "其他对外管理服务事项": None,
            "行政检查": "[4, -1, 9]",
            "行政确认": "[0, 0, 0]",
            "政府集中采购": None,
            "其他主动公开文件": "[3, 3, 9]",
            "其他处理": None,
            **dict.fromkeys(("逾期不补正", "逾期不缴费", "其他情形"), "[0, 0, 0, 0, 0, 0, 0]"),
        },
        "行政检查",
        ["（六）其他处理"],
    ),
}


@pytest.mark.parametrize(("lines", "row", "group"), VARIANTS.values(), ids=VARIANTS.keys())
def test_the_tables_have_the_lines_of_the_report(small_column, lines, row, group):
    (made,) = small_column(an_old_report(**lines)).everything(AnnualReport)
    active, requests, _ = grids(made)
    labels = [cell.text for line in active.rows for cell in line if cell.scope == "row"]
    assert row in labels
    assert ("第二十条第（九）项" in str(active)) == ("政府集中采购" in labels) == ("行政检查" not in labels)
    assert ("其他主动公开文件" in labels) == ("其他主动公开文件" in lines)
    assert [c.text for line in requests.rows for c in line if c.text.startswith("（六）")] == group
    # a column is there only where some cell begins in it
    assert {cell.x for line in active.rows for cell in line} == set(range(active.width))
    for grid in (active, requests):
        assert sorted(_places(grid)) == [(x, y) for x in range(grid.width) for y in range(len(grid.rows))]


def test_readers_are_told_which_figures_do_not_fit_and_why_they_stand(demo, checked):
    (note,) = demo.pages[URL].xpath("//section[@aria-labelledby='shuoming']")
    text = note.text_content()
    assert "1576+45=1621" in text and "1566+2782=4348" in text and "四应为 55" in text
    assert "没有改动" in text and "批准：区政府信息与政务公开领导小组办公室" in text
    doubted = {problem.path for problem in checked.waived}
    for report in checked.register.public(AnnualReport):
        shown = demo.pages[report.url].xpath("//*[@id='shuoming']")
        assert bool(shown) == (report.source.path in doubted), report.id


def test_the_years_of_a_unit_stand_together_drawn_twice_and_as_a_table(demo, recorded):
    years = sorted(recorded.public(AnnualReport), key=lambda each: each.year)
    units = {each.id: recorded.unit(each.unit).slug for each in years}
    (unit, count), *_ = Counter(units.values()).most_common()
    ours = [each for each in years if units[each.id] == unit]
    assert count > 1
    received = [(each.year, str(each.requests.received[-1])) for each in ours]
    page = demo.pages[ours[-1].url]
    drawings = page.xpath("//*[local-name()='svg'][@role='img']")
    assert [each.get("width") for each in drawings] == (["640", "340", "200"] if count > 2 else [])
    told = "新收申请：" + "，".join(f"{year}年 {number}" for year, number in received)
    assert all(told in each.text_content() for each in drawings)
    (table,) = page.xpath("//table[caption/@id='biao-lishi']")
    first = [cell.text_content().strip() for cell in table.xpath(".//tbody/tr[1]/*")]
    assert first == ["新收申请", *(number for _, number in reversed(received))]
    (refused,) = table.xpath(".//tbody/tr[th='不予公开']")
    counts = [_refused(each) for each in ours]
    assert [cell.text_content() for cell in refused.xpath("td")] == [f"{count}" for count in reversed(counts)]
    alone = [each for each in years if list(units.values()).count(units[each.id]) == 1]
    assert not any(demo.pages[each.url].xpath("//*[@id='biao-lishi']") for each in alone)


def test_bars_say_in_words_what_they_draw_and_leave_out_what_is_not_known():
    drawn = lxml.html.fragments_fromstring(
        str(bars("a", "甲<乙", ["2023年", "2024年", "2025年"], [Series("新收", [None, None, 4])]))
    )
    first, *others = (each for each in drawn if not isinstance(each, str))
    assert [each.get("width") for each in (first, *others)] == ["640", "340", "200"]
    assert "新收：2025年 4。" in first.text_content() and "甲<乙" in first.text_content()
    assert len(first.xpath(".//rect[contains(@class, 'bars__bar')]")) == 2  # the legend and one year
