"""数据开放: the page that lists every file of open data and says what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.machine.jsonld_data import catalogue_json_ld
from gongkai.render.site import Site

URL, TITLE = "data/", "数据开放"


def planned(site: Site) -> Iterator[Planned]:
    """The one page, where there is open data."""
    if site.datasets:
        yield Planned(URL, "columns", lambda: _page(site))


def _page(site: Site) -> Page:
    crumbs = [*site.crumbs(URL), (TITLE, None)]
    whole, *each = site.datasets.values()
    view = SimpleNamespace(crumbs=crumbs, title=TITLE, whole=whole, datasets=each)
    content = site.template("lists/opendata.html", URL, view=view)
    head = list_head(site, URL, TITLE, [], description="本栏目全部公开内容的数据文件和字段说明")
    data = catalogue_json_ld(site.register, TITLE, URL, site.datasets.values())
    head += f'\n<script type="application/ld+json">{data}</script>'
    return Page(URL, "columns", title_of(site, TITLE), head, content, "opendata")
