"""The folders above pages: readers shorten an address, and whatever is left of it answers.

A folder of choices names them; any other leads on to the nearest page above it. None has anything of its
own, so none is in the site map and none changes with a record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering import benefits, concerns
from gongkai.render.listing import FacetView, Listing
from gongkai.render.lists.leading import leading_page
from gongkai.render.parts import ColumnRow
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View


@dataclass(frozen=True, kw_only=True)
class ChoicesView(View):
    """The choices by which a list is narrowed."""

    TEMPLATE = "lists/choices.html"

    crumbs: Crumbs
    title: str
    choices: list[ColumnRow]


def planned(site: Site, pages: Iterable[Planned]) -> Iterator[Planned]:
    """A page for every folder above these that has none."""
    addresses = [page.url for page in pages]
    urls = set(addresses)
    choices = {f"{each.section}/{facet.plan.name}/": (each, facet) for each, facet in _facets(site.facts)}
    for url in sorted(_above((*addresses, *site.facts.register.files)) - urls):
        yield _choices(site, url, *choices[url]) if url in choices else _leading(site, url, urls)


def _above(addresses: Iterable[str]) -> set[str]:
    """Every folder above these addresses, and themselves where they are folders."""
    return {url[: place + 1] for url in addresses for place, sign in enumerate(url) if sign == "/"}


def _facets(facts: Facts) -> Iterator[tuple[Listing, FacetView]]:
    """Also of the lists that gather several types."""
    every = [*facts.listings, *benefits.listings(facts), *concerns.listings(facts)]
    return ((listing, facet) for listing in every for facet in listing.facets)


def _choices(site: Site, url: str, listing: Listing, facet: FacetView) -> Planned:
    return Planned(url, listing.section, lambda: _choices_page(site, url, listing, facet))


def _choices_page(site: Site, url: str, listing: Listing, facet: FacetView) -> Page:
    label = f"按{facet.plan.label}"
    title = f"{listing.label}：{label}"
    view = ChoicesView(
        crumbs=[*site.links.crumbs(url, (listing.label, f"{listing.section}/")), (label, None)],
        title=title,
        choices=[
            (words, site.links.href(url, f"{url}{slug}/"), f"{len(records)} 件")
            for slug, words, records in facet.values
        ],
    )
    head = '<meta name="robots" content="noindex">'
    content = site.templates.filled(view, url)
    return Page(url, listing.section, title_of(site.links, title), head, content, "choices")


def _leading(site: Site, url: str, urls: set[str]) -> Planned:
    return Planned(url, "", lambda: leading_page(site, url, _target(site.facts, url, urls)))


def _target(facts: Facts, url: str, urls: set[str]) -> str:
    """Of a unit's folder its part of the list, else the nearest page above; files have none but 全部栏目."""
    parts = url.split("/")
    if len(parts) > 2 and (narrowed := f"{parts[0]}/unit/{parts[1]}/") in urls:
        return narrowed
    above = ["/".join(parts[:place]) + "/" for place in range(len(parts) - 2, 0, -1)]
    return next((each for each in above if each in urls), "columns/")
