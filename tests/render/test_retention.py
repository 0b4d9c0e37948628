"""归档与保管期限 of the built demonstration: the page, its table to download, and the records' details."""

from __future__ import annotations

import csv
import io

from gongkai.column.register.retention import rule_of


def cells(table):
    return [[" ".join(c.text_content().split()) for c in row.iter("th", "td")] for row in table.iter("tr")]


def test_years_categories_and_the_file_count_the_same_records(demo):
    years, _, categories = map(cells, demo.pages["retention/"].iter("table"))
    text = (demo.folder / "retention/list.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert sum(int(row[1]) for row in years[1:]) == len(rows)
    for place, keeping in enumerate(("永久", "30年", "10年", ""), 2):
        assert sum(int(row[place]) for row in years[1:]) == sum(r["保管期限"] == keeping for r in rows)
    assert {row[0]: int(row[4]) for row in categories[1:]} == {
        row[0]: sum(r["类别"] == row[0] for r in rows) for row in categories[1:]
    }


def test_every_record_of_the_demonstration_has_a_period(demo):
    years, *_ = map(cells, demo.pages["retention/"].iter("table"))
    assert {row[5] for row in years[1:]} == {"0"}


def test_a_record_says_how_long_it_is_kept(demo, recorded):
    for record in recorded.items:
        rule = rule_of(recorded, record)
        (detail,) = demo.pages[record.url].xpath("//dl/div[dt='保管期限']/dd")
        assert detail.text_content() == f"{rule.keeping.value}（{rule.title}）"
        assert ("a", "retention/", "") in set(demo.links(record.url))


def test_a_column_without_a_table_of_periods_has_no_page(tiny):
    assert "retention/" not in tiny.pages and not (tiny.folder / "retention").exists()
