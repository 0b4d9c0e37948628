"""Where a page leads to, read again from its HTML: what it leads to must be there."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

from gongkai.render.frame.page import Page

_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
#: a link that only climbs and descends, as nearly all do: what it means is seen without a parser
_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-]+(?:/[\w-]+)*(?:/|\.\w[\w.-]*)?|(?<=/))(?:#[\w-]+)?)", re.ASCII)
_HOST = "https://host.invalid"
#: what leads out of the column, whatever the page
_ELSEWHERE = re.compile(rf"(?!{_HOST})(?:https?://|mailto:|tel:|data:|webcal:)[^&]*$")


class Content(str):
    """The finished content of a page, with the addresses it leads to where they are known already."""

    __slots__ = ("key", "links")
    links: frozenset[str]
    #: under which it is kept; empty where it is not
    key: bytes

    @classmethod
    def of(cls, html: str, links: frozenset[str], key: bytes = b"") -> Content:
        """HTML and where it leads to."""
        made = cls(html)
        made.links, made.key = links, key
        return made


def links_of(page: Page, path: str = "/") -> set[str]:
    """Addresses below the column's root that a page's own content and head lead to, fragments kept."""
    content = page.content
    known = content.links if isinstance(content, Content) else links_in(content, page.url, path)
    return links_in(page.head, page.url, path) | known


def links_in(html: str, url: str, path: str = "/") -> set[str]:
    """The same of a part of the page at an address; ``path`` is the column's on its host."""
    root = _HOST + path
    folder = url.split("/")[:-1]
    links: set[str] = set()
    for written in dict.fromkeys(_LINK.findall(html)):
        plain = _PLAIN.fullmatch(written)
        if plain and (up := len(plain[1]) // 3) <= len(folder):
            links.add("/".join([*folder[: len(folder) - up], plain[2]]))
            continue
        if _ELSEWHERE.match(written):
            continue
        found = urljoin(root + url, unescape(written))
        if found.startswith(_HOST):
            links.add(found.removeprefix(root))
    return links
