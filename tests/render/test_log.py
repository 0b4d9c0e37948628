"""Corrections, the log and open data on the pages of the built demonstration."""

from __future__ import annotations

import csv
import re

import feedparser
import pytest

from gongkai.render.frame.templates import filesize

CORRECTED = "items/minzheng-ju/2026/dibao-tekun-202610/"
CORRECTION = "corrections/2026/dibao-tekun-hushu/"
WITHDRAWN = "items/minzheng-ju/2024/chongfu-gongshi/"


def text(element) -> str:
    return " ".join(element.text_content().split())


def log_entries(demo):
    urls = [url for url in demo.pages if demo.template(url) == "log"]
    numbers = {url: int((re.search(r"/page/(\d+)/", url) or [0, 1])[1]) for url in urls}
    for url in sorted(urls, key=lambda url: numbers[url]):
        for day in demo.pages[url].xpath("//main//section[h2/time]"):
            for entry in day.xpath(".//li"):
                yield day.xpath("string(.//time/@datetime)"), url, entry


def test_a_corrected_page_says_so_and_leads_to_what_stood_there(demo):
    (banner,) = demo.pages[CORRECTED].xpath("//section[@aria-label='更正']")
    assert "2026年11月12日" in text(banner) and "录入时把371写成317" in text(banner)
    assert CORRECTION in [demo.resolve(CORRECTED, a.get("href"))[0] for a in banner.iter("a")]
    page = demo.pages[CORRECTION]
    assert "317户" in text(page.find(".//del")) and "371户" in text(page.find(".//ins"))
    assert CORRECTED in [address for _, address, _ in demo.links(CORRECTION)]


def test_pages_without_corrections_say_nothing(demo):
    urls = {url for url in demo.pages if demo.pages[url].xpath("//section[@aria-label='更正']")}
    assert urls == {CORRECTED, "interpretations/2026/qiye-kaiban-wenda/"}


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
    assert {row["种类"] for row in rows} == {"发布", "更新", "更正", "改期", "撤下"}
    assert "log/list.csv" in {address for _, address, _ in demo.links("log/")}


def test_a_withdrawn_page_stands_in_the_log_with_its_reason_and_without_a_link(demo):
    (entry,) = [entry for _, _, entry in log_entries(demo) if WITHDRAWN in text(entry)]
    assert "撤下" in text(entry) and "理由：重复发布" in text(entry)
    assert entry.findall(".//a") == []


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_the_log_can_be_followed(demo, form):
    found = feedparser.parse((demo.folder / f"feeds/log.{form}.xml").read_bytes())
    assert not found.bozo
    first = [f"{text(entry.find('span'))[1:].strip()}：" for _, _, entry in log_entries(demo)]
    assert [entry.title.split("：")[0] + "：" for entry in found.entries] == first[: len(found.entries)]
    ids = [entry.id for entry in found.entries]
    assert len(ids) == len(set(ids)) == 30
    assert all(each.startswith("tag:www.example.gov.cn,2026-") for each in ids)


def test_the_page_of_open_data_lists_every_file_with_its_size(built):
    listed = {}
    for link in built.pages["data/"].xpath("//ul[@class='plain']//a"):
        listed[built.resolve("data/", link.get("href"))[0]] = text(link)
    there = [file for file in (built.folder / "data").iterdir() if file.suffix != ".html"]
    files = {f"data/{file.name}": file for file in there}
    assert set(listed) == set(files)
    for name, words in listed.items():
        assert words.endswith(f"（{filesize(files[name].stat().st_size)}）"), name


#: lists of records that have a list of their type too: their data is that type's
GATHERED = {"benefits": {"policies"}, "concerns": {"responses", "meetings"}}


def test_every_list_leads_to_its_data_and_all_columns_to_the_page(built):
    for url in built.pages:
        if built.template(url) == "list":
            led = {fragment for _, address, fragment in built.links(url) if address == "data/"}
            assert led & {url.split("/")[0], *GATHERED.get(url.split("/")[0], ())}, url
    assert {"data/", "log/"} <= {address for _, address, _ in built.links("columns/")}
