"""Every kind of page is found by looking, and what is written does not depend on the order it is found in."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from gongkai import pipeline, render
from gongkai.exports import door
from gongkai.law.shared import fixed_addresses
from gongkai.law.shared.fixed_addresses import FIXED
from gongkai.records import content_types
from gongkai.records.traits import ColumnGroup
from gongkai.render import Facts, Site, gathering
from gongkai.render.gathering import all_columns
from gongkai.render.parts import all_parts
from gongkai.settings import Settings, read_column

GOOD = Path(__file__).parents[1] / "sites/good"
PLANTED = """
from gongkai.render.frame.page import Page
from gongkai.render.frame.write import Planned
from gongkai.records.traits import ColumnGroup
from gongkai.render.parts import Column, Part


def planned(site):
    yield Planned("planted/", "columns", lambda: Page("planted/", "columns", "种的", "", "内容", "planted"))


def files(site):
    yield "planted/list.csv", b"csv"


def columns(facts):
    yield Column("种的一页", "planted/", "1 件", (ColumnGroup.HELP, 999), instead_of="data/")


PART = Part(planned, files, columns=columns)
"""


@pytest.fixture
def site(framed):
    return framed(GOOD)


def test_a_new_gathering_page_is_one_file(site, tmp_path, monkeypatch):
    (tmp_path / "zz_planted.py").write_text(PLANTED, "utf-8")
    (tmp_path / "zz_helper.py").write_text("HELP = 1\n", "utf-8")
    monkeypatch.setattr(gathering, "__path__", [*gathering.__path__, str(tmp_path)])
    assert "planted/" in {page.url for page in render.plan(site)}
    groups = dict(all_columns.linked(site, ""))
    assert groups[ColumnGroup.HELP.value][-1] == ("种的一页", "planted/", "1 件")
    assert "data/" not in {address for rows in groups.values() for _, address, _ in rows}
    written = dict(render.files(site))
    assert written["planted/list.csv"] == b"csv"
    assert f"<loc>{site.facts.register.column.root}planted/</loc>".encode() in written["sitemap.xml"]


def test_no_two_columns_stand_in_one_place(site):
    places = [each.place for part in all_parts() for each in part.columns(site.facts) if each.place]
    assert [place for place, count in Counter(places).items() if count > 1] == []


def test_no_page_of_the_district_can_take_the_address_of_a_part(site):
    """FIXED names the folders that parts take, wherever no type's list says so."""
    records = {each.section() for each in content_types()} | {each.slug for each in site.facts.register.pages}
    pages = {page.url.split("/")[0] for page in render.plan(site) if "/" in page.url}
    files = {address.split("/")[0] for address, _ in render.files(site) if "/" in address}
    assert (pages | files) - records <= FIXED, f"name the folder in FIXED of {fixed_addresses.__file__}"


def test_no_address_is_kept_for_a_part_that_is_gone():
    """What neither parts nor types make is made by others: style, open data, attachments."""
    settings = Settings(GOOD, dt.date(2026, 11, 21), read_column(GOOD))
    checked = pipeline.check(settings)
    register = checked.register
    facts = Facts(register, door.plan(register), pipeline.applied(checked, register))
    site = Site.of(facts, settings.project / "overrides")
    made = [*(page.url for page in render.plan(site)), *(address for address, _ in render.files(site))]
    left_over = FIXED - {address.split("/")[0] for address in made} - {"assets", "data", "files"}
    assert left_over == set(), f"take the folder out of FIXED of {fixed_addresses.__file__}"


def test_no_two_parts_make_the_same_file_or_page(site):
    files = Counter(address for address, _ in render.files(site))
    assert [address for address, count in files.items() if count > 1] == []
    pages = Counter(page.url for page in render.plan(site))
    assert [url for url, count in pages.items() if count > 1] == []


def test_the_order_in_which_parts_are_found_changes_nothing(site, monkeypatch):
    pages, files = [page.url for page in render.plan(site)], dict(render.files(site))
    columns = all_columns.linked(site, "")
    turned = [*all_parts()][::-1]
    for module in (render, all_columns):
        monkeypatch.setattr(module, "all_parts", lambda: turned)
    assert [page.url for page in render.plan(site)] == pages
    assert dict(render.files(site)) == files
    named = [group for group in columns if group[0] != all_columns.OTHERS]
    assert [group for group in all_columns.linked(site, "") if group[0] != all_columns.OTHERS] == named


def test_what_search_engines_are_led_to(site):
    """Lists, records and gathering pages are; their second pages, tables and what leads nowhere are not."""
    entries = {address: day for part in all_parts() for address, day in part.map_entries(site)}
    pages = {page.url for page in render.plan(site)}
    assert entries.keys() <= pages
    left = {url.split("/")[0] for url in pages - entries.keys()}
    assert {"404.html", "search", "feeds"} <= left
    assert entries[""] == max(day for day in entries.values() if day)
    newest = max(record.last_change(site.facts.register.today) for record in site.facts.register.policies)
    assert entries["policies/"] == newest and entries["log/"] is None
