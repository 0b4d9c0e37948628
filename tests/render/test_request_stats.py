"""The page of a year's applications: every month in the table, and the same months drawn."""

from __future__ import annotations

import csv

URL = "requests/2026/"


def test_the_table_has_every_month_and_its_sums(demo):
    (table,) = demo.pages[URL].xpath("//table[caption/@id='biao-geyue']")
    rows = [[cell.text_content() for cell in row] for row in table.xpath(".//tbody/tr")]
    assert rows[9] == ["10月", "61", "118", "47", "9", "14", "41", "8", "5", "124", "124", "55"]
    assert [row[0] for row in rows] == [*(f"{month}月" for month in range(1, 11)), "合计"]
    for place in range(2, 11):
        assert int(rows[-1][place]) == sum(int(row[place]) for row in rows[:-1])


def test_the_drawing_says_every_month_in_words(demo):
    drawings = demo.pages[URL].xpath("//section[@id='gaiyao']//*[local-name()='svg'][@role='img']")
    assert [each.get("width") for each in drawings] == ["640", "340"]
    assert all("新收：1 98，2 84" in each.text_content() for each in drawings)


def test_what_was_late_is_told(demo):
    text = demo.pages[URL].text_content()
    assert "占办结的 99.8%" in text and "2月：1件因检索量大超过期限答复" in text


def test_the_grounds_add_up_to_the_results_on_page_drawing_and_file(demo):
    page = demo.pages[URL]
    (table,) = page.xpath("//table[caption/@id='biao-liyou']")
    sums = {}
    for body in table.xpath("./tbody"):
        rows = [[int(cell.text_content()) for cell in row.xpath("./td")] for row in body.xpath("./tr")]
        assert all(sum(row[:-1]) == row[-1] for row in rows)
        sums[body.xpath(".//th")[0].text_content()] = [sum(column) for column in zip(*rows, strict=True)]
    (months,) = page.xpath("//table[caption/@id='biao-geyue']")
    for outcome, place in (("不予公开", 5), ("无法提供", 6), ("不予处理", 7)):
        written = [int(row[place].text_content()) for row in months.xpath("./tbody/tr")]
        assert sums[outcome] == written
    drawing = page.xpath("//*[local-name()='svg'][*[@id='liyou-640-t']]/*[local-name()='desc']")
    assert drawing[0].text_content().count("件") == 8
    content = (demo.folder / URL / "grounds-2026.csv").read_text("utf-8-sig")
    lines = list(csv.DictReader(content.splitlines()))
    assert sum(int(each["件数"]) for each in lines if each["结果"] == "不予公开") == sums["不予公开"][-1]
    assert {each["理由"] for each in lines if each["结果"] == "不予公开"} >= {
        "属于国家秘密",
        "属于行政查询事项",
    }
