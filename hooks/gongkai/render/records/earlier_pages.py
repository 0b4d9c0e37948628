"""A page for each record whose text was another before: not in the site map, and none for search."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from gongkai.records.base import ContentRecord
from gongkai.render.facts import Facts
from gongkai.render.frame.navigation import section_of
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import MapEntry, Part
from gongkai.render.records.views import earlier
from gongkai.render.site import Site


def planned(site: Site) -> Iterator[Planned]:
    """The page of every record with kept texts."""
    for record in site.facts.register.all:
        if record.id in site.facts.register.kept and not record.closed:
            yield Planned(earlier.address(record), section_of(record), partial(_page, site, record))


def _page(site: Site, record: ContentRecord) -> Page:
    url = earlier.address(record)
    words = f"{record.name}（改动以前的文字）"
    return Page(
        url=url,
        section=section_of(record),
        title=title_of(site.links, words),
        head=list_head(site.facts, url, words, [], description=words),
        content=site.templates.filled(earlier.earlier_view(site, record), url),
        body_class="earlier",
    )


def _in_map(_: Facts) -> Iterator[MapEntry]:
    yield from ()


PART = Part(planned, in_map=_in_map)
