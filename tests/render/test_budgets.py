"""财政预决算: a unit's year, its years together, and all units compared; every drawing has its table."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from gongkai.records.types.budget import ACCOUNTS, BUDGET, Budget
from gongkai.render.charts.bars import Series, bars

ALL = "budgets/three-public/"


@pytest.fixture
def budgets(recorded):
    """Every unit's years as recorded, oldest first; the government's own has all of them in it."""
    return sorted((each for each in recorded.public(Budget) if not each.whole), key=lambda each: each.year)


def rows(page, caption):
    (table,) = page.xpath(f"//table[caption/@id='{caption}']")
    return [[cell.text_content().strip() for cell in row] for row in table.xpath(".//tbody/tr")]


def totals(recorded, record):
    """合计 planned and spent, None where it is not public yet."""
    known = dict(record.statements_on(recorded.today))
    return [known[label].three_public.total if label in known else None for label in (BUDGET, ACCOUNTS)]


def test_planned_and_spent_stand_side_by_side(demo, recorded, budgets):
    both = [each for each in budgets if None not in totals(recorded, each)]
    assert both
    for record in both:
        planned, spent = (said.three_public for _, said in record.statements_on(recorded.today))
        found = rows(demo.pages[record.url], "biao-sangong")
        pairs = zip(planned.amounts, spent.amounts, strict=True)
        assert [tuple(map(Decimal, row[1:])) for row in found] == [(a, b, b - a) for a, b in pairs]
        drawn = demo.pages[record.url].xpath("//*[local-name()='desc']")[0].text_content()
        assert f"用车购置 {planned.cars_bought}" in drawn and f"用车购置 {spent.cars_bought}" in drawn


def test_the_years_of_a_unit_say_what_is_not_public_yet(demo, recorded, budgets):
    for unit in {recorded.unit(each.unit).slug for each in budgets}:
        years = [each for each in budgets if recorded.unit(each.unit).slug == unit]
        found = rows(demo.pages[f"{ALL}{unit}/"], "biao-heji")
        assert [row[0][:5] for row in found] == [f"{each.year}年" for each in years]
        for row, record in zip(found, years, strict=True):
            amounts = totals(recorded, record)
            assert row[1:3] == ["未公开" if each is None else str(each) for each in amounts]
            assert (row[3] == "—") == (None in amounts)


def test_a_government_tells_its_budgets_and_stands_not_among_its_units(demo, recorded):
    (newest, *_) = [each for each in recorded.public(Budget) if each.whole]
    page = demo.pages[newest.url]
    books = {row[0]: row[1] for row in rows(page, "biao-zhengfu")}
    assert books["一般公共预算支出"] == str(newest.budget.books[0].spending)
    assert books["专项债务余额"] == str(newest.budget.debt.special)
    units = {row[0].split()[0] for row in rows(demo.pages[ALL], "biao-danwei")}
    assert units and newest.unit not in units


@pytest.mark.parametrize("place", [0, 1])
def test_the_sum_of_a_year_is_that_of_its_units(demo, place):
    page = demo.pages[ALL]
    years = [head.text_content() for head in page.xpath("//table[caption/@id='biao-danwei']//th[@colspan]")]
    sums = {row[0]: row[1 + 2 * place : 3 + 2 * place] for row in rows(page, "biao-heji")}
    assert years and set(sums) == set(years)
    for number, year in enumerate(years):
        cells = [row[1 + 2 * number + place] for row in rows(page, "biao-danwei")]
        known = [Decimal(cell) for cell in cells if cell != "未公开"]
        assert sums[year] == [str(len(known)), str(sum(known)) if known else "未公开"]


def test_the_download_has_a_row_for_every_amount(demo, recorded, budgets):
    units = {recorded.unit(each.unit).slug: recorded.unit(each.unit) for each in budgets}
    for address, named in ((ALL, units), *((f"{ALL}{slug}/", {slug: unit}) for slug, unit in units.items())):
        with (demo.folder / address / "list.csv").open(encoding="utf-8-sig", newline="") as file:
            found = list(csv.DictReader(file))
        wanted = {
            (recorded.unit(each.unit).name, str(each.year), label, str(said.three_public.total))
            for each in budgets
            if recorded.unit(each.unit).slug in named
            for label, said in each.statements_on(recorded.today)
        }
        public = [row for row in found if row["项目"] == "三公经费 合计"]
        assert {(r["单位"], r["年度"], r["种类"], r["金额（万元）"]) for r in public} == wanted


def test_long_numbers_stand_upright_over_their_bars():
    wide = str(bars("a", "甲", ["1"] * 8, [Series("乙", [Decimal("1234567.89")] * 8)]))
    assert wide.count('rotate(-90)">1234567.89</text>') == 3 * 8 and "最高" not in wide


def test_each_document_has_the_sum_of_all_units_with_their_cars(demo, recorded, budgets):
    year = min(each.year for each in budgets)
    page = demo.pages[ALL]
    (sums,) = page.xpath(f"//section[@id='juesuan-{year}']//tfoot/tr")
    found = [Decimal(cell.text_content()) for cell in sums.xpath("./td")]
    spent = [
        dict(each.statements_on(recorded.today))[ACCOUNTS].three_public
        for each in budgets
        if each.year == year and ACCOUNTS in dict(each.statements_on(recorded.today))
    ]
    assert found == [sum(column) for column in zip(*(each.amounts for each in spent), strict=True)]
    (said,) = page.xpath(f"//section[@id='juesuan-{year}']/p")
    assert f"公务用车合计 {sum(each.cars for each in spent)} 万元" in said.text_content()


def test_what_is_a_part_of_the_line_above_says_so(demo, budgets):
    for caption, url in (("biao-sangong", budgets[0].url), ("biao-mingxi", None)):
        page = demo.pages[url or next(each for each in demo.pages if each.startswith(ALL) and each != ALL)]
        labels = [row[0] for row in rows(page, caption)]
        assert [label.startswith("其中：") for label in labels] == [False, *[True] * 5]
        assert len(page.xpath(f"//table[caption/@id='{caption}']//*[@class='money__of']")) == 2
