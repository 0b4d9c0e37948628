"""财政预决算: a unit's year, its years together, and all units compared; every drawing has its table."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from gongkai.render.charts.bars import Series, bars

YEAR = "budgets/2025/shengtai-huanjing-ju/"
ALL = "budgets/three-public/"
UNIT = f"{ALL}shengtai-huanjing-ju/"


def rows(page, caption):
    (table,) = page.xpath(f"//table[caption/@id='{caption}']")
    return [[cell.text_content().strip() for cell in row] for row in table.xpath(".//tbody/tr")]


def test_planned_and_spent_stand_side_by_side(demo):
    public = rows(demo.pages[YEAR], "biao-sangong")
    assert public[0] == ["合计", "68.49", "63.21", "-5.28"]
    assert public[5] == ["公务用车运行维护", "31.92", "28.09", "-3.83"]
    drawn = demo.pages[YEAR].xpath("//*[local-name()='desc']")[0].text_content()
    assert "用车购置 36.00" in drawn and "用车购置 34.92" in drawn


def test_the_years_of_a_unit_say_what_is_not_public_yet(demo):
    found = rows(demo.pages[UNIT], "biao-heji")
    assert [row[0][:5] for row in found] == ["2024年", "2025年", "2026年"]
    assert found[2][1:] == ["30.78", "未公开", "—"]


@pytest.mark.parametrize("place", [0, 1])
def test_the_sum_of_a_year_is_that_of_its_units(demo, place):
    page = demo.pages[ALL]
    units = rows(page, "biao-danwei")
    (total,) = [row for row in rows(page, "biao-heji") if row[0] == "2025年"]
    column = [Decimal(row[3 + place]) for row in units]
    assert total[1 + 2 * place : 3 + 2 * place] == [str(len(column)), str(sum(column))]


def test_the_download_has_a_row_for_every_amount(demo):
    for address, units in ((f"{ALL}list.csv", 5), (f"{UNIT}list.csv", 1)):
        with (demo.folder / address).open(encoding="utf-8-sig", newline="") as file:
            found = list(csv.DictReader(file))
        assert len({row["单位"] for row in found}) == units
        wanted = [r for r in found if r["单位"] == "区生态环境局" and r["项目"] == "三公经费 合计"]
        assert next((r["年度"], r["种类"], r["金额（万元）"]) for r in wanted) == ("2026", "预算", "30.78")


def test_long_numbers_give_way_to_one_line():
    wide = str(bars("a", "甲", ["1"] * 8, [Series("乙", [Decimal("1234567.89")] * 8)]))
    assert wide.count("最高 1234567.89") == 2 and wide.count("1234567.89</text>") == 2
