"""Links in a feed are followed far from the site: they are absolute, and only of harmless kinds."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

_TAG = re.compile(r"""<[a-zA-Z][^\s"'>]*+[\s"'](?:[^"'>]|"[^"]*"|'[^']*')*+>""")
_LINK = re.compile(r"""(\s(?:href|src|poster))\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
#: needs no change; most links are of this kind
_FULL = re.compile(r"https?://[^/?#\s\\]", re.IGNORECASE)
#: what browsers pass over when they read a link's scheme
_IGNORED = re.compile("[\x00-\x20\x7f]")
_HARMLESS = {"http", "https", "mailto", "tel"}


class RefusedLinkError(ValueError):
    """A link of a kind that must not reach subscribers; ``link`` is as written."""

    def __init__(self, link: str) -> None:
        self.link = link
        super().__init__(link)


def web_address(link: str) -> str:
    """The link itself when it is a full http(s) address; RefusedLinkError when it is not."""
    parts = urlsplit(link)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise RefusedLinkError(link)
    return link


def absolute_links(html: str, base: str) -> str:
    """HTML with every link made absolute against ``base``; RefusedLinkError for unsafe kinds."""

    def of_tag(tag: re.Match[str]) -> str:
        return _LINK.sub(of_link, tag[0])

    def of_link(link: re.Match[str]) -> str:
        written = link[2].strip("\"'")
        if _FULL.match(written):
            return link[0]
        return f'{link[1]}="{escape(_absolute(unescape(written), base))}"'

    return _TAG.sub(of_tag, html)


def _absolute(written: str, base: str) -> str:
    link = urljoin(base, _IGNORED.sub("", written) if ":" in written else written.strip())
    if urlsplit(link).scheme not in _HARMLESS:
        raise RefusedLinkError(written)
    return link
