"""The catalogue's pages in the built demonstration: the state of every entry, and a page for each state."""

from __future__ import annotations

import csv
import io

STATES = {"done": "已公开", "due-soon": "临期", "overdue": "逾期", "blank": "空白", "due-later": "未到期"}


def words(node):
    return " ".join(node.text_content().split())


def targets(demo, url):
    return {address for tag, address, _ in demo.links(url) if tag == "a"}


def test_an_entry_tells_its_state_and_its_day(demo):
    page = demo.pages["catalogue/unit/wanghuai-jiedao/"]
    (late,) = page.xpath("//section[@id='WH2026-02']")
    assert "逾期" in words(late) and "应在 2026-11-15 前公开（2026-10）" in words(late)
    rows = [words(row) for row in late.xpath(".//tbody/tr")]
    assert [row.split()[0] for row in rows] == ["2026-11", "2026-10", "2026-09"]
    assert "2026-10-13" in rows[2] and rows[2].endswith("已公开")


def test_a_unit_counts_its_entries_by_state_with_links(demo):
    url = "catalogue/unit/wanghuai-jiedao/"
    assert {f"catalogue/state/{slug}/" for slug in STATES} <= targets(demo, url)
    (counts,) = demo.pages[url].xpath("//ul[@aria-label='各种状态的项数']")
    assert [words(each)[1:].strip() for each in counts] == [f"{state} 1 项" for state in STATES.values()]


def test_every_state_has_a_page_that_leads_to_its_entries(demo):
    for slug, state in STATES.items():
        assert f"catalogue/state/{slug}/" in targets(demo, "catalogue/")
        assert state in words(demo.pages[f"catalogue/state/{slug}/"].xpath("//h1")[0])
    assert "catalogue/unit/jinyu-jiedao/" in targets(demo, "catalogue/state/overdue/")


def test_what_is_given_on_request_has_no_state(demo):
    (entry,) = demo.pages["catalogue/unit/zhengfu-bangongshi/"].xpath("//section[@id='XC2016-46']")
    assert not any(state in words(entry.xpath(".//p")[0]).replace("已公开 ", "") for state in STATES.values())


def test_the_table_has_the_states_too(demo):
    text = (demo.folder / "catalogue/list.csv").read_text("utf-8-sig")
    rows = {row["编号"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (rows["WH2026-02"]["状态"], rows["WH2026-03"]["状态"]) == ("逾期", "空白")
    assert rows["WH2026-02"]["期限说明"] == "应在 2026-11-15 前公开（2026-10）"
