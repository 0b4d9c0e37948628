"""The page of a year's applications: every month in the table, and the same months drawn."""

from __future__ import annotations

import csv
import json
from collections import Counter

import pytest

from gongkai.records.fields.defined import keys_of
from gongkai.records.types.request_stats import RefusalGrounds, RequestStats
from gongkai.render.records.views.request_years import GROUND_WORDS, years


@pytest.fixture
def year(recorded):
    """The newest year of applications as recorded."""
    return max(recorded.public(RequestStats), key=lambda each: each.slug)


def test_search_knows_how_often_a_ground_was_given(demo, year, months):
    given = sum(month.refusals.deliberative for month in months if month.refusals)
    cards = (json.loads(each.read_text("utf-8")) for each in demo.folder.glob("search/index/*/text/*.json"))
    (card,) = [each for each in cards if each["url"] == year.url]
    (line,) = [each for each in card["text"].split("\n") if each.startswith("不予公开的理由：")]
    assert given and f"过程性信息{given}件" in line


@pytest.fixture
def months(recorded, year):
    return year.months_on(recorded.today)


def month_name(month):
    return f"{int(month.month[5:])}月"


def test_the_table_has_every_month_and_its_sums(demo, year, months):
    (table,) = demo.pages[year.url].xpath("//table[caption/@id='biao-geyue']")
    *rows, sums = [[cell.text_content() for cell in row] for row in table.xpath(".//tbody/tr")]
    for row, month in zip(rows, months, strict=True):
        dealt = [*month.done.counts, month.finished, month.in_time, month.carried_out]
        assert row == [month_name(month), *map(str, [month.carried_in, month.received, *dealt])]
    assert sums[0] == "合计"
    for place in range(2, 11):
        assert int(sums[place]) == sum(int(row[place]) for row in rows)


def test_the_drawing_says_every_month_in_words(demo, year, months):
    drawings = demo.pages[year.url].xpath("//section[@id='gaiyao']//*[local-name()='svg'][@role='img']")
    assert [each.get("width") for each in drawings] == ["640", "340", "200"]
    told = "新收：" + "，".join(f"{month_name(each)} {each.received}" for each in months)
    assert all(told in each.text_content() for each in drawings)


def test_what_was_late_is_told(demo, year, months):
    text = demo.pages[year.url].text_content()
    share = sum(each.in_time for each in months) / sum(each.finished for each in months)
    assert f"占办结的 {share:.1%}" in text
    notes = [f"{month_name(each)}：{each.note}" for each in months if each.note]
    assert [note for note in notes if note not in text] == []


def test_the_grounds_add_up_to_the_results_on_page_drawing_and_file(demo, year):
    page = demo.pages[year.url]
    (table,) = page.xpath("//table[@aria-labelledby='biao-liyou']")
    sums = {}
    for body in table.xpath("./tbody"):
        rows = [[int(cell.text_content()) for cell in row.xpath("./td")] for row in body.xpath("./tr[td]")]
        assert all(sum(row[1:]) == row[0] for row in rows)
        sums[body.xpath(".//th")[0].text_content()] = [sum(column) for column in zip(*rows, strict=True)]
    (by_month,) = page.xpath("//table[caption/@id='biao-geyue']")
    for outcome, place in (("不予公开", 5), ("无法提供", 6), ("不予处理", 7)):
        written = [int(row[place].text_content()) for row in by_month.xpath("./tbody/tr")]
        assert [*sums[outcome][1:], sums[outcome][0]] == written
    drawing = page.xpath("//*[local-name()='svg'][*[@id='liyou-640-t']]/*[local-name()='desc']")
    assert drawing[0].text_content().count("件") == len(keys_of(RefusalGrounds))
    content = (demo.folder / year.url / f"grounds-{year.slug}.csv").read_text("utf-8-sig")
    lines = list(csv.DictReader(content.splitlines()))
    assert sum(int(each["件数"]) for each in lines if each["结果"] == "不予公开") == sums["不予公开"][0]
    assert {each["理由"] for each in lines if each["结果"] == "不予公开"} >= {
        "属于国家秘密",
        "属于行政查询事项",
    }


@pytest.fixture
def compared(recorded):
    """The years compared on a day, as a copy of the column tells them."""
    return lambda **changes: years(recorded, newest(recorded, **changes))


def newest(register, **changes):
    record = max(register.public(RequestStats), key=lambda each: each.slug)
    return record.model_copy(update=changes)


def test_a_year_stands_beside_the_same_months_of_the_year_before(recorded, compared, year, months):
    found = compared()
    (before,) = [each for each in recorded.public(RequestStats) if each.slug == str(int(year.slug) - 1)]
    same = before.months_on(recorded.today)[: len(months)]
    assert [line.record.slug for line in found.lines] == [year.slug, before.slug]
    assert found.lines[1].refused == sum(each.done.refused for each in same)
    more = found.lines[0].received - found.lines[1].received
    assert more > 0
    assert f"新收申请 {sum(each.received for each in months)} 件，上年同期" in found.sentence
    assert f"{found.lines[1].received} 件，多 {more} 件" in found.sentence


def test_the_ground_given_most_often_is_named_with_its_count(compared, months):
    given: Counter[str] = Counter()
    for month in months:
        given.update(dict(month.refusals.counts))
    key, count = given.most_common(1)[0]
    assert f"主要因为{GROUND_WORDS[key]}（{count} 件）" in compared().sentence


def test_a_year_without_some_of_the_months_is_no_measure(compared, year):
    beginning = [month for month in year.months if month.month[5:] != "01"]
    assert len(compared(months=tuple(beginning)).lines) == 1
    assert compared(months=()) is None


def test_the_list_says_what_the_page_of_the_newest_year_says(demo, year, compared):
    told = compared()
    for url in (year.url, "requests/"):
        page = demo.pages[url]
        assert told.sentence in page.text_content()
        (table,) = page.xpath("//table[caption/@id='biao-nian']")
        rows = [row.text_content().split() for row in table.xpath("./tbody/tr")]
        assert len(rows) == len(told.lines) and str(told.lines[1].refused) in rows[1][0]
