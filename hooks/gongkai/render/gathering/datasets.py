"""数据开放: the page that lists every file of open data and says what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.exports.made import OpenData
from gongkai.records.traits import ColumnGroup
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.machine.jsonld_data import catalogue_json_ld
from gongkai.render.parts import Column, Part, nothing
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

URL, TITLE = "data/", "数据开放"


@dataclass(frozen=True, kw_only=True)
class OpenDataView(View):
    """The whole of the open data, and each of its parts."""

    TEMPLATE = "lists/opendata.html"

    crumbs: Crumbs
    title: str
    whole: OpenData
    datasets: list[OpenData]


def planned(site: Site) -> Iterator[Planned]:
    """The one page, where there is open data."""
    if site.facts.made.datasets:
        yield Planned(URL, "columns", lambda: _page(site))


def _page(site: Site) -> Page:
    crumbs = [*site.links.crumbs(URL), (TITLE, None)]
    whole, *each = site.facts.made.datasets.values()
    view = OpenDataView(crumbs=crumbs, title=TITLE, whole=whole, datasets=each)
    content = site.templates.filled(view, URL)
    head = list_head(site.facts, URL, TITLE, [], description="本栏目全部公开内容的数据文件和字段说明")
    data = catalogue_json_ld(site.facts.register, TITLE, URL, site.facts.made.datasets.values())
    head += f'\n<script type="application/ld+json">{data}</script>'
    return Page(URL, "columns", title_of(site.links, TITLE), head, content, "opendata")


def _columns(facts: Facts) -> Iterator[Column]:
    if facts.made.datasets:
        yield Column(TITLE, URL, f"{len(facts.made.datasets) - 1} 类", place=(ColumnGroup.DATA, 20))


PART = Part(planned, in_map=nothing, columns=_columns)
