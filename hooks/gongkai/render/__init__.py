"""Register → pages, lists, CSV and site map, as files below a staging folder."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gongkai.column.register.english import FOLDER
from gongkai.common.problems import Problem
from gongkai.exports import calendar
from gongkai.records.types.translation import Translation
from gongkai.render import quality
from gongkai.render.facts import Facts
from gongkai.render.frame.assets import copy_moved
from gongkai.render.frame.navigation import frame_context
from gongkai.render.frame.page import file_of
from gongkai.render.frame.shell import Shells
from gongkai.render.frame.write import Planned, Written, dead_links, write_pages
from gongkai.render.gathering import (
    benefits,
    catalogue,
    concerns,
    datasets,
    days,
    english,
    home,
    indexes,
    institutions,
    log,
    progress,
    retention,
    table_pages,
    three_public,
    todo,
    work_points,
)
from gongkai.render.gathering.catalogue_state import csv_columns
from gongkai.render.lists import pages as lists
from gongkai.render.lists.csv import catalogue_csv, list_csv
from gongkai.render.machine.sitemap import sitemap
from gongkai.render.records import pages as records
from gongkai.render.rulebook import files as rulebook_files
from gongkai.render.rulebook import pages as rulebook
from gongkai.render.site import Site, full_text

__all__ = ["Facts", "Site", "full_text", "plan", "shells", "write"]

#: pages of their own that gather records: search engines are led to each of them
_GATHERING = (
    catalogue,
    work_points,
    progress,
    three_public,
    institutions,
    benefits,
    concerns,
    quality,
    rulebook,
    days,
    todo,
    retention,
)
_PARTS = (home, indexes, lists, *_GATHERING, records, table_pages, datasets, log, english)


def plan(site: Site) -> list[Planned]:
    """Every page there will be; two pages at one address are a fault of the plan."""
    return [page for part in _PARTS for page in part.planned(site)]


def shells(site: Site) -> Shells:
    """What stands around the pages."""

    def context(section: str, url: str) -> dict[str, Any]:
        return frame_context(site.facts, site.links, site.templates, section, url)

    return Shells(site.templates.frame, context, site.links.switch)


def write(site: Site, stage: Path, copy: Callable[[str, Path], None], say: Callable[[str], None]) -> Written:
    """All pages and the files that belong to them; links that lead nowhere are problems.

    ``copy`` writes one of the Register's files to its place.
    """
    pages = plan(site)
    clashes = _clashes(site, pages)
    if clashes:
        return Written(problems=clashes)
    say(f"生成 {len(pages)} 个网页 …")
    written = write_pages(pages, shells(site), stage, site.links.column_path)
    site.templates.assets.write(stage)
    for name, content in _files(site):
        target = stage / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for name in _attachments(site, written):
        copy(name, stage / name)
    copy_moved(stage, ((row.address, row.to) for row in site.facts.register.moved if row.is_file and row.to))
    promised = {path for feed in site.facts.feeds.values() for path in (feed.rss, feed.atom)}
    problems = dead_links(written, stage, promised)
    return dataclasses.replace(written, problems=problems)


def _clashes(site: Site, pages: list[Planned]) -> list[Problem]:
    """Two pages at one address: both files named where files make them."""
    urls = Counter(page.url for page in pages)
    return [_clash(site, url) for url, count in urls.items() if count > 1]


def _clash(site: Site, url: str) -> Problem:
    register = site.facts.register
    records = {record.source.path for record in (*register.all, *register.units) if record.url == url}
    files = sorted(records | {moved.source.path for moved in register.moved if moved.address == url})
    return Problem(
        rule="one-address",
        name="一址一页",
        path=files[-1] if files else f"网页 {url}",
        message=f"网址“{url}”有两个来源：{'、'.join(files) if len(files) > 1 else '本栏目自己的页面也用它'}",
        fix="给文件改名；已公布过的文件不要改名",
        basis="网址长期有效，一个网址只对应一个页面",
    )


def _files(site: Site) -> Iterator[tuple[str, bytes]]:
    """(path, content) of what stands beside the pages, one after the other: never all in memory."""
    yield from _tables(site)
    yield from records.downloads(site).items()
    yield from quality.downloads(site).items()
    yield from rulebook_files.files(site).items()
    yield from retention.downloads(site).items()
    yield from log.downloads(site).items()
    yield from calendar.write(site.facts.register, site.facts.duties).items()
    yield from indexes.withdrawn(site).items()
    yield from _map(site).items()


def _tables(site: Site) -> Iterator[tuple[str, bytes]]:
    """The CSV behind every list."""
    register = site.facts.register
    for listing in (*site.facts.listings, *benefits.listings(site)):
        for part in lists.slices(listing):
            yield f"{part.url}list.csv", list_csv(part.records, register, listing.record_type)
    for part in catalogue.fulfilments(site):
        yield f"{part.url}list.csv", list_csv(part.records, register)
    if register.english:
        yield f"{english.LIST}list.csv", list_csv(register.translations, register, Translation)
    if register.catalogue:
        yield "catalogue/list.csv", catalogue_csv(register.catalogue, register, csv_columns(site))
    for made in (three_public.tables(site), institutions.tables(site), concerns.tables(site)):
        yield from made.items()


def _map(site: Site) -> dict[str, bytes]:
    entries = _entries(site)
    versions = {address: site.links.languages.versions(address) for address, _ in entries}
    return sitemap(site.facts.register.column.root, entries, versions=versions)


def _entries(site: Site) -> list[tuple[str, dt.date | None]]:
    """Addresses for the site map with the day each last changed; lists change with any of their records."""
    today = site.facts.register.today
    records = (*site.facts.register.all, *site.facts.register.english)
    days = {record.url: record.last_change(today) for record in records}
    entries: list[tuple[str, dt.date | None]] = [("", max(days.values(), default=None)), *days.items()]
    filled = [listing for listing in site.facts.listings if listing.records]
    entries += [(f"{each.section}/", max(days[record.url] for record in each.records)) for each in filled]
    entries += [(page.url, None) for part in _GATHERING for page in part.planned(site)]
    entries += [
        (url, None)
        for url in ("columns/", "units/", "log/", *(unit.url for unit in site.facts.register.units))
    ]
    if site.facts.register.english:
        # Without a text of its own the English home page changes with the newest of the English pages.
        newest = max(days[record.url] for record in site.facts.register.english)
        entries += [(address, newest) for address in (FOLDER, english.LIST)]
    return entries


def _attachments(site: Site, written: Written) -> list[str]:
    """Files below content/ that a public page leads to, and no others: a file of a draft stays out."""
    wanted = {link.partition("#")[0] for link in written.links}
    wanted.update(row.to for row in site.facts.register.moved if row.is_file and row.to)
    return sorted(file_of(name) for name in wanted if name in site.facts.register.files)
