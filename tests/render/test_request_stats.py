"""The page of a year's applications: every month in the table, and the same months drawn."""

from __future__ import annotations

URL = "requests/2026/"


def test_the_table_has_every_month_and_its_sums(demo):
    (table,) = demo.pages[URL].xpath("//table[caption/@id='biao-geyue']")
    rows = [[cell.text_content() for cell in row] for row in table.xpath(".//tbody/tr")]
    assert rows[9] == ["10月", "61", "118", "47", "9", "14", "41", "8", "5", "124", "124", "55"]
    assert [row[0] for row in rows] == [*(f"{month}月" for month in range(1, 11)), "合计"]
    for place in range(2, 11):
        assert int(rows[-1][place]) == sum(int(row[place]) for row in rows[:-1])


def test_the_drawing_says_every_month_in_words(demo):
    drawings = demo.pages[URL].xpath("//*[local-name()='svg'][@role='img']")
    assert [each.get("width") for each in drawings] == ["640", "340"]
    assert all("新收：1 98，2 84" in each.text_content() for each in drawings)


def test_what_was_late_is_told(demo):
    text = demo.pages[URL].text_content()
    assert "占办结的 99.8%" in text and "2月：1件因检索量大超过期限答复" in text
