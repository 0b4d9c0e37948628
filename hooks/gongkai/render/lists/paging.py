"""What is too long for one page: its pages, and what each says of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypedDict

from gongkai.render.frame.links import Links
from gongkai.render.view import View


class Paged(Protocol):
    """Anything cut into pages."""

    @property
    def pages(self) -> int: ...
    def page_url(self, number: int) -> str: ...


class Numbers(TypedDict):
    """The fields of ``PagedView``, once more: mypy holds ``**numbers(…)`` only to a ``TypedDict``."""

    page: int
    pages: int
    page_links: list[tuple[int | None, str | None, bool]]
    previous_page: str | None
    next_page: str | None


@dataclass(frozen=True, kw_only=True)
class PagedView(View):
    """What any page of several says of the others; a link of None is a gap, or that there is none."""

    page: int
    pages: int
    #: (number, link, whether it is this one)
    page_links: list[tuple[int | None, str | None, bool]]
    previous_page: str | None
    next_page: str | None


#: of what has one page
ALONE: Numbers = {"page": 1, "pages": 1, "page_links": [], "previous_page": None, "next_page": None}


def numbers(links: Links, part: Paged, number: int, url: str) -> Numbers:
    """What the page of a number says of the others."""
    return {
        "page": number,
        "pages": part.pages,
        "page_links": page_links(links, part, number, url),
        "previous_page": links.href(url, part.page_url(number - 1)) if number > 1 else None,
        "next_page": links.href(url, part.page_url(number + 1)) if number < part.pages else None,
    }


def page_links(links: Links, part: Paged, number: int, url: str) -> list[tuple[int | None, str | None, bool]]:
    """First, last and the neighbours of the present page; None for a gap."""
    shown = sorted({1, part.pages, *range(max(1, number - 1), min(part.pages, number + 1) + 1)})
    found: list[tuple[int | None, str | None, bool]] = []
    for place, each in enumerate(shown):
        if place and each > shown[place - 1] + 1:
            found.append((None, None, False))
        found.append((each, links.href(url, part.page_url(each)), each == number))
    return found
