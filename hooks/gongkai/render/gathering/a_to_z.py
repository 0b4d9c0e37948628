"""按拼音查: titles, units, columns and what people say, by the sound of their beginning; needs no script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from gongkai.records.traits import ColumnGroup
from gongkai.render.facts import Facts
from gongkai.render.frame.page import Page
from gongkai.render.frame.page_heads import list_head, title_of
from gongkai.render.frame.write import Planned
from gongkai.render.gathering.sounds import Named, Sounded, sounded
from gongkai.render.lists.paging import PagedView, numbers
from gongkai.render.parts import Column, MapEntry, Part
from gongkai.render.site import Crumbs, Site
from gongkai.render.view import View

URL, TITLE = "a-z/", "按拼音查"
#: names on one page: with the longest titles it stays below 60 KB as it is sent
PAGE_SIZE = 500


@dataclass(frozen=True)
class Letter:
    """The names that begin with one letter, by their sound."""

    label: str
    slug: str
    names: list[Sounded]

    @property
    def pages(self) -> int:
        return -(-len(self.names) // PAGE_SIZE)

    def page_url(self, number: int) -> str:
        own = f"{URL}{self.slug}/"
        return own if number == 1 else f"{own}{number}/"


#: (letter, link, how many)
Letters = list[tuple[str, str, int]]


@dataclass(frozen=True, kw_only=True)
class LettersView(View):
    """The first page: every letter with how many names it has."""

    TEMPLATE = "lists/a-z.html"

    crumbs: Crumbs
    title: str
    letters: Letters


@dataclass(frozen=True, kw_only=True)
class LetterView(PagedView):
    """A page of a letter; ``groups``: (first syllable, (name, link, what it is))."""

    TEMPLATE = "lists/a-z-letter.html"

    crumbs: Crumbs
    title: str
    total: int
    #: (letter, link, whether it is this one)
    letters: list[tuple[str, str, bool]]
    groups: list[tuple[str, list[tuple[str, str, str]]]]


def planned(site: Site) -> Iterator[Planned]:
    """The letters, and the pages of each, where there is anything to name."""
    letters = letters_of(site.facts)
    if not letters:
        return
    yield Planned(URL, "columns", lambda: _first(site, letters))
    for letter in letters:
        for number in range(1, letter.pages + 1):
            yield _planned(site, letters, letter, number)


def letters_of(facts: Facts) -> list[Letter]:
    """Every letter that a name begins with, in their order, figures last."""
    names = sounded(facts)
    found = [(label, list(group)) for label, group in groupby(names, key=lambda each: each.letter)]
    return [Letter(label, "0-9" if label == "0–9" else label.lower(), group) for label, group in found]


def links_to(site: Site, letters: list[Letter], url: str) -> Letters:
    """The letters as the page at ``url`` leads to them."""
    return [(each.label, site.links.href(url, each.page_url(1)), len(each.names)) for each in letters]


def _planned(site: Site, letters: list[Letter], letter: Letter, number: int) -> Planned:
    return Planned(letter.page_url(number), "columns", lambda: _page(site, letters, letter, number))


def _first(site: Site, letters: list[Letter]) -> Page:
    view = LettersView(
        crumbs=[*site.links.crumbs(URL), (TITLE, None)], title=TITLE, letters=links_to(site, letters, URL)
    )
    head = list_head(site.facts, URL, TITLE, [], description="标题、单位、栏目和通俗说法，按拼音排列")
    return Page(URL, "columns", title_of(site.links, TITLE), head, site.templates.filled(view, URL), "a-z")


def _page(site: Site, letters: list[Letter], letter: Letter, number: int) -> Page:
    url, title = letter.page_url(number), f"{TITLE}：{letter.label}"
    start = (number - 1) * PAGE_SIZE
    shown = letter.names[start : start + PAGE_SIZE]
    view = LetterView(
        **numbers(site.links, letter, number, url),
        crumbs=[*site.links.crumbs(url, (TITLE, URL)), (letter.label, None)],
        title=title,
        total=len(letter.names),
        letters=[(label, target, label == letter.label) for label, target, _ in links_to(site, letters, url)],
        groups=[
            (syllable, [_row(site, url, each.named) for each in group])
            for syllable, group in groupby(shown, key=lambda each: each.first)
        ],
    )
    head = list_head(site.facts, url, title, [], description=f"拼音以 {letter.label} 开头的标题、单位和说法")
    named = title if number == 1 else f"{title}（第{number}页）"
    return Page(url, "columns", title_of(site.links, named), head, site.templates.filled(view, url), "a-z")


def _row(site: Site, url: str, named: Named) -> tuple[str, str, str]:
    return named.name, site.links.href(url, named.address), named.what


def _in_map(facts: Facts) -> Iterator[MapEntry]:
    """The first page: letters come and go with their names."""
    if letters_of(facts):
        yield URL, None


def _columns(facts: Facts) -> Iterator[Column]:
    if letters := letters_of(facts):
        total = sum(len(each.names) for each in letters)
        yield Column(TITLE, URL, f"{total} 条", place=(ColumnGroup.HELP, 11))


PART = Part(planned, in_map=_in_map, columns=_columns)
