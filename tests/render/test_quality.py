"""公开质量 as readers meet it: cards, what is behind a figure, the league, tables and badges."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import lxml.etree
import lxml.html
import pytest

from gongkai.common.said_days import said as days_said
from gongkai.render.charts.lines import Point, lines, sparkline
from gongkai.render.quality import figure

ROOT = "https://www.example.gov.cn/zwgk/"
FIGURES = "quality/figures.json"
UNITS = "quality/unit/"
#: what a card says of a share
VERDICTS = {"met": "√达标", "missed": "×未达标", "no-target": "没有规定目标"}


@pytest.fixture(scope="module")
def told(demo):
    return json.loads((demo.folder / FIGURES).read_text("utf-8"))


def words(element):
    return " ".join(element.text_content().split())


def rows(demo, name):
    text = (demo.folder / name).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_every_figure_is_a_card_that_leads_to_its_page_and_says_its_target(demo, told):
    page = demo.pages["quality/"]
    tiles = {words(tile.find(".//h2")): words(tile) for tile in page.find_class("tile")}
    assert list(tiles) == [each["name"] for each in told["figures"]]
    for each in told["figures"]:
        present = each["present"] or {}
        if each["kind"] == "share" and each["known"] and present.get("verdict") in VERDICTS:
            assert VERDICTS[present["verdict"]] in tiles[each["name"]], each["name"]
        if each["comparison"] == "at-least" and each["target"] and each["known"]:
            aim = f"{each['target']}%" if each["kind"] == "share" else f"不低于 {each['target']}"
            assert f" 目标 {aim}" in tiles[each["name"]], each["name"]
        if each["id"] == "interpretation-rate" and present["waived"]:
            assert f"另有豁免 {present['waived']} 件" in tiles[each["name"]]
    links = {address for _, address, _ in demo.links("quality/")}
    assert {f"quality/{each['id']}/" for each in told["figures"]} <= links
    assert {"quality/units/", "quality/figures.csv", FIGURES, "waivers/", "rulebook/"} <= links


def test_a_figure_shows_how_it_is_counted_its_source_its_trend_and_what_does_not_count(demo, told, recorded):
    page = demo.pages["quality/synchrony-rate/"]
    text = words(page.find(".//main"))
    listed = rows(demo, "quality/synchrony-rate/list/list.csv")
    listed = [row for row in listed if row["日期"].startswith(f"{recorded.today.year}-")]
    missed = [row for row in listed if row["计入"] == "0" and row["豁免"] == "否"][: figure.SHOWN]
    for said in (
        "分母",
        "分子",
        "示例区政务公开考核办法",
        "（本级自定）",
        "豁免",
        *(days_said(word) for row in missed for word in (row["结果"], row["备注"])),
    ):
        assert said in text, said
    drawings = page.find_class("line-chart")
    assert [drawing.get("width") for drawing in drawings] == ["640", "340", "200"]
    (held,) = [each for each in told["figures"] if each["id"] == "synchrony-rate"]
    now = held["years"][-1]
    share = words(page.xpath("//*[@id='linian']//tbody/tr")[0]).split()
    assert share[:4] == ["2026年至今", *(str(now[key]) for key in ("counted", "whole", "waived"))]
    assert f"2026 {share[4]}" in drawings[0].findtext("desc")
    led = {ROOT + address for _, address, _ in demo.links("quality/synchrony-rate/")}
    assert {row["网址"] for row in missed} <= led


def test_the_list_behind_a_figure_has_what_counts_and_what_does_not(demo, told):
    found = rows(demo, "quality/interpretation-rate/list/list.csv")
    counted = sum(int(row["计入"]) for row in found)
    whole = sum(int(row["共"]) for row in found)
    told_of = next(each for each in told["figures"] if each["id"] == "interpretation-rate")
    assert (counted, whole) == tuple(
        sum(year[key] for year in told_of["years"]) for key in ("counted", "whole")
    )
    assert {row["结果"] for row in found if row["计入"] == "1"} == {"计入"}
    assert {row["结果"] for row in found if row["豁免"] == "是"} <= {"豁免"}
    listed = demo.pages["quality/interpretation-rate/list/"].xpath("//tbody/tr")
    assert len(listed) == len(found)


def test_what_is_counted_is_a_fault_only_where_it_should_not_be(demo):
    late, held = (
        demo.pages[f"quality/{name}/list/"].xpath("//tbody/tr/td[@data-label='结果']")
        for name in ("duties-overdue", "training-hours")
    )
    assert late and {words(each)[:3] for each in late} == {"×逾期"}
    assert held and {words(each)[:3] for each in held} == {"√计入"}


def test_units_with_little_are_counted_not_ranked(demo):
    page = demo.pages["quality/units/"]
    ranked, apart = (table.xpath("tbody/tr") for table in page.xpath("//main//table"))
    shares = [[words(cell) for cell in row] for row in ranked]
    places = [int(row[0]) for row in shares]
    assert places == sorted(places)
    assert places[0] == 1
    totals = [int(row[3].partition("/")[2]) for row in shares]
    assert min(totals) >= 10
    assert all(row[2].endswith("%") for row in shares)
    assert apart
    assert not any("%" in words(row) for row in apart)
    assert "不满 10 项的单位不排名次" in words(page)


def test_a_unit_has_a_page_with_its_figures(demo):
    pages = {url: words(tree.find(".//main")) for url, tree in demo.pages.items() if url.startswith(UNITS)}
    assert pages
    assert any("到期事项按期率" in text for text in pages.values())
    apart = demo.pages["quality/units/"].xpath("//main//table")[1].xpath(".//th[@scope='row']/a/@href")
    few = {demo.resolve("quality/units/", link)[0] for link in apart} & set(pages)
    assert few and [url for url in few if "件数少" not in pages[url]] == []


def test_numbers_are_the_same_on_the_page_in_csv_and_in_json(demo, told):
    table = rows(demo, "quality/figures.csv")
    whole = {
        (row["指标编号"], row["年"]): (int(row["计入"]), int(row["共"]), int(row["豁免"]))
        for row in table
        if not row["单位编号"] and not row["月"]
    }
    for each in told["figures"]:
        for year in each["years"]:
            same = (year["counted"], year["whole"], year["waived"])
            assert whole[each["id"], str(year["year"])] == same, each["id"]
            assert year["counted"] <= year["whole"]
    assert {row["单位"] for row in table} > {"全部"}


@pytest.mark.parametrize("name", ["column", "interpretation-rate", "dead-links"])
def test_badges_stand_alone_and_say_what_they_show(demo, name):
    svg = lxml.etree.fromstring((demo.folder / f"quality/badge/{name}.svg").read_bytes())
    texts = [each.text for each in svg.iter("{*}text")]
    title = svg.findtext("{*}title")
    assert svg.get("role") == "img"
    assert len(texts) == 2
    assert all(part in title for text in texts for part in text.replace("√", "").replace("×", "").split())
    assert not [each for each in svg.iter() if "href" in "".join(each.attrib)]


def test_the_code_of_a_badge_is_a_link_with_the_picture(demo):
    code = demo.pages["quality/dead-links/"].xpath("//pre/code")[0].text_content()
    link = lxml.html.fromstring(code)
    assert link.get("href") == ROOT + "quality/dead-links/"
    picture = link.find("img")
    assert picture.get("src").endswith("/quality/badge/dead-links.svg")
    assert "死链" in picture.get("alt")


def test_the_home_page_and_the_footer_lead_to_the_figures(demo):
    home = demo.pages[""]
    assert home.xpath("//main//a[@href='quality/']")
    assert "公开质量" in words(home.find(".//footer"))
    assert demo.pages["quality/"].xpath("//nav//*[@aria-current='true']")[0].text_content() == "全部栏目"


def test_a_column_with_nothing_to_count_has_dashes(bare):
    values = {
        words(t.find(".//h2")): words(t.find_class("tile__value")[0])
        for t in bare.pages["quality/"].find_class("tile")
    }
    assert values["会议开放率"] == "—"
    assert values["主动推送率"] == "无数据"


def test_a_gap_breaks_the_line_and_a_missed_year_has_a_shape_of_its_own():
    whole = Fraction(1)
    points = [
        Point("2023", whole, "100%", whole), Point("2024", None, "—"),
        Point("2025", whole / 2, "50%", whole, missed=True), Point("2026", whole, "100% <b>", whole),
    ]  # fmt: skip
    drawn = str(lines("x", "历年 & 目标", points, top=whole))
    assert drawn.count("lines__point--missed") == 3
    assert drawn.count("<circle") == 6
    assert "M28 40 M" in drawn.replace("M28 40M", "M28 40 M")
    assert "<b>" not in drawn
    assert "2024 —" in drawn
    assert 'role="img"' in str(sparkline("历年", points))
    assert str(sparkline("历年", points[:2])) == ""
