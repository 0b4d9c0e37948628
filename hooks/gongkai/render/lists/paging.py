"""What is too long for one page: its pages, and what each says of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypedDict

from gongkai.render.frame.links import Links
from gongkai.render.view import View

#: (number, link, whether it is this one); a link of None is a gap
PageLinks = list[tuple[int | None, str | None, bool]]


class Paged(Protocol):
    """Anything cut into pages."""

    @property
    def pages(self) -> int: ...
    def page_url(self, number: int) -> str: ...


class Numbers(TypedDict):
    """The fields of ``PagedView``, once more: mypy holds ``**numbers(…)`` only to a ``TypedDict``."""

    by_age: bool
    page: int
    pages: int | None
    page_links: PageLinks
    previous_page: str | None
    next_page: str | None


@dataclass(frozen=True, kw_only=True)
class PagedView(View):
    """What any page of several says of the others; a link of None: there is none.

    ``by_age``: numbered from the oldest, the newest page is 0 (``lists/by_age.py``).
    """

    by_age: bool
    page: int
    #: how many there are; None on a page that stays as it is when others are added
    pages: int | None
    #: none where there is one page
    page_links: PageLinks
    previous_page: str | None
    next_page: str | None


#: of what has one page
ALONE: Numbers = {
    "by_age": False,
    "page": 1,
    "pages": 1,
    "page_links": [],
    "previous_page": None,
    "next_page": None,
}


class Cut(Protocol):
    """A list cut into pages, from whichever end they are numbered; the rows stand the newest first."""

    #: the numbers of its pages, that of its own address first
    @property
    def numbers(self) -> range: ...
    #: addresses that have no page of their own and lead to the list
    @property
    def leading(self) -> list[str]: ...
    def page_url(self, number: int) -> str: ...
    def span(self, number: int) -> slice: ...
    def told(self, links: Links, number: int, url: str) -> Numbers: ...
    def titled(self, title: str, number: int) -> str: ...


@dataclass(frozen=True)
class InOrder:
    """Pages numbered from the first row: of what has an order of its own, so a new row may come anywhere."""

    url: str
    count: int
    size: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // self.size))

    @property
    def numbers(self) -> range:
        return range(1, self.pages + 1)

    @property
    def leading(self) -> list[str]:
        return []

    def page_url(self, number: int) -> str:
        return self.url if number == 1 else f"{self.url}page/{number}/"

    def span(self, number: int) -> slice:
        """The rows of a page."""
        return slice((number - 1) * self.size, number * self.size)

    def told(self, links: Links, number: int, url: str) -> Numbers:
        """What a page says of the others."""
        return numbers(links, self, number, url)

    def titled(self, title: str, number: int) -> str:
        """The title of a page, by which it can be told from the others."""
        return title if number == 1 else f"{title}（第{number}页）"


def numbers(links: Links, part: Paged, number: int, url: str) -> Numbers:
    """What the page of a number says of the others."""
    return {
        "by_age": False,
        "page": number,
        "pages": part.pages,
        "page_links": page_links(links, part, number, url) if part.pages > 1 else [],
        "previous_page": links.href(url, part.page_url(number - 1)) if number > 1 else None,
        "next_page": links.href(url, part.page_url(number + 1)) if number < part.pages else None,
    }


def page_links(links: Links, part: Paged, number: int, url: str) -> PageLinks:
    """First, last and the neighbours of the present page; None for a gap."""
    shown = sorted({1, part.pages, *range(max(1, number - 1), min(part.pages, number + 1) + 1)})
    found: PageLinks = []
    for place, each in enumerate(shown):
        if place and each > shown[place - 1] + 1:
            found.append((None, None, False))
        found.append((each, links.href(url, part.page_url(each)), each == number))
    return found
