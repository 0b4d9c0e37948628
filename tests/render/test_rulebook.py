"""规则手册 and 豁免清单 as pages and files of the built sites."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import feedparser
import yaml

from gongkai.law.rulebook import RuleEntry, WaiverEntry
from gongkai.records.base import Source
from gongkai.records.types.standard import RuleForce, Standard
from gongkai.records.types.waiver import Waiver, WaiverState
from gongkai.render.rulebook.search_words import rule_document, waivers_document
from gongkai.render.rulebook.waivers import exceptions

GOOD = Path(__file__).parents[1] / "sites/good"


def text(page):
    return " ".join(page.text_content().split())


def test_every_rule_has_a_row_that_leads_to_its_page(demo):
    index = demo.pages["rulebook/"]
    rows = index.xpath("//table//tbody/tr")
    data = json.loads((demo.folder / "rulebook/rules.json").read_text("utf-8"))
    held = [rule for rule in data["规则"] if rule["状态"] == "现行"]
    assert len(rows) == len(held) > 40
    pages = {address for _, address, _ in demo.links("rulebook/") if address.startswith("rulebook/")}
    assert {f"rulebook/{rule['编号']}/" for rule in data["规则"]} <= pages


def test_the_rows_count_as_the_data_does(demo):
    data = json.loads((demo.folder / "rulebook/rules.json").read_text("utf-8"))
    told = {
        rule["名称"]: (rule["检查的记录"], len({p["记录"] for p in rule["豁免"]})) for rule in data["规则"]
    }
    rows = demo.pages["rulebook/"].xpath("//table//tbody/tr")
    said = [[cell.text_content().strip() for cell in row] for row in rows]
    shown = {row[0]: (int(row[3]), int(row[5])) for row in said}
    assert all(told[name] == counts for name, counts in shown.items())
    assert any(waived for _, waived in shown.values())


def test_the_table_to_download_holds_the_same_rules(demo):
    data = json.loads((demo.folder / "rulebook/rules.json").read_text("utf-8"))
    with (demo.folder / "rulebook/rules.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["编号"] for row in rows] == [rule["编号"] for rule in data["规则"]]
    assert [int(row["检查的记录"]) for row in rows] == [rule["检查的记录"] for rule in data["规则"]]


def test_the_report_of_2020_stands_with_its_doubtful_columns_and_the_reason(demo):
    page = demo.pages["rulebook/annual-report-balance/"]
    assert "1576+45=1621" in text(page) and "1566+2782=4348" in text(page) and "四应为 55" in text(page)
    assert "数字须照公布时的原样刊登" in text(page)
    leads = {address for _, address, _ in demo.links("rulebook/annual-report-balance/")}
    assert "annual-reports/qu-zhengfu-2020/" in leads


def test_an_ended_duty_stays_visible_with_its_notice(demo):
    page = text(demo.pages["rulebook/annual-report-march/"])
    assert "已经失效" in page and "第711号）第四十九条" in page
    assert "检查的结果" not in page


def test_earlier_versions_are_told(demo):
    page = text(demo.pages["rulebook/publish-in-time/"])
    assert "2008年5月1日起，到2019年5月14日为止" in page and "第492号）第十八条" in page


def test_every_waiver_is_listed_and_led_to_from_where_it_is_used(demo, checked):
    names = {entry.get("id") for entry in demo.pages["waivers/"].xpath("//li[contains(@class, 'entry')]")}
    waivers = checked.register.waivers
    assert {waiver.slug for waiver in waivers} == names
    used = [waiver for waiver in waivers if waiver.id in checked.used]
    assert used
    for waiver in used:
        pages = [f"rulebook/{waiver.rule}/"]
        if waiver.rule in {"interpretation-missing", "annual-report-balance"}:
            pages += [record.url for record in checked.register.at_path(waiver.record)]
        for page in pages:
            led = {(address, fragment) for _, address, fragment in demo.links(page)}
            assert ("waivers/", waiver.slug) in led, page


def test_rules_and_waivers_can_be_followed_searched_and_taken_as_data(demo):
    for url in ("rulebook/", "waivers/"):
        led = {address for _, address, _ in demo.links(url)}
        assert {"feeds/rulebook.rss.xml", "feeds/rulebook.atom.xml"} <= led
    assert ("data/", "standards") in {(address, part) for _, address, part in demo.links("rulebook/")}
    found = feedparser.parse((demo.folder / "feeds/rulebook.atom.xml").read_bytes())
    told = {entry.title.partition("：")[0] for entry in found.entries}
    assert not found.bozo and told == {"施行", "修订施行", "失效", "批准豁免"}
    assert len({entry.id for entry in found.entries}) == len(found.entries)


def test_rules_and_waivers_say_their_words_and_bases_to_search():
    rule = Standard.model_validate(yaml.load(Standard.EXAMPLE, yaml.BaseLoader))
    rule.placed(Source("data/standards/gongkai.yml", "standards/gongkai"))
    entry = RuleEntry(rule, RuleForce.IN_FORCE, "看", "错", "改", None, (), (), ())
    document = rule_document(entry, "rulebook/gongkai/")
    assert (document.title, document.type, document.status) == (rule.title, "规则", "现行")
    assert {"看", "错", "改", "工作日：20"} <= set(document.text.splitlines())
    assert "第711号）第二十六条" in document.text and "第492号）第十八条" in document.text
    waiver = Waiver.model_validate(yaml.load(Waiver.EXAMPLE, yaml.BaseLoader))
    given = WaiverEntry(waiver, "政策须有解读", None, WaiverState.IN_USE)
    listed = waivers_document([given], ["某通知"], "waivers/", "豁免清单")
    assert listed.text.startswith("政策须有解读：某通知。只涉及内部工作分工")


def test_every_site_has_the_rulebook_in_its_footer(built):
    assert "rulebook/" in built.pages and "waivers/" in built.pages
    assert "rulebook/" in {address for _, address, _ in built.links("")}


def test_exceptions_for_personal_numbers_stand_beside_the_waivers(framed):
    ((exception, label, address),) = exceptions(framed(GOOD))
    assert (exception.number, exception.ground) == ("138****8000", "第三方同意公开")
    assert (label, address) == ("政府信息公开指南", "../zhinan/")
