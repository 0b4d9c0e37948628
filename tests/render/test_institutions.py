"""Units' own word on themselves: what they do, who leads them, the numbers they answer."""

from __future__ import annotations

import csv


def cells(table):
    return [[cell.text_content().strip() for cell in row] for row in table.xpath(".//tbody/tr")]


def test_a_unit_says_who_leads_it_what_it_is_made_of_and_how_to_call(demo):
    page = demo.pages["units/minzheng-ju/"]
    (leaders,) = page.xpath("//table[@aria-labelledby='lingdao']")
    assert cells(leaders)[0] == ["局长", "主持全面工作。"]
    (offices,) = page.xpath("//table[@aria-labelledby='neishe']")
    assert cells(offices)[1][:2] == ["社会救助科", "负责最低生活保障、临时救助。"]
    numbers = page.xpath("//table[caption/@id='biao-dianhua-1']//a/@href")
    assert numbers == ["tel:01000000000"] * 3


def test_the_guide_names_the_number_of_every_unit_that_gave_one(demo):
    rows = cells(demo.pages["guide/"].xpath("//table[@aria-labelledby='zixun-dianhua']")[0])
    with (demo.folder / "contacts/list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(rows) == len(list(csv.DictReader(file)))
    assert rows[0][0].startswith("区政府办公室") and rows[0][3] == "2026-11-02"


def test_units_without_leaders_are_not_on_the_page_of_leaders(demo):
    page = demo.pages["leaders/"]
    assert len(page.xpath("//h3[starts-with(@id, 'lingdao-')]")) == 7
    with (demo.folder / "leaders/list.csv").open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert {row["单位"] for row in found} >= {"区民政局", "望槐街道办事处"}
    assert not any(row["姓名"] for row in found)


def test_functions_tell_of_every_unit_in_use(demo):
    page = demo.pages["functions/"]
    links = {demo.resolve("functions/", a.get("href"))[0] for a in page.xpath("//tbody//th/a")}
    assert {"units/minzheng-ju/", "units/tushu-guan/"} <= links
    assert "units/fazhi-ban/" not in links
