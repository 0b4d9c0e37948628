"""What stands where there is no page: 404, and the addresses whose pages moved or were withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from gongkai.records.types.address import MovedAddress
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import title_of
from gongkai.render.frame.write import Planned
from gongkai.render.parts import File, Part, nothing
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

#: the note's file name, as deploy/nginx.conf looks for it
WITHDRAWN = "withdrawn.txt"


@dataclass(frozen=True, kw_only=True)
class NotFoundView(View):
    """The page of addresses that never were."""

    TEMPLATE = "404.html"

    #: whether there is an English version to lead to
    english: bool


@dataclass(frozen=True, kw_only=True)
class WithdrawnView(View):
    """What is left of a page or file that was withdrawn."""

    TEMPLATE = "records/tombstone.html"

    record: MovedAddress
    crumbs: Crumbs
    #: what was withdrawn, where that may be told
    named: str
    #: (title, link) of the page that was kept of two
    kept: tuple[str, str] | None


@dataclass(frozen=True, kw_only=True)
class MovedView(View):
    """What stands at an address whose page moved."""

    TEMPLATE = "records/moved.html"

    record: MovedAddress
    crumbs: Crumbs
    target: str
    target_title: str


def planned(site: Site) -> Iterator[Planned]:
    """The page of what never was, and one for every address that was."""
    yield Planned("404.html", "", lambda: _not_found(site))
    for moved in site.facts.register.moved:
        if not (moved.is_file and moved.to):
            yield _lost(site, moved)


def _not_found(site: Site) -> Page:
    head = '<meta name="robots" content="noindex">'
    content = site.templates.filled(NotFoundView(english=site.links.languages.two), "404.html")
    return Page("404.html", "", title_of(site.links, "没有找到这个页面"), head, content, "not-found")


def _lost(site: Site, moved: MovedAddress) -> Planned:
    return Planned(moved.page, "", lambda: _lost_page(site, moved))


def _files(facts: Facts) -> Iterator[File]:
    """A note beside each withdrawn page: by it a web server knows to answer 410 (deploy/nginx.conf)."""
    for each in facts.register.moved:
        if not each.to:
            yield f"{each.page}{WITHDRAWN}", f"{each.withdrawn_on} {each.reason}\n".encode()


def _lost_page(site: Site, moved: MovedAddress) -> Page:
    """A published address without its page: where it moved, or why it was withdrawn."""
    url = moved.page
    title = "页面已移动" if moved.to else "文件已撤下" if moved.is_file else "页面已撤下"
    head = '<meta name="robots" content="noindex">'
    if moved.to:
        head += str(
            Markup('<meta http-equiv="refresh" content="0; url={}">').format(site.links.href(url, moved.to))
        )
    return Page(
        url,
        "",
        title_of(site.links, title),
        head,
        site.templates.filled(_lost_view(site, moved, title), url),
        "lost",
    )


def _lost_view(site: Site, moved: MovedAddress, title: str) -> MovedView | WithdrawnView:
    crumbs: Crumbs = [*site.links.crumbs(moved.page), (title, None)]
    if not moved.to:
        told = moved.name(site.facts.register.published.get(moved.address, ""))
        kept = (_named(site, moved.kept), site.links.href(moved.page, moved.kept)) if moved.kept else None
        named = "" if told == moved.address else told
        return WithdrawnView(record=moved, crumbs=crumbs, named=named, kept=kept)
    return MovedView(record=moved, crumbs=crumbs, target=moved.to, target_title=_named(site, moved.to))


def _named(site: Site, address: str) -> str:
    """What stands at an address by its title."""
    return next((record.name for record in site.facts.register.all if record.url == address), address)


# none is in the site map: they are for whoever still has the old address
PART = Part(planned, _files, in_map=nothing)
