"""Pages that have nothing of their own and lead on to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.render.frame.language import language_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import title_of
from gongkai.render.frame.write import Planned
from gongkai.render.lists.paging import Cut
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View


@dataclass(frozen=True, kw_only=True)
class ParentView(View):
    """Where a folder leads on to."""

    TEMPLATE = "records/parent.html"

    crumbs: Crumbs
    title: str
    target: str


def leading_pages(site: Site, cut: Cut) -> Iterator[Planned]:
    """Pages of a list that are not there, or not yet: their addresses lead to the list."""
    target = cut.page_url(cut.numbers[0])
    for url in cut.leading:
        yield _planned(site, url, target)


def _planned(site: Site, url: str, target: str) -> Planned:
    return Planned(url, "", lambda: leading_page(site, url, target), leads=True)


def leading_page(site: Site, url: str, target: str) -> Page:
    """A page at ``url`` that sends its reader on to ``target``."""
    title = site.templates.words[language_of(url)]("这个网址没有单独的一页")
    href = site.links.href(url, target)
    head = Markup(
        '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={}">'
    ).format(href)
    view = ParentView(crumbs=[*site.links.crumbs(url), (title, None)], title=title, target=target)
    content = site.templates.filled(view, url)
    return Page(url, "", title_of(site.links, title, url=url), str(head), content, "lost")
