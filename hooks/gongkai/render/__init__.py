"""Register, and what law and exports made of it → pages, their files, the site map, in a folder aside."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gongkai.common.problems import Problem
from gongkai.render.asking.pages import AskedPages
from gongkai.render.facts import Facts
from gongkai.render.frame.assets import copy_moved
from gongkai.render.frame.navigation import surround
from gongkai.render.frame.page import Page, file_of
from gongkai.render.frame.shell import Shells
from gongkai.render.frame.title_words import title_words
from gongkai.render.frame.write import Planned, Written, dead_links, write_pages
from gongkai.render.gathering import parents
from gongkai.render.gathering.answer_cards import answer_cards
from gongkai.render.gathering.column_questions import with_columns
from gongkai.render.gathering.english_questions import english_pages
from gongkai.render.gathering.search_help import search_help
from gongkai.render.gathering.spoken import spoken
from gongkai.render.machine.sitemap import sitemap
from gongkai.render.parts import Part, all_parts
from gongkai.render.site import Site, full_text

__all__ = [
    "Facts",
    "Page",
    "Planned",
    "Site",
    "answer_cards",
    "clashes",
    "english_pages",
    "files",
    "full_text",
    "plan",
    "search_help",
    "shells",
    "spoken",
    "title_words",
    "with_columns",
    "write",
]


def plan(site: Site, passing: tuple[type[Exception], ...] = ()) -> list[Planned]:
    """Every page there will be, by address, and one for every folder above; two at one are a fault.

    ``passing``: what a part may fail with and only its own pages are missing (of files with faults).
    """
    pages = [page for part in all_parts() for page in _planned(part, site, passing)]
    return sorted((*pages, *parents.planned(site, pages)), key=lambda page: page.url)


def _planned(part: Part, site: Site, passing: tuple[type[Exception], ...]) -> Iterator[Planned]:
    try:
        yield from part.pages(site)
    except passing:
        return


def shells(site: Site) -> Shells:
    """What stands around the pages."""

    def context(section: str, url: str) -> dict[str, Any]:
        return vars(surround(site.facts, site.links, site.templates, section, url))

    return Shells(site.templates.frame, context, site.links.switch)


def write(
    site: Site,
    stage: Path,
    copy: Callable[[str, Path], None],
    say: Callable[[str], None],
    pages: list[Planned] | None = None,
) -> Written:
    """All pages and the files that belong to them; links that lead nowhere are problems.

    ``copy`` writes one of the Register's files to its place; ``pages`` are others than ``plan`` gives.
    """
    pages = plan(site) if pages is None else pages
    clashes_ = clashes(site.facts, pages)
    if clashes_:
        return Written(problems=clashes_)
    say(f"生成 {len(pages)} 个网页 …")
    kept = site.templates.contents.kept
    asked = AskedPages(site, kept).planned(pages) if kept.keeps else pages
    written = write_pages(asked, shells(site), stage, site.links.column_path, kept)
    site.templates.assets.write(stage)
    for name, content in files(site):
        target = stage / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    for name in _attachments(site.facts, written):
        copy(name, stage / name)
    copy_moved(stage, ((row.address, row.to) for row in site.facts.register.moved if row.is_file and row.to))
    promised = {path for feed in site.facts.made.feeds.values() for path in feed.files}
    problems = dead_links(written, stage, promised)
    return dataclasses.replace(written, problems=problems)


def clashes(facts: Facts, pages: list[Planned]) -> list[Problem]:
    """Two pages at one address: both files named where files make them."""
    urls = Counter(page.url for page in pages)
    return [_clash(facts, url) for url, count in urls.items() if count > 1]


def _clash(facts: Facts, url: str) -> Problem:
    register = facts.register
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


def files(site: Site) -> Iterator[tuple[str, bytes]]:
    """(path, content) of what stands beside the pages, one after the other: never all in memory."""
    for part in all_parts():
        yield from part.files(site.facts)
    yield from _map(site).items()


def _map(site: Site) -> dict[str, bytes]:
    entries = [entry for part in all_parts() for entry in part.map_entries(site)]
    versions = {address: site.links.languages.versions(address) for address, _ in entries}
    return sitemap(site.facts.register.column.root, entries, versions=versions)


def _attachments(facts: Facts, written: Written) -> list[str]:
    """Files below content/ that a public page leads to, and no others: a file of a draft stays out."""
    wanted = {link.partition("#")[0] for link in written.links}
    wanted.update(row.to for row in facts.register.moved if row.is_file and row.to)
    return sorted(file_of(name) for name in wanted if name in facts.register.files)
