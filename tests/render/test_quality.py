"""公开质量 as readers meet it: cards, what is behind a figure, the league, tables and badges."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import lxml.etree
import lxml.html
import pytest

from gongkai.render.charts.lines import Point, lines, sparkline

FIGURES = "quality/figures.json"


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
    assert "√达标 目标 100%" in tiles["解读率"]
    assert "另有豁免 1 件" in tiles["解读率"]
    assert "×未达标 目标 30%" in tiles["主动推送率"]
    assert "没有规定目标" in tiles["议题公开率"]
    links = {address for _, address, _ in demo.links("quality/")}
    assert {f"quality/{each['id']}/" for each in told["figures"]} <= links
    assert {"quality/units/", "quality/figures.csv", FIGURES, "waivers/", "rulebook/"} <= links


def test_a_figure_shows_how_it_is_counted_its_source_its_trend_and_what_does_not_count(demo):
    page = demo.pages["quality/synchrony-rate/"]
    text = words(page.find(".//main"))
    for said in (
        "分母",
        "分子",
        "大兴区2023年政务公开工作要点",
        "第17条",
        "没有同步",
        "2026-11-20 公布解读",
        "豁免",
    ):
        assert said in text, said
    drawings = page.find_class("line-chart")
    assert [drawing.get("width") for drawing in drawings] == ["640", "340"]
    assert "2026 80%" in drawings[0].findtext("desc")
    years = page.xpath("//*[@id='linian']//tbody/tr")
    assert words(years[0]) == "2026年至11月21日 4 5 1 80% 100% ×未达标"
    assert {"policies/2026/gonggong-shuju-banfa/"} <= {a for _, a, _ in demo.links("quality/synchrony-rate/")}


def test_the_list_behind_a_figure_has_what_counts_and_what_does_not(demo, told):
    found = rows(demo, "quality/interpretation-rate/list/list.csv")
    counted = sum(int(row["计入"]) for row in found)
    whole = sum(int(row["共"]) for row in found)
    figure = next(each for each in told["figures"] if each["id"] == "interpretation-rate")
    assert (counted, whole) == tuple(
        sum(year[key] for year in figure["years"]) for key in ("counted", "whole")
    )
    assert {row["结果"] for row in found} == {"计入", "豁免"}
    listed = demo.pages["quality/interpretation-rate/list/"].xpath("//tbody/tr")
    assert len(listed) == len(found)


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
    page = demo.pages["quality/unit/minzheng-ju/"]
    text = words(page.find(".//main"))
    assert "到期事项按期率" in text
    assert "件数少" in text


def test_numbers_are_the_same_on_the_page_in_csv_and_in_json(demo, told):
    table = rows(demo, "quality/figures.csv")
    whole = {
        (row["指标编号"], row["年"]): (int(row["计入"]), int(row["共"]), int(row["豁免"]))
        for row in table
        if not row["单位编号"] and not row["月"]
    }
    for figure in told["figures"]:
        for year in figure["years"]:
            same = (year["counted"], year["whole"], year["waived"])
            assert whole[figure["id"], str(year["year"])] == same, figure["id"]
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
    assert link.get("href") == "https://www.example.gov.cn/zwgk/quality/dead-links/"
    picture = link.find("img")
    assert picture.get("src").endswith("/quality/badge/dead-links.svg")
    assert "死链" in picture.get("alt")


def test_the_home_page_and_the_footer_lead_to_the_figures(demo):
    home = demo.pages[""]
    assert len(home.xpath("//*[@aria-labelledby='zhiliang']//li")) == 4
    assert "公开质量" in words(home.find(".//footer"))
    assert demo.pages["quality/"].xpath("//nav//*[@aria-current='true']")[0].text_content() == "公开质量"


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
    assert drawn.count("lines__point--missed") == 2
    assert drawn.count("<circle") == 4
    assert "M28 40 M" in drawn.replace("M28 40M", "M28 40 M")
    assert "<b>" not in drawn
    assert "2024 —" in drawn
    assert 'role="img"' in str(sparkline("历年", points))
    assert str(sparkline("历年", points[:2])) == ""
