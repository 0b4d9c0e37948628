"""Corrections, the log and open data on the pages of the built demonstration."""

from __future__ import annotations

import csv
import re

import feedparser
import pytest

from gongkai.records.types.correction import Correction
from gongkai.records.vocabulary.publishing import LogKind
from gongkai.render.frame.templates import filesize

KINDS = {each.value for each in LogKind}


@pytest.fixture
def corrections(recorded):
    """(correction, what it corrects) of all that readers have."""
    return [(each, recorded.record(each.target)) for each in recorded.public(Correction)]


def text(element) -> str:
    return " ".join(element.text_content().split())


def log_entries(demo):
    older = [url for url in demo.pages if url.startswith("log/page/") and demo.template(url) == "log"]
    for url in ["log/", *sorted(older, key=lambda url: -int(url.split("/")[2]))]:
        for day in demo.pages[url].xpath("//main//section[h2/time]"):
            for entry in day.xpath(".//li"):
                yield day.xpath("string(.//time/@datetime)"), url, entry


def test_a_corrected_page_says_so_and_leads_to_what_stood_there(demo, corrections):
    assert corrections
    for correction, corrected in corrections:
        (banner,) = demo.pages[corrected.url].xpath("//section[@aria-label='更正']")
        day = correction.corrected_on
        assert f"{day.year}年{day.month}月{day.day}日" in text(banner) and correction.reason in text(banner)
        led = [demo.resolve(corrected.url, a.get("href"))[0] for a in banner.iter("a")]
        assert correction.url in led
        page = demo.pages[correction.url]
        assert text(page.find(".//del")) == correction.old and text(page.find(".//ins")) == correction.new
        assert corrected.url in [address for _, address, _ in demo.links(correction.url)]


def test_pages_without_corrections_say_nothing(demo, corrections):
    urls = {url for url in demo.pages if demo.pages[url].xpath("//section[@aria-label='更正']")}
    assert urls == {corrected.url for _, corrected in corrections}


def test_the_log_tells_all_newest_first(demo):
    entries = list(log_entries(demo))
    days = [day for day, _, _ in entries]
    assert days == sorted(days, reverse=True)
    said = re.search(r"共 (\d+) 条", text(demo.pages["log/"].find(".//main")))
    assert len(entries) == int(said[1])
    led = {demo.resolve(url, a.get("href"))[0] for _, url, entry in entries for a in entry.iter("a")}
    kinds = ("policy", "interpretation", "meeting", "item", "page", "correction", "translation")
    assert {url for url in demo.pages if demo.template(url) in kinds} <= led


def test_the_log_can_be_downloaded_whole(demo):
    with (demo.folder / "log/list.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    days = [day for day, _, _ in log_entries(demo)]
    assert [row["日期"] for row in rows] == days
    assert {"发布"} <= {row["种类"] for row in rows} <= KINDS
    assert "log/list.csv" in {address for _, address, _ in demo.links("log/")}


def test_a_withdrawn_page_stands_in_the_log_with_its_reason(demo, recorded):
    """By its registered title, which leads to the note in its place; else by its address, without a link."""
    gone = [each for each in recorded.moved if each.withdrawn_on and not each.coming(recorded.today)]
    assert gone
    for moved in gone:
        name = moved.name(recorded.published.get(moved.address, "")) or moved.address
        withdrawn = [each for each in log_entries(demo) if "撤下" in text(each[2])]
        ((_, url, entry),) = [each for each in withdrawn if name in text(each[2])]
        assert f"理由：{moved.reason}" in text(entry)
        led = [demo.resolve(url, a.get("href"))[0] for a in entry.iter("a")]
        assert led == ([] if name == moved.address else [moved.page])


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_the_log_can_be_followed(demo, form):
    found = feedparser.parse((demo.folder / f"feeds/log.{form}.xml").read_bytes())
    assert not found.bozo
    first = [f"{text(entry.find('span'))[1:].strip()}：" for _, _, entry in log_entries(demo)]
    assert [entry.title.split("：")[0] + "：" for entry in found.entries] == first[: len(found.entries)]
    ids = [entry.id for entry in found.entries]
    assert len(ids) == len(set(ids)) == min(30, len(first))
    assert all(re.match(r"tag:www\.example\.gov\.cn,\d{4}-", each) for each in ids)


def test_the_page_of_open_data_lists_every_file_with_its_size(built):
    listed = {}
    for link in built.pages["data/"].xpath("//ul[@class='plain']//a"):
        listed[built.resolve("data/", link.get("href"))[0]] = text(link)
    there = [file for file in (built.folder / "data").iterdir() if file.suffix != ".html"]
    files = {f"data/{file.name}": file for file in there}
    # the description of all of them stands with the whole column
    files["datapackage.json"] = built.folder / "datapackage.json"
    assert set(listed) == set(files)
    for name, words in listed.items():
        assert words.endswith("（" + " ".join(filesize(files[name].stat().st_size).split()) + "）"), name


#: lists of records that have a list of their type too: their data is that type's
GATHERED = {"benefits": {"policies"}, "concerns": {"responses", "meetings"}}


def test_every_list_leads_to_its_data_and_all_columns_to_the_page(built):
    for url in built.pages:
        if built.template(url) == "list":
            led = {fragment for _, address, fragment in built.links(url) if address == "data/"}
            assert led & {url.split("/")[0], *GATHERED.get(url.split("/")[0], ())}, url
    assert {"data/", "log/"} <= {address for _, address, _ in built.links("columns/")}
