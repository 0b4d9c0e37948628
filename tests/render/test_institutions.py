"""Units' own word on themselves: what they do, who leads them, the numbers they answer."""

from __future__ import annotations

import csv

import pytest

from gongkai.common.said_days import clock
from gongkai.records.types.contact import Contact
from gongkai.records.vocabulary.units import PhoneUse


def cells(table):
    return [[cell.text_content().strip() for cell in row] for row in table.xpath(".//tbody/tr")]


@pytest.fixture
def units(recorded):
    """The units in use."""
    return [unit for unit in recorded.units if not unit.merged_by(recorded.today)]


def test_a_unit_says_who_leads_it_what_it_is_made_of_and_how_to_call(demo, recorded, units):
    whole = [unit for unit in units if unit.leaders and unit.offices]
    assert whole
    for unit in whole:
        page = demo.pages[unit.url]
        posts = page.xpath("//section[@aria-labelledby='lingdao']/dl[@class='posts']/div")
        told = [tuple(part.text_content() for part in row.xpath("dt | dd")) for row in posts]
        assert told == [
            (f"{each.post}\u3000{each.person}" if each.person else each.post, each.charge)
            for each in unit.leaders
        ]
        (offices,) = page.xpath("//table[@aria-labelledby='neishe']")
        # a column that would be empty is left out
        parts = [(each.name, each.duties, each.phone) for each in unit.offices]
        kept = [place for place in range(3) if any(row[place] for row in parts)]
        assert cells(offices) == [[row[place] or "" for place in kept] for row in parts]
        lines = [line for each in contacts_of(recorded, unit) for line in each.lines]
        said = page.xpath(
            "//section[starts-with(@id, 'dianhua-')]//ul[@class='calls']/li[p/a[starts-with(@href, 'tel:')]]"
        )
        assert [line.xpath("p/a/@href") for line in said] == [[f"tel:{line.dialled}"] for line in lines]
        for row, line in zip(said, lines, strict=True):
            assert row.xpath("strong")[0].text == line.use.value
            assert row.xpath("p")[0].text_content() == f"{line.number}，{clock(line.hours)}"


def contacts_of(recorded, unit):
    return [each for each in recorded.public(Contact) if recorded.unit(each.unit) is unit]


def test_the_guide_names_the_number_of_every_unit_that_gave_one(demo, recorded, units):
    found = cells(demo.pages["guide/"].xpath("//table[@aria-labelledby='zixun-dianhua-biaoti']")[0])
    wanted = [
        [
            unit.name,
            line.number,
            clock(line.hours),
            contact.postal or unit.address or "—",
            f"{contact.checked_on.year}年{contact.checked_on.month}月{contact.checked_on.day}日",
        ]
        for unit in units
        for contact in contacts_of(recorded, unit)
        for line in contact.lines
        if line.use is PhoneUse.DISCLOSURE
    ]
    assert [[row[0].removesuffix("示例").strip(), *row[1:]] for row in found] == wanted


def test_units_without_leaders_are_not_on_the_page_of_leaders(demo, units):
    page = demo.pages["leaders/"]
    led = [unit for unit in units if unit.leaders]
    assert len(page.xpath("//h3[starts-with(@id, 'lingdao-')]")) == len(led)
    with (demo.folder / "leaders/list.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [(row["单位"], row["职务"], row["姓名"]) for row in csv.DictReader(file)]
    assert found == [(unit.name, each.post, each.person or "") for unit in led for each in unit.leaders]


def test_functions_tell_of_every_unit_in_use(demo, units):
    page = demo.pages["functions/"]
    links = {demo.resolve("functions/", a.get("href"))[0] for a in page.xpath("//tbody//th/a")}
    assert links == {unit.url for unit in units if unit.duties}


def test_every_number_of_a_unit_is_dialled_by_a_tap(demo, units, recorded):
    dialled = demo.pages["functions/"].xpath("//td[@data-label='对外电话']//a[@class='tel']")
    given = [
        line for unit in units if unit.duties for each in contacts_of(recorded, unit) for line in each.lines
    ]
    assert {"12345"} < {a.text for a in dialled}
    assert {(f"tel:{line.dialled}", line.number) for line in given} <= {
        (a.get("href"), a.text) for a in dialled
    }
