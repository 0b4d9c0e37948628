"""What grows at its newest end, cut into pages that stay: numbered from the oldest; the newest are no number.

A page that is full never changes, so what is added changes one page of a list instead of all, and a link to
an older page leads to the same rows for as long as none is taken away.
"""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.render.frame.links import Links
from gongkai.render.lists.paging import Numbers, PageLinks

#: the number of the newest page, which has none in its address
NEWEST = 0


@dataclass(frozen=True)
class ByAge:
    """``count`` rows, the newest first: pages of ``size``, and at ``url`` the rest, less than two of them."""

    url: str
    count: int
    size: int

    @property
    def older(self) -> int:
        """How many full pages there are behind the newest."""
        return max(0, self.count // self.size - 1)

    @property
    def numbers(self) -> range:
        return range(NEWEST, self.older + 1)

    @property
    def leading(self) -> list[str]:
        """Addresses of pages not yet full, also of when the newest was the first: they lead to the newest."""
        most = -(-self.count // self.size)
        return [self.page_url(number) for number in range(max(2, self.older + 1), most + 1)]

    def page_url(self, number: int) -> str:
        return f"{self.url}page/{number}/" if number else self.url

    def span(self, number: int) -> slice:
        """The rows of a page."""
        end = self.count - (number - 1 if number else self.older) * self.size
        return slice(end - self.size, end) if number else slice(0, end)

    def page_of(self, place: int) -> int:
        """The page of the row at a place."""
        newest = self.count - self.older * self.size
        return NEWEST if place < newest else (self.count - 1 - place) // self.size + 1

    def told(self, links: Links, number: int, url: str) -> Numbers:
        """What a page says of the others: an older one no more than it must, so that it stays as it is."""
        newer = number + 1 if number and number < self.older else NEWEST
        older = number - 1 if number else self.older
        return {
            "by_age": True,
            "page": number,
            "pages": None if number else self.older + 1,
            "page_links": self._links(links, number, url) if self.older else [],
            "previous_page": links.href(url, self.page_url(newer)) if number else None,
            "next_page": links.href(url, self.page_url(older)) if older else None,
        }

    def _links(self, links: Links, number: int, url: str) -> PageLinks:
        """The newest, the neighbours and the oldest."""
        near = range(number - 1, number + 2) if number else range(self.older - 1, self.older + 1)
        shown = sorted({1, *(each for each in near if 0 < each <= self.older)}, reverse=True)
        found: PageLinks = [(NEWEST, links.href(url, self.url), number == NEWEST)]
        for each in shown:
            if found[-1][0] and each + 1 < (found[-1][0] or 0):
                found.append((None, None, False))
            found.append((each, links.href(url, self.page_url(each)), each == number))
        return found

    def titled(self, title: str, number: int) -> str:
        """The title of a page, by which it can be told from the others."""
        return f"{title}（较早的第{number}页）" if number else title
